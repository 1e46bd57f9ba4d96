"""Rows as cells of a table: lists joined, parties as names and countries, and nothing that a spreadsheet would run."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averment.ledger import PartyRow

Cell = str | int | float | None

BETWEEN = "; "
"""Stands between the members of a list in one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for its beginning (OWASP, CSV Injection)


def columns(kind: type) -> Mapping[str, Callable[[object], Cell]]:
    """The columns of rows of the dataclass ``kind``, each with the way from a row to its cell.

    A list of parties becomes a column of names (or words) and one of countries.
    """
    found: dict[str, Callable[[object], Cell]] = {}
    for field in fields(kind):
        found[field.name] = partial(_cell, field.name)
        if field.name in ("actors", "recipients"):
            found[f"{field.name.removesuffix('s')}_countries"] = partial(_countries, field.name)
    return found


def runs(text: str) -> bool:
    """Whether a spreadsheet would take a cell of ``text`` for a formula; it skips blanks and controls before one."""
    return text.startswith(_FORMULA) or text.lstrip("".join(map(chr, range(33)))).startswith(_FORMULA[:4])


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if runs(text) else text


def _cell(name: str, row: object) -> Cell:
    value = getattr(row, name)
    if isinstance(value, tuple):
        return BETWEEN.join(item if isinstance(item, str) else item.name or item.words for item in value)
    return value if value is None or isinstance(value, int | float) else str(value)


def _countries(name: str, row: object) -> Cell:
    parties: tuple[PartyRow, ...] = getattr(row, name)
    return BETWEEN.join(dict.fromkeys(party.country for party in parties if party.country))
