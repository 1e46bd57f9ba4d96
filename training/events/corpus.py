"""Marked event sentences, ours and PLV's, as windows of word pieces."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from corpora.check import Line
from corpora.check import read as read_corpus

from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, Bounds, Window, pieces, windows
from averment.ontology import PLOVER
from averment.records import Stance, Status

KINDS = tuple(
    f"{name}/{mode}" for name, event_type in PLOVER.types.items() for mode in ("-", *event_type.modes)
)  # every mode of every type, and none
STATUSES, STANCES = tuple(Status), tuple(Stance)
MARKS = {"trigger": "v", "actor": "a", "recipient": "r"}  # parts of an event, and how the corpus marks them
YIELD = ("CONCEDE", "RETREAT")  # one type in PLV
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with at most one event: the spans of its parts, and the kinds (one, or all of a type) it may have.

    ``kinds`` is empty where the sentence has no event; ``status`` and ``stance`` are IGNORED where not marked.
    """

    text: str
    parts: tuple[tuple[tuple[int, int], ...], ...]
    kinds: tuple[int, ...]
    status: int
    stance: int


@dataclass(frozen=True, slots=True)
class Marked:
    """An event as places of pieces in a window: trigger, actor, recipient, and the whole sentence."""

    parts: tuple[tuple[int, ...], ...]
    kinds: tuple[int, ...]
    status: int
    stance: int


@dataclass(frozen=True, slots=True)
class EventSample:
    """A window with its events; ``tags`` are OUT, BEGIN or INSIDE a trigger, or IGNORED."""

    window: Window
    tags: list[int]
    events: list[Marked]


def ours(folder: Path, pattern: str) -> list[Sentence]:
    """The sentences of our corpus files that match."""
    lines = (line for file in sorted(folder.glob(pattern)) for line in read_corpus(file, "events"))
    return [_sentence(line) for line in lines if isinstance(line, Line)]


def _sentence(line: Line) -> Sentence:
    parts = tuple(tuple(line.parts.get(mark, ())) for mark in MARKS.values())
    if line.labels["type"] == "NONE":
        return Sentence(line.text, parts, (), IGNORED, IGNORED)
    kind = KINDS.index(f"{line.labels['type']}/{line.labels['mode']}")
    status, stance = Status(line.labels["status"]), Stance(line.labels["stance"])
    return Sentence(line.text, parts, (kind,), STATUSES.index(status), STANCES.index(stance))


def plv(path: Path) -> list[Sentence]:
    """The sentences of PLV: type, actor and recipient are marked, the trigger is not."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            parts = ((), tuple(map(tuple, row["actor"])), tuple(map(tuple, row["recipient"])))
            found.append(Sentence(row["text"], parts, kinds_of(row["root"]), IGNORED, IGNORED))
    return found


def kinds_of(root: str) -> tuple[int, ...]:
    """All kinds of a type, as PLV names it."""
    names = YIELD if root in ("YIELD", *YIELD) else (root,)
    return tuple(i for i, kind in enumerate(KINDS) if kind.split("/")[0] in names)


def sample(some: list[Sentence], vocabulary: Vocabulary) -> EventSample:
    """Sentences as the paragraphs of one window."""
    text, bounds, starts = "", [], []
    for number, sentence in enumerate(some):
        starts.append(len(text))
        bounds.append(Bounds(number, len(text), len(text) + len(sentence.text)))
        text += sentence.text + "\n"
    reads = pieces(text, bounds, vocabulary)
    window = windows(bounds, reads, vocabulary, longest=10_000)[0]
    at = {place: k for k, place in enumerate(window.places) if place != SEPARATING}
    tags = [IGNORED if place == SEPARATING else 0 for place in window.places]
    events = []
    for number, (sentence, start) in enumerate(zip(some, starts, strict=True)):
        mine = [(p, at[p]) for p, r in enumerate(reads) if r.sentence == number and p in at]
        parts = tuple(
            tuple(k for p, k in mine if any(b <= reads[p].piece.begin - start < e for b, e in spans))
            for spans in sentence.parts
        )
        if sentence.kinds:
            events.append(Marked((*parts, tuple(k for _, k in mine)), sentence.kinds, sentence.status, sentence.stance))
            if not parts[0]:
                for _, k in mine:
                    tags[k] = IGNORED
            for k in parts[0]:
                tags[k] = 2 if k - 1 in parts[0] else 1
    return EventSample(window, tags, events)


def packed(some: list[Sentence], vocabulary: Vocabulary, dice: random.Random, most: int = 3) -> list[EventSample]:
    """The sentences in shuffled order, one to ``most`` of them a window."""
    order, found = dice.sample(some, len(some)), []
    while order:
        n = dice.randint(1, most)
        found.append(sample(order[:n], vocabulary))
        order = order[n:]
    return found
