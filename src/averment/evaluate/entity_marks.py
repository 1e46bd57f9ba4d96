"""Texts whose parties and dates are marked: [key|words] around a mention, <2022-09-07|words> around a date."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path

import msgspec

from averment.evaluate.data import DataError, Sample, read_text
from averment.records import DateRange, EntityKind, Span
from averment.resolve.calendar import day, month_of, year_of
from averment.resolve.listings import state_names

JOINT = "joint"
KINDS = (*EntityKind, JOINT)
RULE = "---"
MARK = re.compile(r"(?P<opening>[\[<])(?P<label>[^\[\]<>|\n]*)\||(?P<closing>[\]>])|(?P<stray>[\[<|])")
CLOSING = {"[": "]", "<": ">"}
ENTITY = re.compile(
    rf"(?P<key>[a-z0-9-]+)\s*=\s*(?P<kind>{'|'.join(KINDS)})\s+(?P<country>[A-Z]{{3}}|-)\s+(?P<name>.+)"
)
WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
DECADE = re.compile(r"(\d{3})0s$")


class MarkedEntity(msgspec.Struct, frozen=True):
    """A party of the text; a joint one stands for the parties whose keys are its ``members``."""

    key: str
    kind: str
    country: str | None
    name: str
    members: tuple[str, ...] = ()


class MarkedMention(msgspec.Struct, frozen=True):
    """Words that stand for the party with this key."""

    span: Span
    entity: str


class MarkedDate(msgspec.Struct, frozen=True):
    """A date expression with the first and the last day that it may mean."""

    span: Span
    start: date
    end: date


class MarkedText(msgspec.Struct, frozen=True):
    """The parties of a text by key, their mentions and the dates, each in the order of the text."""

    entities: dict[str, MarkedEntity]
    mentions: tuple[MarkedMention, ...]
    dates: tuple[MarkedDate, ...]

    def parties(self, key: str) -> frozenset[str]:
        """The keys of those whom the party with this key stands for: its members, or itself."""
        return frozenset(self.entities[key].members) or frozenset([key])

    def countries(self, key: str) -> frozenset[str | None]:
        """The countries of those parties."""
        return frozenset(self.entities[party].country for party in self.parties(key))


def marked_files(path: Path) -> list[Path]:
    """The .txt files of a folder, by name, or the one file; raises DataError where there is none."""
    if path.is_dir():
        found = sorted(path.glob("*.txt"))
        if not found:
            raise DataError(f"{path}: no .txt files in this folder")
        return found
    if not path.exists():
        raise DataError(f"{path}: No such file or folder")
    return [path]


def read_marked(path: Path) -> Sample[MarkedText]:
    """A marked text with its date of publication and outlet; raises DataError with file and line."""
    lines = read_text(path).splitlines(keepends=True)
    head = list(takewhile(lambda line: line.strip() != RULE, lines))
    if len(head) == len(lines):
        raise DataError(f"{path}: a line {RULE} between the list of parties and the text is missing")
    about, entities = _head(path, head)
    text = _Text(path, len(head) + 2, entities)
    text.read("".join(lines[len(head) + 1 :]))
    published = _one_day(about["published"], f"{path}: published") if "published" in about else None
    return Sample(path.stem, text.plain, text.marked(), published, about.get("outlet"))


def _head(path: Path, lines: list[str]) -> tuple[dict[str, str], dict[str, MarkedEntity]]:
    about: dict[str, str] = {}
    entities: dict[str, MarkedEntity] = {}
    for number, line in enumerate(lines, 1):
        name, colon, value = line.partition(":")
        if colon and name.strip() in ("published", "outlet"):
            about[name.strip()] = value.strip()
        elif line.strip():
            entity = _entity(line.strip(), f"{path}:{number}")
            if entity.key in entities:
                raise DataError(f"{path}:{number}: the key {entity.key!r} is given twice")
            entities[entity.key] = entity
    _check_members(path, entities)
    return about, entities


def _entity(line: str, where: str) -> MarkedEntity:
    found = ENTITY.fullmatch(line)
    if found is None:
        raise DataError(f"{where}: {line!r} is not 'key = kind COUNTRY Name' with a kind of {', '.join(KINDS)}")
    country = None if found["country"] == "-" else found["country"]
    if country is not None and country not in state_names():
        raise DataError(f"{where}: there is no state with the code {country}")
    if found["kind"] != JOINT:
        return MarkedEntity(found["key"], found["kind"], country, found["name"])
    name, _, members = found["name"].rpartition(":")
    return MarkedEntity(found["key"], JOINT, country, name.strip(), tuple(members.split()))


def _check_members(path: Path, entities: dict[str, MarkedEntity]) -> None:
    for entity in entities.values():
        if entity.kind == JOINT and len(entity.members) < 2:
            raise DataError(f"{path}: the joint party {entity.key!r} needs the keys of its members after a colon")
        for member in entity.members:
            if member not in entities or entities[member].members:
                raise DataError(f"{path}: {member!r}, a member of {entity.key!r}, is no party of its own")


def interval(label: str) -> DateRange | None:
    """The days that a label means: 2022-09-07, 2022-09, 2022, 2010s, or two of these with a slash; None for others."""
    first, slash, last = label.partition("/")
    if slash:
        begin, end = interval(first), interval(last)
        return DateRange(begin.start, end.end) if begin and end and begin.start <= end.end else None
    if decade := DECADE.match(label):
        return DateRange(date(int(decade[1] + "0"), 1, 1), date(int(decade[1] + "9"), 12, 31))
    found = WHEN.match(label)
    if found is None:
        return None
    year, month, number = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if number:
        return day(year, month, number)
    return year_of(year) if not found[2] else month_of(year, month) if 1 <= month <= 12 else None


def _one_day(label: str, where: str) -> date:
    when = interval(label)
    if when is None or when.start != when.end:
        raise DataError(f"{where}: {label!r} is not a day as in 2022-09-08")
    return when.start


class _Text:
    """The plain text behind the marks, and what they mark; ``line`` is where the text begins in its file."""

    def __init__(self, path: Path, line: int, entities: dict[str, MarkedEntity]) -> None:
        self.path = path
        self.line = line
        self.entities = entities
        self.plain = ""
        self.mentions: list[MarkedMention] = []
        self.dates: list[MarkedDate] = []
        self._open: list[tuple[str, str, int]] = []

    def read(self, marked: str) -> None:
        """Take the marks out of ``marked``."""
        last = 0
        for mark in MARK.finditer(marked):
            self.plain += marked[last : mark.start()]
            last = mark.end()
            if mark["stray"]:
                raise self._fault(f"{mark['stray']!r} stands for itself; it may only be part of a mark")
            if mark["opening"]:
                self._open.append((mark["opening"], mark["label"], len(self.plain)))
            else:
                self._close(mark["closing"])
        self.plain += marked[last:]
        if self._open:
            raise self._fault(f"the mark {''.join(self._open[-1][:2])!r} is never closed")

    def marked(self) -> MarkedText:
        """What was marked."""
        return MarkedText(
            self.entities, tuple(sorted(self.mentions, key=_place)), tuple(sorted(self.dates, key=_place))
        )

    def _close(self, mark: str) -> None:
        opening, label, begin = self._open.pop() if self._open else ("", "", 0)
        if CLOSING.get(opening) != mark:
            raise self._fault(f"{mark!r} closes no mark, or one that was opened within another")
        span = Span(begin, len(self.plain))
        if not self.plain[begin:].strip():
            raise self._fault(f"the mark of {label!r} has no words")
        if opening == "[":
            self.mentions.append(self._mention(span, label))
        else:
            self.dates.append(self._date(span, label))

    def _mention(self, span: Span, label: str) -> MarkedMention:
        if label not in self.entities:
            raise self._fault(f"{label!r} is no key of the list of parties")
        return MarkedMention(span, label)

    def _date(self, span: Span, label: str) -> MarkedDate:
        when = interval(label)
        if when is None:
            raise self._fault(f"{label!r} is no date; write 2022-09-07, 2022-09, 2022, 2010s or two with a slash")
        return MarkedDate(span, when.start, when.end)

    def _fault(self, what: str) -> DataError:
        return DataError(f"{self.path}:{self.line + self.plain.count(chr(10))}: {what}")


def _place(mark: MarkedMention | MarkedDate) -> tuple[int, int]:
    return mark.span.begin, -mark.span.end


def samples(path: Path) -> Iterator[Sample[MarkedText]]:
    """Yield the marked texts of a folder, or the one of a file."""
    return map(read_marked, marked_files(path))
