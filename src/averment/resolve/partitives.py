""" "A string of Iranian diplomats", "some of the rebels": quantities that stand for the party they are "of"."""

from averment.parse.tree import Token
from averment.resolve.phrases import phrase
from averment.resolve.predication import predicated
from averment.resolve.reading import Finding, Reading

QUANTITIES = frozenset(
    [
        "string",
        "number",
        "group",
        "series",
        "dozens",
        "dozen",
        "hundreds",
        "thousands",
        "tens",
        "scores",
        "millions",
        "pair",
        "couple",
        "handful",
        "array",
        "majority",
        "minority",
        "bunch",
        "host",
        "wave",
        "lot",
        "lots",
        "rest",
        "half",
        "part",
        "portion",
        "third",
        "quarter",
        "percent",
        "%",
        "swarm",
        "kind",
        "type",
        "sort",
        "range",
        "variety",
        "batch",
        "total",
        "cache",
        "raft",
        "all",
        "some",
        "many",
        "most",
        "none",
        "few",
        "several",
        "each",
        "both",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "any",
        "neither",
        "either",
        "various",
        "crowd",
        "crowds",
    ]
)
FORMS = {"NOUN", "DET", "NUM", "ADJ", "PRON"}


def partitive(reading: Reading, head: Token) -> Finding | None:
    """The party that a quantity on ``head`` is "of"; the span is the whole phrase."""
    if head.pos not in FORMS or not (head.lower in QUANTITIES or (head.pos == "NUM" and head.ent != "DATE")):
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
