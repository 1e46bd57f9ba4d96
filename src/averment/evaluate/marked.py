"""Files of sentences whose parts are marked: tab-separated labels, then the sentence with {s:...} around a part."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from averment.evaluate.data import DataError, read_text

MARK = re.compile(r"\{([a-z]):([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A marked sentence: its labels, the plain text, and the spans of its parts by their letters."""

    file: Path
    number: int
    labels: dict[str, str]
    text: str
    parts: dict[str, list[tuple[int, int]]]


def numbered(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers; empty ones and comments (#) are left out."""
    for number, raw in enumerate(read_text(file).splitlines(), 1):
        if raw.strip() and not raw.startswith("#"):
            yield number, raw


def parsed(file: Path, number: int, raw: str, columns: tuple[str, ...], letters: frozenset[str]) -> Line:
    """A line with its labels named after ``columns``; raises DataError for another shape, or other marks."""
    cells = raw.split("\t")
    if len(cells) != len(columns) + 1:
        wanted = ", ".join((*columns, "sentence"))
        raise DataError(f"{file}:{number}: {len(cells)} columns, not {len(columns) + 1} ({wanted})")
    try:
        text, parts = unmark(cells[-1], letters)
    except ValueError as fault:
        raise DataError(f"{file}:{number}: {fault}") from fault
    return Line(file, number, dict(zip(columns, cells, strict=False)), text, parts)


def unmark(marked: str, letters: frozenset[str]) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The plain sentence and the spans of each part; raises ValueError for a broken mark."""
    plain, last = "", 0
    parts: dict[str, list[tuple[int, int]]] = {}
    for match in MARK.finditer(marked):
        plain += marked[last : match.start()]
        if match[1] not in letters or not match[2].strip():
            raise ValueError(f"mark {match[0]!r}: use {', '.join(sorted(letters))} with words")
        parts.setdefault(match[1], []).append((len(plain), len(plain) + len(match[2])))
        plain += match[2]
        last = match.end()
    plain += marked[last:]
    if "{" in plain or "}" in plain:
        raise ValueError("a brace is not closed, or stands inside another mark")
    return plain, parts


def one_of(line: Line, column: str, allowed: Mapping[str, object] | frozenset[str]) -> str:
    """A label, where it is one of those allowed; raises DataError."""
    label = line.labels[column]
    if label not in allowed:
        known = ", ".join(sorted(allowed))
        raise DataError(f"{line.file}:{line.number}: {column} {label!r} is none of {known}")
    return label
