"""A batch of documents on its way into the ledger: kept whole, or not at all."""

import sqlite3
from enum import StrEnum

from averment.ledger.check import check
from averment.ledger.failures import RecordError
from averment.ledger.flatten import fingerprint, flatten
from averment.ledger.tables import REPORT_TABLES, printable
from averment.records import Article, PublishedBasis, Report

Rank = tuple[int, bool, str, bool, str, str]


class Outcome(StrEnum):
    """What became of a document."""

    STORED = "stored"
    """Its article is new and was kept."""
    COPY = "copy"
    """Its article was in the ledger already, read from another source."""
    KNOWN = "known"
    """Its article was in the ledger already, read from the same source."""
    REJECTED = "rejected"
    """It was recorded with the reason for which it could not be kept."""


class Batch:
    """Writes inside one transaction; made by ``Ledger.batch``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, report: Report) -> Outcome:
        """Keep a report; where another document of the same article is held, keep the one that ranks first.

        Raises SpanError or RecordError, with nothing of the report kept, where it contradicts its text or itself.
        """
        if not wants(self._connection, report.article):
            return self.copy(report.article)
        check(report)
        rows = flatten(report)
        self._connection.execute("SAVEPOINT report")
        try:
            replaced = self._connection.execute("DELETE FROM articles WHERE id = ?", (report.article.id,)).rowcount
            for table in REPORT_TABLES:
                self._connection.executemany(table.insert, rows[table.name])
        except sqlite3.IntegrityError as error:
            self._connection.execute("ROLLBACK TO report")
            self._connection.execute("RELEASE report")
            raise RecordError(
                f"{report.article.source}: a record's id is taken by another article ({error})"
            ) from error
        self._connection.execute("RELEASE report")
        outcome = self.copy(report.article)
        return outcome if replaced else Outcome.STORED

    def copy(self, article: Article) -> Outcome:
        """Note that the article, which the ledger holds, was read from this source too."""
        new = self._note(article.source, article.id)
        for (source,) in self._connection.execute("SELECT source FROM rejections WHERE article = ?", (article.id,)):
            self._note(source, article.id)  # its coding failed once; what it says is held now
        self._connection.execute("DELETE FROM rejections WHERE article = ? AND article <> ''", (article.id,))
        return Outcome.COPY if new else Outcome.KNOWN

    def reject(self, source: str, reason: str, message: str, article: Article | None = None) -> Outcome:
        """Record a document that cannot be kept; ``article`` where it was read and its coding failed.

        A failed article that the ledger holds from another source is a copy. The same rejection again changes nothing.
        """
        source, message = printable(source), printable(message)
        if article is not None:
            if held_rank(self._connection, article.id):
                return self.copy(article)
            failed = (source, article.id)
            self._connection.execute("DELETE FROM rejections WHERE source = ? AND article = ?", failed)
        self._connection.execute(
            "INSERT OR IGNORE INTO rejections (source, reason, message, article) VALUES (?, ?, ?, ?)",
            (source, reason, message, article.id if article else ""),
        )
        return Outcome.REJECTED

    def _note(self, source: str, article: str) -> bool:
        """Whether the document is a new one."""
        noted = self._connection.execute(
            "INSERT OR IGNORE INTO documents (source, article) VALUES (?, ?)", (source, article)
        )
        return noted.rowcount == 1


def wants(connection: sqlite3.Connection, article: Article) -> bool:
    """Whether the ledger lacks the article, or holds a document of it that ranks after this one."""
    held = held_rank(connection, article.id)
    return held is None or rank(article) < held


def rank(article: Article) -> Rank:
    """The order among documents of one article, first the one to keep.

    A date that is known better goes first, then the earlier one, then the one whose outlet is known; the rest only
    makes the order total, so that which document is kept does not hang on the order of reading.
    """
    published = article.published.isoformat() if article.published else None
    outlet = article.outlet is not None
    return _rank(article.published_basis.value, published, outlet, article.source, fingerprint(article))


def held_rank(connection: sqlite3.Connection, id_: str) -> Rank | None:
    """The rank of the document that the ledger keeps as article ``id_``, or None where it holds none."""
    row = connection.execute(
        "SELECT published_basis, published, outlet IS NOT NULL, source, fingerprint FROM articles WHERE id = ?", (id_,)
    ).fetchone()
    return _rank(*row) if row else None


def _rank(basis: str, published: str | None, outlet: bool, source: str, fingerprint: str) -> Rank:
    certainty = list(PublishedBasis).index(PublishedBasis(basis))
    return certainty, published is None, published or "", not outlet, source, fingerprint
