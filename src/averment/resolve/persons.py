"""Persons by name, with the role and country that stand beside it."""

from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.aliases import note_surname
from averment.resolve.listings import slug
from averment.resolve.nouns import Noun, NounKind, noun, nouns
from averment.resolve.ownership import owner
from averment.resolve.phrases import first
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft, draft_of
from averment.resolve.roles import OF_STATE, base_of, gender_of, role_words
from averment.resolve.surroundings import of_office
from averment.resolve.transliteration import known_person, sounds
from averment.resolve.unlisted import things
from averment.resolve.wordlists import wordlist

OFFICES = OF_STATE | {"MIL"}
PARTS = ("compound", "nmod", "amod", "punct")  # what the parser makes of a name's first words


def named_person(reading: Reading, head: Token) -> Finding | None:
    """A person by full name, by a surname met before, or by a new name that is credibly a person's."""
    if head.pos != "PROPN":
        return None
    words = _name_words(reading, head)
    text = _text(words)
    draft = _met(reading, head, text)
    if draft is not None:
        learn(reading, head, draft, words[0])
        reason = f"a name of {draft.name}, named before" if draft.name != text else "name of a person"
        return Finding(draft, MentionKind.NAME, reason)
    listing = known_person(text)
    if listing is not None:
        draft = reading.register.add(draft_of(listing))
        learn(reading, head, draft, words[0])
        note_surname(reading, draft)
        return Finding(draft, MentionKind.NAME, f"another spelling of {listing.name}, a name in the list of persons")
    return _new_person(reading, head, words) if _credible(head, words) else None


def _met(reading: Reading, head: Token, text: str) -> Draft | None:
    """The person named before whom the name means, written in whichever way."""
    known = reading.surnames.get(sounds(head.text))
    draft = reading.register.get(known) if known is not None else None
    return draft if draft is not None and _is_short_for(sounds(text), sounds(draft.name)) else None


def _is_short_for(text: str, name: str) -> bool:
    """Whether ``text`` is the whole of a name, its last words, or its first."""
    return name.endswith(text) or name.split()[0] == text


def _name_words(reading: Reading, head: Token) -> list[Token]:
    """The tokens of the name on ``head``: back from it over proper nouns, up to a title, a role or a nationality."""
    tokens = reading.parsed.tokens
    begin = head.i
    floor = reading.parsed.sentence_of(head).begin
    while begin > floor and _in_name(reading, tokens[begin - 1], head):
        begin -= 1
    while begin < head.i and tokens[begin].text == "-":
        begin += 1
    return tokens[begin : head.i + 1]


def _in_name(reading: Reading, token: Token, head: Token) -> bool:
    if token.text == "-":
        return token.head is head or token.ent == "PERSON"
    if token.lower in wordlist("particles"):
        return token.i > 0 and reading.parsed.tokens[token.i - 1].text[:1].isupper()
    if token.i in reading.states or token.i in reading.names or token.lower.rstrip(".") in wordlist("titles"):
        return False
    if token.dep not in PARTS or not (token.head is head or token.head.head is head):
        return False
    return token.text[:1].isupper() and token.pos == "PROPN" and not _is_role(token)


def _is_role(token: Token) -> bool:
    known = noun(token)
    return known is not None and known.kind is NounKind.PERSON


def is_personal(token: Token) -> bool:
    """Whether a noun beside a name makes a person of it; owners and makers may be companies."""
    known = noun(token)
    return known is not None and known.kind is NounKind.PERSON and known.sector != "BUS"


def _text(words: list[Token]) -> str:
    return " ".join(w.text for w in words).replace(" - ", "-").replace(" 's", "'s")


def _credible(head: Token, words: list[Token]) -> bool:
    """Whether a new name is a person's; for a single word the parser's label alone is not enough."""
    if not all(w.text.replace(".", "").replace("'", "").isalpha() or w.text == "-" for w in words):
        return False
    if any(w.lower in things() or w.lower in wordlist("companies") for w in words):
        return False
    if head.ent == "PERSON" and len(words) > 1:
        return not all(w.text.isupper() and len(w.text) > 2 for w in words)
    if head.ent == "ORG" and len(words) == 2 and any(c.dep == "appos" and is_personal(c) for c in head.children):
        return all(w.text.istitle() for w in words)
    return head.ent in ("PERSON", "") and _introduced(head, words)


def _introduced(head: Token, words: list[Token]) -> bool:
    """Whether a title, a role or what the name does shows that it is a person's."""
    if noun(words[-1]) is not None and len(words) == 1:
        return False
    if head.dep == "nsubj" and head.head.lemma in wordlist("speech") and words[0].text.istitle():
        return True
    beside = [c for c in head.children if c.dep in ("compound", "appos", "amod") and c not in words]
    return any(is_personal(c) or c.lower.rstrip(".") in wordlist("titles") for c in beside)


def _new_person(reading: Reading, head: Token, words: list[Token]) -> Finding:
    name = _text(words)
    draft = Draft(f"person:{slug(name)}", name, EntityKind.PERSON, None, (), "a name that stands for a person")
    learn(reading, head, draft, words[0])
    if draft.country is None and _in_office(draft):
        draft.country, why = of_office(reading, head)
        draft.reason += f"; {why}" if why else ""
    earlier = _same_office(reading, head, draft) or _unnamed_subject(reading, head, draft, words)
    draft = reading.register.add(draft)
    note_surname(reading, draft)
    if earlier is None:
        return Finding(draft, MentionKind.NAME, "name of a person")
    reading.register.merge(earlier, draft)
    draft.reason = f"name of {earlier.name!r}, spoken of before without it"
    return Finding(draft, MentionKind.NAME, draft.reason)


def learn(reading: Reading, head: Token, draft: Draft, opening: Token) -> None:
    """Read a person's country and role from the words before the name, which ``opening`` opens, and its apposition."""
    before = reading.parsed.tokens[first(head).i : opening.i]
    for role in filter(_is_role, before):
        _take_role(draft, role, {t.lower for t in before if t.text.isalpha()} - wordlist("common"))
    draft.gender = draft.gender or next((g for t in (*before, opening) if (g := gender_of(t))), "")
    _take_country(reading, head, draft)
    for other in [*head.each("appos"), *([head.head] if head.dep == "appos" else [])]:
        if other.lower == "one" and draft.country is None and (party := reading.party(other)) is not None:
            draft.country = party.country  # "Jane Roe, one of its officers"
        if _is_role(other):
            _take_role(draft, other, role_words(reading, other))
            _take_country(reading, other, draft)


def _take_country(reading: Reading, beside: Token, draft: Draft) -> None:
    own = owner(reading, beside) if draft.country is None else None
    if own is not None:
        draft.country = own.country


def _take_role(draft: Draft, role: Token, words: set[str]) -> None:
    known: Noun | None = noun(role)
    draft.base = draft.base or base_of(role)
    draft.words |= words | {base_of(role)}
    draft.gender = draft.gender or gender_of(role)
    if known is not None and known.sector and not draft.sectors:
        draft.sectors = (known.sector,)


def _same_office(reading: Reading, head: Token, draft: Draft) -> Draft | None:
    """An unnamed holder of the same role for the same country, spoken of before: the only candidate, or none."""
    if not draft.base:
        return None
    found = {d.id: d for _, d in reading.before(head) if _unnamed(d) and _agrees(d, draft)}
    return next(iter(found.values())) if len(found) == 1 else None


def _unnamed(draft: Draft) -> bool:
    return draft.kind is EntityKind.PERSON and not draft.named and not draft.plural


def _agrees(earlier: Draft, draft: Draft) -> bool:
    if earlier.base != draft.base or not earlier.country or draft.country not in (None, earlier.country):
        return False
    return earlier.words <= draft.words | {draft.base}


def _in_office(draft: Draft) -> bool:
    """Whether the role is one of a state, at home: a minister or a judge, not a director, not a diplomat."""
    known = nouns().get(draft.base)
    if known is None or known.weak or draft.words & wordlist("posted"):
        return False
    return known.sector in OFFICES


def _unnamed_subject(reading: Reading, head: Token, draft: Draft, words: list[Token]) -> Draft | None:
    """A bare full name as subject right after an unnamed person as subject: "the spokesman said ... Jane Roe said"."""
    if draft.base or draft.country or len(words) < 2 or head.dep != "nsubj":
        return None
    for turn, earlier in reading.before(head, sentences=1):
        if turn.token.sentence < head.sentence and turn.token.dep == "nsubj" and turn.token.head.dep == "ROOT":
            return earlier if _unnamed(earlier) else None
    return None
