"""The country that an office or a body without one belongs to, by what is spoken of around it."""

from averment.parse.tree import Token
from averment.resolve.reading import Reading


def around(reading: Reading, head: Token) -> tuple[str | None, str]:
    """The country that the paragraph speaks of, where it speaks of one alone; then that of the article so far."""
    paragraph = reading.parsed.sentence_of(head).paragraph
    near: set[str] = set()
    far: set[str] = set()
    for turn, draft in reading.before(head):
        if draft.country is None:
            continue
        far.add(draft.country)
        if reading.parsed.sentence_of(turn.token).paragraph == paragraph:
            near.add(draft.country)
    for found, where in ((near, "paragraph"), (far, "article")):
        if len(found) == 1:
            return next(iter(found)), f"the only country that the {where} speaks of up to here"
        if found:
            break
    return None, ""
