""" "A string of Iranian diplomats", "some of the rebels": quantities that stand for the party they are "of"."""

from averment.parse.tree import Token
from averment.resolve.phrases import phrase
from averment.resolve.predication import predicated
from averment.resolve.reading import Finding, Reading
from averment.resolve.wordlists import wordlist

FORMS = {"NOUN", "DET", "NUM", "ADJ", "PRON"}


def partitive(reading: Reading, head: Token) -> Finding | None:
    """The party that a quantity on ``head`` is "of"; the span is the whole phrase."""
    if head.pos not in FORMS or not (
        head.lower in wordlist("quantities") or (head.pos == "NUM" and head.ent != "DATE")
    ):
        return None
    of = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
    inner = of.child("pobj") if of is not None else None
    said = predicated(reading, head)
    if said is not None:
        return said
    found = reading.mention(inner) if inner is not None else None
    if found is None:
        return None
    party = reading.register.get(found.entity)
    span = phrase(reading.parsed, head)
    return Finding(party, found.kind, f"some or all of {party.name}; {found.reason}", span)
