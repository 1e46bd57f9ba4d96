"""Opening a ledger's file: is it there, is it a ledger, and is its schema the one this version knows?"""

import os
import sqlite3
from pathlib import Path

from averment.errors import LedgerError
from averment.ledger.failures import explained
from averment.ledger.migrate import APPLICATION_ID, Migration, migrate, version

BUSY_TIMEOUT = 5.0  # seconds to wait for a program that locks the file for a moment
CACHE_KIB = 64 * 1024  # of the file kept in memory: ids are hashes, so that rows land anywhere in their indexes
_MAKE_ONE = "make a ledger with `averment ingest PATH"
_MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the file at ``path``, which exists, and check that it may be an SQLite database; nothing is changed.

    A reader opens the file so that it can tidy up after a writer that was killed, and may not change a row.
    """
    inspect(path)
    with explained(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{_mode(path, write)}", uri=True, timeout=BUSY_TIMEOUT, isolation_level=None
        )
        try:
            connection.execute(f"PRAGMA query_only = {'OFF' if write else 'ON'}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def inspect(path: Path) -> None:
    """Raise LedgerError where ``path`` is not a file that could be a ledger."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise LedgerError(f"{path} does not exist; {_MAKE_ONE} --ledger {path}`") from error
    except IsADirectoryError as error:
        raise LedgerError(f"{path} is a folder; give the path of a file, such as {path / 'my.averment'}") from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}; check the permissions of the file") from error
    if magic and magic != _MAGIC:
        raise LedgerError(f"{path} is not a ledger, nor a database at all; give the path of a ledger, or of a new file")


def _mode(path: Path, write: bool) -> str:
    """The URI parameters: as a reader of a file or folder that cannot be written, leave no trace."""
    if write or (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        return "mode=rw"
    unfinished = path.with_name(f"{path.name}-wal").exists()
    return "mode=ro" if unfinished else "mode=ro&immutable=1"


def is_blank(connection: sqlite3.Connection) -> bool:
    """Whether the database holds nothing at all: a new file, or one whose making was broken off."""
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] and version(connection) == 0


def is_current(connection: sqlite3.Connection, path: Path, steps: tuple[Migration, ...]) -> bool:
    """Whether the ledger's schema is the one that ``steps`` lead to.

    Raises LedgerError for a database that is no ledger, and for a ledger made by a newer version.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise LedgerError(f"{path} is a database, but not a ledger; give the path of a ledger, or of a new file")
    if version(connection) > len(steps):
        raise LedgerError(
            f"{path} was written by a newer version of Averment (its schema is {version(connection)}, this version "
            f"knows {len(steps)}); upgrade Averment, and nothing in the ledger is lost"
        )
    return version(connection) == len(steps)


def establish(path: Path, connection: sqlite3.Connection, steps: tuple[Migration, ...], *, create: bool) -> None:
    """Bring the file's schema up to date; the caller holds the writer's lock.

    A blank file becomes a ledger where ``create`` says so; an old ledger is copied beside itself before it is changed.
    """
    from averment.ledger.backup import copy

    blank = is_blank(connection)
    if blank and not create:
        raise LedgerError(f"{path} is empty; {_MAKE_ONE} --ledger {path}`")
    current = not blank and is_current(connection, path, steps)
    connection.execute("PRAGMA journal_mode = WAL")  # a backup that is put back is not in it
    if current:
        return
    if not blank:
        copy(connection, spare_name(path, version(connection)))
    migrate(connection, steps)
    connection.execute("PRAGMA foreign_keys = ON")


def spare_name(path: Path, old: int) -> Path:
    """A name for the backup of a ledger of version ``old`` that no file has yet."""
    names = [f"{path.name}.v{old}.backup", *(f"{path.name}.v{old}.backup-{n}" for n in range(2, 1000))]
    return next(free for name in names if not (free := path.with_name(name)).exists())
