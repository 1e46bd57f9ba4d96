"""Dates counted from the day of publication: yesterday, last week, three days ago."""

from datetime import date, timedelta

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.calendar import (
    WEEKDAYS,
    day,
    days,
    month_of,
    months_before,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)
from averment.resolve.datewords import DAYPARTS, Found, day_number, month, word

UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
NUMBERS = "a two three four five six seven eight nine ten eleven twelve"
COUNTS = {name: number for number, name in enumerate(NUMBERS.split(), 1)}
COUNTS |= {"one": 1, "an": 1, "couple": 2, "few": 3, "several": 5}


def relative_day(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Yesterday, today, tomorrow, tonight, last night."""
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(word(tokens, i))
    if shift is None or published is None:
        return None
    found = published + timedelta(days=shift)
    return Found(i, i + 1, i, DateRange(found, found))


def last(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Last week, this month, next year, last Friday, last July, earlier this year."""
    unit = word(tokens, i + 1)
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}.get(word(tokens, i))
    if unit == "weekend" and word(tokens, i) == "the":
        shift = 0
    if published is None or shift is None:
        return None
    if unit in WEEKDAYS:
        # last Friday, said on a Friday or Saturday, is neither today nor yesterday
        found = _weekday(published, WEEKDAYS[unit], shift)
        return Found(i, i + 2, i + 1, DateRange(found, found))
    if unit in DAYPARTS and word(tokens, i) == "last":
        return Found(i, i + 2, i + 1, days(published, 1))
    if unit in DAYPARTS and word(tokens, i) == "this":
        return Found(i, i + 2, i + 1, DateRange(published, published))
    when = _shifted(published, unit, shift) or _last_month_named(tokens, i + 1, published, shift)
    return Found(_begin_earlier(tokens, i), i + 2, i + 1, when) if when else None


def _weekday(published: date, weekday: int, shift: int) -> date:
    if shift > 0:
        return weekday_after(published, weekday)
    return weekday_before(published - timedelta(days=2 if shift < 0 else 0), weekday)


def _begin_earlier(tokens: list[Token], i: int) -> int:
    return i - 1 if word(tokens, i - 1) in ("earlier", "later") else i


def _shifted(published: date, unit: str, shift: int) -> DateRange | None:
    """The week, month or year before, of or after publication; of the present one only what has passed."""
    if unit == "week":
        whole = week_of(published + timedelta(days=7 * shift))
    elif unit == "weekend":
        return _weekend(published, shift)
    elif unit == "month":
        whole = month_of(*months_before(published, -shift))
    elif unit == "year":
        whole = year_of(published.year + shift)
    else:
        return None
    return DateRange(whole.start, min(whole.end, published)) if shift == 0 else whole


def _weekend(published: date, shift: int) -> DateRange:
    """The Saturday and Sunday that began last, or those to come; of last weekend, those before the running one."""
    saturday = weekday_after(published, 5) if shift > 0 else weekday_before(published, 5)
    running = published <= saturday + timedelta(days=1)
    if shift < 0 and running:
        saturday -= timedelta(days=7)
    return DateRange(saturday, saturday + timedelta(days=1))


def _last_month_named(tokens: list[Token], i: int, published: date, shift: int) -> DateRange | None:
    named = month(tokens, i) if i < len(tokens) else None
    if named is None:
        return None
    year = published.year
    if shift < 0 and named >= published.month:
        year -= 1
    if shift > 0 and named <= published.month:
        year += 1
    return month_of(year, named)


def ago(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Three days ago, two weeks earlier; over the past two weeks, in the last few months."""
    past = word(tokens, i) in ("past", "last", "previous")
    at = i + 1 if past else i
    count = COUNTS.get(word(tokens, at)) or (day_number(tokens, at) if at < len(tokens) else None)
    unit = word(tokens, at + 1).rstrip("s")
    if published is None or count is None or unit not in UNITS:
        return None
    length = count * UNITS[unit]
    if past:
        return Found(i, at + 2, at + 1, _since(published, unit, count, length))
    if word(tokens, at + 2) != "ago":
        return None
    return Found(i, at + 3, at + 2, _around(published, unit, count, length))


def _since(published: date, unit: str, count: int, length: int) -> DateRange:
    """From so long ago to the day of publication: months and years by the calendar."""
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return days(published, length)
    year, month = months_before(published, count * months)
    begun = day(year, month, published.day) or month_of(year, month)
    return DateRange(begun.end, published)


def _around(published: date, unit: str, count: int, length: int) -> DateRange:
    """What "so long ago" means: the day, or the week, month or year around it."""
    then = published - timedelta(days=length)
    if unit == "day":
        return DateRange(then, then)
    if unit in ("week", "fortnight"):
        return week_of(then)
    if unit == "month":
        return month_of(*months_before(published, count))
    return year_of(published.year - (count if unit == "year" else 10 * count))
