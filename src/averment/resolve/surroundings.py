"""The country that an office or a body without one belongs to, by what is spoken of around it."""

from averment.parse.tree import Token
from averment.records import EntityKind
from averment.resolve.reading import Reading

FROM_HOME = "the country that the report is from"
ACTING = {EntityKind.STATE, EntityKind.GOVERNMENT_BODY, EntityKind.ORGAN}


def around(reading: Reading, head: Token) -> tuple[str | None, str]:
    """The country that the paragraph speaks of, if one alone; then the report's own; then the article's, if one alone.

    Returns the country's code, or None where it stays open, and the reason.
    """
    near, far = _spoken_of(reading, head)
    if len(near) == 1:
        return near.pop(), "the only country that the paragraph speaks of up to here"
    if reading.home is not None and not near and _spoken_at_all(reading, reading.home):
        return reading.home, FROM_HOME
    if len(far) == 1 and not near:
        return far.pop(), "the only country that the article speaks of up to here"
    return None, ""


def of_office(reading: Reading, head: Token) -> tuple[str | None, str]:
    """The country whose office a person holds who is named with it: the one that the report was filed from, that of
    the last state to act, else as ``around``."""
    if reading.filed is not None and _spoken_at_all(reading, reading.filed):
        return reading.filed, FROM_HOME
    for turn, draft in reading.before(head, sentences=2):
        if turn.subject and turn.token.sentence < head.sentence and draft.kind in ACTING and draft.country is not None:
            return draft.country, f"the country of {draft.name}, which acted last"
    return around(reading, head)


def _spoken_at_all(reading: Reading, country: str) -> bool:
    """Whether a report speaks of a country: one that does not is about others, wherever it was filed."""
    return any(hit.listing.country == country for hit in reading.states.values())


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
