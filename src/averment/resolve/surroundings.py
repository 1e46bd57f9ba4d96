"""The country that an office or a body without one belongs to, by what is spoken of around it."""

from averment.parse.tree import Token
from averment.resolve.reading import Reading


def around(reading: Reading, head: Token) -> tuple[str | None, str]:
    """The country that the paragraph speaks of, if one alone; then the report's own; then the article's, if one alone.

    Returns the country's code, or None where it stays open, and the reason.
    """
    near, far = _spoken_of(reading, head)
    if len(near) == 1:
        return near.pop(), "the only country that the paragraph speaks of up to here"
    home = reading.home
    if home is not None and not near and any(hit.listing.country == home for hit in reading.states.values()):
        return home, "the country that the report was filed from"
    if len(far) == 1 and not near:
        return far.pop(), "the only country that the article speaks of up to here"
    return None, ""


def _spoken_of(reading: Reading, head: Token) -> tuple[set[str], set[str]]:
    """The countries mentioned before the token in its paragraph, and in the article."""
    paragraph = reading.parsed.sentence_of(head).paragraph
    near: set[str] = set()
    far: set[str] = set()
    for turn, draft in reading.before(head):
        if draft.country is not None:
            far.add(draft.country)
            if reading.parsed.sentence_of(turn.token).paragraph == paragraph:
                near.add(draft.country)
    return near, far
