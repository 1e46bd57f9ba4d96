"""A filter as SQL: conditions on the aliases ``a`` (article), ``s`` (statement) and ``v`` (event).

Values never stand in the SQL itself; each condition carries its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from averment.ledger.countries import country_code
from averment.ledger.filter import Filter
from averment.ledger.search import expression
from averment.ledger.tables import Value


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true of the rows wanted, and the values of its question marks."""

    sql: str
    values: tuple[Value, ...] = ()

    def within(self, before: str, after: str = ")") -> "Condition":
        """This condition inside other SQL."""
        return replace(self, sql=f"{before}{self.sql}{after}")


def every(conditions: Iterable[Condition]) -> Condition:
    """True where all are."""
    return _joined(list(conditions), " AND ", "TRUE")


def some(conditions: Iterable[Condition]) -> Condition:
    """True where at least one is."""
    return _joined(list(conditions), " OR ", "FALSE")


def of_article(where: Filter) -> Iterator[Condition]:
    """What an article must match by itself."""
    if where.article is not None:
        yield Condition("substr(a.id, 1, ?) = ?", (len(where.article), where.article))
    if where.outlet is not None:
        yield Condition(r"' ' || a.outlet || ' ' LIKE ? ESCAPE '\'", (_words(where.outlet),))


def of_articles(where: Filter) -> Iterator[Condition]:
    """What a row of the articles must match: by itself, and by a statement or an event of its own."""
    yield from of_article(where)
    yield from _dated(where, "a.published", "a.published")
    yield from _searched(where, "articles_search", "a.nr")
    if where.about is not None:
        yield _party(where.about).within(
            "EXISTS (SELECT 1 FROM mentions t JOIN entities e ON e.article = t.article AND e.id = t.entity "
            "WHERE t.article = a.id AND "
        )
    inside = replace(where, search=None, since=None, until=None, about=None)
    said, done = list(_of_statement(inside)), list(_of_event(inside))
    if said or done:
        yield some(
            [
                every(said).within("EXISTS (SELECT 1 FROM statements s WHERE s.article = a.id AND "),
                every(done).within("EXISTS (SELECT 1 FROM events v WHERE v.article = a.id AND "),
            ]
        )


def of_statements(where: Filter) -> Iterator[Condition]:
    """What a row of the statements must match."""
    yield from of_article(where)
    yield from _dated(where, "COALESCE(s.date_start, a.published)", "COALESCE(s.date_end, a.published)")
    yield from _searched(where, "statements_search", "s.nr")
    yield from _of_statement(where)


def of_events(where: Filter) -> Iterator[Condition]:
    """What a row of the events must match."""
    yield from of_article(where)
    yield from _dated(where, "COALESCE(v.date_start, a.published)", "COALESCE(v.date_end, a.published)")
    yield from _searched(where, "events_search", "v.nr")
    yield from _of_event(where)


def _of_statement(where: Filter) -> Iterator[Condition]:
    if where.act is not None:
        yield Condition("s.act = ?", (where.act,))
    if where.min_confidence is not None:
        yield Condition("s.confidence >= ?", (where.min_confidence,))
    told = list(_coded(where))
    if told:
        yield every(told).within("EXISTS (SELECT 1 FROM events v WHERE v.according_to = s.id AND ")
    if where.by is not None:
        yield _party(where.by).within(
            "EXISTS (SELECT 1 FROM entities e WHERE e.article = s.article AND e.id = s.speaker AND "
        )
    if where.to is not None:
        addressee = "EXISTS (SELECT 1 FROM entities e WHERE e.article = s.article AND e.id = s.addressee AND "
        recipient = "EXISTS (SELECT 1 FROM events v WHERE v.according_to = s.id AND "
        yield some([_party(where.to).within(addressee), _on_side("recipient", where.to).within(recipient)])
    if where.about is not None:
        yield _party(where.about).within(
            "EXISTS (SELECT 1 FROM statement_spans c "
            'JOIN mentions t ON t.article = s.article AND t.begin < c."end" AND c.begin < t."end" '
            "JOIN entities e ON e.article = t.article AND e.id = t.entity "
            "WHERE c.statement = s.id AND c.role = 'content' AND "
        )


def _of_event(where: Filter) -> Iterator[Condition]:
    yield from _coded(where)
    if where.min_confidence is not None:
        yield Condition("v.confidence >= ?", (where.min_confidence,))
    if where.act is not None:
        yield Condition("EXISTS (SELECT 1 FROM statements s WHERE s.id = v.according_to AND s.act = ?)", (where.act,))
    if where.by is not None:
        yield _on_side("actor", where.by)
    if where.to is not None:
        yield _on_side("recipient", where.to)
    if where.about is not None:
        mentioned = _party(where.about).within(
            "EXISTS (SELECT 1 FROM mentions t JOIN entities e ON e.article = t.article AND e.id = t.entity "
            'WHERE t.article = v.article AND t.begin >= v.sentence_begin AND t."end" <= v.sentence_end AND '
        )
        yield some([_on_side("recipient", where.about), mentioned])


def _coded(where: Filter) -> Iterator[Condition]:
    """The codes of an event, in any letter case."""
    codes = {"type": where.type, "mode": where.mode, "status": where.status, "stance": where.stance}
    for column, code in codes.items():
        if code is not None:
            yield Condition(f"v.{column} = ? COLLATE NOCASE", (code,))
    if where.context is not None:
        each = "EXISTS (SELECT 1 FROM json_each(v.contexts) WHERE value = ? COLLATE NOCASE)"
        yield Condition(each, (where.context,))


def _dated(where: Filter, start: str, end: str) -> Iterator[Condition]:
    """The days of the row, from ``start`` to ``end``, touch those asked for."""
    if where.since is not None:
        yield Condition(f"{end} >= ?", (where.since.isoformat(),))
    if where.until is not None:
        yield Condition(f"{start} <= ?", (where.until.isoformat(),))


def _searched(where: Filter, index: str, row: str) -> Iterator[Condition]:
    if where.search is not None:
        words = expression(where.search)
        yield Condition(f"{row} IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)", (words,))  # noqa: S608


def _on_side(side: str, who: str) -> Condition:
    """``who`` is among the parties on ``side`` of the event ``v``."""
    member = _party(who).within(
        "EXISTS (SELECT 1 FROM parties p JOIN entities e ON e.article = p.article AND e.id = p.entity "
        "WHERE p.event = v.id AND p.side = ? AND "
    )
    return replace(member, values=(side, *member.values))


def _party(who: str) -> Condition:
    """The entity ``e``, or a member of it, is of the country, or it has the name, that ``who`` says."""
    code = country_code(who)
    if code is not None:
        return Condition(
            "(e.country = ? OR EXISTS (SELECT 1 FROM json_each(e.members) i JOIN entities m "
            "ON m.article = e.article AND m.id = i.value WHERE m.country = ?))",
            (code, code),
        )
    words = _words(who)
    return Condition(
        r"(' ' || e.name || ' ' LIKE ? ESCAPE '\' OR EXISTS "
        r"(SELECT 1 FROM json_each(e.aliases) WHERE ' ' || value || ' ' LIKE ? ESCAPE '\'))",
        (words, words),
    )


def _words(words: str) -> str:
    """The LIKE pattern for whole words within a text that has a space at each end."""
    escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"% {escaped} %"


def _joined(conditions: list[Condition], word: str, none: str) -> Condition:
    if not conditions:
        return Condition(none)
    sql = word.join(f"({condition.sql})" for condition in conditions)
    return Condition(sql, tuple(value for condition in conditions for value in condition.values))
