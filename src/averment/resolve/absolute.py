"""Dates by the calendar: 15 July 2022, July 15, Wednesday, Tuesday 13, 2013."""

from datetime import date, timedelta
from re import compile as pattern

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.calendar import (
    WEEKDAYS,
    day,
    month_of,
    months_before,
    nearest_year,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)  # fmt: skip
from averment.resolve.datewords import AMBIGUOUS, DAYPARTS, YEAR, Found, day_number, looks_ahead, month, word, year

BEFORE_YEAR = frozenset(["in", "since", "by", "until", "of", "during", "from", "early", "late", "mid", "to", "for"])
FEASTS = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
}
DECADE = pattern(r"((?:19|20)\d0)s$")
ISO = pattern(r"(\d{4})-(\d{2})-(\d{2})$")


def iso(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """2022-07-15."""
    text, end = tokens[i].text, i + 1
    while len(text) < len("2022-07-15") and end < len(tokens) and tokens[end].begin == tokens[end - 1].end:
        text += tokens[end].text
        end += 1
    found = ISO.match(text)
    when = day(*map(int, found.groups())) if found else None
    return Found(i, end, i, when) if when else None


def month_first(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """July 15, 2022; July 15; July 2022; July."""
    the_month = month(tokens, i)
    if the_month is None:
        return None
    number = day_number(tokens, i + 1)
    the_year, end = year(tokens, i + 2 if number else i + 1)
    return _calendar(tokens, (i, end), i, (the_year, the_month, number), published)


def day_first(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """15 July 2022; the 15th of July."""
    number = day_number(tokens, i)
    at = i + 2 if word(tokens, i + 1) == "of" else i + 1
    the_month = month(tokens, at) if number else None
    if the_month is None:
        return None
    the_year, end = year(tokens, at + 1)
    return _calendar(tokens, (i, end), at, (the_year, the_month, number), published)


def _calendar(
    tokens: list[Token],
    reach: tuple[int, int],
    head: int,
    parts: tuple[int | None, int, int | None],
    published: date | None,
) -> Found | None:
    in_year, in_month, number = parts
    if in_year is None:
        if published is None:
            return None
        in_year = nearest_year(published, in_month, number or 1, looks_ahead(tokens, head))
    when = day(in_year, in_month, number) if number else month_of(in_year, in_month)
    return Found(*reach, head, when) if when else None


def weekday(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Wednesday; Wednesday afternoon; last Friday; Tuesday 13; Friday, July 15."""
    name = word(tokens, i).rstrip(".")
    if name not in WEEKDAYS or not tokens[i].text[0].isupper() or (name in AMBIGUOUS and tokens[i].ent != "DATE"):
        return None
    at = i + 2 if word(tokens, i + 1) == "," else i + 1
    dated = month_first(tokens, at, published) if at < len(tokens) else None
    dated = dated or (day_first(tokens, at, published) if at < len(tokens) else None)
    if dated is not None:
        return Found(i, dated.end, i, dated.when)
    if published is None:
        return None
    if at == i + 1 and (number := day_number(tokens, at)) is not None and tokens[at].head is tokens[i]:
        when = _numbered(published, WEEKDAYS[name], number)
        return Found(i, i + 2, i, when) if when else None
    if (in_week := _in_week(tokens, i, published, WEEKDAYS[name])) is not None:
        return in_week
    end = i + 2 if word(tokens, i + 1) in DAYPARTS else i + 1
    found = (weekday_after if looks_ahead(tokens, i) else weekday_before)(published, WEEKDAYS[name])
    head = i + 1 if end == i + 2 and tokens[i].head is tokens[i + 1] else i
    return Found(i, end, head, DateRange(found, found))


def _in_week(tokens: list[Token], i: int, published: date, weekday: int) -> Found | None:
    """Monday of last week; Thursday next week; a week ago is another thing."""
    at = i + 2 if word(tokens, i + 1) == "of" else i + 1
    weeks = {"last": -1, "this": 0, "next": 1}.get(word(tokens, at))
    if weeks is None or word(tokens, at + 1) != "week":
        return None
    found = week_of(published + timedelta(weeks=weeks)).start + timedelta(days=weekday)
    return Found(i, at + 2, i, DateRange(found, found))


def _numbered(published: date, weekday: int, number: int) -> DateRange | None:
    """Tuesday 13: the last such day of the month on such a weekday; the day of the month decides if none is."""
    for back in range(13):
        found = day(*months_before(published, back), number)
        if found and found.start <= published + timedelta(days=6) and found.start.weekday() == weekday:
            return found
    return None


def feast(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Christmas Day, New Year's Eve: of the year that is nearest."""
    if tokens[i].lower not in ("christmas", "new"):
        return None
    for words, (in_month, number) in FEASTS.items():
        end = i + len(words)
        if published is not None and tuple(token.lower for token in tokens[i:end]) == words:
            in_year = nearest_year(published, in_month, number, looks_ahead(tokens, end - 1))
            when = day(in_year, in_month, number)
            return Found(i, end, end - 1, when) if when else None
    return None


def decade(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """The 1980s."""
    found = DECADE.match(tokens[i].text)
    if found is None:
        return None
    first = int(found[1])
    return Found(i, i + 1, i, DateRange(year_of(first).start, year_of(first + 9).end))


def bare_year(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """2013, where it is no count of things: after a preposition, or labelled as a date."""
    token = tokens[i]
    if not YEAR.match(token.text) or token.ent not in ("DATE", "") or word(tokens, i + 1) == "%":
        return None
    labelled = token.ent == "DATE"
    if word(tokens, i - 1) in BEFORE_YEAR:
        plain = token.dep in ("pobj", "npadvmod", "conj", "appos") or (
            labelled and token.dep == "nummod" and token.head.tag != "NNS"
        )
    else:
        plain = labelled and token.dep in ("nummod", "compound", "npadvmod", "conj") and token.head.tag != "NNS"
    return Found(i, i + 1, i, year_of(int(token.text))) if plain else None
