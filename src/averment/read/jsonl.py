"""JSON Lines -> Articles: one object a line; a bad line costs only itself."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from averment.errors import RejectedError
from averment.read.dates import read_date
from averment.read.encoding import decode, refuse_damage
from averment.read.options import ReadOptions
from averment.read.rejection import Reason, Rejection
from averment.read.text import make_article, one_line, published_basis
from averment.records import Article

FALLBACKS = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "publisher"),
}
"""The field names that are tried, in order, where ``ReadOptions.fields`` names none."""

_SKIP = 1 << 20
_MOST_LOST = 0.001  # NUL characters in a text: a stray one is damage, more are another kind of data


class Lines(Protocol):
    """Anything that gives its lines one by one, as a binary stream does."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or its first ``size`` bytes where it is longer; empty at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Record:
    """What a line of a JSONL file says of one report."""

    text: str
    title: str | None
    published: date | None
    url: str | None
    outlet: str | None


def read_jsonl(stream: Lines, path: str, options: ReadOptions) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for each line of ``stream`` that is not blank.

    An article's source is its record's url, or ``path:line``.
    """
    is_empty = True
    for number, line in enumerate(_lines(stream, options.limits.text_bytes), start=1):
        place = f"{path}:{number}"
        try:
            if line is None:
                raise _too_large(options.limits.text_bytes)
            if line.strip():
                is_empty = False
                yield _article(read_record(line, options), place, options)
        except RejectedError as error:
            is_empty = False
            yield Rejection.of(place, error)
    if is_empty:
        yield Rejection.of(path, RejectedError(Reason.EMPTY, "the file holds no record; leave it out"))


def read_record(line: bytes, options: ReadOptions) -> Record:
    """What one line says; raises RejectedError (malformed, empty, encoding, binary)."""
    fields = _object(decode(line))
    found = {name: _field(fields, name, options) for name in FALLBACKS}
    title = one_line(html.unescape(_words(found["title"]) or "")) or None
    text = found["text"]
    if text is None and title is None:
        raise RejectedError(Reason.MALFORMED, f"the record has no text; {_how_to_name(fields)}")
    if text is not None and not isinstance(text, str):
        raise RejectedError(Reason.MALFORMED, f"the record's text is not a string; {_how_to_name(fields)}")
    text = text if text and text.strip() else title or ""
    _refuse_loss(text)
    return Record(text, title, read_date(found["date"]), _words(found["url"]), _words(found["outlet"]))


def _article(record: Record, place: str, options: ReadOptions) -> Article:
    published = record.published or options.published
    return make_article(
        record.text,
        record.url or place,
        published=published,
        basis=published_basis(record.published, published),
        outlet=record.outlet or options.outlet,
        title=record.title,
        languages=options.languages,
        limit=options.limits.text_bytes,
    )


def _lines(stream: Lines, limit: int) -> Iterator[bytes | None]:
    """The lines of ``stream``, None for one that is longer than ``limit``; no more than that is held in memory."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_SKIP)
        yield None


def _object(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise RejectedError(
            Reason.MALFORMED, f"the line is not a JSON object ({what}); it may be cut: write the record again"
        ) from None
    if not isinstance(found, dict):
        raise RejectedError(
            Reason.MALFORMED, f"the line is a JSON {type(found).__name__}, not an object; write one object a line"
        )
    return found


def _field(fields: dict[str, object], name: str, options: ReadOptions) -> object:
    named = options.fields.get(name)
    names = (named,) if named else FALLBACKS[name]
    return next((fields[key] for key in names if fields.get(key) is not None), None)


def _words(value: object) -> str | None:
    """A field's words: a string that is not blank, or a number (as an id may be)."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _how_to_name(fields: dict[str, object]) -> str:
    names = ", ".join(sorted(fields)[:8]) or "none"
    return f"name the field that holds it (the record's fields: {names})"


def _refuse_loss(text: str) -> None:
    refuse_damage(text)
    if text.count("\0") > max(1, _MOST_LOST * len(text)):
        raise RejectedError(Reason.BINARY, "the record's text is full of NUL characters; write the text itself")


def _too_large(limit: int) -> RejectedError:
    return RejectedError(
        Reason.SIZE, f"the line is longer than {limit:,} bytes; write one report a line or raise the limit"
    )
