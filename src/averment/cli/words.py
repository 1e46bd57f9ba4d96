"""Records in words fit for a terminal: quotes, dates, parties; nothing of an article's text can steer the terminal."""

import re
from calendar import monthrange
from collections.abc import Sequence

from averment.records import DateRange, Entity, EntityKind, PublishedBasis, Span, Stance, Status

_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # operating system commands: window titles, links
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor moves
    r"|\x1b[ -/]*[0-~]"  # the shorter escapes
)
# Control characters but tab and line feed, and marks that reorder what is read.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")  # no characters: bytes of a file name in another encoding, mostly

_MARKS = '“”"'


def plain(text: str) -> str:
    """``text`` without terminal escapes, control characters and marks that reorder it; lines and tabs stay.

    Half a surrogate pair, which cannot be written in UTF-8, becomes U+FFFD.
    """
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _ESCAPES.sub("", text)))


def flat(text: str) -> str:
    """``plain`` text on one line, runs of white space made one space."""
    return " ".join(plain(text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")).split())


def shortened(text: str, limit: int) -> str:
    """``flat`` text of at most ``limit`` characters, cut between words where one ends in its last third."""
    text = flat(text)
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit * 2 // 3, limit)
    return text[: cut if cut > 0 else limit - 1].rstrip(" ,;:–—-") + "…"


def quote(text: str, spans: Sequence[Span], limit: int = 200) -> str:
    """What ``spans`` cover in ``text``, in quotation marks, the pieces joined by an ellipsis; empty without spans."""
    words = " … ".join(_bare(flat(span.of(text))) for span in _joined(text, spans))
    return f"“{shortened(words, limit)}”" if spans else ""


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """``spans`` with those made one between which there is only white space."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end <= span.begin and not text[joined[-1].end : span.begin].strip():
            joined[-1] = Span(joined[-1].begin, span.end)
        else:
            joined.append(span)
    return joined


def _bare(words: str) -> str:
    """``words`` without the quotation marks around them; marks inside them stay paired."""
    count = sum(words.count(mark) for mark in _MARKS)
    if count == 2 and words[0] in _MARKS and words[-1] in _MARKS:
        return words[1:-1]
    if count % 2:
        return words.removesuffix(words[-1]) if words[-1] in _MARKS else words.lstrip(_MARKS)
    return words


def days(when: DateRange | None) -> str:
    """A date as far as it is known: ``2022-07-15``, ``2022-07``, ``2022``, or a first and a last day."""
    if when is None:
        return ""
    start, end = when.start, when.end
    if start == end:
        return start.isoformat()
    if (start.day, end.day) == (1, monthrange(end.year, end.month)[1]) and start.year == end.year:
        if start.month == end.month:
            return f"{start:%Y-%m}"
        if (start.month, end.month) == (1, 12):
            return f"{start:%Y}"
    return f"{start.isoformat()} to {end.isoformat()}"


def published(day: object, basis: str) -> str:
    """A publication date and how it is known, such as ``2022-09-08 (given)``."""
    return f"{day} ({basis})" if day and basis != PublishedBasis.UNKNOWN else "date unknown"


def named(entity: Entity) -> str:
    """An entity's name, with its country where the name alone does not say it."""
    name = flat(entity.name)
    return name if entity.kind is EntityKind.STATE or entity.country is None else f"{name} ({entity.country})"


def standing(status: Status | str, stance: Stance | str) -> str:
    """Status and stance in a word or two: ``factual``, ``future``, ``factual, alleged`` ..."""
    return str(status) if stance == Stance.ASSERTED else f"{status}, {stance}"
