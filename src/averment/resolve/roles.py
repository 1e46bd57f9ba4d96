"""Persons by role alone: "the Iranian spokesman" is the one met before with that role, or a new one."""

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.listings import slug
from averment.resolve.nouns import Noun
from averment.resolve.ownership import owner
from averment.resolve.phrases import first, phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft
from averment.resolve.surroundings import around
from averment.resolve.wordlists import wordlist

SAME_ROLE = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair"}
INDEFINITE = {"a", "an", "another", "no", "some", "any", "every", "each"}
OF_STATE = {"GOV", "JUD", "LEG", "COP", "SPY"}  # sectors whose holders of an office belong to the state spoken of


def base_of(role: Token) -> str:
    """The noun of a role in the form that is compared: every spokes... is one."""
    return SAME_ROLE.get(role.lower) or SAME_ROLE.get(role.lemma, role.lemma)


def gender_of(word: Token) -> str:
    """ "he" or "she" where a title, a role's noun or a first name says so; else empty."""
    text = word.lower.rstrip(".")
    if text in wordlist("her") or text in wordlist("her_names") or text.endswith("woman"):
        return "she"
    return "he" if text in wordlist("his") or text in wordlist("his_names") or text.endswith("man") else ""


def role_words(reading: Reading, head: Token) -> set[str]:
    """The words of a role's phrase up to its head, and of its "of" phrase, that tell it from others."""
    span = phrase(reading.parsed, head)
    found = (
        t for t in reading.parsed.tokens[first(head).i : head.right + 1]
        if t.end <= span.end and t.pos in ("NOUN", "PROPN", "ADJ") and t.i not in reading.states
    )  # fmt: skip
    return {SAME_ROLE.get(t.lower, t.lower) for t in found} - wordlist("common")


def person_by_role(reading: Reading, head: Token, known: Noun) -> Finding | None:
    """The person that a role without a name stands for."""
    if (named := _apposed(reading, head)) is not None:
        return named
    if head.dep == "pobj" and head.head.lower == "as" and _indefinite(head):
        return None  # "seen as a leader" speaks of nobody else
    own = owner(reading, head)
    country = own.country if own else None
    words = role_words(reading, head)
    if not _indefinite(head):
        for _, draft in reading.before(head):
            if _holds(draft, base_of(head), words, country):
                return Finding(draft, MentionKind.NOMINAL, f"{head.text!r} is the role of {draft.name}")
    why = own.reason if own else ""
    if own is None and known.sector in OF_STATE and head.child("det") is not None and not _indefinite(head):
        country, why = around(reading, head)
    return _unnamed(reading, head, known, words, country, why)


def _apposed(reading: Reading, head: Token) -> Finding | None:
    """ "The spokesman, Nasser Kanaani": the person in apposition."""
    beside = next((c for c in head.children if c.dep == "appos" and c.pos == "PROPN"), None)
    party = reading.party(beside) if beside is not None else None
    if party is None or party.kind is not EntityKind.PERSON:
        return None
    return Finding(party, MentionKind.NAME, f"in apposition to {party.name}")


def _indefinite(head: Token) -> bool:
    determiner = head.child("det")
    return determiner is not None and determiner.lower in INDEFINITE


def _holds(draft: Draft, base: str, words: set[str], country: str | None) -> bool:
    """Whether the role fits a person met before: the same noun or a word of the role, and no other country."""
    if draft.kind is not EntityKind.PERSON or draft.plural or (country and draft.country not in (None, country)):
        return False
    return (draft.base == base or base in draft.words) and words <= draft.words | {base}


def _unnamed(reading: Reading, head: Token, known: Noun, words: set[str], country: str | None, why: str) -> Finding:
    base = base_of(head)
    span = phrase(reading.parsed, head, linked=True)
    if country and not _indefinite(head):
        identity = f"person:{country.lower()}-{slug(' '.join([*sorted(words - {base}), base]))}"
    else:
        identity = f"person:{digest(reading.article.id, head.begin)}"
    draft = Draft(
        identity, reading.words(span), EntityKind.PERSON, country, (known.sector,), why or "a role without a name",
        named=False, base=base, words=words, gender=gender_of(head),
    )  # fmt: skip
    reason = "a person by role" + (f"; {why}" if why else "")
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, reason, span)
