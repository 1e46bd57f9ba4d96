"""A row by the beginning of its id: an article, or a statement or event with the article that it was read out of."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from averment.errors import LedgerError
from averment.ledger.tables import printable

_ARTICLES = "SELECT id, id FROM articles WHERE id >= ?1 AND substr(id, 1, ?2) = ?1 ORDER BY id LIMIT 3"
_ROWS = """
SELECT id, article FROM events WHERE id >= ?1 AND substr(id, 1, ?2) = ?1 UNION ALL
SELECT id, article FROM statements WHERE id >= ?1 AND substr(id, 1, ?2) = ?1 ORDER BY id LIMIT 3
"""


class Found(NamedTuple):
    """A row's whole id, and the id of its article."""

    id: str
    article: str


def find_article(connection: sqlite3.Connection, path: Path, beginning: str) -> str:
    """The one article id that begins so; raises LedgerError, naming the ledger at ``path``."""
    return _one(connection, path, _ARTICLES, beginning, "article", "articles", "`averment articles` lists them").id


def find_row(connection: sqlite3.Connection, path: Path, beginning: str) -> Found:
    """The one event or statement whose id begins so; raises LedgerError, naming the ledger at ``path``."""
    hint = "`averment events --format jsonl` and `averment statements --format jsonl` print them"
    return _one(connection, path, _ROWS, beginning, "event or statement", "events or statements", hint)


def _one(connection: sqlite3.Connection, path: Path, sql: str, beginning: str, one: str, many: str, hint: str) -> Found:
    beginning = printable(beginning)
    found = [Found(*row) for row in connection.execute(sql, (beginning, len(beginning)))]
    if not found:
        raise LedgerError(f"{path} holds no {one} {beginning}; {hint}")
    if len(found) > 1 and found[0].id != beginning:
        some = ", ".join(row.id for row in found)
        raise LedgerError(f"several {many} in {path} begin with {beginning!r} ({some} ...); give more of it")
    return found[0]
