"""The ledger's questions: articles, statements and events, streamed row by row in an order of their own."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from averment.ledger.conditions import Condition, every, of_articles, of_events, of_statements
from averment.ledger.filter import Filter
from averment.ledger.tables import Value, printable
from averment.ledger.views import ArticleRow, EventRow, PartyRow, StatementRow

Record = TypeVar("Record", ArticleRow, StatementRow, EventRow)

_IN_ORDER = "COALESCE(a.published, '9999-12-31'), a.id"  # served by an index: nothing is sorted, rows stream

_ARTICLES = """
SELECT a.id, a.source, a.title, a.outlet, a.outlet_country, a.published, a.published_basis, a.language, length(a.text),
    (SELECT count(*) FROM statements s WHERE s.article = a.id),
    (SELECT count(*) FROM events v WHERE v.article = a.id),
    (SELECT count(*) FROM documents d WHERE d.article = a.id)
FROM articles a
"""
_STATEMENTS = """
SELECT s.id, s.article, a.source, a.outlet, a.published, s.speaker, n.name, n.country, s.source,
    s.addressee, o.name, o.country, s.act, s.quoted, s.cue, s.content, s.date_start, s.date_end, s.parent, s.confidence
FROM articles a CROSS JOIN statements s ON s.article = a.id
LEFT JOIN entities n ON n.article = s.article AND n.id = s.speaker
LEFT JOIN entities o ON o.article = s.article AND o.id = s.addressee
"""
_PARTIES = """(
    SELECT json_group_array(json_array(p.position, p.words, p.entity, m.name, m.country)) FROM parties p
    LEFT JOIN entities m ON m.article = p.article AND m.id = p.entity WHERE p.event = v.id AND p.side = '{side}')"""
_EVENTS = f"""
SELECT v.id, v.article, a.source, a.outlet, a.published, v.type, v.mode, v.contexts,
    {_PARTIES.format(side="actor")}, {_PARTIES.format(side="recipient")},
    v.date_start, v.date_end, v.place, v.status, v.stance, v.according_to,
    CASE WHEN v.according_to IS NULL THEN a.outlet ELSE COALESCE(n.name, w.source) END,
    CASE WHEN v.according_to IS NULL THEN a.outlet_country ELSE n.country END,
    v.same_as, v.effects, v.quantities, v.targets, v.words, v.sentence, v.confidence
FROM articles a CROSS JOIN events v ON v.article = a.id
LEFT JOIN statements w ON w.id = v.according_to
LEFT JOIN entities n ON n.article = w.article AND n.id = w.speaker
"""  # noqa: S608


def select_articles(connection: sqlite3.Connection, where: Filter) -> Iterator[ArticleRow]:
    """Articles, by date of publication and id."""
    return _select(connection, ArticleRow, _ARTICLES, of_articles(where), _IN_ORDER, where.limit)


def select_statements(connection: sqlite3.Connection, where: Filter) -> Iterator[StatementRow]:
    """Statements, by article and place in its text."""
    order = f"{_IN_ORDER}, s.position"
    return _select(connection, StatementRow, _STATEMENTS, of_statements(where), order, where.limit)


def select_events(connection: sqlite3.Connection, where: Filter) -> Iterator[EventRow]:
    """Events, by article and place in its text."""
    return _select(connection, EventRow, _EVENTS, of_events(where), f"{_IN_ORDER}, v.position", where.limit)


def _select(
    connection: sqlite3.Connection,
    kind: type[Record],
    sql: str,
    conditions: Iterable[Condition],
    order: str,
    limit: int | None,
) -> Iterator[Record]:
    """Rows of ``kind``, whose fields are the columns of ``sql``, in order."""
    wanted: Condition = every(conditions)
    values: list[Value] = [printable(value) if isinstance(value, str) else value for value in wanted.values]
    stop = -1 if limit is None else limit
    readers = [_READERS.get(field.name, _as_it_is) for field in fields(kind)]
    for row in connection.execute(f"{sql} WHERE {wanted.sql} ORDER BY {order} LIMIT ?", (*values, stop)):
        yield kind(*(read(value) for read, value in zip(readers, row, strict=True)))


def _as_it_is(value: Any) -> Any:
    return value


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _list(words: str) -> tuple[str, ...]:
    return tuple(json.loads(words))


def _parties(members: str) -> tuple[PartyRow, ...]:
    return tuple(PartyRow(*member[1:]) for member in sorted(json.loads(members), key=_position))


def _position(member: list[int]) -> int:
    return member[0]


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("published", "date_start", "date_end"), _day),
    **dict.fromkeys(("contexts", "effects", "quantities", "targets"), _list),
    **dict.fromkeys(("actors", "recipients"), _parties),
}
"""How a column becomes a field, by the field's name."""
