"""JSON lines: one object a row, in UTF-8."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Generic, TypeVar

import msgspec

from averment.report import json_line

Row = TypeVar("Row")


class JsonlForm(Generic[Row]):
    """Rows of a dataclass or a struct, one JSON object a line, under the names of its fields."""

    def __init__(self, kind: type[Row]) -> None:
        """``kind`` is the type of the rows, and the shape that is asked for when they are read back."""
        self._decoder = msgspec.json.Decoder(kind)

    def chunks(self, rows: Iterable[Row]) -> Iterator[bytes]:
        """Yield the file's bytes, a line at a time."""
        return (json_line(row) + b"\n" for row in rows)

    def read(self, file: BinaryIO) -> Iterator[Row]:
        """Yield the rows of a file; raises ValueError for a line of another shape."""
        for line in file:
            if not line.endswith(b"\n"):
                raise ValueError("the last line is cut off")
            yield self._decoder.decode(line)

    def expected(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows themselves."""
        return iter(rows)
