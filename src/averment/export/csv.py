"""CSV as RFC 4180 has it: UTF-8, a line of column names first, lines that end in CR LF."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO, TextIOWrapper
from typing import BinaryIO

from averment.export.cells import Cell, columns, harmless

_LONGEST = 2**31 - 1  # of a cell; a sentence or a quotation may be longer than the reader's 131,072 characters


class CsvForm:
    """Rows of a dataclass as CSV; a cell that a spreadsheet would run gets an apostrophe before it."""

    def __init__(self, kind: type) -> None:
        """``kind`` is the dataclass of the rows; its fields are the columns."""
        self._columns = columns(kind)

    def chunks(self, rows: Iterable[object]) -> Iterator[bytes]:
        """Yield the file's bytes, a line at a time."""
        for cells in self._table(rows):
            line = StringIO()
            csv.writer(line).writerow(cells)
            yield line.getvalue().encode()

    def read(self, file: BinaryIO) -> Iterator[object]:
        """Yield the cells of each line but the first, which must name the columns; raises ValueError."""
        csv.field_size_limit(_LONGEST)
        lines = csv.reader(TextIOWrapper(file, encoding="utf-8", newline=""), strict=True)
        try:
            if next(lines, None) != list(self._columns):
                raise ValueError("the first line does not name the columns")
            yield from lines
        except csv.Error as error:
            raise ValueError(str(error)) from error

    def expected(self, rows: Iterable[object]) -> Iterator[object]:
        """Yield the cells of each row, as text."""
        table = self._table(rows)
        next(table)
        return table

    def _table(self, rows: Iterable[object]) -> Iterator[list[str]]:
        yield list(self._columns)
        for row in rows:
            yield [_text(cell(row)) for cell in self._columns.values()]


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else str(cell)
