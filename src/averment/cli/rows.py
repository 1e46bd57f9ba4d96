"""Rows of the ledger for other programs: JSON lines and CSV, streamed to standard output."""

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from averment.cli.words import plain

if TYPE_CHECKING:
    from averment.ledger import PartyRow

Cell = str | int | float | None

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_jsonl(rows: Iterable[object]) -> None:
    """Print one JSON object a row, with the row's field names."""
    from averment.report import json_line

    for row in rows:
        sys.stdout.buffer.write(json_line(row) + b"\n")
    sys.stdout.flush()


def print_csv(kind: type, rows: Iterable[object]) -> None:
    """Print rows of the dataclass ``kind`` as CSV in UTF-8, a line of column names first.

    Lists are joined by "; ". A list of parties becomes a column of names (or words) and one of countries. A cell that
    a spreadsheet would run as a formula gets an apostrophe before it.
    """
    columns = _columns(kind)
    _print_line(columns)
    for row in rows:
        _print_line([harmless(cell(row)) for cell in columns.values()])
    sys.stdout.flush()


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs and no terminal obeys."""
    if not isinstance(cell, str):
        return cell
    return f"'{plain(cell)}" if cell.startswith(_FORMULA) or plain(cell).startswith(_FORMULA) else plain(cell)


def _print_line(cells: Iterable[Cell]) -> None:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    sys.stdout.buffer.write(line.getvalue().encode())


def _columns(kind: type) -> Mapping[str, Callable[[object], Cell]]:
    """The columns of a table, each with the way from a row to its cell."""
    columns: dict[str, Callable[[object], Cell]] = {}
    for field in fields(kind):
        columns[field.name] = partial(_cell, field.name)
        if field.name in ("actors", "recipients"):
            columns[f"{field.name.removesuffix('s')}_countries"] = partial(_countries, field.name)
    return columns


def _cell(name: str, row: object) -> Cell:
    value = getattr(row, name)
    if isinstance(value, tuple):
        return "; ".join(item if isinstance(item, str) else item.name or item.words for item in value)
    return value if value is None or isinstance(value, int | float) else str(value)


def _countries(name: str, row: object) -> Cell:
    parties: tuple[PartyRow, ...] = getattr(row, name)
    return "; ".join(dict.fromkeys(party.country for party in parties if party.country))
