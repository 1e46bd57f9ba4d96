"""Denial and blame in a content: what is said not to be so, who is said to do wrong, what is called wrong."""

from averment.attribute.finding import Finding
from averment.attribute.sources import Source
from averment.attribute.spine import near, negated, subject
from averment.attribute.voice import kin
from averment.attribute.wording import Wording
from averment.parse.tree import Token
from averment.records import Act

_PARTY_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_NATIONS = frozenset({"GPE", "NORP"})
_POINTING = frozenset({"it", "this", "that", "they"})
_ACCUSATIONS = frozenset({"accusation", "allegation", "charge"})
_TRUE = frozenset({"true", "correct", "accurate", "behind", "responsible", "guilty", "work"})
_INVOLVED = frozenset({"involve", "know"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_GUILTY = frozenset({"behind", "responsible", "guilty"})
_SHOWING = frozenset({"present", "provide", "give", "offer", "produce", "show", "have"})
_EVIDENCE = frozenset({"evidence", "proof"})
_JUDGING = frozenset({"consider", "regard", "deem", "view", "describe", "call", "see", "find"})


def denied(source: Source | None, verbs: list[Token], lemmas: set[str], words: Wording) -> Act | None:
    """Deny: claims untrue, no part in a deed, a deed not done; reject: others' lack of evidence; or None."""
    if not verbs:
        return None
    head = verbs[0]
    doer = subject(head)
    about_claims = doer is not None and doer.lemma in words.claims | _ACCUSATIONS | _POINTING
    if negated(head):
        own = _is_own_side(doer, source)
        deed = own and (head.lemma in words.misdeeds or head.lemma == "involve")
        return Act.DENY if deed or ((own or about_claims) and head.lemma == "be" and near(head) & _TRUE) else None
    if about_claims and head.lemma == "be" and lemmas & words.untrue:
        return Act.DENY
    lacking = {c.lemma for c in head.children if any(d.lower == "no" for d in c.children)}
    if lacking & _EVIDENCE and head.lemma in _SHOWING and _is_party(doer, words):
        return Act.REJECT
    if lacking & words.parts and head.lemma in ("have", "play"):
        return Act.DENY
    return Act.DENY if head.lemma == "have" and "nothing" in lemmas else None


def _is_own_side(doer: Token | None, source: Source | None) -> bool:
    """Whether a subject is the speaker's side: a pronoun, what is "his" or "our", or a name shared with the speaker."""
    if doer is None or doer.pos == "PRON" or any(c.tag == "PRP$" for c in doer.children):
        return doer is not None
    return source is not None and kin(source, doer)


def blamed(finding: Finding, verbs: list[Token], content: list[Token], words: Wording) -> Act | None:
    """Accuse: another party does or lacks something; condemn: a thing is called wrong; admit: the same of oneself."""
    source, labelled = finding.source, finding.rule == "predicate"
    named = any(token.ent in _NATIONS and not (source and source.begin <= token.i < source.end) for token in content)
    if _lacks_merit(content, words) or ((named or labelled) and judging_words(content) & words.grave):
        return Act.ACCUSE
    if any(verb.lemma == "be" and near(verb) & _GUILTY and _is_own(subject(verb)) for verb in verbs):
        return Act.ADMIT
    if any(_does_wrong(verb, words) and _is_other(subject(verb), source, words) for verb in verbs):
        return Act.ACCUSE
    if judging_words([token for token in content if labelled or _is_predicate(token)]) & words.evaluative:
        judged = finding.cue_head.lemma in _JUDGING or any(verb.lemma in _JUDGING for verb in verbs)
        by_party = not verbs or _is_other(subject(verbs[0]), source, words)
        return Act.CONDEMN if judged or not by_party else Act.ACCUSE
    return None


def _is_predicate(token: Token) -> bool:
    """Whether a word says what something is ("is reckless", "a reckless act", "as a reckless act"), not in passing."""
    for _ in range(3):
        if token.dep in _PREDICATES or (token.dep == "pobj" and token.head.lower == "as"):
            return True
        if token.dep not in ("amod", "conj", "punct", "advmod", "npadvmod", "compound"):
            return False
        token = token.head
    return token.dep in _PREDICATES


def judging_words(content: list[Token]) -> set[str]:
    """Lemmas and forms of the adjectives and nouns of a content, and its hyphened words as wholes."""
    found = set()
    for token in content:
        if token.pos in ("ADJ", "NOUN", "PROPN") or token.dep == "amod":
            found |= {token.lemma, token.lower}
    for before, hyphen, after in zip(content, content[1:], content[2:], strict=False):
        if hyphen.text == "-":
            found.add(f"{before.lower}-{after.lower}")
    return found


def _does_wrong(verb: Token, words: Wording) -> bool:
    if negated(verb):
        return False
    if verb.lemma == "be":
        return bool(near(verb) & _GUILTY)
    return verb.lemma in words.misdeeds or (f"{verb.lemma} role" in words.misdeeds and "role" in near(verb))


def _lacks_merit(content: list[Token], words: Wording) -> bool:
    """Whether somebody is said to lack what speaks for a party ("no legitimacy", "lacks the credibility")."""
    return any(token.lemma in words.merits and _is_lacking(token) for token in content)


def _is_lacking(token: Token) -> bool:
    first = token.head if token.dep == "conj" else token
    return any(c.lower == "no" for c in first.children) or first.head.lemma in ("lack", "without")


def _is_party(doer: Token | None, words: Wording) -> bool:
    """Whether a subject is a party: a name, or a noun for those who act in the news."""
    return doer is not None and (doer.ent in _PARTY_NAMES or doer.lemma in words.parties)


def _is_other(doer: Token | None, source: Source | None, words: Wording) -> bool:
    """Whether a subject is a party other than the speaker's."""
    if doer is None or not _is_party(doer, words):
        return False
    return source is None or not kin(source, doer)


def _is_own(doer: Token | None) -> bool:
    return doer is not None and doer.lower in ("i", "we", "it", "they")
