"""What a phrase stands for: the first rule that knows, from the surest to the weakest."""

from averment.parse.tree import Token
from averment.records import EntityKind, MentionKind
from averment.resolve.listed import listed
from averment.resolve.nominals import nominal
from averment.resolve.nouns import NounKind, noun
from averment.resolve.partitives import partitive
from averment.resolve.persons import named_person
from averment.resolve.pronouns import pronoun
from averment.resolve.reading import Finding, Reading
from averment.resolve.unlisted import recognised, threat_group
from averment.resolve.wordlists import wordlist

NO_PARTY = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "LAW", "LANGUAGE", "WORK_OF_ART", "EVENT"}
MODIFIERS = {"compound", "amod", "nmod", "npadvmod"}


def describe(reading: Reading, token: Token) -> Finding | None:
    """The party that the phrase on ``token`` stands for, or None where it stands for none."""
    if (part := partitive(reading, token)) is not None:
        return part
    if token.pos == "PRON":
        return pronoun(reading, token)
    if token.dep in MODIFIERS:
        return _modifier(reading, token)
    if token.pos not in ("NOUN", "PROPN") and token.i not in reading.states and token.i not in reading.names:
        return None
    if token.ent in NO_PARTY and token.i not in reading.states:
        return None
    hit = reading.names.get(token.i)
    if hit is not None and hit.head != token.i and token.i not in reading.states:
        return None  # a word inside of a listed name
    if token.lemma in wordlist("documents") and (said := _statement(reading, token)) is not None:
        return said
    if token.lemma == "statement":
        return None
    return (
        listed(reading, token)
        or threat_group(reading, token)
        or _class_or_person(reading, token)
        or recognised(reading, token)
    )


def _class_or_person(reading: Reading, token: Token) -> Finding | None:
    if token.ent == "PERSON" and _has_first_name(token):
        return named_person(reading, token) or nominal(reading, token)
    return nominal(reading, token) or named_person(reading, token)


def _has_first_name(token: Token) -> bool:
    return any(c.dep == "compound" and c.ent == "PERSON" for c in token.children)


def _modifier(reading: Reading, token: Token) -> Finding | None:
    """A name or a strong noun before a noun: "US sanctions", "police raid"."""
    if token.i in reading.states or token.i in reading.names:
        return listed(reading, token)
    known = noun(token) if token.dep == "compound" and token.pos == "NOUN" else None
    if known is None or known.weak or known.kind in (NounKind.SYSTEM, NounKind.STATE, NounKind.COMPANY):
        return None
    above = token.head
    while above.dep == "compound" and above.head is not above:
        above = above.head
    if reading.mention(above) is not None:
        return None
    return nominal(reading, token)


def _statement(reading: Reading, token: Token) -> Finding | None:
    """ "The statement said": whoever issued it, the last party that spoke; of a report, whoever published one."""
    if token.dep != "nsubj" or token.head.lemma not in wordlist("speech"):
        return None
    spoke = [
        (turn, draft) for turn, draft in reading.before(token, 4)
        if turn.token.dep == "nsubj" and draft.kind is not EntityKind.SYSTEM and turn.token.head.pos == "VERB"
    ]  # fmt: skip
    issued = ((turn, draft) for turn, draft in spoke if _issued(turn.token.head, token.lemma))
    last = ((turn, draft) for turn, draft in spoke if token.lemma != "report" and _reported(turn.token.head))
    for _, draft in (*issued, *last):
        return Finding(draft, MentionKind.NOMINAL, f"the {token.lemma} of {draft.name}, who spoke last")
    return None


def _issued(verb: Token, document: str) -> bool:
    """Whether the verb, or one coordinated with it, says that such a document was made."""
    return any(
        t.lemma == document and t is not verb and t.dep in ("dobj", "pobj", "nsubjpass")
        for v in verb.conjuncts() for child in v.children for t in (child, *child.children)
    )  # fmt: skip


def _reported(verb: Token) -> bool:
    return verb.lemma in wordlist("speech")
