"""Check the corpora of this folder: markup, labels, and that no sentence frame is worn out.

    python corpora/check.py acts
    python corpora/check.py events
    python corpora/check.py events corpora/events/some-part.tsv
    python corpora/check.py news

A corpus is a folder of .tsv files, one sentence a line. The last column is the sentence with its parts marked as
{s:source} {c:cue} {t:content} (acts) or {a:actor} {v:trigger} {r:recipient} (events); a part may be marked more than
once; braces stand for nothing else. Lines that begin with # are comments. News are .txt files of reports with all
events marked. Exits 1 and names file and line of faults.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from averment.evaluate.data import DataError
from averment.evaluate.marked import Line, MarkedEvent, MarkedNews, numbered, parsed, read_news
from averment.ontology import PLOVER
from averment.records import Act, Quoted, Stance, Status

HERE = Path(__file__).parent
MOST_OF_A_FRAME = 5  # sentences that may share a frame, names, numbers and dates blanked

COLUMNS = {
    "acts": ("act", "quoted", "register"),
    "events": ("type", "mode", "status", "stance", "construction", "register"),
}
PARTS = {"acts": frozenset("sct"), "events": frozenset("avr")}
REGISTERS = frozenset({"wire", "agency", "ministry", "blog", "broadcast", "report"})
CONSTRUCTIONS = frozenset(
    {
        "active", "passive", "nominal", "possessive", "participle", "relative", "coordination", "control", "light-verb",
        "headline", "quotation", "negation", "conditional", "denied", "planned", "historical", "reciprocal", "compound",
        "implicit", "none",
    }
)  # fmt: skip


class FaultError(ValueError):
    """A line that breaks a rule."""


def read(file: Path, corpus: str) -> Iterator[Line | str]:
    """Yield the lines of a file, or for a faulty one what is wrong with it."""
    for number, raw in numbered(file):
        try:
            line = parsed(file, number, raw, COLUMNS[corpus], PARTS[corpus])
            (_check_act if corpus == "acts" else _check_event)(line.labels, line.parts)
            if line.labels["register"] not in REGISTERS:
                raise FaultError(f"register {line.labels['register']!r} is none of {', '.join(sorted(REGISTERS))}")
            yield line
        except DataError as fault:
            yield str(fault)
        except FaultError as fault:
            yield f"{file}:{number}: {fault}"


def _check_act(labels: dict[str, str], parts: dict[str, list[tuple[int, int]]]) -> None:
    if labels["act"] not in set(Act):
        raise FaultError(f"act {labels['act']!r} is none of {', '.join(Act)}")
    if labels["quoted"] not in set(Quoted):
        raise FaultError(f"quoted {labels['quoted']!r} is none of {', '.join(Quoted)}")
    if "c" not in parts or "t" not in parts:
        raise FaultError("mark a cue {c:...} and a content {t:...}")


def _check_event(labels: dict[str, str], parts: dict[str, list[tuple[int, int]]]) -> None:
    if labels["construction"] not in CONSTRUCTIONS:
        raise FaultError(f"construction {labels['construction']!r} is none of {', '.join(sorted(CONSTRUCTIONS))}")
    if labels["type"] == "NONE":
        if parts or labels["mode"] != "-":
            raise FaultError("a sentence without an event has no marks and the mode '-'")
        return
    if labels["type"] not in PLOVER.types:
        raise FaultError(f"type {labels['type']!r} is none of {', '.join(PLOVER.types)}, NONE")
    modes = PLOVER.types[labels["type"]].modes
    if labels["mode"] != "-" and labels["mode"] not in modes:
        raise FaultError(f"mode {labels['mode']!r} is none of -, {', '.join(modes)}")
    if labels["status"] not in set(Status) or labels["stance"] not in set(Stance):
        raise FaultError(f"status {labels['status']!r} or stance {labels['stance']!r} is unknown")
    if "v" not in parts or not {"a", "r"} & set(parts):
        raise FaultError("mark a trigger {v:...} and at least one side")


def frame(text: str) -> str:
    """The sentence with names, numbers and dates blanked."""
    words = re.sub(r"(?<!^)(?<![.!?] )\b[A-Z][\w'’.-]*(\s+(of|the|and)?\s*[A-Z][\w'’.-]*)*|\d[\d,.:]*", "_", text)
    words = re.sub(r"^[A-Z][\w'’-]*(\s+[A-Z][\w'’-]*)*", "_", words)
    return re.sub(r"[\s_]+", " ", words).strip().lower()


def check_news(files: list[Path]) -> int:
    """Count the events of marked news, and say which file is faulty."""
    found, faults = [], []
    for file in files or sorted((HERE / "news").glob("*.txt")):
        try:
            found += list(read_news(file))
        except DataError as fault:
            faults.append(str(fault))
    events = [event for news in found for event in news.events.values()]
    for news in found:
        faults += [f"{news.doc}: ={e.same_as} is no event" for e in events_of(news) if e.same_as not in news.events]
    print("type", dict(Counter(event.type for event in events).most_common()))
    print("status", dict(Counter(event.status.value for event in events).most_common()))
    print("stance", dict(Counter(event.stance.value for event in events).most_common()))
    print(len(found), "reports,", len(events), "events,", len(faults), "faults")
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


def events_of(news: MarkedNews) -> list[MarkedEvent]:
    """The events that repeat another."""
    return [event for event in news.events.values() if event.same_as]


def main() -> int:
    """Check, count, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=(*COLUMNS, "news"))
    parser.add_argument("files", nargs="*", type=Path)
    args = parser.parse_args()
    if args.corpus == "news":
        return check_news(args.files)
    lines, faults = [], []
    for file in args.files or sorted((HERE / args.corpus).glob("*.tsv")):
        for line in read(file, args.corpus):
            (faults if isinstance(line, str) else lines).append(line)
    texts, frames = Counter(line.text for line in lines), Counter(frame(line.text) for line in lines)
    faults += [f"{n} times: {text}" for text, n in texts.items() if n > 1 and args.corpus == "acts"]
    faults += [f"frame of {n} sentences: {text}" for text, n in frames.items() if n > MOST_OF_A_FRAME]
    for name in COLUMNS[args.corpus]:
        print(name, dict(Counter(line.labels[name] for line in lines).most_common()))
    if args.corpus == "events":
        print("pairs", dict(Counter((line.labels["type"], line.labels["mode"]) for line in lines).most_common()))
    print(len(lines), "sentences,", len(faults), "faults")
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
