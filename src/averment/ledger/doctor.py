"""Looking a ledger over: is everything still in it, and does every row stand on its words?"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from averment.errors import LedgerError
from averment.ledger.account import select_account
from averment.ledger.check import problems
from averment.ledger.failures import explained
from averment.ledger.flatten import flatten
from averment.ledger.ledger import Ledger, stored_rows
from averment.ledger.lock import WriterLock
from averment.ledger.restore import restore
from averment.ledger.tables import REPORT_TABLES, Rows

Progress = Callable[[int, int], None]
"""Told how many articles have been looked at, and of how many."""

_SEARCHES = ("articles_search", "statements_search", "events_search")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: which check found it, in which article or table, and what it is."""

    check: str
    where: str
    message: str


def doctor(path: Path | str, on_progress: Progress | None = None) -> Iterator[Finding]:
    """Look the ledger at ``path`` over and yield what is wrong with it; nothing, where it is sound.

    Checked are the file, references between rows, the account of documents, every span and every quote against its
    text, and the search indexes. All see the ledger at one moment, while others may go on writing. Raises LedgerError
    where the ledger cannot be read at all.
    """
    with Ledger.open(path) as ledger:
        with ledger.reading() as connection:
            damage = list(_file(connection))
            yield from damage
            try:
                yield from _references(connection)
                yield from _account(connection)
                yield from _articles(connection, on_progress)
            except sqlite3.DatabaseError:
                if not damage:  # else it is told already
                    raise
        yield from _searches(ledger.path)


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        for (found,) in connection.execute("PRAGMA integrity_check"):
            if found != "ok":
                yield Finding("file", "database", f"{found}; restore a backup")
    except sqlite3.DatabaseError as error:  # so damaged that it cannot be checked to the end
        yield Finding("file", "database", f"{error}; restore a backup, or salvage it with `sqlite3 FILE .recover`")


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding("references", table, f"a row refers to a row of {parent} that is missing")


def _account(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Documents in = stored + copies + rejected: each article has the document that it was read from."""
    account = select_account(connection)
    if not account.balanced:
        parts = f"{account.stored} stored + {account.copies} copies + {sum(account.rejected.values())} rejected"
        yield Finding("account", "documents", f"{account.documents} documents are not {parts}")
    lost = connection.execute(
        "SELECT id, source FROM articles a "
        "WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.article = a.id AND d.source = a.source)"
    )
    for article, source in lost:
        yield Finding("account", article, f"the document it was read from, {source}, is missing")
    for (source,) in connection.execute("SELECT source FROM documents WHERE article NOT IN (SELECT id FROM articles)"):
        yield Finding("account", source, "the document is counted as stored, but its article is missing")
    both = "SELECT source FROM rejections WHERE article IN (SELECT id FROM articles)"
    for (source,) in connection.execute(both):
        yield Finding("account", source, "the document is counted as rejected, but its article is stored")


def _articles(connection: sqlite3.Connection, on_progress: Progress | None) -> Iterator[Finding]:
    (total,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    for done, (article,) in enumerate(connection.execute("SELECT id FROM articles ORDER BY id"), 1):
        yield from _article(connection, article)
        if on_progress:
            on_progress(done, total)


def _article(connection: sqlite3.Connection, article: str) -> Iterator[Finding]:
    """Spans, references and quotes of one article: its rows must be those that its report would be written as."""
    try:
        stored = stored_rows(connection, article)
        report = restore(stored)
        written = flatten(report)
    except (ValueError, TypeError, KeyError, sqlite3.OperationalError) as error:  # the last for bytes that are no UTF-8
        yield Finding("rows", article, f"a row holds what was never written: {error}")
        return
    found = [
        Finding("spans" if it.of_span else "records", article, f"{it.record}: {it.message}") for it in problems(report)
    ]
    yield from found or _differences(article, stored, written)


def _differences(article: str, stored: Rows, written: Rows) -> Iterator[Finding]:
    """Columns that are made of others and the text, above all quotes, and do not agree with them."""
    for table in REPORT_TABLES:
        for old, new in zip(stored[table.name], written[table.name], strict=False):
            differing = [name for name, a, b in zip(table.columns, old, new, strict=True) if a != b]
            if differing:
                yield Finding("quotes", article, f"{table.name} {old[0]}: {', '.join(differing)} does not fit the text")
        if len(stored[table.name]) != len(written[table.name]):
            yield Finding("rows", article, f"{table.name} holds rows that belong to no record")


def _searches(path: Path) -> Iterator[Finding]:
    """Whether the search indexes say what the rows say. SQLite counts this check as writing."""
    lock = WriterLock(path)
    try:
        lock.acquire(patience=0)
    except LedgerError as error:
        yield Finding("search", "all", f"could not be checked: {error}")
        return
    try:
        with explained(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for index in _SEARCHES:
                yield from _search(connection, index)
    finally:
        lock.release()


def _search(connection: sqlite3.Connection, index: str) -> Iterator[Finding]:
    try:
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        yield Finding("search", index, f"the index does not say what the rows say ({error})")
