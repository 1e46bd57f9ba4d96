"""Source finding: the noun phrase that speaks, for a cue anywhere in the tree."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from averment.attribute.cues import Cue
from averment.attribute.roles import documents
from averment.parse.tree import Name, Parsed, Token

_SUBJECT = ("nsubj", "csubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that"})
_CLAUSES = frozenset({"advcl", "xcomp", "pcomp", "prep", "conj", "ccomp", "dep", "parataxis", "aux"})
_OBJECT_CONTROL = frozenset(
    {"ask", "urge", "order", "tell", "force", "press", "allow", "lead", "prompt", "persuade", "invite", "push"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NAMES_READ = 6  # names of a sentence that are read in search of a speaker
CLIMB = 12  # steps up the tree in search of a subject


@dataclass(frozen=True, slots=True)
class Source:
    """The phrase that speaks: its head, and its tokens ``begin`` to ``end`` (indices, end exclusive).

    ``pronoun`` is the relative pronoun that stands for it beside the cue ("the minister, who said").
    """

    head: Token
    begin: int
    end: int
    pronoun: Token | None = None


def find_source(cue: Cue) -> Source | None:
    """Who speaks by a verbal cue; None where nobody is named (an agentless passive)."""
    head = speaker_of(cue.head) or _written(cue)
    if head is None:
        return None
    source = phrase(head)
    subject = _subject(cue.head)
    if subject is not None and subject.lower in _RELATIVE and head in (cue.head.head, cue.head.head.head):
        return replace(source, pronoun=subject)
    return source


def _written(cue: Cue) -> Token | None:
    """The document in which a passive cue says something ("were told in a note that")."""
    if cue.passive:
        for prep in cue.head.each("prep"):
            named = prep.child("pobj")
            if prep.lower == "in" and named is not None and named.lemma in documents():
                return named
    return None


def speaker_of(verb: Token) -> Token | None:
    """The head of the phrase that does what ``verb`` says, found by voice, coordination and control."""
    for _ in range(CLIMB):
        if _passive(verb):
            return _agent(verb)
        subject = _subject(verb)
        if subject is not None:
            issuer = _issuer(verb) if subject.lower in _RELATIVE else None
            return issuer or _antecedent(subject, verb)
        if verb.dep in ("acl", "relcl"):
            if (issuer := _issuer(verb)) is not None:
                return issuer
            if verb.tag == "VBN" and (agent := _agent(verb)) is not None:
                return agent
            return verb.head if verb.tag != "VBN" or verb.child("ccomp") else None
        if verb.head is verb or verb.dep not in _CLAUSES:
            return None
        if verb.dep == "xcomp" and verb.head.lemma in _OBJECT_CONTROL and (target := verb.head.child("dobj")):
            return target
        above = _governing_verb(verb)
        if above is None:
            return None
        verb = above
    return None


def _issuer(verb: Token) -> Token | None:
    """Who issued the document that a participle or relative clause quotes ("sent a letter saying that")."""
    noun = verb.head
    if verb.dep not in ("acl", "relcl") or noun.dep != "dobj" or noun.lemma not in documents() or verb.tag == "VBN":
        return None
    return None if _passive(noun.head) else _subject(noun.head)


def _governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, unless the token is part of that verb's subject."""
    for _ in range(CLIMB):
        token = token.head
        if token.pos in ("VERB", "AUX"):
            return token
        if token.head is token or token.dep in ("nsubj", "nsubjpass"):
            return None
    return None


def _passive(verb: Token) -> bool:
    """Whether a verb is passive: with its auxiliary, or a participle that opens an adjunct ("asked about it, ...")."""
    if verb.tag != "VBN":
        return False
    return verb.child("auxpass") is not None or (verb.dep == "advcl" and verb.child("aux", "nsubj") is None)


def _subject(verb: Token) -> Token | None:
    """The subject nearest to the verb: one further off belongs to a quotation that the parser took in."""
    subjects = verb.each(*_SUBJECT)
    return min(subjects, key=lambda subject: abs(subject.i - verb.i)) if subjects else None


def _agent(verb: Token) -> Token | None:
    by = verb.child("agent")
    return by.child("pobj") if by is not None else None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    """What a relative pronoun stands for; any other subject stands for itself."""
    if subject.tag in ("WDT", "WP") and subject.lower in _RELATIVE:
        for _ in range(CLIMB):
            if verb.dep == "relcl":
                return verb.head
            if verb.dep != "conj":
                break
            verb = verb.head
    return None if subject.lower in ("it", "there") and _expletive(verb) else subject


def _expletive(verb: Token) -> bool:
    """Whether the verb's "it" or "there" stands for nothing ("it seems that")."""
    return verb.lemma in ("seem", "appear", "be", "turn")


def phrase(head: Token) -> Source:
    """A noun phrase with its appositions, without relative clauses and what follows them."""
    end = head.i + 1
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep == "relcl" or (child.dep in ("acl", "advcl") and child.right - child.left > 4):
            break
        if child.dep in ("parataxis", "ccomp", "dep"):
            break
        end = max(end, child.right + 1)
    begin = min(head.left, head.i)
    return Source(head, begin, end)


def nearby(parsed: Parsed, cue: Token, content_begin: int) -> Source | None:
    """Who speaks by the order of words, where the tree names nobody: the noun beside the cue, or the first name.

    After a quotation the speaker may follow its cue ("..., added a delegate").
    """
    if cue.tag not in _FINITE:
        return None
    tokens, sentence = parsed.tokens, parsed.sentence_of(cue)
    before = tokens[cue.i - 1] if cue.i > sentence.begin else None
    if before is not None and before.pos in _NOUNS and before.text != '"':
        return _named(parsed, before)
    if content_begin < cue.i:
        after = next((t for t in tokens[cue.i + 1 : cue.i + 6] if t.pos in _NOUNS and t.head.i <= t.i), None)
        return phrase(after) if after is not None and after.left == cue.i + 1 else None
    return next(
        (
            Source(tokens[name.end - 1], name.begin, name.end)
            for name in parsed.names[bisect_left(parsed.names, sentence.begin, key=_begin) :][:NAMES_READ]
            if name.label == "PERSON" and name.end <= cue.i
        ),
        None,
    )


def _begin(name: Name) -> int:
    return name.begin


def _named(parsed: Parsed, last: Token) -> Source:
    """The name that ends with a token, or else the token with the words before it that depend on it."""
    k = bisect_left(parsed.names, last.i + 1, key=_begin) - 1
    if k >= 0 and parsed.names[k].end == last.i + 1:
        return Source(last, parsed.names[k].begin, last.i + 1)
    return Source(last, min(last.left, last.i), last.i + 1)
