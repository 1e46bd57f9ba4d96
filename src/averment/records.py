"""The records that Averment makes of a report: frozen, plain, and in the words of the field.

All spans are code points into ``Article.text``, end exclusive, so that ``article.text[span.begin:span.end]`` is
the quote that a record stands on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text: code points ``begin`` to ``end``, end exclusive."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The quote: what this span covers in ``text``."""
        return text[self.begin : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.begin < other.end and other.begin < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.begin <= other.begin and other.end <= self.end


class PublishedBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    METADATA = "metadata"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class MentionKind(StrEnum):
    """What sort of words mention an entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    STATE = "state"
    GOVERNMENT_BODY = "government body"
    PERSON = "person"
    ORGAN = "organ"
    GROUP = "group"
    COMPANY = "company"
    ORGANISATION = "organisation"
    SYSTEM = "system"


class Act(StrEnum):
    """The speech act of a statement: what the speaker does by saying it."""

    ASSERT = "assert"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    DENY = "deny"
    REJECT = "reject"
    ADMIT = "admit"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    SUPPORT = "support"
    DECLINE = "decline"


class Quoted(StrEnum):
    """How a statement's content is rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Status(StrEnum):
    """Whether and when an event took place, by PLOVER's auxiliary marks."""

    FACTUAL = "factual"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    HISTORICAL = "historical"


class Stance(StrEnum):
    """How the voice that reports an event stands to it."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read.

    ``body`` holds the spans that are coded, one a paragraph, the title first if it stands in the text; ``related``
    holds what stands in the text and is not body: headlines of linked articles and section headings. What neither
    covers (a byline, a dateline) is kept in the text and not coded.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    outlet_country: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    language: str = "en"
    body: tuple[Span, ...] = ()
    title_span: Span | None = None
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date as far as it is known: the first and the last day it may be, both inclusive, and the words that say so."""

    start: date
    end: date
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that stand for an entity, and the reason for reading them so."""

    span: Span
    entity: str
    kind: MentionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A party that the report speaks of; ``country`` is an ISO 3166 alpha-3 code (KOS for Kosovo) or null.

    ``members`` holds the ids of the entities that a joint party stands for ("the US and Britain", "both countries").
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what: source, cue and content spans (content may be discontinuous), the speaker and the speech act."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    act: Act
    quoted: Quoted
    parent: str | None = None
    addressee: str | None = None
    date: DateRange | None = None
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One side's member in an event: the entity (null where it could not be told) and the words."""

    entity: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, by PLOVER's types and modes, and according to whom.

    ``according_to`` is a statement's id, or null for the outlet's own voice; ``same_as`` is the id of an earlier
    mention of the same act in the article. ``quantities`` are the counts and sums that its own phrases say, such as "12
    soldiers killed" or "USD 4000000"; ``targets`` the sectors that a cyber attack struck, such as "health".
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: tuple[Span, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    stance: Stance
    date: DateRange | None = None
    place: str | None = None
    same_as: str | None = None
    according_to: str | None = None
    effects: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    confidence: float = 0.0
    reason: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read out of one article.

    ``dates`` are all date expressions of the text, also those that date nothing else; a report that is written and
    read back has none, and is equal nevertheless.
    """

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DateRange, ...] = field(default=(), compare=False)

    def at_least(self, confidence: float) -> "Report":
        """The report without statements and events of less confidence, and without what stands on those left out.

        A statement goes with the one it is told in, and an event with the statement that reports it: in the outlet's
        own voice it would say something else.
        """
        left_out = {s.id for s in self.statements if s.confidence < confidence}
        while more := {s.id for s in self.statements if s.parent in left_out} - left_out:
            left_out |= more
        events = [e for e in self.events if e.confidence >= confidence and e.according_to not in left_out]
        first: dict[str | None, str] = {}  # an act's id -> its first mention that is kept
        for event in events:
            first.setdefault(event.same_as or event.id, event.id)
        same = {e.id: first[e.same_as or e.id] for e in events}
        return replace(
            self,
            statements=tuple(s for s in self.statements if s.id not in left_out),
            events=tuple(replace(e, same_as=None if same[e.id] == e.id else same[e.id]) for e in events),
        )
