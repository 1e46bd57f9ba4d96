"""Where a report was filed from, by its dateline: "TIRANA, September 7 - ..."."""

from functools import cache
from re import MULTILINE
from re import compile as pattern

from averment.records import Article
from averment.resolve.listings import STATE_COLUMNS
from averment.resolve.tables import rows

PLACE = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.' ]){2,24}?"
DATELINE = pattern(rf"^[ \t]*({PLACE})(?:[ \t]?[,(][^\n]{{0,60}}?)?[ \t]+[-–—]{{1,2}}[ \t]", MULTILINE)
# A place in capitals, then at most a date and an agency, then a dash; two places ("PARIS/ROME") say nothing.


def home_of(article: Article) -> str | None:
    """The country of the outlet if it is given, else that of the capital in the dateline; None if neither says."""
    if article.outlet_country is not None:
        return article.outlet_country
    found = DATELINE.search(article.text)
    return _capitals().get(found[1].strip().casefold()) if found else None


@cache
def _capitals() -> dict[str, str]:
    states = rows("states.csv", STATE_COLUMNS)
    return {name.casefold(): row["code"] for row in states for name in row.each("capital")}
