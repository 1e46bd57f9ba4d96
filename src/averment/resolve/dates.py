"""Date expressions among an article's tokens, and the days they mean counted from the publication date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from averment.parse.tree import Parsed, Token
from averment.resolve.absolute import bare_year, day_first, decade, feast, iso, month_first, weekday
from averment.resolve.anaphoric import POINTERS, anaphoric, points_back
from averment.resolve.calendar import MONTHS, WEEKDAYS
from averment.resolve.datewords import Found, Rule, word
from averment.resolve.relative import COUNTS, ago, last, relative_day
from averment.resolve.resolution import DateMention

RULES: tuple[Rule, ...] = (iso, month_first, day_first, weekday, relative_day, ago, last, decade, feast, bare_year)
SIGNALS = frozenset(
    [
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
        "christmas",
        "new",
    ]
)
STARTS = SIGNALS | MONTHS.keys() | WEEKDAYS.keys() | COUNTS.keys() | POINTERS.keys()


def dates(parsed: Parsed, published: date | None) -> tuple[DateMention, ...]:
    """The date expressions of an article in text order; without ``published`` only those that name their year."""
    tokens = parsed.tokens
    found = []
    covered = 0
    last_day: date | None = None
    for i, token in enumerate(tokens):
        if i < covered or not _may_start(token) or (token.lower in POINTERS and not _points(tokens, i)):
            continue
        if points_back(tokens, i):
            one = anaphoric(tokens, i, last_day, published)
        else:
            one = next(_readings(tokens, i, published), None)
        if one is None:
            continue
        covered = one.end
        if one.when.start == one.when.end:
            last_day = one.when.start
        when = replace(one.when, span=parsed.span(one.begin, one.end))
        found.append(DateMention(tokens[one.head], when))
    return tuple(found)


def _may_start(token: Token) -> bool:
    text = token.lower
    return text[0].isdigit() or text.rstrip(".") in STARTS


def _points(tokens: list[Token], i: int) -> bool:
    """Whether "the" or "that" opens a date: most do not."""
    return word(tokens, i + 1) == "weekend" or points_back(tokens, i)


def _readings(tokens: list[Token], i: int, published: date | None) -> Iterator[Found]:
    return (found for rule in RULES if (found := rule(tokens, i, published)) is not None)
