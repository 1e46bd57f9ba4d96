"""Publication dates as documents write them; where the day and the month cannot be told apart, no date is read."""

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d{2}"
_MONTH_DAY_YEAR = rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})\b"
_DAY_MONTH_YEAR = rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?({_MONTH}),?[\s-]+({_YEAR})\b"
_YEAR_MONTH_DAY = rf"({_YEAR})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)"
DATE = re.compile(rf"\b(?:{_MONTH_DAY_YEAR}|{_DAY_MONTH_YEAR}|{_YEAR_MONTH_DAY})", re.IGNORECASE)
"""A full date in words or in year-month-day order."""

_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})\b")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_EPOCH_SECONDS = (10**8, 10**10)  # 1973 to 2286; smaller numbers are years or days
_WINDOW = 80  # a date field is short; in a longer one the date stands at its beginning


def read_date(value: object) -> date | None:
    """The day that a metadata value names, or None.

    Reads ISO dates and times, RFC 2822 (``Fri, 09 Sep 2022 10:00:00 GMT``), ``9 September 2022``, ``Sept. 9, 2022``,
    ``2022/09/09``, ``20220909``, ``13/9/2022`` (only where one number is over 12), and seconds or milliseconds since
    1970. A time's day is that of its own time zone.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:_WINDOW]
    return find_date(text) or _from_compact(text) or _from_slashes(text)


def find_date(text: str) -> date | None:
    """The first full date that ``text`` writes in words or in year-month-day order, or None."""
    match = DATE.search(text)
    if match is None:
        return None
    match match.lastindex:
        case 3:
            month, day, year = match.group(1, 2, 3)
        case 6:
            day, month, year = match.group(4, 5, 6)
        case _:
            year, month, day = match.group(7, 8, 9)
    return _day(year, int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1, day)


def _from_compact(text: str) -> date | None:
    match = _COMPACT.match(text)
    return _day(*match.groups()) if match else None


def _from_slashes(text: str) -> date | None:
    match = _DAY_FIRST.match(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), match[4]
    if (first > 12) == (second > 12) and first != second:
        return None
    return _day(year, min(first, second), max(first, second))


def _from_epoch(seconds: float) -> date | None:
    low, high = _EPOCH_SECONDS
    if low * 1000 <= seconds < high * 1000:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).date() if low <= seconds < high else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
