"""Reading the words of a date: months, days, years, and whether the clause looks ahead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from re import compile as pattern

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.calendar import MONTHS

DAY = pattern(r"(\d{1,2})(?:st|nd|rd|th)?$")
YEAR = pattern(r"(?:1[6-9]|20)\d{2}$")
AMBIGUOUS = {"may", "march", "mar", "sat", "sun", "mon", "wed", "jan", "dec", "sep"}  # words or names as well as dates
DAYPARTS = {"morning", "afternoon", "evening", "night", "noon", "midday", "midnight"}
PLANS = {
    "plan",
    "intend",
    "expect",
    "schedule",
    "agree",
    "promise",
    "pledge",
    "vow",
    "threaten",
    "be",
    "have",
    "prepare",
}
FUTURE = {"will", "shall", "'ll", "would"}


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression: tokens ``begin`` to ``end`` (indices, end exclusive), the token it hangs on, the days."""

    begin: int
    end: int
    head: int
    when: DateRange


Rule = Callable[[list[Token], int, date | None], Found | None]


def word(tokens: list[Token], i: int) -> str:
    """The lower-case word at ``i``; empty outside of the text."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def month(tokens: list[Token], i: int) -> int | None:
    """The number of the month that the token names; one in lower case or used as a verb is none."""
    name = word(tokens, i).rstrip(".")
    if name not in MONTHS or not tokens[i].text[0].isupper() or tokens[i].pos in ("AUX", "VERB"):
        return None
    return MONTHS[name] if name not in AMBIGUOUS or _dated(tokens, i) else None


def _dated(tokens: list[Token], i: int) -> bool:
    """Whether an ambiguous month or weekday stands among the words of a date."""
    if DAY.match(word(tokens, i + 1)) or YEAR.match(word(tokens, i + 1)) or DAY.match(word(tokens, i - 1)):
        return True
    return tokens[i].ent == "DATE" and tokens[i].pos == "PROPN"


def day_number(tokens: list[Token], i: int) -> int | None:
    """The day of a month that the token may name."""
    found = DAY.match(word(tokens, i))
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def year(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """The year at ``i``, or after a comma or "of" there, and where it ends."""
    for at in (i, i + 1):
        if YEAR.match(word(tokens, at)) and (at == i or word(tokens, i) in (",", "of")):
            return int(word(tokens, at)), at + 1
    return None, i


def looks_ahead(tokens: list[Token], i: int) -> bool:
    """Whether the clause that the date stands in looks ahead."""
    verb = next((t for t in tokens[i].ancestors() if t.pos in ("VERB", "AUX")), None)
    while (
        verb is not None and not _is_future(verb) and verb.dep in ("xcomp", "conj") and verb.head.pos in ("VERB", "AUX")
    ):
        verb = verb.head
    return verb is not None and _is_future(verb)


def _is_future(verb: Token) -> bool:
    """Whether the verb stands with will, or is what somebody is to do, plans or undertakes to do."""
    if any(c.lower in FUTURE and c.dep == "aux" for c in verb.children):
        return True
    return verb.dep == "xcomp" and verb.head.lemma in PLANS and any(c.lower == "to" for c in verb.children)
