"""A content as it is found: what a cue reports, and the tokens it hangs on."""

from dataclasses import dataclass

from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.parse.tree import Parsed, Token

WH = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue reports: its runs of tokens, the token they hang on, the frame realised and the rule's name."""

    runs: tuple[Run, ...]
    head: Token | None
    frame: str
    rule: str
    addressee: Token | None = None


def listener(cue: Cue) -> Token | None:
    """Who is spoken to: the object of a cue that takes a party, or whom a "to" names."""
    found = cue.head.child("dobj", "dative")
    if found is None and (to := next((c for c in cue.head.each("prep") if c.lower == "to"), None)):
        found = to.child("pobj")
    if found is not None and found.dep == "dative" and found.pos == "ADP":
        found = found.child("pobj")
    return found


def top(parsed: Parsed, begin: int, end: int) -> Token | None:
    """The token in a run that the others hang on: the first whose head stands outside."""
    for token in parsed.tokens[begin:end]:
        if token.pos != "PUNCT" and (token.head is token or not begin <= token.head.i < end):
            return token
    return None
