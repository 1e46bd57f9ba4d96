"""Sentences with one marked pair, actor and recipient, and the type of event between the two, as PLV has them."""

from itertools import chain
from pathlib import Path

import msgspec

from averment.evaluate.data import DataError, Sample, inside, read_lines, unique
from averment.records import Event, Span

CLASSES = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Verbal and material cooperation (1, 2), verbal and material conflict (3, 4), as PLV files the types."""

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of which PLOVER codes both sides as actors, or either one first."""

YIELD = "YIELD"
"""What PLV calls CONCEDE and RETREAT together."""


class PairSentence(msgspec.Struct, frozen=True):
    """A sentence with its marked pair; other events of the sentence are not marked."""

    id: str
    text: str
    root: str
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    sentence_id: str | None = None
    penta: int | None = None

    @property
    def class_number(self) -> int:
        """The class of the marked type."""
        return self.penta or CLASSES[self.root]


def load(path: Path) -> list[Sample[PairSentence]]:
    """The sentences of a JSONL file; raises DataError."""
    rows = read_lines(path, PairSentence)
    unique((row.id for row in rows), path)
    for row in rows:
        if row.root not in CLASSES:
            raise DataError(f"{path}, record {row.id}: {row.root!r} is no event type; use one of {', '.join(CLASSES)}")
        inside(chain(row.actor, row.recipient), row.text, f"{path}, record {row.id}")
    return [Sample(row.id, row.text, row) for row in rows]


def merged(event_type: str) -> str:
    """The type as PLV names it."""
    return YIELD if event_type in ("CONCEDE", "RETREAT") else event_type


def sides(event: Event) -> tuple[list[Span], list[Span]]:
    """The spans of an event's actors and of its recipients."""
    return [party.span for party in event.actors], [party.span for party in event.recipients]
