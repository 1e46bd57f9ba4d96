"""Persons: by name with the role and country that stand beside it, or by role alone."""

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.listings import slug
from averment.resolve.naming import COMPANY_ENDINGS, note_surname, things
from averment.resolve.nouns import Noun, NounKind, noun
from averment.resolve.ownership import owner
from averment.resolve.phrases import first, phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "dame",
        "sheikh",
        "shaikh",
        "ayatollah",
        "imam",
        "rev",
        "gen",
        "lt",
        "col",
        "maj",
        "sgt",
        "capt",
        "cpl",
        "sen",
        "rep",
        "gov",
        "pres",
        "adm",
        "hon",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "saint",
        "st",
        "president",
        "premier",
        "senator",
        "general",
    ]
)
SPEECH = frozenset(
    [
        "say",
        "tell",
        "add",
        "claim",
        "state",
        "note",
        "stress",
        "argue",
        "insist",
        "warn",
        "announce",
        "declare",
        "deny",
        "accuse",
        "call",
        "write",
        "tweet",
    ]
)
SPEAKERS = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesmen": "spokesperson"}
GENERIC = frozenset(
    [
        "the",
        "a",
        "an",
        "former",
        "current",
        "new",
        "top",
        "senior",
        "chief",
        "then",
        "ex",
        "late",
        "acting",
        "high",
        "said",
        "its",
        "his",
        "her",
        "their",
        "our",
    ]
)


def named_person(reading: Reading, head: Token) -> Finding | None:
    """A person by full name, by a surname met before, or by a new single name that the parser calls a person."""
    if head.pos != "PROPN":
        return None
    known = reading.surnames.get(head.lower)
    words = _name_words(reading, head)
    draft = reading.register.get(known) if known is not None else None
    if draft is not None and draft.name.lower().endswith(_text(words).lower()):
        _learn(reading, head, draft, words)
        alone = len(words) == 1 and draft.name != _text(words)
        reason = f"surname of {draft.name}, named before" if alone else "name of a person"
        return Finding(draft, MentionKind.NAME, reason)
    return _new_person(reading, head, words) if _credible(head, words) else None


def _credible(head: Token, words: list[Token]) -> bool:
    """Whether a new name is a person's: the parser's label alone is not enough for one word, nor for a program's name."""
    if not words or not all(w.text.replace(".", "").replace("'", "").isalpha() or w.text == "-" for w in words):
        return False
    if any(w.lower in things() or w.lower in COMPANY_ENDINGS for w in words):
        return False
    if head.ent == "PERSON" and len(words) > 1:
        return not all(w.text.isupper() and len(w.text) > 2 for w in words)
    return head.ent in ("PERSON", "") and _introduced(head, words)


def _introduced(head: Token, words: list[Token]) -> bool:
    """Whether a title, a role or what the name does shows that it is a person's."""
    if noun(words[-1]) is not None and len(words) == 1:
        return False
    if head.dep == "nsubj" and head.head.lemma in SPEECH and words[0].text[0].isupper() and not words[0].text.isupper():
        return True
    beside = [c for c in head.children if c.dep in ("compound", "appos", "amod") and c not in words]
    roles = (noun(c) for c in beside)
    named = any(known is not None and known.kind is NounKind.PERSON for known in roles)
    return named or any(c.lower.rstrip(".") in TITLES for c in beside)


def _new_person(reading: Reading, head: Token, words: list[Token]) -> Finding:
    name = _text(words)
    draft = Draft(f"person:{slug(name)}", name, EntityKind.PERSON, None, (), "a name that the parser labels PERSON")
    _learn(reading, head, draft, words)
    earlier = _same_office(reading, head, draft) or _unnamed_subject(reading, head, draft, words)
    draft = reading.register.add(draft)
    note_surname(reading, draft)
    if earlier is None:
        return Finding(draft, MentionKind.NAME, "name of a person")
    reason = f"name of {earlier.name!r}, spoken of before without it"
    draft.reason = reason
    reading.register.merge(earlier, draft)
    return Finding(draft, MentionKind.NAME, reason)


def _text(words: list[Token]) -> str:
    text = " ".join(w.text for w in words)
    return text.replace(" - ", "-").replace(" 's", "'s")


def _name_words(reading: Reading, head: Token) -> list[Token]:
    """The tokens of the name on ``head``: back from it over proper nouns, up to a title, a role or a nationality."""
    tokens = reading.parsed.tokens
    found = [head]
    i = head.i - 1
    floor = reading.parsed.sentence_of(head).begin
    while i >= floor and _in_name(reading, tokens[i], head):
        found.insert(0, tokens[i])
        i -= 1
    while found and found[0].text == "-":
        found.pop(0)
    return found


def _in_name(reading: Reading, token: Token, head: Token) -> bool:
    if token.text == "-":
        return token.head is head or token.ent == "PERSON"
    if token.lower.rstrip(".") in TITLES or token.i in reading.states or token.i in reading.names:
        return False
    if not (token.head is head or token.head.head is head) or token.dep not in ("compound", "nmod", "amod", "punct"):
        return False
    known = noun(token)
    return token.text[:1].isupper() and token.pos == "PROPN" and (known is None or known.kind is not NounKind.PERSON)


def _learn(reading: Reading, head: Token, draft: Draft, words: list[Token]) -> None:
    """Read country and role from the words before the name and from its apposition."""
    tokens = reading.parsed.tokens
    roles = [t for t in tokens[first(head).i : words[0].i] if (known := noun(t)) and known.kind is NounKind.PERSON]
    for role in roles:
        _take_role(draft, role, [t.lower for t in tokens[first(head).i : words[0].i]])
    beside = [c for c in head.children if c.dep == "appos"] + ([head.head] if head.dep == "appos" else [])
    own = owner(reading, head)
    if draft.country is None and own is not None:
        draft.country = own.country
    for other in beside:
        known = noun(other)
        if known is None or known.kind is not NounKind.PERSON:
            continue
        _take_role(draft, other, role_words(reading, other))
        own = owner(reading, other)
        if draft.country is None and own is not None:
            draft.country = own.country


def _take_role(draft: Draft, role: Token, words: list[str]) -> None:
    known = noun(role)
    draft.base = draft.base or base_of(role)
    draft.words.update(SPEAKERS.get(w, w) for w in words if w.isalpha())
    if known is not None and not draft.sectors and known.sector:
        draft.sectors = (known.sector,)


def base_of(role: Token) -> str:
    """The noun of a role in the form that is compared: every spokes... is one."""
    lemma = role.lower if role.lower in SPEAKERS else role.lemma
    return SPEAKERS.get(lemma, lemma)


def role_words(reading: Reading, head: Token) -> list[str]:
    """The lower-case words of a role's phrase up to its head and of its "of" phrase, without countries."""
    tokens = reading.parsed.tokens[first(head).i : head.right + 1]
    span = phrase(reading.parsed, head)
    return [
        SPEAKERS.get(t.lower, t.lower) for t in tokens
        if t.end <= span.end and t.pos in ("NOUN", "PROPN", "ADJ") and t.i not in reading.states
    ]  # fmt: skip


def _same_office(reading: Reading, head: Token, draft: Draft) -> Draft | None:
    """An unnamed holder of the same role for the same country, spoken of before: the only candidate, or none."""
    if not draft.base:
        return None
    found = {d.id: d for _, d in reading.before(head) if _unnamed_one(d) and _agrees(d, draft)}
    return next(iter(found.values())) if len(found) == 1 else None


def _unnamed_one(draft: Draft) -> bool:
    return draft.kind is EntityKind.PERSON and not draft.named and not draft.plural


def _agrees(earlier: Draft, draft: Draft) -> bool:
    if earlier.base != draft.base or (earlier.country and draft.country and earlier.country != draft.country):
        return False
    return bool(earlier.country) and earlier.words - GENERIC <= draft.words | {draft.base}


def _unnamed_subject(reading: Reading, head: Token, draft: Draft, words: list[Token]) -> Draft | None:
    """A bare full name as subject right after an unnamed person as subject: "the spokesman said ... Jane Roe said"."""
    if draft.base or draft.country or len(words) < 2 or head.dep != "nsubj":
        return None
    for turn, earlier in reading.before(head, sentences=1):
        if turn.token.sentence < head.sentence and turn.token.dep == "nsubj" and turn.token.head.dep == "ROOT":
            return earlier if _unnamed_one(earlier) else None
    return None


def person_by_role(reading: Reading, head: Token, known: Noun) -> Finding | None:
    """A person by role alone: the one met before with that role, or a new one named by role and country."""
    beside = next((c for c in head.children if c.dep == "appos" and c.pos == "PROPN"), None)
    if beside is not None and (mention := reading.mention(beside)) is not None:
        draft = reading.register.get(mention.entity)
        if draft.kind is EntityKind.PERSON:
            return Finding(draft, MentionKind.NAME, f"in apposition to {draft.name}")
    own = owner(reading, head)
    country = own.country if own else None
    words = {w for w in role_words(reading, head) if w not in GENERIC}
    if not _indefinite(head):
        for _, draft in reading.before(head):
            if _holds(draft, base_of(head), words, country):
                return Finding(draft, MentionKind.NOMINAL, f"{head.text!r} is the role of {draft.name}")
    return _unnamed(reading, head, known, words, country, own.reason if own else "")


def _indefinite(head: Token) -> bool:
    determiner = head.child("det")
    return determiner is not None and determiner.lower in ("a", "an", "another", "no", "some", "any", "every")


def _holds(draft: Draft, base: str, words: set[str], country: str | None) -> bool:
    """Whether the role fits a person met before: the same noun or a word of the role, and no other country."""
    if draft.kind is not EntityKind.PERSON or draft.plural or (country and draft.country not in (None, country)):
        return False
    return (draft.base == base or base in draft.words) and words <= draft.words | {base}


def _unnamed(reading: Reading, head: Token, known: Noun, words: set[str], country: str | None, why: str) -> Finding:
    name = reading.words(phrase(reading.parsed, head, linked=True))
    office = slug(" ".join(sorted(words - {base_of(head)})) + " " + base_of(head))
    if country and not _indefinite(head):
        identity = f"person:{country.lower()}-{office}"
    else:
        identity = f"person:{digest(reading.article.id, head.begin)}"
    draft = Draft(identity, name, EntityKind.PERSON, country, (known.sector,), why or "a role without a name",
                  named=False, base=base_of(head), words=words)  # fmt: skip
    span = phrase(reading.parsed, head, linked=True)
    return Finding(
        reading.register.add(draft), MentionKind.NOMINAL, "a person by role" + (f"; {why}" if why else ""), span
    )
