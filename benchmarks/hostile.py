"""How the time of the coder grows with the length of hostile text: quotations nested or never closed, sentences without
end, paragraphs without sentences, emoji, mixed scripts. Each kind is read at growing lengths.

    python benchmarks/hostile.py [--longest CHARACTERS]

Prints CPU seconds for each length, and the growth: the exponent of length in time between the last two lengths (1 is
linear, 2 quadratic). Every span of every report is checked to lie inside its text. Exits 1 where a kind grows faster
than the power 1.3.
"""

import argparse
import time
from math import log

from averment.api import default_pipeline
from averment.records import Article, Report, Span

KINDS = {
    "plain report": 'The minister said on Monday that Minsk had "no part" in the raid. Minsk denied it. ',
    "nested quotes": 'He said "they told me "she wrote "we deny it" to him" and "they left" again" today. ',
    "quote never closed": 'The envoy said: "we know nothing of it and he said we never did anything of the kind. ',
    "sentence without end": "the envoy said that the minister had denied that the army struck the port and that ",
    "no sentence at all": "word ",
    "quotation marks": '"',
    "emoji": "😀 said 😀 that 👩‍👩‍👧 denied 🇦🇱 ",
    "mixed scripts": "Он said 他 that ว่า Иран denied اتهام of Tirana ",
    "commas": "France, Germany, Italy, Spain, Albania, said, denied, ",
    "blame upon blame": "Tirana blamed Tehran for blaming Tirana for blaming Tehran for ",
    "brackets": "(the envoy (who said (that the minister (who denied ",
}
LENGTHS = (3_750, 7_500, 15_000, 30_000, 60_000)
STEEPEST = 1.3


def check(report: Report) -> None:
    """Raise ValueError for a span outside the text."""
    length = len(report.article.text)
    spans = [span for s in report.statements for span in (*s.source, *s.cue, *s.content)]
    spans += [span for e in report.events for span in (*e.trigger, *(p.span for p in (*e.actors, *e.recipients)))]
    spans += [mention.span for mention in report.mentions]
    for begin, end in spans:
        if not 0 <= begin < end <= length:
            raise ValueError(f"{report.article.source}: the span [{begin}, {end}] lies outside {length} characters")


def seconds(kind: str, length: int) -> float:
    """CPU seconds for a text of one paragraph of so many characters."""
    text = (KINDS[kind] * (length // len(KINDS[kind]) + 1))[:length].rstrip()
    begun = time.process_time()
    (report,) = default_pipeline().reports([Article(kind, kind, text, body=(Span(0, len(text)),))])
    spent = time.process_time() - begun
    check(report)
    return spent


def main() -> int:
    """Measure every kind at every length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="of the lengths, the last that is measured")
    lengths = [length for length in LENGTHS if length <= parser.parse_args().longest]
    seconds("plain report", lengths[0])  # loads the models
    print(f"{'CPU seconds at':22}" + "".join(f"{length:>9,}" for length in lengths) + "   growth")
    steep = []
    for kind in KINDS:
        spent = [seconds(kind, length) for length in lengths]
        growth = log(spent[-1] / spent[-2]) / log(lengths[-1] / lengths[-2])
        print(f"{kind:22}" + "".join(f"{s:9.2f}" for s in spent) + f"   {growth:6.2f}", flush=True)
        steep += [kind] if growth > STEEPEST else []
    if steep:
        print("grows faster than linear:", ", ".join(steep))
    return 1 if steep else 0


if __name__ == "__main__":
    raise SystemExit(main())
