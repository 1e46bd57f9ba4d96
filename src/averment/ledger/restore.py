"""The report that an article's rows hold: ``flatten`` the other way."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import cast

from averment.ledger.tables import REPORT_TABLES, Row, Rows, Value
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

Spans = dict[tuple[Value, ...], list[Span]]
"""Spans by the record, and role, that they belong to."""

_COLUMNS = {table.name: table.columns for table in REPORT_TABLES}


def restore(rows: Rows) -> Report:
    """The report whose rows, by table and in order, are given.

    Raises ValueError, TypeError or KeyError where a row holds what no report could have written.
    """
    spans, sides = _spans(rows), _sides(rows)
    (article,) = (_article(cells, spans) for cells in _each(rows, "articles"))
    return Report(
        article,
        tuple(_entity(cells) for cells in _each(rows, "entities")),
        tuple(_mention(cells) for cells in _each(rows, "mentions")),
        tuple(_statement(cells, spans) for cells in _each(rows, "statements")),
        tuple(_event(cells, spans, sides) for cells in _each(rows, "events")),
    )


class _Cells:
    """One row's values by column, with the type that is expected of each."""

    def __init__(self, columns: tuple[str, ...], row: Row) -> None:
        self._values = dict(zip(columns, row, strict=True))

    def text(self, column: str) -> str:
        return cast(str, self._values[column])

    def maybe(self, column: str) -> str | None:
        return cast("str | None", self._values[column])

    def number(self, column: str) -> float:
        return cast(float, self._values[column])

    def words(self, column: str) -> tuple[str, ...]:
        return tuple(json.loads(self.text(column)))

    def span(self, begin: str = "begin", end: str = "end") -> Span:
        return Span(cast(int, self._values[begin]), cast(int, self._values[end]))

    def maybe_span(self, begin: str, end: str) -> Span | None:
        return None if self._values[begin] is None else self.span(begin, end)

    def day(self, column: str) -> date | None:
        day = self.maybe(column)
        return date.fromisoformat(day) if day else None

    def dates(self) -> DateRange | None:
        start, end = self.day("date_start"), self.day("date_end")
        return DateRange(start, end, self.maybe_span("date_span_begin", "date_span_end")) if start and end else None


def _each(rows: Rows, table: str) -> Iterator[_Cells]:
    return (_Cells(_COLUMNS[table], row) for row in rows[table])


def _spans(rows: Rows) -> Spans:
    """Spans by (article or statement, role), or by (event,)."""
    found: Spans = defaultdict(list)
    for table, owner in (("article_spans", "article"), ("statement_spans", "statement")):
        for cells in _each(rows, table):
            found[cells.text(owner), cells.text("role")].append(cells.span())
    for cells in _each(rows, "event_spans"):
        found[(cells.text("event"),)].append(cells.span())
    return found


def _sides(rows: Rows) -> dict[tuple[str, str], list[Party]]:
    """Parties by (event, side)."""
    found: dict[tuple[str, str], list[Party]] = defaultdict(list)
    for cells in _each(rows, "parties"):
        found[cells.text("event"), cells.text("side")].append(Party(cells.maybe("entity"), cells.span()))
    return found


def _article(cells: _Cells, spans: Spans) -> Article:
    id_ = cells.text("id")
    return Article(
        id=id_,
        source=cells.text("source"),
        text=cells.text("text"),
        title=cells.maybe("title"),
        outlet=cells.maybe("outlet"),
        outlet_country=cells.maybe("outlet_country"),
        published=cells.day("published"),
        published_basis=PublishedBasis(cells.text("published_basis")),
        language=cells.text("language"),
        body=tuple(spans[id_, "body"]),
        title_span=cells.maybe_span("title_begin", "title_end"),
        related=tuple(spans[id_, "related"]),
    )


def _entity(cells: _Cells) -> Entity:
    return Entity(
        id=cells.text("id"),
        name=cells.text("name"),
        kind=EntityKind(cells.text("kind")),
        country=cells.maybe("country"),
        sectors=cells.words("sectors"),
        aliases=cells.words("aliases"),
        ids=json.loads(cells.text("ids")),
        reason=cells.text("reason"),
        members=cells.words("members"),
    )


def _mention(cells: _Cells) -> Mention:
    return Mention(cells.span(), cells.text("entity"), MentionKind(cells.text("kind")), cells.text("reason"))


def _statement(cells: _Cells, spans: Spans) -> Statement:
    id_ = cells.text("id")
    return Statement(
        id=id_,
        source=tuple(spans[id_, "source"]),
        cue=tuple(spans[id_, "cue"]),
        content=tuple(spans[id_, "content"]),
        speaker=cells.maybe("speaker"),
        act=Act(cells.text("act")),
        quoted=Quoted(cells.text("quoted")),
        parent=cells.maybe("parent"),
        addressee=cells.maybe("addressee"),
        date=cells.dates(),
        confidence=cells.number("confidence"),
        reason=cells.text("reason"),
    )


def _event(cells: _Cells, spans: Spans, sides: dict[tuple[str, str], list[Party]]) -> Event:
    id_ = cells.text("id")
    return Event(
        id=id_,
        type=cells.text("type"),
        mode=cells.maybe("mode"),
        contexts=cells.words("contexts"),
        trigger=tuple(spans[(id_,)]),
        actors=tuple(sides[id_, "actor"]),
        recipients=tuple(sides[id_, "recipient"]),
        status=Status(cells.text("status")),
        stance=Stance(cells.text("stance")),
        date=cells.dates(),
        place=cells.maybe("place"),
        same_as=cells.maybe("same_as"),
        according_to=cells.maybe("according_to"),
        effects=cells.words("effects"),
        quantities=cells.words("quantities"),
        targets=cells.words("targets"),
        confidence=cells.number("confidence"),
        reason=cells.text("reason"),
    )
