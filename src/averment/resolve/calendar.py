"""Days, weeks, months and years counted from a day."""

from calendar import monthrange
from datetime import date, timedelta

from averment.records import DateRange

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip


def day(year: int, month: int, number: int) -> DateRange | None:
    """One day, or None if there is none such."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return DateRange(found, found)


def month_of(year: int, month: int) -> DateRange:
    """A whole month."""
    return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> DateRange:
    """A whole year."""
    return DateRange(date(year, 1, 1), date(year, 12, 31))


def week_of(within: date) -> DateRange:
    """The week, Monday to Sunday, that a day lies in."""
    monday = within - timedelta(days=within.weekday())
    return DateRange(monday, monday + timedelta(days=6))


def days(end: date, count: int) -> DateRange:
    """The ``count`` days before ``end``, and ``end`` itself."""
    return DateRange(end - timedelta(days=count), end)


def months_before(anchor: date, count: int) -> tuple[int, int]:
    """Year and month, ``count`` months before that of ``anchor`` (after it if negative)."""
    index = anchor.year * 12 + anchor.month - 1 - count
    return index // 12, index % 12 + 1


def weekday_before(published: date, weekday: int) -> date:
    """The last such weekday up to the day of publication itself."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def weekday_after(published: date, weekday: int) -> date:
    """The next such weekday from the day after publication on."""
    return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)


def nearest_year(published: date, month: int, number: int = 1, future: bool = False) -> int:
    """The year that a date without one means: the last such day up to a month after publication, the next if future."""
    year = published.year
    lead = (month, number) > ((published.month + 1), published.day)
    if published.month == 12 and month == 1:
        lead = False
        year += 1 if future else 0
    if future:
        return year + 1 if (month, number) < (published.month, published.day) and published.month != 12 else year
    return year - 1 if lead else year
