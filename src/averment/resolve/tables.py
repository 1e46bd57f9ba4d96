"""The knowledge files beside this code: CSV tables, checked as they are loaded."""

import csv
from dataclasses import dataclass
from importlib.resources import files

from averment.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def each(self, column: str) -> list[str]:
        """The members of a cell that lists several, separated by semicolons."""
        return [part.strip() for part in self.cells[column].split(";") if part.strip()]

    def wrong(self, what: str) -> LexiconError:
        """The error that says what is wrong with this line."""
        return LexiconError(f"resolve/data/{self.file}, line {self.line}: {what}.")


def rows(file: str, columns: tuple[str, ...]) -> list[Row]:
    """The lines of ``resolve/data/<file>``.

    Raises LexiconError if the header is not ``columns``, a line has another number of cells, or its first is empty.
    """
    with (files("averment.resolve") / "data" / file).open(encoding="utf-8") as stream:
        reader = csv.reader(stream)
        header = tuple(next(reader, ()))
        if header != columns:
            raise LexiconError(f"resolve/data/{file}, line 1: the columns must be {', '.join(columns)}.")
        return [_row(file, reader.line_num, columns, cells) for cells in reader]


def _row(file: str, line: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    row = Row(file, line, dict(zip(columns, cells, strict=False)))
    if len(cells) != len(columns):
        raise row.wrong(f"{len(cells)} cells instead of {len(columns)}")
    if not cells[0].strip():
        raise row.wrong(f"the column {columns[0]!r} is empty")
    return row
