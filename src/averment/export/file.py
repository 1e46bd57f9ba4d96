"""A file that is complete and checked, or absent."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from averment.errors import AvermentError

Row = TypeVar("Row", contravariant=True)
Kept = TypeVar("Kept")


class ExportError(AvermentError):
    """An export that cannot be written, or that does not read back as what was written."""


class Form(Protocol[Row]):
    """A way to write rows to a file and to read them again."""

    def chunks(self, rows: Iterable[Row]) -> Iterator[bytes]:
        """Yield the file's bytes, in pieces."""
        ...

    def read(self, file: BinaryIO) -> Iterator[object]:
        """Yield what a file of this form holds, one object a row; raises ValueError where it has another shape."""
        ...

    def expected(self, rows: Iterable[Row]) -> Iterator[object]:
        """Yield what ``read`` must give for these rows."""
        ...


def write_file(target: Path, form: Form[Kept], rows: Callable[[], Iterable[Kept]], *, force: bool = False) -> int:
    """Write rows to ``target`` and return how many; the file is whole, read back and compared, or not there.

    ``rows`` is called twice, to write and to compare, and must give the same rows both times. Raises ExportError
    where ``target`` exists and ``force`` is not given, where it cannot be written, or where it does not read back.
    """
    _check(target, force)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _write(temporary, form.chunks(rows()))
        count = _compare(temporary, target, form, rows())
        _check(target, force)  # somebody may have made it meanwhile
        temporary.replace(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}; check its folder and the disk") from error
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _check(target: Path, force: bool) -> None:
    if target.is_dir():
        raise ExportError(f"{target} is a folder; give the path of the file to be made")
    if target.exists() and not force:
        raise ExportError(f"{target} exists already; give another name, or say --force to overwrite it")


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    """Have the bytes on the disk before anything is read."""
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _compare(path: Path, target: Path, form: Form[Kept], rows: Iterable[Kept]) -> int:
    """Read the file and hold it against the rows; return how many there are."""
    count, nothing = 0, object()
    with path.open("rb") as file:
        try:
            for found, wanted in zip_longest(form.read(file), form.expected(rows), fillvalue=nothing):
                if found != wanted:
                    raise ExportError(_differs(target, count + 1))
                count += 1
        except ValueError as error:
            raise ExportError(f"{_differs(target, count + 1)} ({error})") from error
    return count


def _differs(target: Path, number: int) -> str:
    return f"{target} is not kept: its row {number} does not read back as it was written; check the disk and try again"
