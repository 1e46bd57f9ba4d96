"""What SQLite says when something fails, in words that say which ledger, what happened and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from averment.errors import LedgerError

_ADVICE = {
    sqlite3.SQLITE_BUSY: "is locked by another program; try again when it has finished",
    sqlite3.SQLITE_LOCKED: "is locked by another program; try again when it has finished",
    sqlite3.SQLITE_READONLY: "cannot be written; check the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be opened; check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and that both may be read and written",
    sqlite3.SQLITE_IOERR: "could not be read or written; check the disk that it lies on",
    sqlite3.SQLITE_FULL: "could not be written: the disk is full; free some space and run the same command again",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a backup, or salvage it with `sqlite3 FILE .recover`",
    sqlite3.SQLITE_NOTADB: "is not a database; give the path of a ledger, or of a new file to make one",
}
_PRIMARY = 0xFF  # the low byte of an extended result code is the primary one


class RecordError(LedgerError):
    """A report that cannot be kept because its records contradict each other; other reports are not touched."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into ``LedgerError`` that names the ledger at ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path} {_advice(error)}") from error


def _advice(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    return f"{_ADVICE.get(code, 'cannot be used')} ({error})"
