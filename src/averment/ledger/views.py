"""What a query of the ledger returns: one row for a table, a CSV file or a line of JSON."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article, with how much it holds and how many documents of it were read; ``text`` is left to ``report``."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    outlet_country: str | None
    published: date | None
    published_basis: str
    language: str
    characters: int
    statements: int
    events: int
    documents: int


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A side's member: the words, and the entity that they stand for, all null but the words where that is not told."""

    words: str
    entity: str | None
    name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement: who says what, where it stands, and when.

    ``speaker`` is an entity's id within the article; ``source_words``, ``cue`` and ``content`` are the text's own.
    """

    id: str
    article: str
    source: str
    outlet: str | None
    published: date | None
    speaker: str | None
    speaker_name: str | None
    speaker_country: str | None
    source_words: str
    addressee: str | None
    addressee_name: str | None
    addressee_country: str | None
    act: str
    quoted: str
    cue: str
    content: str
    date_start: date | None
    date_end: date | None
    parent: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event: who did what to whom, when, and according to whom.

    ``according_name`` is the speaker of the statement ``according_to``, by name or by the text's words, or the outlet
    where the event is told in the outlet's own voice; ``words`` are those that tell the event, within ``sentence``.
    """

    id: str
    article: str
    source: str
    outlet: str | None
    published: date | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[PartyRow, ...]
    recipients: tuple[PartyRow, ...]
    date_start: date | None
    date_end: date | None
    place: str | None
    status: str
    stance: str
    according_to: str | None
    according_name: str | None
    according_country: str | None
    same_as: str | None
    effects: tuple[str, ...]
    quantities: tuple[str, ...]
    targets: tuple[str, ...]
    words: str
    sentence: str
    confidence: float
