"""Attribution by a noun: "the minister's claim that", "accusations of X against Y", "made accusations against Y"."""

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.lexicon import Lexicon
from averment.attribute.sources import Source, phrase, speaker_of
from averment.parse.tree import Parsed, Token
from averment.records import Act

_PARTIES = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_ABOUT = frozenset({"against", "about", "on", "over", "for", "to", "of", "at", "with", "toward", "towards", "from"})


def find_nominal(parsed: Parsed, lexicon: Lexicon) -> list[Finding]:
    """The nouns of the lexicon that come with somebody who speaks and with what is said."""
    found = []
    for token in parsed.tokens:
        if token.pos == "NOUN" and token.lemma in lexicon.nouns:
            act = lexicon.nouns[token.lemma]
            finding = _light(parsed, token, act, lexicon) or _owned(token, act)
            if finding is not None:
                found.append(finding)
    return found


def _light(parsed: Parsed, noun: Token, act: Act, lexicon: Lexicon) -> Finding | None:
    """A speech act made by a light verb: the verb is the cue, the verb's subject speaks."""
    verb = noun.head
    if noun.dep != "dobj" or verb.pos != "VERB" or verb.lemma not in lexicon.light:
        return None
    said = _said(noun)
    if said is None:
        return None
    subject = speaker_of(verb)
    if act is Act.ACCUSE:
        content = Run(next((c.i for c in noun.children if c.i < noun.i and c.dep == "amod"), noun.i), noun.right + 1)
        cue: tuple[Run, ...] = (Run(verb.i, verb.i + 1),)
    else:
        content = Run(said.left, noun.right + 1)
        cue = (Run(verb.i, verb.i + 1), Run(noun.i, noun.i + 1))
    return Finding(phrase(subject) if subject else None, cue, verb, (content,), said, act, "light verb", _target(noun))


def _owned(noun: Token, act: Act) -> Finding | None:
    """A speech act with its owner: a possessive, an "of" or a "by"; the noun is the cue."""
    said = _said(noun)
    owner, begin = _owner(noun)
    if said is None or owner is None or said is begin:
        return None
    end = _end(noun, max(said.right, noun.right) + 1)
    return Finding(owner, (Run(noun.i, noun.i + 1),), noun, (Run(said.left, end),), said, act, "noun", _target(noun))


def _end(noun: Token, end: int) -> int:
    """Where what is said ends: with a "for" or "over" that follows, though the parser hung it on the verb."""
    for child in noun.head.children:
        if child.dep == "prep" and child.left == end and child.lower in ("for", "over"):
            return child.right + 1
    return end


def _owner(noun: Token) -> tuple[Source | None, Token | None]:
    owner = noun.child("poss")
    if owner is not None:
        return phrase(owner), None
    for child in noun.children:
        inner = child.child("pobj")
        if child.dep == "prep" and child.lower in ("of", "by", "from") and inner is not None and inner.ent in _PARTIES:
            return _party(inner), child
    return None, None


def _party(head: Token) -> Source:
    """The members of a party's coordination, without the phrases after them."""
    last = head.conjuncts()[-1]
    return Source(head, head.left, last.i + 1)


def _said(noun: Token) -> Token | None:
    """What depends on the noun and says what was said: a that-clause, an infinitive, a phrase."""
    for child in noun.children:
        if child.i > noun.i and child.dep in ("acl", "ccomp", "relcl") and _reports(child):
            return child
    for child in noun.children:
        if child.dep == "prep" and child.i > noun.i and child.lower in _ABOUT and not _speaks(child):
            return child
    for child in noun.head.children:
        if child.dep in ("advcl", "xcomp") and child.left == noun.i + 1 and _reports(child):
            return child
    of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    if of is not None and (party := of.child("pobj")) is not None:
        for member in party.conjuncts()[:8]:
            for child in member.children:
                if child.dep == "prep" and child.lower == "against":
                    return child
    return None


def _reports(child: Token) -> bool:
    mark = child.child("mark")
    if mark is not None and mark.lower in ("that", "whether"):
        return True
    return child.tag == "VB" and any(c.lower == "to" for c in child.children)


def _speaks(prep: Token) -> bool:
    """Whether an "of" or "from" phrase names the speaker rather than the matter."""
    inner = prep.child("pobj")
    return prep.lower in ("of", "from") and inner is not None and inner.ent in _PARTIES


def _target(noun: Token) -> Token | None:
    """The party that the speech act is against."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("against", "at", "to"):
            return child.child("pobj")
    return None
