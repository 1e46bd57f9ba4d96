"""Unnamed parties by their noun: collectives, groups, companies, and what a party owns."""

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.bodies import body
from averment.resolve.countries import country_noun, pair
from averment.resolve.joint import joint
from averment.resolve.listings import slug
from averment.resolve.nouns import Noun, NounKind, noun
from averment.resolve.ownership import Owner, owner
from averment.resolve.phrases import phrase
from averment.resolve.predication import predicated
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft
from averment.resolve.roles import person_by_role
from averment.resolve.wordlists import wordlist

PLACES = {"island", "isle", "territory", "state"}  # nouns of states that end the names of places
CLASSES = {NounKind.GROUP, NounKind.ORGANISATION, NounKind.COMPANY}
PLURAL_FORMS = {"people", "police", "staff", "troops", "public", "population", "media", "press", "crew", "personnel"}
DEFINITE = {"the", "this", "that", "these", "those", "its"}


def nominal(reading: Reading, head: Token) -> Finding | None:
    """The party that a common noun names, by the table of nouns."""
    known = noun(head)
    if known is None or ((known.kind is NounKind.SYSTEM or head.lemma in PLACES) and _is_name(reading, head)):
        return None
    if known.kind is not NounKind.SYSTEM and (said := predicated(reading, head)) is not None:
        return said
    if head.tag == "NNS" and known.kind is not NounKind.STATE and (two := pair(reading, head)) is not None:
        return two
    if known.kind is NounKind.STATE:
        return country_noun(reading, head)
    if known.kind in CLASSES and _is_name(reading, head):
        return None
    if known.kind in (NounKind.GOVERNMENT_BODY, NounKind.ORGAN):
        return body(reading, head, known)
    if known.kind is NounKind.SYSTEM:
        return _system(reading, head)
    return _group(reading, head, known) if known.kind in CLASSES else _role(reading, head, known)


def _is_name(reading: Reading, head: Token) -> bool:
    """Whether the noun is the last word of a name that no list has: "Cebu City", "Bank of Nova Scotia"."""
    name = reading.name_spans.get(head.i)
    if head.pos != "PROPN" or name is None or name.label not in ("ORG", "GPE", "LOC"):
        return False
    others = (t for t in reading.parsed.tokens[name.begin : name.end] if t is not head and t.pos == "PROPN")
    return any(t.i not in reading.states for t in others)


def _role(reading: Reading, head: Token, known: Noun) -> Finding | None:
    plural = head.tag in ("NNS", "NNPS") or head.lower in PLURAL_FORMS or head.lower.endswith("men")
    if (state := _beside_state(reading, head)) is not None:
        return state
    if not plural and not known.weak:
        return person_by_role(reading, head, known)
    own = owner(reading, head)
    acts = head.dep in ("nsubj", "nsubjpass") and head.pos == "NOUN"
    if known.weak and own is None and not acts and not _counted(head):
        return None
    if not plural:
        return person_by_role(reading, head, known)
    return _collective(reading, head, known, own)


def _beside_state(reading: Reading, head: Token) -> Finding | None:
    """ "Our NATO ally, Albania": the state in apposition."""
    beside = next((c for c in head.children if c.dep == "appos" and c.i in reading.states), None)
    party = reading.party(beside) if beside is not None else None
    return Finding(party, MentionKind.NOMINAL, f"in apposition to {party.name}") if party is not None else None


def _counted(head: Token) -> bool:
    """Whether the words before a weak noun show that it is used of somebody: a number, or a party's noun."""
    if any(c.dep == "nummod" or _of_state(c) for c in head.children):
        return True
    inside = (noun(c) for c in head.children if c.dep == "compound")
    return any(known is not None and not known.weak and known.kind is not NounKind.SYSTEM for known in inside)


def _of_state(child: Token) -> bool:
    """ "Heads of state" and "of government"."""
    inner = child.child("pobj") if child.dep == "prep" and child.lower == "of" else None
    return inner is not None and inner.lower in ("state", "government", "parliament", "police", "staff")


def _group(reading: Reading, head: Token, known: Noun) -> Finding | None:
    for child in head.children:
        if child.dep in ("compound", "appos", "nmod") and (child.i in reading.names or _labelled(reading, child)):
            party = reading.party(child)
            if party is not None and party.kind in (EntityKind.GROUP, EntityKind.COMPANY, EntityKind.ORGANISATION):
                own = owner(reading, head) if party.country is None else None
                party.country = own.country if own else party.country
                return Finding(party, MentionKind.NAME, f"{party.name} with its class noun {head.text!r}")
    own = owner(reading, head)
    if own is None and _bare(head) and (earlier := _met(reading, head, known)) is not None:
        return Finding(earlier, MentionKind.NOMINAL, f"the last {known.kind.value} spoken of: {earlier.name}")
    if known.weak and not _owned(own) and not _counted(head):
        return None
    return _collective(reading, head, known, own)


def _labelled(reading: Reading, child: Token) -> bool:
    """Whether the parser labels a name right behind its class noun an organisation's: "the company Mercury Lantern"."""
    name = reading.name_spans.get(child.i)
    return child.dep == "appos" and name is not None and name.label == "ORG" and name.begin == child.head.i + 1


def _owned(own: Owner | None) -> bool:
    """Whether an owner makes a party of a weak noun: "the movement of workers" is not one, "Iran's movement" is."""
    return own is not None and (own.country is not None or not (own.entity or "group:").startswith("group:"))


def _bare(head: Token) -> bool:
    """Whether nothing but a definite determiner stands before the noun, and words that fit all of its kind."""
    left = [c for c in head.children if c.i < head.i and c.lower not in wordlist("blocs")]
    return len(left) == 1 and left[0].lower in DEFINITE


def _met(reading: Reading, head: Token, known: Noun) -> Draft | None:
    kind = EntityKind(known.kind.value)
    found = [d for _, d in reading.before(head, 8) if d.kind is kind and d.base not in ("people", "country")]
    if kind is EntityKind.ORGANISATION:  # a bloc is no newspaper
        found = [d for d in found if known.sector in d.sectors or not d.sectors]
    same = (d for d in found if d.base == head.lemma)
    return next((d for d in found if d.named), None) or next(same, None)


def _collective(reading: Reading, head: Token, known: Noun, own: Owner | None) -> Finding:
    name = reading.words(phrase(reading.parsed, head))
    country = own.country if own else None
    own_words = [c.lower for c in head.children if c.dep in ("amod", "compound") and c.i not in reading.states]
    label = slug(" ".join([*own_words, head.lemma]))
    kind = EntityKind.GROUP if known.kind is NounKind.PERSON else EntityKind(known.kind.value)
    if (several := joint(reading, head, kind, known.sector)) is not None:
        return several
    identity = f"group:{country.lower()}-{label}" if country else f"group:{digest(reading.article.id, label)}"
    why = own.reason if own else ""
    sectors = (known.sector,) if known.sector else ()
    plural = head.tag in ("NNS", "NNPS") or known.kind is NounKind.GROUP or head.lower in PLURAL_FORMS
    draft = Draft(identity, name, kind, country, sectors, why or "a collective by its noun", plural=plural, named=False,
                  base=head.lemma, words={head.lemma})  # fmt: skip
    reason = f"a collective by its noun {head.text!r}" + (f"; {why}" if why else "")
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, reason)


def _system(reading: Reading, head: Token) -> Finding | None:
    """What a party owns ("its nuclear facilities", "Albanian servers"); without an owner it is a thing."""
    own = owner(reading, head)
    if own is None:
        return _public_system(reading, head)
    if own.country is None and own.entity is None:
        return None
    name = reading.words(phrase(reading.parsed, head))
    owned = own.country.lower() if own.country else digest(own.entity)
    draft = Draft(f"system:{owned}-{slug(head.lemma)}", name, EntityKind.SYSTEM, own.country, (), own.reason,
                  plural=head.tag == "NNS", named=False, base=head.lemma)  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NOMINAL, f"a system with its owner; {own.reason}")


def _public_system(reading: Reading, head: Token) -> Finding | None:
    """ "government data", "military bases": the compound says that it is a state's, if not which."""
    for child in head.children:
        known = noun(child) if child.dep == "compound" else None
        if known is None or known.kind not in (NounKind.GOVERNMENT_BODY, NounKind.ORGAN):
            continue
        party = reading.party(child)
        country = party.country if party else None
        name = reading.words(phrase(reading.parsed, head))
        draft = Draft(f"system:{digest(reading.article.id, name.lower())}", name, EntityKind.SYSTEM, country, (),
                      f"belongs to {child.text}", plural=head.tag == "NNS", named=False, base=head.lemma)  # fmt: skip
        return Finding(reading.register.add(draft), MentionKind.NOMINAL, f"a system of {child.text}")
    return None
