"""What an explanation is made of: plain records, ready for JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from averment.records import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article, and where they stand; pieces are joined by an ellipsis."""

    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """The article that the row was read out of."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Who:
    """A party: its words, why they stand for the entity, and why the entity is taken for what it is.

    ``named`` are words that name the entity elsewhere in the article, where these words do not. All but the words is
    None where the party could not be told.
    """

    words: Words
    mention: str | None = None
    mention_reason: str | None = None
    named: Words | None = None
    entity: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    entity_reason: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Days, and the words that say so; None where no words do."""

    start: date
    end: date
    words: Words | None


@dataclass(frozen=True, slots=True)
class Other:
    """Another row that this one refers to, by id, number within the article, and what it is, with its words."""

    id: str
    number: int
    what: str
    words: Words


@dataclass(frozen=True, slots=True)
class StatementExplanation:
    """A statement: who says what, the rule that found it, and the events that rest on it."""

    id: str
    number: int
    article: Source
    act: str
    quoted: str
    cue: Words
    content: Words
    speaker: Who | None
    addressee: Who | None
    reason: str | None
    confidence: float
    date: When | None
    parent: Other | None
    events: tuple[Other, ...]
    row: Literal["statement"] = "statement"


@dataclass(frozen=True, slots=True)
class EventExplanation:
    """An event: its sentence and trigger, the rule that found it, its parties, and the statement that reports it.

    ``according_to`` is None for the outlet's own voice. ``status_reason`` is always None: it is not kept.
    """

    id: str
    number: int
    article: Source
    sentence: Words | None
    trigger: Words
    type: str
    mode: str | None
    reason: str | None
    confidence: float
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    status: str
    stance: str
    according_to: StatementExplanation | None
    date: When | None
    place: str | None
    contexts: tuple[str, ...]
    effects: tuple[str, ...]
    quantities: tuple[str, ...]
    targets: tuple[str, ...]
    same_as: Other | None
    status_reason: str | None = None
    row: Literal["event"] = "event"


Explanation = EventExplanation | StatementExplanation
