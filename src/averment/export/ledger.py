"""What a ledger can be exported as: its tables, and PLOVER records of its events."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from averment.export.csv import CsvForm
from averment.export.file import ExportError, Form, write_file
from averment.export.jsonl import JsonlForm
from averment.export.mentions import MentionRow, mentions
from averment.export.plover import Writer
from averment.export.record import PloverRecord
from averment.ledger import ArticleRow, EventRow, Filter, Ledger, StatementRow

FORMS: Mapping[str, Callable[[type], Form[Any]]] = {".csv": CsvForm, ".jsonl": JsonlForm}
"""Ways to write a table, by the ending of the file's name."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a ledger: the type of its rows, and the way to those that a filter asks for."""

    kind: type
    select: Callable[[Ledger, Filter], Iterable[object]]


def _mentions(ledger: Ledger, where: Filter) -> Iterator[MentionRow]:
    """The mentions of all articles that match, as many as the limit says."""
    articles = ledger.articles(replace(where, limit=None))
    rows = (row for article in articles for row in mentions(ledger.report(article.id)))
    return islice(rows, where.limit)


TABLES: Mapping[str, Table] = {
    "statements": Table(StatementRow, Ledger.statements),
    "events": Table(EventRow, Ledger.events),
    "articles": Table(ArticleRow, Ledger.articles),
    "mentions": Table(MentionRow, _mentions),
}
"""The tables that can be exported, by name."""


def export_table(ledger: Ledger, name: str, target: Path, where: Filter, *, force: bool = False) -> int:
    """Write the rows of a table that match to ``target``, CSV or JSON lines by its ending; return how many.

    Raises ExportError for another ending, and as ``write_file`` does.
    """
    if target.suffix.lower() not in FORMS:
        raise ExportError(f"{target}: end the file's name in {' or '.join(FORMS)}, which says how it is written")
    table = TABLES[name]
    form = FORMS[target.suffix.lower()](table.kind)
    with ledger.reading():
        return write_file(target, form, lambda: table.select(ledger, where), force=force)


def export_plover(
    ledger: Ledger, target: Path, where: Filter, *, extended: bool = False, force: bool = False
) -> Writer:
    """Write the events that match to ``target`` as PLOVER records, one JSON object a line.

    A limit counts records. What is left out is told by the writer that is returned. Raises as ``write_file`` does.
    """
    writers: list[Writer] = []

    def records() -> Iterator[PloverRecord]:
        writers.append(Writer(extended=extended))
        return islice(_records(ledger, where, writers[-1]), where.limit)

    with ledger.reading():
        write_file(target, JsonlForm(Writer(extended=extended).shape), records, force=force)
    return writers[0]


def _records(ledger: Ledger, where: Filter, writer: Writer) -> Iterator[PloverRecord]:
    matching = ledger.events(replace(where, limit=None))
    for article, rows in groupby(matching, key=lambda row: row.article):
        yield from writer.records(ledger.report(article), frozenset(row.id for row in rows))
