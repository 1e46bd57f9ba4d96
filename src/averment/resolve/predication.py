"""Nouns that say what another phrase's party is: "Iran is the victim", "as a victim, Iran ...", "Iran, a victim"."""

from averment.parse.tree import Token
from averment.records import MentionKind
from averment.resolve.reading import Finding, Reading
from averment.resolve.speakers import subject_of


def predicated(reading: Reading, head: Token) -> Finding | None:
    """The party that the noun on ``head`` is said of: the subject of its copula, or of the clause that "as" opens."""
    subject = _copular(head) or _opened(head) or _apposed(head)
    if subject is None or subject is head:
        return None
    party = reading.party(subject)
    if party is None:
        return None
    return Finding(party, MentionKind.NOMINAL, f"what {party.name} is said to be")


def _apposed(head: Token) -> Token | None:
    """The name that a singular noun stands beside: "Russia, a key mediator"."""
    if head.dep != "appos" or head.tag != "NN" or head.head.pos != "PROPN" or head.head.i > head.i:
        return None
    return head.head if head.head.tag == "NNP" else None


def _copular(head: Token) -> Token | None:
    verb = head.head
    if head.dep != "attr" or verb.lemma != "be" or verb.child("neg") is not None:
        return None
    return subject_of(verb)


def _opened(head: Token) -> Token | None:
    """The subject of the clause that an "as" phrase precedes or interrupts; after an object "as" is said of that."""
    top = head
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower == "one":
        top = head.head.head
    preposition = top.head
    if top.dep != "pobj" or preposition.lower != "as":
        return None
    clause = preposition.head
    if clause.pos in ("NOUN", "PROPN"):
        return clause if clause.i < preposition.i and clause.pos == "PROPN" else None
    if clause.pos not in ("VERB", "AUX"):
        return None
    if any(c.dep in ("dobj", "nsubjpass") and c.i < preposition.i for c in clause.children):
        return None
    return subject_of(clause) if preposition.i < clause.i else None
