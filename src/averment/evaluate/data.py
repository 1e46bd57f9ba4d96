"""Annotated files: read, checked against their shape, and handed on as samples."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from averment.errors import AvermentError

Gold = TypeVar("Gold")
Shape = TypeVar("Shape")


class DataError(AvermentError):
    """An annotated file that cannot be read or has another shape; the message names file, line and what is missing."""


@dataclass(frozen=True, slots=True)
class Sample(Generic[Gold]):
    """A text with its annotation: ``doc`` names it, ``gold`` is what people coded."""

    doc: str
    text: str
    gold: Gold
    published: date | None = None
    outlet: str | None = None


def read_lines(path: Path, shape: type[Shape]) -> list[Shape]:
    """The records of a JSONL file (or ``.gz``), one a line, empty lines left out; raises DataError."""
    decoder = msgspec.json.Decoder(shape)
    rows = []
    for number, line in enumerate(_bytes(path).split(b"\n"), 1):
        if line.strip():
            rows.append(_decoded(decoder, line, f"{path}, line {number}"))
    if not rows:
        raise DataError(f"{path}: no records; the file is empty")
    return rows


def read_document(path: Path, shape: type[Shape]) -> Shape:
    """What a JSON file holds; raises DataError."""
    return _decoded(msgspec.json.Decoder(shape), _bytes(path), str(path))


def read_text(path: Path) -> str:
    """A text file's content with its line ends as they are, so that offsets hold; raises DataError."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; say with --texts in which folder the texts are") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def unique(docs: Iterable[str], path: Path) -> None:
    """Raise DataError where two records bear one name: predictions could not be told apart."""
    seen: set[str] = set()
    for doc in docs:
        if doc in seen:
            raise DataError(f"{path}: two records are named {doc!r}; give each its own name")
        seen.add(doc)


def inside(spans: Iterable[Sequence[int]], text: str, where: str) -> None:
    """Raise DataError where a span does not lie inside its text."""
    for begin, end in spans:
        if not 0 <= begin < end <= len(text):
            raise DataError(f"{where}: the span [{begin}, {end}] does not lie in its text of {len(text)} characters")


def _bytes(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
        return gzip.decompress(raw) if path.suffix == ".gz" else raw
    except gzip.BadGzipFile as error:
        raise DataError(f"{path}: not a gzip file; rename it without .gz if it is plain text") from error
    except EOFError as error:
        raise DataError(f"{path}: the gzip file is cut off; fetch it again") from error
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}") from error


def _decoded(decoder: "msgspec.json.Decoder[Shape]", raw: bytes, where: str) -> Shape:
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{where}: {error}; see docs/evaluation.md for the shape") from error
