"""A whole copy of a ledger, made while others read and write it, and checked before it gets its name."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from averment.errors import LedgerError
from averment.ledger.failures import explained


def backup(path: Path | str, target: Path | str, *, force: bool = False) -> None:
    """Copy the ledger at ``path`` to ``target``, one self-contained file; others may read and write it meanwhile.

    The copy is complete and checked, or absent. Raises LedgerError where ``target`` exists and ``force`` is not given,
    or where the copy cannot be made.
    """
    from averment.ledger.ledger import Ledger

    path, target = Path(path), Path(target)
    if target.exists() and path.exists() and target.samefile(path):
        raise LedgerError(f"{target} is the ledger itself; give the backup another name")
    with Ledger.open(path) as ledger, ledger.reading() as connection:
        copy(connection, target, force=force)


def copy(connection: sqlite3.Connection, target: Path, *, force: bool = False) -> None:
    """Copy the database behind ``connection`` to ``target``, as ``backup`` does."""
    _check_target(target, force)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with explained(target):
            _fill(connection, temporary)
        _synchronise(temporary)
        if not force:
            _check_target(target, force)  # somebody may have made it meanwhile
        temporary.replace(target)
    except OSError as error:
        raise LedgerError(f"{target} cannot be written: {error.strerror}; check its folder and the disk") from error
    finally:
        temporary.unlink(missing_ok=True)


def _check_target(target: Path, force: bool) -> None:
    if target.is_dir():
        raise LedgerError(f"{target} is a folder; give the path of the file to be made")
    if target.exists() and not force:
        raise LedgerError(f"{target} exists already; give another name, or say that it may be overwritten")
    if target.with_name(f"{target.name}-wal").exists():
        raise LedgerError(f"{target} is a database in use, or one whose writer was killed; give another name")


def _fill(connection: sqlite3.Connection, target: Path) -> None:
    """Copy into ``target``, one self-contained file, and check what it holds."""
    with closing(sqlite3.connect(target, isolation_level=None)) as made:
        connection.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")
        found = made.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise LedgerError(f"the copy does not pass the check and is not kept ({found}); run `averment doctor`")


def _synchronise(path: Path) -> None:
    """Have the file on the disk before it gets its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
