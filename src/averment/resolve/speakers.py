"""Whose words a token stands in: the speaker of the innermost statement around it."""

from averment.attribute.attribution import Attribution
from averment.parse.tree import Token
from averment.records import EntityKind
from averment.resolve.reading import Reading
from averment.resolve.register import Draft

CLAUSES = {"ccomp", "parataxis"}


def speaker(reading: Reading, token: Token) -> Draft | None:
    """The entity whose words ``token`` stands in; None in the outlet's own voice, or if it cannot be told."""
    innermost = _innermost(reading.attributions, token)
    head = innermost.source_head if innermost else _by_tree(token)
    if head is None or head is token:
        return None
    return reading.party(head)


def _innermost(attributions: list[Attribution], token: Token) -> Attribution | None:
    """The shortest statement whose content covers the token."""
    around = [a for a in attributions if any(s.begin <= token.begin < s.end for s in a.content)]
    return min(around, key=_length) if around else None


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.begin for span in attribution.content)


def _by_tree(token: Token) -> Token | None:
    """The subject of the verb in whose complement clause the token stands."""
    below = token
    for above in token.ancestors():
        if below.dep in CLAUSES and above.pos == "VERB":
            subject = subject_of(above)
            if subject is not None and not token.is_inside(subject):
                return subject
        below = above
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with."""
    subject = verb.child("nsubj", "nsubjpass")
    while subject is None and verb.dep == "conj":
        verb = verb.head
        subject = verb.child("nsubj", "nsubjpass")
    return subject or _misread_subject(verb)


def _misread_subject(verb: Token) -> Token | None:
    """A name right before a verb without a subject, which the parser took for its modifier."""
    before = [c for c in verb.children if c.i < verb.i and c.pos == "PROPN" and c.dep in ("nmod", "compound", "dep")]
    return before[-1] if before else None


def home(reading: Reading, party: Draft | None) -> str | None:
    """The code of a speaker's own state."""
    if party is None:
        return None
    if party.country is None and party.kind is EntityKind.STATE:
        return party.id.removeprefix("state:")
    return party.country
