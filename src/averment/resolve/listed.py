"""Parties that a list knows by name."""

from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind, Span
from averment.resolve.aliases import note_acronym, note_surname
from averment.resolve.gazetteer import Hit, Listing, Sort
from averment.resolve.listings import slug
from averment.resolve.ownership import owner
from averment.resolve.persons import learn
from averment.resolve.phrases import phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft, draft_of
from averment.resolve.surroundings import around
from averment.resolve.wordlists import wordlist

COLLECTIVE = ("sh", "ch", "ese", "ss")  # demonyms of a whole people that are no count nouns: the British, the Dutch
MODIFIERS = {"compound", "amod", "poss", "nmod", "npadvmod"}


def listed(reading: Reading, head: Token) -> Finding | None:
    """The party that a list knows under the name that hangs on ``head``."""
    hit = reading.names.get(head.i)
    if hit is not None and hit.head == head.i:
        return None if _part_of_longer(reading, hit) else _named(reading, head, hit)
    inside = reading.states.get(head.i)
    if inside is None or inside.head != head.i:
        return None
    if hit is not None and (hit.listing.sort is not Sort.BODY or hit.begin < inside.begin):
        return None  # "Times of Israel" is no mention of Israel
    return _state(reading, head, inside)


def _state(reading: Reading, head: Token, hit: Hit) -> Finding:
    draft = reading.register.add(draft_of(hit.listing))
    span = reading.parsed.span(hit.begin, hit.end) if head.dep in MODIFIERS else None
    if hit.listing.sort is Sort.DEMONYM and head.dep not in MODIFIERS and _of_people(head):
        return _people(reading, head, hit.listing)
    return Finding(draft, MentionKind.NAME, hit.listing.reason, span)


def _of_people(head: Token) -> bool:
    """Whether a demonym without a noun is used of people: "Iranians", "a Frenchman", "two Chinese"."""
    return head.tag in ("NNS", "NNPS") or any(c.dep in ("det", "nummod") for c in head.children)


def _national(reading: Reading, head: Token, listing: Listing) -> Finding | None:
    """The person of that country who was spoken of last; "the French" are all."""
    determiner = head.child("det")
    if (
        head.tag in ("NNS", "NNPS")
        or head.lower.endswith(COLLECTIVE)
        or determiner is None
        or determiner.lower != "the"
    ):
        return None
    for _, draft in reading.before(head, sentences=8):
        if draft.kind is EntityKind.PERSON and not draft.plural and draft.country == listing.country:
            return Finding(draft, MentionKind.NOMINAL, f"the last person of {listing.name} spoken of: {draft.name}")
    return None


def _people(reading: Reading, head: Token, listing: Listing) -> Finding:
    """Nationals by their demonym alone: "Iranians", "two Frenchmen"; "the Colombian" is one spoken of before."""
    if (one := _national(reading, head, listing)) is not None:
        return one
    name = head.text
    draft = Draft(
        f"group:{listing.country}-{slug(name)}".lower(), name, EntityKind.GROUP, listing.country, ("CVL",),
        f"{name!r} are people of {listing.name}", plural=True, named=False, base="people", words={name.lower()},
    )  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, "demonym used of people")


def _named(reading: Reading, head: Token, hit: Hit) -> Finding | None:
    carried = _possessed(reading, hit)
    if carried is not None:
        return carried
    draft = draft_of(hit.listing)
    if hit.listing.sort is Sort.BODY:
        _nationalise(reading, head, draft)
    span = reading.parsed.span(hit.begin, hit.end)
    if head.dep not in MODIFIERS:
        whole = phrase(reading.parsed, head)
        span = Span(whole.begin, max(whole.end, span.end))
    draft = reading.register.add(draft)
    note_acronym(reading, head, draft)
    if draft.kind is EntityKind.PERSON:
        draft.gender = draft.gender or _gender(draft.name)
        learn(reading, head, draft, reading.parsed.tokens[hit.begin])
        note_surname(reading, draft)
    return Finding(draft, MentionKind.NAME, hit.listing.reason, span)


def _gender(name: str) -> str:
    """ "he" or "she" by a first name that tells."""
    given = name.split()[0].lower()
    return "she" if given in wordlist("her_names") else "he" if given in wordlist("his_names") else ""


def _part_of_longer(reading: Reading, hit: Hit) -> bool:
    """Whether the listed words end a longer name: "Pan Africanist Congress" is no congress of the list's."""
    if hit.listing.sort is Sort.PERSON or hit.begin == 0:
        return False
    before = reading.parsed.tokens[hit.begin - 1]
    head = reading.parsed.tokens[hit.head]
    named = before.pos == "PROPN" and before.text[:1].isupper() and before.ent == head.ent
    return named and before.head is head and before.i not in reading.states and before.i not in reading.names


def _possessed(reading: Reading, hit: Hit) -> Finding | None:
    """ "Department of the Treasury's Office": the name that the possessor leads to, where the parser hung it inside."""
    last = reading.parsed.tokens[hit.end - 1]
    if last.i == hit.head or last.dep != "poss" or last.head.i < hit.end:
        return None
    party = reading.party(last.head)
    if party is None:
        return None
    begin = phrase(reading.parsed, reading.parsed.tokens[hit.head]).begin
    inner = reading.mentions[last.head.i].span
    return Finding(party, MentionKind.NAME, f"the possessive leads to {party.name}", Span(begin, inner.end))


def _nationalise(reading: Reading, head: Token, draft: Draft) -> None:
    """Give a body the country that its phrase names: it beats the one in the list ("the Philippine Senate")."""
    found = owner(reading, head)
    if found is not None and found.country and found.country != draft.country:
        draft.country = found.country
        draft.id = f"organ:{found.country.lower()}-{slug(draft.name)}"
        draft.reason = found.reason
    elif draft.country is None and found is None:
        country, why = around(reading, head)
        if country is not None:
            draft.country, draft.reason = country, why
            draft.id = f"organ:{country.lower()}-{slug(draft.name)}"
