"""Collectives of several states: "Russian and Chinese officials", "the foreign ministers of Japan and South Korea"."""

from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.listings import slug, state, state_names
from averment.resolve.phrases import phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft, draft_of

BEFORE = {"amod", "compound", "nmod", "poss"}


def joint(reading: Reading, head: Token, kind: EntityKind, sector: str, *, governments: bool = False) -> Finding | None:
    """A group with one member a state, where the phrase joins several; ``governments`` are the states themselves."""
    codes = _codes(reading, head)
    if len(codes) < 2:
        return None
    sectors = (sector,) if sector else ()
    if governments:
        members = [draft_of(state(code)) for code in codes]
    else:
        members = [_member(head, code, kind, sectors) for code in codes]
    ids = tuple(reading.register.add(member).id for member in members)
    span = phrase(reading.parsed, head)
    reason = f"one party for each of {', '.join(state_names().get(code, code) for code in codes)}"
    whole = Draft(
        f"group:{'-'.join(codes).lower()}-{slug(head.lemma)}", reading.words(span), EntityKind.GROUP, None, sectors,
        reason, plural=True, named=False, base=head.lemma,
    )  # fmt: skip
    return Finding(reading.register.add(whole), MentionKind.NOMINAL, reason, span, ids)


def _codes(reading: Reading, head: Token) -> list[str]:
    """The countries that the words before the head or its "of" phrase join, in text order, each once."""
    for token in _openers(head):
        hits = (reading.states.get(t.i) for t in token.conjuncts())
        codes = [hit.listing.country for hit in hits if hit is not None and hit.listing.country]
        if len(codes) > 1:
            return list(dict.fromkeys(codes))
    return []


def _openers(head: Token) -> list[Token]:
    """Where a list of states may open: the head's modifiers, and what it is "of"."""
    before = [c for c in head.children if c.i < head.i and c.dep in BEFORE]
    of = (c.child("pobj") for c in head.children if c.dep == "prep" and c.lower == "of")
    return before + [token for token in of if token is not None]


def _member(head: Token, code: str, kind: EntityKind, sectors: tuple[str, ...]) -> Draft:
    name = f"{head.lower} of {state_names().get(code, code)}"
    prefix = "organ" if kind is EntityKind.ORGAN else "group"
    return Draft(
        f"{prefix}:{code.lower()}-{slug(head.lemma)}", name, kind, code, sectors,
        "a member of a list of states", plural=True, named=False, base=head.lemma,
    )  # fmt: skip
