"""Date expressions among an article's tokens, and the days they mean counted from the publication date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import compile as pattern

from averment.parse.tree import Parsed, Token
from averment.records import DateRange
from averment.resolve.calendar import (
    MONTHS,
    WEEKDAYS,
    day,
    days,
    month_of,
    months_before,
    nearest_year,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)  # fmt: skip
from averment.resolve.resolution import DateMention

ISO = pattern(r"(\d{4})-(\d{2})-(\d{2})$")
DAY = pattern(r"(\d{1,2})(?:st|nd|rd|th)?$")
YEAR = pattern(r"(?:19|20)\d{2}$")
AMBIGUOUS = {"may", "march", "mar", "sat", "sun", "mon", "wed", "jan", "dec", "sep"}  # words or names as well as dates
DAYPARTS = {"morning", "afternoon", "evening", "night", "noon", "midday", "midnight"}
UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
COUNTS = {
    word: number
    for number, word in enumerate(
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"one": 1, "an": 1, "couple": 2, "few": 3, "several": 5}
FUTURE = {"will", "shall", "'ll", "would"}


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression: tokens ``begin`` to ``end`` (indices, end exclusive), the token it hangs on, the days."""

    begin: int
    end: int
    head: int
    when: DateRange


Rule = Callable[[list[Token], int, date | None], Found | None]


def dates(parsed: Parsed, published: date | None) -> tuple[DateMention, ...]:
    """The date expressions of an article in text order; without ``published`` only those that name their year."""
    tokens = parsed.tokens
    found = []
    covered = 0
    for i, token in enumerate(tokens):
        if i < covered or not _may_start(token):
            continue
        one = next(_readings(tokens, i, published), None)
        if one is None:
            continue
        covered = one.end
        when = replace(one.when, span=parsed.span(one.begin, one.end))
        found.append(DateMention(tokens[one.head], when))
    return tuple(found)


def _may_start(token: Token) -> bool:
    text = token.lower
    return text[0].isdigit() or text.rstrip(".") in _STARTS


def _readings(tokens: list[Token], i: int, published: date | None) -> Iterator[Found]:
    return (found for rule in RULES if (found := rule(tokens, i, published)) is not None)


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _month(tokens: list[Token], i: int) -> int | None:
    """The number of the month that the token names; one in lower case or used as a verb is none."""
    word = _word(tokens, i).rstrip(".")
    if word not in MONTHS or not tokens[i].text[0].isupper() or tokens[i].pos in ("AUX", "VERB"):
        return None
    return MONTHS[word] if word not in AMBIGUOUS or _dated(tokens, i) else None


def _dated(tokens: list[Token], i: int) -> bool:
    """Whether an ambiguous month or weekday stands among the words of a date."""
    if DAY.match(_word(tokens, i + 1)) or YEAR.match(_word(tokens, i + 1)) or DAY.match(_word(tokens, i - 1)):
        return True
    return tokens[i].ent == "DATE" and tokens[i].pos == "PROPN"


def _number(tokens: list[Token], i: int) -> int | None:
    found = DAY.match(_word(tokens, i))
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def _year(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """The year at ``i``, or after a comma or "of" there, and where it ends."""
    for at in (i, i + 1):
        if YEAR.match(_word(tokens, at)) and (at == i or _word(tokens, i) in (",", "of")):
            return int(_word(tokens, at)), at + 1
    return None, i


def _future(tokens: list[Token], i: int) -> bool:
    """Whether the clause that the date stands in looks ahead."""
    verb = next((t for t in tokens[i].ancestors() if t.pos in ("VERB", "AUX")), None)
    return verb is not None and any(c.lower in FUTURE and c.dep == "aux" for c in verb.children)


def _iso(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """2022-07-15."""
    found = ISO.match(tokens[i].text)
    when = day(*map(int, found.groups())) if found else None
    return Found(i, i + 1, i, when) if when else None


def _month_first(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """July 15, 2022; July 15; July 2022; July."""
    month = _month(tokens, i)
    if month is None:
        return None
    number = _number(tokens, i + 1)
    year, end = _year(tokens, i + 2 if number else i + 1)
    return _calendar(tokens, (i, end), i, (year, month, number), published)


def _day_first(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """15 July 2022; the 15th of July."""
    number = _number(tokens, i)
    at = i + 2 if _word(tokens, i + 1) == "of" else i + 1
    month = _month(tokens, at) if number else None
    if month is None:
        return None
    year, end = _year(tokens, at + 1)
    return _calendar(tokens, (i, end), at, (year, month, number), published)


def _calendar(
    tokens: list[Token],
    reach: tuple[int, int],
    head: int,
    parts: tuple[int | None, int, int | None],
    published: date | None,
) -> Found | None:
    year, month, number = parts
    if year is None:
        if published is None:
            return None
        year = nearest_year(published, month, number or 1, _future(tokens, head))
    when = day(year, month, number) if number else month_of(year, month)
    return Found(*reach, head, when) if when else None


def _weekday(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Wednesday; Wednesday afternoon; last Friday; Tuesday 13; Friday, July 15."""
    word = _word(tokens, i).rstrip(".")
    if word not in WEEKDAYS or not tokens[i].text[0].isupper() or (word in AMBIGUOUS and tokens[i].ent != "DATE"):
        return None
    at = i + 2 if _word(tokens, i + 1) == "," else i + 1
    dated = _month_first(tokens, at, published) if at < len(tokens) else None
    dated = dated or (_day_first(tokens, at, published) if at < len(tokens) else None)
    if dated is not None:
        return Found(i, dated.end, i, dated.when)
    if published is None:
        return None
    if at == i + 1 and (number := _number(tokens, at)) is not None and tokens[at].head is tokens[i]:
        when = _numbered(published, WEEKDAYS[word], number)
        return Found(i, i + 2, i, when) if when else None
    end = i + 2 if _word(tokens, i + 1) in DAYPARTS else i + 1
    found = (weekday_after if _future(tokens, i) else weekday_before)(published, WEEKDAYS[word])
    head = i + 1 if end == i + 2 and tokens[i].head is tokens[i + 1] else i
    return Found(i, end, head, DateRange(found, found))


def _numbered(published: date, weekday: int, number: int) -> DateRange | None:
    """Tuesday 13: the last such day of the month on such a weekday; the day of the month decides if none is."""
    for back in range(13):
        year, month = months_before(published, back)
        found = day(year, month, number)
        if found and found.start <= published + timedelta(days=6) and found.start.weekday() == weekday:
            return found
    return None


def _relative_day(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Yesterday, today, tomorrow, tonight, last night."""
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(_word(tokens, i))
    if shift is None or published is None:
        return None
    found = published + timedelta(days=shift)
    return Found(i, i + 1, i, DateRange(found, found))


def _last(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Last week, this month, next year, last Friday, last July, earlier this year."""
    word, unit = _word(tokens, i), _word(tokens, i + 1)
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}.get(word)
    if published is None or shift is None:
        return None
    if unit in WEEKDAYS:
        step = weekday_after if shift > 0 else weekday_before
        found = step(published, WEEKDAYS[unit])
        return Found(i, i + 2, i + 1, DateRange(found, found))
    if unit in DAYPARTS and word == "last":
        return Found(i, i + 2, i + 1, days(published, 1))
    when = _shifted(published, unit, shift) or _last_month_named(tokens, i + 1, published, shift)
    return Found(_begin_earlier(tokens, i), i + 2, i + 1, when) if when else None


def _begin_earlier(tokens: list[Token], i: int) -> int:
    return i - 1 if _word(tokens, i - 1) in ("earlier", "later") else i


def _shifted(published: date, unit: str, shift: int) -> DateRange | None:
    """The week, month or year before, of or after publication; of the present one only what has passed."""
    if unit == "week":
        whole = week_of(published + timedelta(days=7 * shift))
    elif unit == "month":
        whole = month_of(*months_before(published, -shift))
    elif unit == "year":
        whole = year_of(published.year + shift)
    else:
        return None
    return DateRange(whole.start, min(whole.end, published)) if shift == 0 else whole


def _last_month_named(tokens: list[Token], i: int, published: date, shift: int) -> DateRange | None:
    month = _month(tokens, i) if i < len(tokens) else None
    if month is None:
        return None
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    if shift > 0 and month <= published.month:
        year += 1
    return month_of(year, month)


def _ago(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """Three days ago, two weeks earlier; over the past two weeks, in the last few months."""
    past = _word(tokens, i) in ("past", "last", "previous")
    at = i + 1 if past else i
    count = COUNTS.get(_word(tokens, at)) or (_number(tokens, at) if at < len(tokens) else None)
    unit = _word(tokens, at + 1).rstrip("s")
    if published is None or count is None or unit not in UNITS:
        return None
    length = count * UNITS[unit]
    if past:
        return Found(i, at + 2, at + 1, days(published, length))
    if _word(tokens, at + 2) != "ago":
        return None
    return Found(i, at + 3, at + 2, _around(published, unit, count, length))


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


def _bare_year(tokens: list[Token], i: int, published: date | None) -> Found | None:
    """2013, where it is no count of things: after a preposition, or labelled as a date."""
    if not YEAR.match(tokens[i].text) or tokens[i].ent not in ("DATE", ""):
        return None
    before = _word(tokens, i - 1)
    alone = tokens[i].dep in ("pobj", "npadvmod", "conj", "appos", "nummod") and _word(tokens, i + 1) != "%"
    if before in ("in", "since", "by", "until", "of", "during", "from", "early", "late", "mid", "to", "for") and alone:
        counted = tokens[i].dep == "nummod" and tokens[i].ent != "DATE"
        return None if counted else Found(i, i + 1, i, year_of(int(tokens[i].text)))
    if tokens[i].ent == "DATE" and tokens[i].dep in ("nummod", "compound", "npadvmod", "conj"):
        return Found(i, i + 1, i, year_of(int(tokens[i].text)))
    return None


RULES: tuple[Rule, ...] = (_iso, _month_first, _day_first, _weekday, _relative_day, _ago, _last, _bare_year)
_STARTS = frozenset(
    [
        *MONTHS,
        *WEEKDAYS,
        *COUNTS,
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
        "last",
        "past",
        "previous",
        "this",
        "next",
        "coming",
    ]
)
