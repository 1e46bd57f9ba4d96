"""Dates counted from the day spoken of last: the next day, two days later, that night, the day before."""

from datetime import date, timedelta

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.calendar import day, month_of, months_before
from averment.resolve.datewords import DAYPARTS, Found, word
from averment.resolve.relative import COUNTS, UNITS

POINTERS = {"the": {"next", "following", "same", "previous", "day"}, "that": {"day", *DAYPARTS}}
SHIFTS = {"next": 1, "following": 1, "same": 0, "previous": -1}
BESIDE = {"before": -1, "earlier": -1, "after": 1, "later": 1}
ORDINALS = frozenset(
    f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}" for n in range(1, 32)
)


def points_back(tokens: list[Token], i: int) -> bool:
    """Whether the words at ``i`` may count from a day spoken of before."""
    text, following = tokens[i].lower, word(tokens, i + 1)
    if text in POINTERS:
        return following in POINTERS[text] or following in ORDINALS
    return text in COUNTS and following.rstrip("s") in UNITS and word(tokens, i + 2) in BESIDE


def anaphoric(tokens: list[Token], i: int, anchor: date | None, published: date | None) -> Found | None:
    """The days that the words at ``i`` mean, counted from ``anchor``; None where they or it tell nothing."""
    following = word(tokens, i + 1)
    if following in ORDINALS:
        return _numbered(tokens, i, published)
    named = {"yesterday": -2, "tomorrow": 2}.get(word(tokens, i + 3))
    if following == "day" and named is not None and word(tokens, i + 2) in BESIDE:
        return Found(i, i + 4, i + 1, _one(published, named)) if published else None
    if anchor is None:
        return None
    if tokens[i].lower in COUNTS:
        return _counted(tokens, i, anchor)
    if following == "day" and (step := BESIDE.get(word(tokens, i + 2))) is not None and tokens[i].lower == "the":
        return _beside(tokens, i, anchor, step)
    if tokens[i].lower == "that":
        return Found(i, i + 2, i + 1, _one(anchor, 0))
    if following in SHIFTS and word(tokens, i + 2) in DAYPARTS | {"day"}:
        return Found(i, i + 3, i + 2, _one(anchor, SHIFTS[following]))
    return None


def _one(anchor: date, shift: int) -> DateRange:
    found = anchor + timedelta(days=shift)
    return DateRange(found, found)


def _beside(tokens: list[Token], i: int, anchor: date, step: int) -> Found | None:
    """The day before, the day after; not the day before something that the text goes on to name."""
    clause = i + 3 < len(tokens) and tokens[i + 3].pos not in ("PUNCT", "CCONJ", "ADP", "ADV")
    return None if clause else Found(i, i + 3, i + 1, _one(anchor, step))


def _counted(tokens: list[Token], i: int, anchor: date) -> Found | None:
    """Two days later, a week earlier; months and years later are the month."""
    count, unit = COUNTS[tokens[i].lower], word(tokens, i + 1).rstrip("s")
    step = BESIDE[word(tokens, i + 2)] * count
    if unit in ("day", "week", "fortnight"):
        return Found(i, i + 3, i + 1, _one(anchor, step * UNITS[unit]))
    months = {"month": 1, "year": 12, "decade": 120}[unit]
    return Found(i, i + 3, i + 1, month_of(*months_before(anchor, -step * months)))


def _numbered(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """The 6th: of the month of publication, or of the one before; not where something is counted ("the 6th time")."""
    end = i + 2
    if published is None or (end < len(tokens) and tokens[end].pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    number = int("".join(c for c in word(tokens, i + 1) if c.isdigit()))
    back = 0 if number <= published.day else 1
    when = day(*months_before(published, back), number)
    return Found(i, end, i + 1, when) if when else None
