"""Whose a phrase's party is: the country that its modifiers, its "of" phrase or its company in a list name."""

from collections.abc import Iterator
from dataclasses import dataclass

from averment.parse.tree import Token
from averment.resolve.nouns import noun
from averment.resolve.reading import Reading
from averment.resolve.wordlists import wordlist

AGAINST = {"anti", "pro", "ex", "non"}
BELONGING = {"of", "for"}
SEATED = {"from", "in", "at", "with", "within"}  # says whose only where the party does not serve abroad
ABROAD = {"MIL", "SPY", "JRN"}
LEFT = {"poss", "amod", "compound", "nmod", "npadvmod"}


@dataclass(frozen=True, slots=True)
class Owner:
    """The country that a phrase names, the entity behind it if one is named, and the words that say so."""

    country: str | None
    entity: str | None
    reason: str


def owner(reading: Reading, head: Token) -> Owner | None:
    """Whose the party on ``head`` is, by the words of its own phrase; None if they name nobody."""
    for find in (_left, _right, _shared, _tied):
        for found in find(reading, head):
            return found
    return None


def _left(reading: Reading, head: Token) -> Iterator[Owner]:
    """Nationality words, possessors and compounds before the head; one with a country goes first."""
    others: list[Owner] = []
    before = [c for c in head.children if c.i < head.i and c.dep in LEFT]
    for child in sorted(before, key=_possesses):  # "his Syrian ally" is of Syria
        for found in _modifier(reading, child):
            if found.country:
                yield found
            others.append(found)
    yield from others


def _possesses(child: Token) -> bool:
    return child.dep == "poss"


def _modifier(reading: Reading, child: Token) -> Iterator[Owner]:
    tokens = reading.parsed.tokens
    for i in range(child.left, child.i + 1):
        hit = reading.states.get(i)
        if hit and hit.begin == i and not _opposed(tokens, i):
            yield Owner(hit.listing.country, hit.listing.id, f"{tokens[i].text!r} names its country")
    if child.dep == "poss" or child.i in reading.names:
        party = reading.party(child)
        if party is not None:
            yield Owner(party.country, party.id, f"belongs to {party.name}")
    elif child.dep == "compound":
        yield from _left(reading, child)


def _opposed(tokens: list[Token], i: int) -> bool:
    """Whether "anti-" or "pro-" stands before the name."""
    return i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].lower in AGAINST


def _right(reading: Reading, head: Token) -> Iterator[Owner]:
    for prep in head.each("prep"):
        if prep.i < head.i or not _belongs(head, prep):
            continue
        inner = prep.child("pobj")
        party = reading.party(inner) if inner is not None else None
        if party is not None and (party.country or prep.lower == "of"):
            yield Owner(party.country, party.id, f"{prep.lower} {party.name}")


def _belongs(head: Token, prep: Token) -> bool:
    """Whether what follows the preposition says whose the party is."""
    return prep.lower in BELONGING or (prep.lower in SEATED and _stays(head))


def _stays(head: Token) -> bool:
    """Whether "in" after the noun says where its party belongs: not after a person's name, a force or a mission."""
    known = noun(head)
    return known is not None and known.sector not in ABROAD and head.lemma not in wordlist("posted")


def _shared(reading: Reading, head: Token) -> Iterator[Owner]:
    """A later member of a list shares the words before the first: "Iranian individuals and entities"."""
    if head.dep != "conj" or any(c.i < head.i and c.dep in ("det", "poss", "amod", "compound") for c in head.children):
        return
    if head.tag in ("NNS", "NN"):
        yield from _left(reading, head.head)


def _tied(reading: Reading, head: Token) -> Iterator[Owner]:
    """A participle after the list's last member: "individuals and entities tied to an Iranian group"."""
    last = head.conjuncts()[-1]
    for clause in [*last.each("acl"), *_misread_clause(head)]:
        if clause.lemma not in wordlist("ties"):
            continue
        for prep in clause.each("prep", "agent"):
            inner = prep.child("pobj")
            party = reading.party(inner) if inner is not None else None
            if party is not None and party.country:
                yield Owner(party.country, None, f"{clause.text} {prep.text} a party of {party.country}")


def _misread_clause(head: Token) -> list[Token]:
    """ "Hackers linked to the state were ...": a participle that the parser took for the verb of its subject."""
    verb = head.head
    plain = not any(c.dep in ("aux", "auxpass", "dobj") for c in verb.children)
    return [verb] if head.dep == "nsubj" and verb.tag in ("VBN", "VBD") and plain else []
