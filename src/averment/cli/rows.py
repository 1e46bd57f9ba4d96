"""Rows of the ledger for other programs: JSON lines and CSV, streamed to standard output."""

import csv
import sys
from collections.abc import Iterable
from io import StringIO

from averment.cli.words import plain
from averment.export.cells import Cell, columns, runs


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
    found = columns(kind)
    _print_line(found)
    for row in rows:
        _print_line([harmless(cell(row)) for cell in found.values()])
    sys.stdout.flush()


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs and no terminal obeys."""
    if not isinstance(cell, str):
        return cell
    return f"'{plain(cell)}" if runs(cell) or runs(plain(cell)) else plain(cell)


def _print_line(cells: Iterable[Cell]) -> None:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    sys.stdout.buffer.write(line.getvalue().encode())
