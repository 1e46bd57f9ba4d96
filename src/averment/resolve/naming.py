"""Parties by name: listed ones, and those that the parser found to be names."""

import re
from functools import cache

from averment.parse.tree import Name, Token
from averment.records import EntityKind, MentionKind, Span
from averment.resolve.gazetteer import Hit, Listing, Sort
from averment.resolve.listings import slug
from averment.resolve.ownership import owner
from averment.resolve.phrases import phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft
from averment.resolve.tables import rows
from averment.resolve.wordlists import wordlist

THREAT_NUMBER = re.compile(r"(?:APT|UNC|TA|FIN|DEV|UAC|TEMP|Storm)-?\d+$")
MODIFIERS = {"compound", "amod", "poss", "nmod", "npadvmod"}


def listed(reading: Reading, head: Token) -> Finding | None:
    """The party that a list knows under the name that hangs on ``head``."""
    hit = reading.names.get(head.i)
    if hit is not None and hit.head == head.i:
        return _named(reading, head, hit)
    inside = reading.states.get(head.i)
    if inside is None or inside.head != head.i:
        return None
    if hit is not None and (hit.listing.sort is not Sort.BODY or hit.begin < inside.begin):
        return None  # "Times of Israel" is no mention of Israel
    return _state(reading, head, inside)


def _state(reading: Reading, head: Token, hit: Hit) -> Finding:
    draft = reading.register.add(draft_of(hit.listing))
    span = reading.parsed.span(hit.begin, hit.end) if head.dep in MODIFIERS else None
    if hit.listing.sort is Sort.DEMONYM and head.dep not in MODIFIERS and head.pos != "ADJ":
        return _people(reading, head, hit.listing)
    return Finding(draft, MentionKind.NAME, hit.listing.reason, span)


def _people(reading: Reading, head: Token, listing: Listing) -> Finding:
    """Nationals by their demonym alone: "Iranians", "two Frenchmen"."""
    name = head.text
    draft = Draft(
        f"group:{listing.country}-{slug(name)}".lower(), name, EntityKind.GROUP, listing.country, ("CVL",),
        f"{name!r} are people of {listing.name}", plural=True, named=False, base="people", words={name.lower()},
    )  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, "demonym used of people")


def draft_of(listing: Listing) -> Draft:
    """An entity as a list knows it."""
    base = listing.name.split()[-1].lower()
    words = set(listing.name.lower().split())
    plural = listing.kind is EntityKind.GROUP
    return Draft(listing.id, listing.name, listing.kind, listing.country, listing.sectors, listing.reason,
                 plural=plural, base=base, words=words)  # fmt: skip


def _named(reading: Reading, head: Token, hit: Hit) -> Finding | None:
    carried = _possessed(reading, hit)
    if carried is not None:
        return carried
    draft = draft_of(hit.listing)
    if hit.listing.sort is Sort.BODY:
        _nationalise(reading, head, draft)
    span = reading.parsed.span(hit.begin, hit.end) if head.dep in MODIFIERS else None
    draft = reading.register.add(draft)
    note_acronym(reading, head, draft)
    if draft.kind is EntityKind.PERSON:
        note_surname(reading, draft)
    return Finding(draft, MentionKind.NAME, hit.listing.reason, span)


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


def note_acronym(reading: Reading, head: Token, draft: Draft) -> None:
    """Remember the acronym in brackets after a name: it stands for the same entity from there on."""
    tokens = reading.parsed.tokens
    for i in range(head.i + 1, min(head.right + 3, len(tokens) - 1)):
        if tokens[i].text != "(":
            continue
        word = tokens[i + 1].text
        if word.isupper() and len(word) > 1 and tokens[min(i + 2, len(tokens) - 1)].text == ")":
            reading.aliases.setdefault(word, draft.id)
            if word not in draft.aliases and word != draft.name:
                draft.aliases.append(word)
        return


def note_surname(reading: Reading, draft: Draft) -> None:
    """Remember a person's last name, and make one of an earlier mention by that name alone."""
    surname = draft.name.split()[-1].lower()
    known = reading.surnames.get(surname)
    if known is not None and known != draft.id:
        earlier = reading.register.get(known)
        if earlier.name.lower() == surname and draft.country in (None, earlier.country):
            reading.register.merge(earlier, draft)
    reading.surnames[surname] = draft.id


def name_at(reading: Reading, head: Token) -> Name | None:
    """The name that the parser found over ``head``."""
    if not head.ent:
        return None
    return reading.name_spans.get(head.i)


def threat_group(reading: Reading, head: Token) -> Finding | None:
    """Threat groups by the vendors' naming schemes: APT34, UNC1151, Charming Kitten."""
    if THREAT_NUMBER.match(head.text):
        return _threat(reading, head, head.text, None)
    tokens = reading.parsed.tokens
    code = _animals().get(head.text)
    if code is None or head.i == 0:
        return None
    before = tokens[head.i - 1]
    if not before.text[:1].isupper() or before.sentence != head.sentence or before.pos not in ("PROPN", "ADJ", "NOUN"):
        return None
    return _threat(reading, head, f"{before.text} {head.text}", code or None)


def _threat(reading: Reading, head: Token, name: str, country: str | None) -> Finding:
    found = owner(reading, head)
    country = country or (found.country if found else None)
    draft = Draft(f"group:{slug(name)}", name, EntityKind.GROUP, country, ("CRM",),
                  "named by a scheme for threat groups", plural=True, base="group", words={name.lower()})  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NAME, "a threat group's name by the vendors' schemes")


@cache
def _animals() -> dict[str, str]:
    return {row["word"]: row["country"] for row in rows("threat_names.csv", ("word", "country"))}


def recognised(reading: Reading, head: Token) -> Finding | None:
    """Names that no list has: organisations, groups and places by the parser's label."""
    name = name_at(reading, head)
    if name is None or head.pos != "PROPN" or head.i in reading.names or _within(reading, name, head):
        return None
    if name.label in ("ORG", "NORP", "GPE"):
        return _unlisted(reading, head, name)
    return None


def _within(reading: Reading, name: Name, head: Token) -> bool:
    """Whether a party that the same name belongs to hangs above the token: "Affairs" in a ministry's name."""
    above = head.head
    if above is head:
        return False
    while above.dep in ("prep", "compound") and above.head is not above:
        above = above.head
    return name.begin <= above.i < name.end and reading.mention(above) is not None


def _unlisted(reading: Reading, head: Token, name: Name) -> Finding | None:
    words = [t for t in reading.parsed.tokens[name.begin : name.end] if t.pos not in ("DET", "PUNCT", "PART")]
    if not words or not any(w.text[0].isupper() for w in words) or any(w.lower in things() for w in words):
        return None
    span = Span(words[0].begin, words[-1].end)
    text = reading.words(span)
    if (known := reading.aliases.get(text)) is not None:
        return Finding(reading.register.get(known), MentionKind.NAME, "an acronym explained before")
    if not _plausible(name.label, head, words):
        return None
    kind, prefix = _kind(name.label, words[-1].lower)
    found = owner(reading, head)
    country = found.country if found else None
    draft = Draft(f"{prefix}:{slug(text)}", text, kind, country, (), f"a name that the parser labels {name.label}",
                  plural=name.label == "NORP", base=words[-1].lower, words=set(text.lower().split()))  # fmt: skip
    draft = reading.register.add(draft)
    note_acronym(reading, head, draft)
    return Finding(draft, MentionKind.NAME, f"a name that the parser labels {name.label}")


def _plausible(label: str, head: Token, words: list[Token]) -> bool:
    """Whether a name that no list has is a party's: programs, files and numbers are labelled as names too."""
    if any(c.isdigit() or c in "_/\\@#+=[]" for w in words for c in w.text):
        return False
    if label == "GPE":
        shaped = all(w.text.istitle() for w in words if w.text.isalpha())
        return shaped and (head.dep != "pobj" or head.head.lower in wordlist("locating"))
    return True


def _kind(label: str, last: str) -> tuple[EntityKind, str]:
    if label == "GPE":
        return EntityKind.GOVERNMENT_BODY, "place"
    if label == "NORP" or last in wordlist("groups"):
        return EntityKind.GROUP, "group"
    if last in wordlist("companies"):
        return EntityKind.COMPANY, "company"
    return EntityKind.ORGANISATION, "organisation"


@cache
def things() -> frozenset[str]:
    """Words of names that are no parties: programs, treaties, diseases."""
    return frozenset(row["word"] for row in rows("things.csv", ("word",)))
