"""Sanctions lists in the ledger: kept whole, read back equal, removed."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from averment.errors import LedgerError
from averment.ledger.tables import LIST_ALIASES, LIST_ENTRIES, LIST_WALLETS, LISTS, Row, printable
from averment.lists.entry import Alias, ListEntry, ListKind, ListVersion, SanctionsList, Tie, Wallet, Years

_VERSIONS = """
SELECT l.id, l.name, l.date,
    (SELECT count(*) FROM list_entries e WHERE e.list = l.id),
    (SELECT count(*) FROM list_aliases a WHERE a.list = l.id),
    (SELECT count(*) FROM list_wallets w WHERE w.list = l.id),
    l.format, l.source, l.digest
FROM lists l ORDER BY l.name, l.date
"""
_ENTRIES = """
SELECT id, kind, name, title, programs, remarks, births, ties, linked_to FROM list_entries WHERE list = ? ORDER BY id
"""
_ALIASES = "SELECT entry, name, type, weak FROM list_aliases WHERE list = ? ORDER BY entry, position"
_WALLETS = "SELECT entry, asset, address FROM list_wallets WHERE list = ? ORDER BY entry, position"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list that the ledger holds: its id, name and date, how much is on it, and the file that it came from."""

    id: str
    name: str
    date: date
    entries: int
    aliases: int
    wallets: int
    format: str
    source: str
    digest: str


def keep_list(connection: sqlite3.Connection, found: SanctionsList) -> bool:
    """Keep a list; False where it is held already. Raises LedgerError where other files are held for its day."""
    version = found.version
    held = connection.execute("SELECT digest, source FROM lists WHERE id = ?", (version.id,)).fetchone()
    if held is not None:
        if held[0] == version.digest:
            return False
        raise LedgerError(
            f"the ledger holds {version.id} already, from another file ({held[1]}); to put this one in its place, "
            f"remove that with `averment lists remove {version.id}` first"
        )
    day, source = version.date.isoformat(), printable(version.source)
    connection.execute(LISTS.insert, (version.id, version.name, day, version.format, source, version.digest))
    entries, list_ = found.entries, version.id
    connection.executemany(LIST_ENTRIES.insert, (_entry_row(list_, entry) for entry in entries))
    connection.executemany(LIST_ALIASES.insert, (row for entry in entries for row in _alias_rows(list_, entry)))
    connection.executemany(LIST_WALLETS.insert, (row for entry in entries for row in _wallet_rows(list_, entry)))
    return True


def remove_list(connection: sqlite3.Connection, id_: str) -> None:
    """Remove a list with all that is on it; raises LedgerError where there is none of that id."""
    if not connection.execute("DELETE FROM lists WHERE id = ?", (printable(id_),)).rowcount:
        raise LedgerError(f"there is no list {id_} in the ledger; {_held(connection)}")


def select_lists(connection: sqlite3.Connection) -> Iterator[ListRow]:
    """The lists that are held, by name and date."""
    for id_, name, day, *rest in connection.execute(_VERSIONS):
        yield ListRow(id_, name, date.fromisoformat(day), *rest)


def select_list(connection: sqlite3.Connection, id_: str) -> SanctionsList:
    """A list as it was kept; raises LedgerError where there is none of that id."""
    row = next((row for row in select_lists(connection) if row.id == id_), None)
    if row is None:
        raise LedgerError(f"there is no list {id_} in the ledger; {_held(connection)}")
    version = ListVersion(row.name, row.date, row.format, row.source, row.digest)
    aliases, wallets = defaultdict[int, list[Alias]](list), defaultdict[int, list[Wallet]](list)
    for entry, name, type_, weak in connection.execute(_ALIASES, (id_,)):
        aliases[entry].append(Alias(name, type_, bool(weak)))
    for entry, asset, address in connection.execute(_WALLETS, (id_,)):
        wallets[entry].append(Wallet(asset, address))
    rows = connection.execute(_ENTRIES, (id_,))
    return SanctionsList(version, tuple(_entry(cells, aliases, wallets) for cells in rows))


def _entry(cells: Row, aliases: dict[int, list[Alias]], wallets: dict[int, list[Wallet]]) -> ListEntry:
    number, kind, name, title, programs, remarks, births, ties, linked_to = cells
    assert isinstance(number, int)  # noqa: S101  its column is strictly so
    return ListEntry(
        id=number,
        kind=ListKind(str(kind)),
        name=str(name),
        aliases=tuple(aliases.get(number, ())),
        programs=tuple(json.loads(str(programs))),
        title=None if title is None else str(title),
        remarks=str(remarks),
        births=tuple(Years(*years) for years in json.loads(str(births))),
        ties=tuple(Tie(*tie) for tie in json.loads(str(ties))),
        linked_to=tuple(json.loads(str(linked_to))),
        wallets=tuple(wallets.get(number, ())),
    )


def _entry_row(list_: str, entry: ListEntry) -> Row:
    lists = (_json(value) for value in (entry.births, entry.ties, entry.linked_to))
    return (list_, entry.id, entry.kind, entry.name, entry.title, _json(entry.programs), entry.remarks, *lists)


def _alias_rows(list_: str, entry: ListEntry) -> Iterator[Row]:
    for position, alias in enumerate(entry.aliases):
        yield list_, entry.id, position, alias.name, alias.type, int(alias.weak)


def _wallet_rows(list_: str, entry: ListEntry) -> Iterator[Row]:
    for position, wallet in enumerate(entry.wallets):
        yield list_, entry.id, position, wallet.asset, wallet.address


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _held(connection: sqlite3.Connection) -> str:
    held = ", ".join(row.id for row in select_lists(connection))
    return f"it holds {held}" if held else "it holds none; `averment lists add FILE` adds one"
