"""Marked corpora: files of sentences (tab-separated labels, then the sentence with {s:...} around a part), and whole
reports in which all statements, or all events, are marked ([1s|...] around a part of the first)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from averment.evaluate.data import DataError, read_text
from averment.ontology import PLOVER
from averment.records import Act, Stance, Status

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


@dataclass(frozen=True, slots=True)
class MarkedReportStatement:
    """A statement of a marked report: act, quotation, the number of the one that it stands in, and its parts' spans."""

    act: str
    quoted: str
    parent: str | None
    parts: dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report with all its statements, in the order of their numbers."""

    doc: str
    text: str
    statements: tuple[MarkedReportStatement, ...]


def read_report(file: Path) -> MarkedReport:
    """Read a marked report: head lines (number, act, quotation, parent), a line ---, the text; raises DataError."""
    head, rule, body = read_text(file).replace("\r\n", "\n").partition("\n---\n")
    if not rule:
        raise DataError(f"{file}: no line --- between the head and the text")
    text, parts = _nested(file, body.strip("\n"))
    found = []
    for line in filter(None, map(str.strip, head.split("\n"))):
        number, act, quoted, parent = (*line.split(), "", "", "", "")[:4]
        spans = parts.pop(number, {})
        if act not in set(Act) or "c" not in spans or "t" not in spans:
            raise DataError(f"{file}: statement {line!r} needs a number, an act, a cue [{number}c|...] and a content")
        found.append(MarkedReportStatement(act, quoted, parent or None, spans))
    if parts:
        raise DataError(f"{file}: no head line for {', '.join(parts)}")
    return MarkedReport(file.stem, text, tuple(found))


def _nested(file: Path, body: str) -> tuple[str, dict[str, dict[str, list[tuple[int, int]]]]]:
    """The plain text, and by number and part the spans; marks may nest."""
    text: list[str] = []
    length, at = 0, 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for match in re.finditer(r"\[(\d+)([a-z])\||\]", body):
        text.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[1]:
            opened.append((match[1], match[2], length))
        elif not opened:
            raise DataError(f"{file}: a bracket is closed that was not opened, after {''.join(text)[-40:]!r}")
        else:
            number, part, begin = opened.pop()
            found.setdefault(number, {}).setdefault(part, []).append((begin, length))
    if opened:
        raise DataError(f"{file}: the mark [{opened[0][0]}{opened[0][1]}| is not closed")
    return "".join(text) + body[at:], found


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event of marked news: its labels, the number of the mention that it repeats, and its parts' spans."""

    type: str
    mode: str | None
    status: Status
    stance: Stance
    said: bool
    same_as: str | None
    parts: dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class MarkedNews:
    """A short report with all its events by their numbers."""

    doc: str
    text: str
    events: dict[str, MarkedEvent]


def read_news(file: Path) -> Iterator[MarkedNews]:
    """The reports of a file, which lines === separate; each a head, a line ---, the text. Raises DataError.

    A head line is: number, type, mode or -, status, stance, ``o`` (the outlet's own voice) or ``s`` (it is said),
    and ``=number`` for a further mention of an event.
    """
    for count, whole in enumerate(read_text(file).replace("\r\n", "\n").split("\n===\n"), 1):
        head, rule, body = ("\n" + whole.strip("\n")).partition("\n---\n")
        if not rule:
            raise DataError(f"{file}: report {count} has no line --- between head and text")
        text, parts = _nested(file, body.strip("\n"))
        events = {}
        for line in filter(None, map(str.strip, head.split("\n"))):
            number, event = _event(f"{file}: report {count}: {line!r}", line.split(), parts)
            events[number] = event
        if parts:
            raise DataError(f"{file}: report {count}: no head line for {', '.join(parts)}")
        yield MarkedNews(f"{file.stem}-{count}", text, events)


def _event(where: str, cells: list[str], parts: dict[str, dict[str, list[tuple[int, int]]]]) -> tuple[str, MarkedEvent]:
    if len(cells) not in (6, 7):
        raise DataError(f"{where}: needs number, type, mode, status, stance, o or s, and perhaps =number")
    number, kind, mode, status, stance, voice = cells[:6]
    spans = parts.pop(number, {})
    if kind not in PLOVER.types or (mode != "-" and mode not in PLOVER.types[kind].modes):
        raise DataError(f"{where}: {kind} {mode} is no type and mode")
    if status not in set(Status) or stance not in set(Stance) or voice not in ("o", "s"):
        raise DataError(f"{where}: status, stance or voice is unknown")
    if "v" not in spans or not set(spans) <= {"a", "v", "r"}:
        raise DataError(f"{where}: mark a trigger [{number}v|...], and sides with a and r")
    same = cells[6].removeprefix("=") if len(cells) == 7 else None
    mode_or_none = None if mode == "-" else mode
    return number, MarkedEvent(kind, mode_or_none, Status(status), Stance(stance), voice == "s", same, spans)
