"""Bodies by their common noun: governments, ministries, courts, forces, with the country they belong to."""

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.aliases import note_acronym
from averment.resolve.joint import joint
from averment.resolve.listings import slug, state
from averment.resolve.nouns import Noun, portfolios
from averment.resolve.ownership import Owner, owner
from averment.resolve.phrases import LINKS, first, phrase
from averment.resolve.reading import SUBJECTS, Finding, Reading
from averment.resolve.register import Draft, draft_of
from averment.resolve.surroundings import around
from averment.resolve.wordlists import wordlist

MINISTRIES = {"ministry", "department", "office", "bureau"}

ARMED = {"MIL", "COP", "SPY"}  # plural in form, one body in fact: "troops", "forces"


def body(reading: Reading, head: Token, known: Noun) -> Finding | None:
    """A government (its state), or a body of one."""
    own = owner(reading, head)
    if head.lemma in wordlist("governments") or head.lower in wordlist("governments"):
        return _government(reading, head, known, own)
    if known.sector == "SPY" and not _acts(head):
        return None  # "intelligence" as such is what is known, not who knows it
    if head.lemma == "agency" and (outlet := _outlet(reading, head)) is not None:
        return outlet
    words = _own_words(reading, head)
    if not words and own is None and _definite(head) and (earlier := _met(reading, head)) is not None:
        return Finding(earlier, MentionKind.NOMINAL, f"the last {head.lemma} spoken of: {earlier.name}")
    if known.weak and own is None and not (words and head.pos == "PROPN"):
        return None
    country, why = (own.country, own.reason) if own else (None, "")
    if own is None and head.tag in ("NN", "NNP") and _local(head):
        country, why = around(reading, head)
    return _body(reading, head, known, words, country, why)


def _acts(head: Token) -> bool:
    return head.dep in SUBJECTS or head.head.dep == "agent" or head.pos == "PROPN"


def _outlet(reading: Reading, head: Token) -> Finding | None:
    """ "The Interfax news agency": the organisation that its name stands for."""
    named = next((c for c in head.children if c.dep == "compound" and c.i in reading.names), None)
    party = reading.party(named) if named is not None else None
    if party is None or party.kind is not EntityKind.ORGANISATION:
        return None
    return Finding(party, MentionKind.NAME, f"{party.name} with its class noun {head.text!r}")


def _local(head: Token) -> bool:
    """Whether a body without a country may be of the state spoken of: not "a foreign government", "court papers"."""
    words = {c.lower for c in head.children if c.i < head.i}
    return head.dep != "compound" and not words & {"a", "an", "another", "other", "any", "no"}


def _definite(head: Token) -> bool:
    determiner = head.child("det")
    return determiner is not None and determiner.lower in ("the", "this", "that")


def _government(reading: Reading, head: Token, known: Noun, own: Owner | None) -> Finding | None:
    plural = head.tag == "NNS" and head.lower != "authorities"
    country, why = (own.country, own.reason) if own else around(reading, head) if _of_here(head) else (None, "")
    if plural and (several := joint(reading, head, EntityKind.STATE, known.sector, governments=True)) is not None:
        return several
    if country and not plural and not _qualified(head):
        draft = reading.register.add(draft_of(state(country)))
        return Finding(draft, MentionKind.NOMINAL, f"the government of {draft.name}: {why}")
    if known.weak and own is None:
        return None
    return _body(reading, head, known, _own_words(reading, head), country, why)


def _of_here(head: Token) -> bool:
    return _local(head) and not any(c.lower == "foreign" for c in head.children)


def _qualified(head: Token) -> bool:
    """Whether it is a government below or beside the state's: "local authorities", "the regional government"."""
    return any(c.lower in wordlist("subordinate") for c in head.children)


def _own_words(reading: Reading, head: Token) -> list[str]:
    """The words that tell this body from others: its modifiers and what it is "of", without countries."""
    tokens = reading.parsed.tokens
    span = phrase(reading.parsed, head)
    words = [
        t for t in tokens[first(head).i : head.right + 1]
        if t.end <= span.end and t is not head and t.pos in ("NOUN", "PROPN", "ADJ") and t.i not in reading.states
    ]  # fmt: skip
    return [t.lower for t in words if t.lower not in wordlist("vague")]


def _met(reading: Reading, head: Token) -> Draft | None:
    """The body that "the ministry" means: the last one of that noun."""
    return next((d for _, d in reading.before(head) if d.base == head.lemma and d.kind is not EntityKind.PERSON), None)


def _body(reading: Reading, head: Token, known: Noun, words: list[str], country: str | None, why: str) -> Finding:
    label = _mission(reading, head) or _label(head, words)
    plural = head.tag in ("NNS", "NNPS")
    if plural and (several := joint(reading, head, EntityKind(known.kind.value), known.sector)) is not None:
        return several
    span = phrase(reading.parsed, head, linked=True)
    name = reading.words(span)
    if country or head.pos == "PROPN":
        identity = f"organ:{country.lower() + '-' if country else ''}{slug(label)}"
    else:
        identity = f"organ:{digest(reading.article.id, slug(label))}"
    kind = EntityKind.GROUP if plural and known.sector not in ARMED else EntityKind(known.kind.value)
    draft = Draft(identity, name, kind, country, (known.sector,) if known.sector else (), why or "a body by its noun",
                  plural=plural, base=head.lemma, words={*words, head.lemma})  # fmt: skip
    draft = reading.register.add(draft)
    note_acronym(reading, head, draft)
    return Finding(draft, MentionKind.NAME if head.pos == "PROPN" else MentionKind.NOMINAL,
                   f"a {known.kind.value} by its noun" + (f"; {why}" if why else ""), span)  # fmt: skip


def _mission(reading: Reading, head: Token) -> str | None:
    """What a mission is compared by: where it serves, so that a "representation in" and a "mission to" are one."""
    if head.lemma not in ("mission", "representation", "delegation"):
        return None
    places = (prep.child("pobj") for prep in head.each("prep") if prep.lower in LINKS)
    party = next((found for place in places if place is not None and (found := reading.party(place))), None)
    return f"mission to {party.name}" if party is not None else None


def _label(head: Token, words: list[str]) -> str:
    """What the body is compared by: "foreign ministry" for every wording of a ministry of foreign affairs."""
    text = " ".join(words)
    if head.lemma in MINISTRIES:
        portfolio = portfolios().get(text.removesuffix(" and"), text)
        return f"{portfolio} {'ministry' if head.lemma == 'ministry' else head.lemma}"
    return f"{text} {head.lemma}"
