"""Date expressions and the days they mean, counted from the publication date."""

from datetime import date

from averment.parse.tree import Parsed
from averment.resolve.resolution import DateMention


def dates(parsed: Parsed, published: date | None) -> tuple[DateMention, ...]:
    """The date expressions of an article."""
    return ()
