"""The ledger's schema, as numbered scripts: a new ledger runs them all, an old one those that it has not seen."""

import re
import sqlite3
from dataclasses import dataclass
from importlib.resources import files

from averment.errors import LedgerError

APPLICATION_ID = 0x41564D54  # "AVMT", in the header of every ledger
_SCRIPT = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: its number, which is the version that it leads to, and its SQL."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """The steps that this version of Averment knows, in order; raises LedgerError where one is missing."""
    folder = files("averment.ledger") / "migrations"
    scripts = sorted((script for script in folder.iterdir() if _SCRIPT.fullmatch(script.name)), key=lambda s: s.name)
    found = tuple(Migration(int(s.name[:4]), s.name, s.read_text(encoding="utf-8")) for s in scripts)
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise LedgerError(f"{folder}: the migrations are not numbered 1, 2, 3 ...; install Averment again")
    return found


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration that a ledger has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: tuple[Migration, ...]) -> None:
    """Run the steps that the ledger has not seen, each in a transaction of its own: whole, or not at all."""
    connection.execute("PRAGMA foreign_keys = OFF")  # a step may rebuild a table that others refer to
    for step in steps[version(connection) :]:
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{step.sql}\n"
                f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {step.number};\nCOMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
