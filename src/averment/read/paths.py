"""Paths -> Articles: files, folders and standard input, one document after another."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from averment.errors import RejectedError
from averment.read.document import SUFFIXES, read_document, suffix_of
from averment.read.html import PageReader
from averment.read.options import ReadOptions
from averment.read.rejection import Reason, Rejection
from averment.records import Article

STDIN = "-"
"""The path that stands for standard input."""


def read_paths(paths: Iterable[Path | str], options: ReadOptions | None = None) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for each document in ``paths``, as it is read.

    A folder is read with all that is below it, sorted by path; hidden files are skipped, files of an unknown suffix
    rejected (unsupported). A file given by name is read whatever its suffix. ``-`` is standard input. Nothing is
    raised for a bad document or path: it costs only itself.
    """
    options = options or ReadOptions()
    with PageReader(options.limits) as pages:
        for path in paths:
            if str(path) == STDIN:
                yield from read_document(sys.stdin.buffer, "stdin", options, pages)
            elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above is closed
                yield from _read_folder(Path(path), options, pages)
            else:
                yield from _read_file(Path(path), options, pages)


def _read_folder(folder: Path, options: ReadOptions, pages: PageReader) -> Iterator[Article | Rejection]:
    count = 0
    for found in _files(folder):
        count += 1
        if isinstance(found, Rejection):
            yield found
        elif not found.is_file() and found.exists():  # a pipe or a device would block or never end
            yield Rejection.of(str(found), RejectedError(Reason.UNREADABLE, "it is no regular file; leave it out"))
        elif suffix_of(found) in SUFFIXES:
            yield from _read_file(found, options, pages)
        else:
            yield Rejection.of(str(found), _unsupported(found))
    if not count:
        yield Rejection.of(str(folder), RejectedError(Reason.EMPTY, "the folder holds no file; name another"))


def _files(folder: Path) -> Iterator[Path | Rejection]:
    """The files below ``folder``, sorted, without hidden ones; links to folders are not followed."""
    broken: list[Rejection] = []

    def note(error: OSError) -> None:
        broken.append(Rejection.of(str(error.filename), _unreadable(error)))

    for place, folders, names in os.walk(folder, onerror=note):
        yield from broken
        broken.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))
    yield from broken


def _read_file(path: Path, options: ReadOptions, pages: PageReader) -> Iterator[Article | Rejection]:
    try:
        with _opened(path) as stream:
            yield from read_document(stream, str(path), options, pages)
    except RejectedError as error:
        yield Rejection.of(str(path), error)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise RejectedError(Reason.MISSING, "there is no such file or folder; check the path") from None
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None


def _unreadable(error: OSError | ValueError) -> RejectedError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return RejectedError(Reason.UNREADABLE, f"it cannot be read ({why}); check its permissions")


def _unsupported(path: Path) -> RejectedError:
    kinds = ", ".join(sorted(SUFFIXES))
    return RejectedError(
        Reason.UNSUPPORTED,
        f"a folder's files are read if they end in {kinds} (or these and .gz); name the file to read it",
    )
