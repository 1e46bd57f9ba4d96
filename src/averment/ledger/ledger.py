"""The one file that keeps articles and what was read out of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from averment.errors import LedgerError
from averment.ledger.account import Account, RejectionRow, select_account, select_rejections
from averment.ledger.batch import Batch, Outcome, wants
from averment.ledger.connection import connect, establish, is_blank, is_current
from averment.ledger.failures import explained
from averment.ledger.filter import Filter
from averment.ledger.find import find_article, find_row
from averment.ledger.listed import ListRow, keep_list, remove_list, select_list, select_lists
from averment.ledger.lock import WriterLock
from averment.ledger.migrate import migrations
from averment.ledger.named import select_addresses, select_subjects
from averment.ledger.query import select_articles, select_events, select_statements
from averment.ledger.restore import restore
from averment.ledger.tables import REPORT_TABLES, Rows
from averment.ledger.views import ArticleRow, EventRow, StatementRow
from averment.lists.entry import SanctionsList
from averment.lists.subject import Subject
from averment.records import Article, Report

_EVERYTHING = Filter()
Found = TypeVar("Found")


class Ledger:
    """An open ledger; close it, or use it in a ``with`` statement.

    Readers never wait for the writer, and see its batches whole. One process writes at a time.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        """Take over a connection that is open; use ``Ledger.open``."""
        self.path = path
        self._connection = connection
        self._lock = lock
        self._readings = 0
        self._began_reading = False

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, create: bool = False) -> Self:
        """Open the ledger at ``path`` to read it, or to ``write``; ``create`` makes one where there is none.

        A ledger of an older version is brought up to date, with a backup beside it first. Raises LedgerError, saying
        what to do, where the file is no ledger, is newer, is locked, or cannot be opened.
        """
        path = Path(path)
        if write or create:
            return cls._open_to_write(path, create)
        connection = connect(path, write=False)
        with ExitStack() as undo, explained(path):
            undo.callback(connection.close)
            if not is_blank(connection) and is_current(connection, path, migrations()):
                undo.pop_all()
                return cls(path, connection, None)
        cls._open_to_write(path, create=False).close()  # brings it up to date
        return cls(path, connect(path, write=False), None)

    @classmethod
    def _open_to_write(cls, path: Path, create: bool) -> Self:
        if not create or path.exists():
            connect(path, write=False).close()  # what is no ledger gets no lock file beside it
        lock = WriterLock(path)
        lock.acquire()
        with ExitStack() as undo, explained(path):
            undo.callback(lock.release)
            if create:
                _touch(path)
            connection = connect(path, write=True)
            undo.callback(connection.close)
            establish(path, connection, migrations(), create=create)
            undo.pop_all()
        return cls(path, connection, lock)

    def close(self) -> None:
        """Close the file; the writer lets go of its lock."""
        try:
            self._connection.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the ledger."""
        self.close()

    def write(self, report: Report) -> Outcome:
        """Keep one report in a batch of its own; see ``Batch.add``. For many, use ``batch``."""
        with self.batch() as batch:
            return batch.add(report)

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """A batch to add documents to: kept at the end of the ``with`` block, and not at all where that raises."""
        with self._writing() as connection:
            yield Batch(connection)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept at the end of the block, and not at all where that raises."""
        if self._lock is None:
            raise LedgerError(f"{self.path} was opened to be read; open it with write=True")
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def wants(self, article: Article) -> bool:
        """Whether coding ``article`` would change the ledger: it is new, or held in a document that ranks after it."""
        with explained(self.path):
            return wants(self._connection, article)

    def articles(self, where: Filter = _EVERYTHING) -> Iterator[ArticleRow]:
        """Articles by date of publication, those without one last."""
        return self._streamed(select_articles(self._connection, where))

    def statements(self, where: Filter = _EVERYTHING) -> Iterator[StatementRow]:
        """Statements, by article and in the order of its text."""
        return self._streamed(select_statements(self._connection, where))

    def events(self, where: Filter = _EVERYTHING) -> Iterator[EventRow]:
        """Events, by article and in the order of its text."""
        return self._streamed(select_events(self._connection, where))

    def add_list(self, found: SanctionsList) -> bool:
        """Keep a sanctions list as it stood on its day; False where it is held already, which changes nothing.

        Raises LedgerError where the ledger holds another file's list of the same name and day.
        """
        with self._writing() as connection:
            return keep_list(connection, found)

    def remove_list(self, id_: str) -> None:
        """Remove the list of that id, such as ``ofac-sdn@2022-09-14``; raises LedgerError where there is none."""
        with self._writing() as connection:
            remove_list(connection, id_)

    def lists(self) -> tuple[ListRow, ...]:
        """The sanctions lists that are held, by name and date."""
        with self.reading() as connection:
            return tuple(select_lists(connection))

    def sanctions_list(self, id_: str) -> SanctionsList:
        """The list of that id, equal to what was added but for its notes; raises LedgerError where there is none."""
        with self.reading() as connection:
            return select_list(connection, id_)

    def subjects(self) -> tuple[Subject, ...]:
        """Everybody named in the articles, but states, as subjects to look for on sanctions lists; by name."""
        with self.reading() as connection:
            return tuple(select_subjects(connection))

    def addresses(self) -> dict[str, int]:
        """What may be a wallet address in the articles, and how many hold it."""
        with self.reading() as connection:
            return dict(select_addresses(connection))

    def rejections(self) -> Iterator[RejectionRow]:
        """Documents that could not be kept, by source."""
        return self._streamed(select_rejections(self._connection))

    def account(self) -> Account:
        """The account of every document that was ever read into the ledger."""
        with self.reading() as connection:
            return select_account(connection)

    def report(self, id_: str) -> Report:
        """The report of the article whose id is, or begins with, ``id_``, equal to what was written.

        Raises LedgerError where no article's id begins so, or those of several do.
        """
        with self.reading() as connection:
            return restore(stored_rows(connection, find_article(connection, self.path, id_)))

    def report_with(self, id_: str) -> tuple[Report, str]:
        """The report that holds the event or statement whose id is, or begins with, ``id_``; and the whole of that id.

        Raises LedgerError where no id of either begins so, or several do.
        """
        with self.reading() as connection:
            found = find_row(connection, self.path, id_)
            return restore(stored_rows(connection, found.article)), found.id

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection whose queries, in this block, all see the ledger at one moment."""
        with explained(self.path):
            if not self._connection.in_transaction:  # else it is one moment already: a batch, or another reading
                self._connection.execute("BEGIN")
                self._began_reading = True
            self._readings += 1
            try:
                yield self._connection
            finally:
                self._readings -= 1
                if self._began_reading and not self._readings:
                    self._began_reading = False
                    self._connection.execute("ROLLBACK")

    def _streamed(self, found: Iterator[Found]) -> Iterator[Found]:
        with explained(self.path):
            yield from found


def stored_rows(connection: sqlite3.Connection, article: str) -> Rows:
    """The rows of one article, by table and in order."""
    return {table.name: connection.execute(table.select, (article,)).fetchall() for table in REPORT_TABLES}


def _touch(path: Path) -> None:
    """Make an empty file where there is none."""
    try:
        path.touch()
    except OSError as error:
        raise LedgerError(f"{path} cannot be made: {error.strerror}; check that its folder exists") from error
