"""The account of documents: what came in is stored, is a copy, or was rejected with a reason."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_COUNTS = """
SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM rejections),
    (SELECT count(*) FROM articles),
    (SELECT count(*) FROM documents d JOIN articles a ON a.id = d.article WHERE a.source <> d.source)
"""


@dataclass(frozen=True, slots=True)
class Account:
    """Every document that a ledger was ever given: ``documents`` = ``stored`` + ``copies`` + all ``rejected``.

    A document is counted once, however often it was read. ``rejected`` counts by reason.
    """

    documents: int
    stored: int
    copies: int
    rejected: Mapping[str, int]

    @property
    def balanced(self) -> bool:
        """Whether nothing was lost."""
        return self.documents == self.stored + self.copies + sum(self.rejected.values())


@dataclass(frozen=True, slots=True)
class RejectionRow:
    """One document that could not be kept: where it is, the reason in a word, and what happened."""

    source: str
    reason: str
    message: str


def select_account(connection: sqlite3.Connection) -> Account:
    """The account of the whole ledger; each part is counted in rows of its own."""
    reasons = connection.execute("SELECT reason, count(*) FROM rejections GROUP BY reason ORDER BY reason").fetchall()
    documents, stored, copies = connection.execute(_COUNTS).fetchone()
    return Account(documents, stored, copies, dict(reasons))


def select_rejections(connection: sqlite3.Connection) -> Iterator[RejectionRow]:
    """What was rejected, by source."""
    sql = "SELECT source, reason, message FROM rejections ORDER BY source, reason, message, article"
    return (RejectionRow(*row) for row in connection.execute(sql))
