""" "The country", "these two countries", "our country", "both sides": states without their names."""

from collections.abc import Iterator
from functools import cache

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.listings import slug, state
from averment.resolve.nouns import NounKind, noun
from averment.resolve.ownership import owner
from averment.resolve.phrases import phrase
from averment.resolve.reading import Finding, Reading, Turn
from averment.resolve.register import Draft, draft_of
from averment.resolve.speakers import home, speaker
from averment.resolve.tables import rows

POINTING = {"the", "this", "that"}
SIDES = {"side", "party", "government", "ally", "neighbor", "neighbour", "capital", "foe", "rival"}
EVERYWHERE = 99
PAIR = {"two", "both"}
SINGULAR = {"country", "nation", "state", "republic", "kingdom"}
SELF = {"homeland", "motherland", "fatherland"}


def country_noun(reading: Reading, head: Token) -> Finding | None:
    """The state or states that a noun such as "country" stands for; an unnamed group of states if it does not say."""
    if head.tag in ("NNS", "NNPS"):
        return pair(reading, head) or _several(reading, head)
    if head.dep == "appos" and head.head is not head and (party := reading.party(head.head)) is not None:
        return Finding(party, MentionKind.NOMINAL, f"in apposition to {party.name}")
    return _possessed(reading, head) or _pointed(reading, head)


def _possessed(reading: Reading, head: Token) -> Finding | None:
    """ "His country", "our country": the country of whoever possesses it."""
    possessor = head.child("poss")
    if possessor is None or head.lemma not in SINGULAR | SELF:
        return None
    party = reading.party(possessor)
    if party is None or party.country is None:
        return None
    draft = reading.register.add(draft_of(state(party.country)))
    return Finding(draft, MentionKind.NOMINAL, f"the country of {party.name}")


def _pointed(reading: Reading, head: Token) -> Finding | None:
    determiner = head.child("det")
    if determiner is None or determiner.lower not in POINTING or head.lemma not in SINGULAR:
        return None
    if (own := owner(reading, head)) is not None and own.country:
        draft = reading.register.add(draft_of(state(own.country)))
        return Finding(draft, MentionKind.NOMINAL, f"the country that its own phrase names: {own.reason}")
    described = _described(head)
    others = set() if described else _ours(reading, head) | _possessing(reading, head)
    turns = list(reading.before(head, sentences=8 if described else 4))
    if head.dep == "nsubj":  # as a subject it goes on with the subject of the sentence before
        turns.sort(key=lambda found: not (found[0].subject and found[0].token.sentence == head.sentence - 1))
    for turn, draft in turns:
        fits = draft.country in described if described else draft.country not in others
        if draft.kind is EntityKind.STATE and fits and not turn.token.is_inside(head):
            return Finding(draft, MentionKind.NOMINAL, _why(draft, described, others))
    return None


def _why(draft: Draft, described: frozenset[str], others: set[str]) -> str:
    if described:
        return f"the last state spoken of that these words describe: {draft.name}"
    kept = f", leaving out {', '.join(sorted(others))}, which the phrase itself is of" if others else ""
    return f"the last state spoken of: {draft.name}{kept}"


@cache
def _epithets() -> dict[str, frozenset[str]]:
    """The states that a word such as "Islamic" or "Balkan" may describe."""
    return {row["word"]: frozenset(row.each("codes")) for row in rows("epithets.csv", ("word", "codes"))}


def _described(head: Token) -> frozenset[str]:
    known = _epithets()
    return next((known[c.lower] for c in head.children if c.i < head.i and c.lower in known), frozenset())


def _ours(reading: Reading, head: Token) -> set[str]:
    """The speaker's own state, if the same sentence says "our country": then "the country" is another."""
    tokens = reading.parsed.words(reading.parsed.sentence_of(head))
    own = home(reading, speaker(reading, head)) if any(t.lower in ("our", "us", "we") for t in tokens) else None
    return {own} if own else set()


def _possessing(reading: Reading, head: Token) -> set[str]:
    """The states before the nouns that the phrase hangs on: "Tehran's ambassador to the country" is in another."""
    above = (t for t in head.ancestors() if t.pos in ("NOUN", "PROPN"))
    found = (reading.states.get(c.i) for t in above for c in t.children if c.i < t.i)
    return {hit.listing.country for hit in found if hit is not None and hit.listing.country}


def pair(reading: Reading, head: Token) -> Finding | None:
    """ "The two countries", "both sides": the two states that were last spoken of together."""
    words = {c.lower for c in head.children if c.i < head.i}
    if not (words & PAIR and (head.lemma in SIDES or noun_of_state(head))) and not _theirs(head):
        return None
    members = _coordinated(reading, head) or _last_two(reading, head) or _coordinated(reading, head, EVERYWHERE)
    if members is None:
        return None
    one, other = members
    name = f"{one.name} and {other.name}"
    draft = Draft(f"group:{slug(name)}", name, EntityKind.GROUP, None, ("GOV",), "two states spoken of together",
                  plural=True, base="country")  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, f"the two states last spoken of together: {name}",
                   members=(one.id, other.id))  # fmt: skip


def _theirs(head: Token) -> bool:
    """ "Their countries", said of two."""
    possessor = head.child("poss")
    return possessor is not None and possessor.lower == "their" and head.lemma in SINGULAR


def noun_of_state(head: Token) -> bool:
    """Whether the noun is one for states, such as "country"."""
    known = noun(head)
    return known is not None and known.kind is NounKind.STATE


def _states_before(reading: Reading, head: Token, sentences: int) -> Iterator[tuple[Turn, Draft]]:
    return (found for found in reading.before(head, sentences) if found[1].kind is EntityKind.STATE)


def _coordinated(reading: Reading, head: Token, reach: int = 2) -> tuple[Draft, Draft] | None:
    """The last two states joined by "and", within so many sentences."""
    for turn, draft in _states_before(reading, head, reach):
        opener = turn.token.head
        if turn.token.dep != "conj":
            continue
        first = reading.party(opener)
        if first is not None and first.kind is EntityKind.STATE and first is not draft:
            return first, draft
    return None


def _last_two(reading: Reading, head: Token) -> tuple[Draft, Draft] | None:
    """The last two different states, if the sentences just before speak of these two alone."""
    for reach in (0, 1, 2, 4):
        found = list({d.id: d for _, d in _states_before(reading, head, reach)}.values())
        if len(found) == 2:
            return found[1], found[0]
        if len(found) > 2:
            return None
    return None


def _several(reading: Reading, head: Token) -> Finding:
    """States that nobody names: "other countries", "the third countries"."""
    name = reading.words(phrase(reading.parsed, head))
    draft = Draft(f"group:{digest(reading.article.id, name.lower())}", name, EntityKind.GROUP, None, ("GOV",),
                  "states that are not named", plural=True, named=False, base="country")  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, "states that are not named")
