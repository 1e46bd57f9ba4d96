"""Where a report was filed from, by its dateline: "TIRANA, September 7 - ..."."""

from functools import cache
from re import MULTILINE
from re import compile as pattern

from averment.records import Article
from averment.resolve.gazetteer import Sort
from averment.resolve.listings import STATE_COLUMNS, listed_parties, listed_states
from averment.resolve.tables import rows

PLACED = {Sort.STATE, Sort.METONYM, Sort.DEMONYM, Sort.PLACE}
PLACE = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.' ]){2,24}?"
DATELINE = pattern(rf"^[ \t]*({PLACE})(?:[ \t]?[,(][^\n]{{0,60}}?)?[ \t]+[-–—]{{1,2}}[ \t]", MULTILINE)
# A place in capitals, then at most a date and an agency, then a dash; two places ("PARIS/ROME") say nothing.
DAY = r"[A-Z][a-z]{2,8}\.?[ \t]\d{1,2}"
DATED = pattern(rf"^[ \t]*([A-Z][\w.' ]{{2,24}}?),[ \t]+{DAY}[^\n]{{0,40}}?[ \t][-–—]{{1,2}}[ \t]", MULTILINE)
# A place in plain letters, where a day stands behind it.


def home_of(article: Article) -> str | None:
    """The country that a report is from: where it was filed, else that of the place in the outlet's name ("Jakarta
    Post"); None if neither says."""
    return filed_from(article) or (_named_after(article.outlet) if article.outlet else None)


def filed_from(article: Article) -> str | None:
    """The country of the outlet if it is given, else that of the capital in the dateline; None if neither says."""
    if article.outlet_country is not None:
        return article.outlet_country
    found = DATELINE.search(article.text) or DATED.search(article.text)
    return _capitals().get(found[1].strip().casefold()) if found else None


def _named_after(outlet: str) -> str | None:
    """The country of the states and places in an outlet's name, where they are of one country."""
    words = outlet.casefold().split()
    parts = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
    codes = {code for part in parts if (code := _places().get(part)) is not None}
    return codes.pop() if len(codes) == 1 else None


@cache
def _places() -> dict[str, str]:
    named = (*listed_parties(), *listed_states())
    return {name.casefold(): m.country for name, m in named if m.sort in PLACED and m.country is not None}


@cache
def _capitals() -> dict[str, str]:
    states = rows("states.csv", STATE_COLUMNS)
    return {name.casefold(): row["code"] for row in states for name in row.each("capital")}
