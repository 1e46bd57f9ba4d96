"""A report as JSON: one object with the article, its entities, statements and events, in a fixed order of fields.

The shape is the interface of Averment to other programs. Spans are ``[begin, end]`` in code points of the article's
text, dates are ISO strings, enumerations are their words, and what is not known is null.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

import msgspec

from averment.errors import AvermentError
from averment.records import (
    Act,
    Article,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)

Shape = TypeVar("Shape", bound=msgspec.Struct)
Record = TypeVar("Record")


# DEL, the C1 controls, line and paragraph separators and marks that reorder text, as UTF-8; JSON escapes C0 itself.
_OBEYED = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")


class ReportError(AvermentError):
    """Bytes that are not a report; the message says where they differ from its shape."""


class _Article(msgspec.Struct, frozen=True):
    id: str
    source: str
    title: str | None
    outlet: str | None
    published: date | None
    published_basis: PublishedBasis
    text: str


class _Mention(msgspec.Struct, frozen=True):
    span: Span
    kind: MentionKind


class _Entity(msgspec.Struct, frozen=True):
    id: str
    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    ids: dict[str, str]
    mentions: tuple[_Mention, ...]


class _Statement(msgspec.Struct, frozen=True):
    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    act: Act
    quoted: Quoted
    parent: str | None
    date: DateRange | None
    confidence: float


class _Event(msgspec.Struct, frozen=True):
    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: tuple[Span, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: DateRange | None
    place: str | None
    same_as: str | None
    status: Status
    stance: Stance
    according_to: str | None
    effects: tuple[str, ...]
    confidence: float
    quantities: tuple[str, ...] = ()  # these two are missing in reports written before they were told
    targets: tuple[str, ...] = ()


class _Report(msgspec.Struct, frozen=True):
    article: _Article
    entities: tuple[_Entity, ...]
    statements: tuple[_Statement, ...]
    events: tuple[_Event, ...]


def to_json(report: Report) -> dict[str, Any]:
    """The report as dictionaries, lists and strings, ready for any JSON writer; fields in the report's order."""
    plain: dict[str, Any] = msgspec.to_builtins(_shape(report))
    return plain


def encode(report: Report) -> bytes:
    """The report as one line of UTF-8 JSON, without the line's end; the same report gives the same bytes."""
    return json_line(_shape(report))


def json_line(value: object) -> bytes:
    """``value`` as one line of UTF-8 JSON in which every character that a terminal would obey is escaped."""
    return _OBEYED.sub(_escaped, msgspec.json.encode(value))


def decode(line: bytes | str) -> Report:
    """The report that a line of JSON stands for; ``encode`` of it gives the same line.

    What the JSON does not carry is at its default: reasons, aliases, the body's spans, addressees.
    Raises ReportError where the line has another shape.
    """
    try:
        shape = msgspec.json.decode(line, type=_Report)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReportError(f"not a report as Averment writes it: {error}") from error
    return Report(
        article=_record(Article, shape.article),
        entities=tuple(_entity(entity) for entity in shape.entities),
        mentions=tuple(sorted(_mentions(shape.entities), key=lambda mention: mention.span)),
        statements=tuple(_record(Statement, statement) for statement in shape.statements),
        events=tuple(_record(Event, event) for event in shape.events),
    )


def _escaped(found: re.Match[bytes]) -> bytes:
    return f"\\u{ord(found[0].decode()):04x}".encode()


def _shape(report: Report) -> _Report:
    mentions: dict[str, list[_Mention]] = {entity.id: [] for entity in report.entities}
    for mention in report.mentions:
        mentions[mention.entity].append(_Mention(mention.span, mention.kind))
    return _Report(
        article=_article_shape(report.article),
        entities=tuple(_entity_shape(entity, mentions[entity.id]) for entity in report.entities),
        statements=tuple(_select(_Statement, statement) for statement in report.statements),
        events=tuple(_select(_Event, event) for event in report.events),
    )


def _article_shape(article: Article) -> _Article:
    """The article; of its text every character is kept, of names what UTF-8 cannot hold is written out."""
    shape = _select(_Article, article)
    names = {"source": shape.source, "title": shape.title, "outlet": shape.outlet}
    return msgspec.structs.replace(shape, **{name: _written(value) for name, value in names.items()})


def _written(name: str | None) -> str | None:
    return name and name.encode("utf-8", "backslashreplace").decode()


def _entity_shape(entity: Entity, mentions: list[_Mention]) -> _Entity:
    ids = dict(sorted(entity.ids.items()))
    return _Entity(entity.id, entity.name, entity.kind, entity.country, entity.sectors, ids, tuple(mentions))


def _entity(shape: _Entity) -> Entity:
    return Entity(shape.id, shape.name, shape.kind, shape.country, shape.sectors, ids=shape.ids)


def _mentions(entities: Iterable[_Entity]) -> Iterable[Mention]:
    for entity in entities:
        for mention in entity.mentions:
            yield Mention(mention.span, entity.id, mention.kind, reason="")


def _select(shape: type[Shape], record: object) -> Shape:
    """The fields of ``shape``, taken from ``record`` by name."""
    return shape(*(getattr(record, name) for name in shape.__struct_fields__))


def _record(record: type[Record], shape: msgspec.Struct) -> Record:
    """The record whose fields bear the names of the fields of ``shape``."""
    return record(**{name: getattr(shape, name) for name in shape.__struct_fields__})
