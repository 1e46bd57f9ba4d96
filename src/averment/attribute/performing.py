"""Acts that a content's verbs perform: demanded by "must", promised or threatened by "will", named by the verb."""

from averment.attribute.spine import near, negated, subject
from averment.attribute.wording import Wording
from averment.parse.tree import Token
from averment.records import Act

_SELF = frozenset({"i", "we", "it", "he", "she", "they"})
_OBLIGING = frozenset({"must", "should", "ought"})
_WILL = frozenset({"will", "'ll", "shall"})
_WOULD = frozenset({"would", "'d"})
_PRESENT = frozenset({"VBP", "VBZ"})


def performed(verb: Token, cue: Token, words: Wording) -> Act | None:
    """The act of one verb of a content that ``cue`` reports; None for a plain statement."""
    if verb.pos not in ("VERB", "AUX"):
        return None
    auxiliaries = {child.lower for child in verb.children if child.dep == "aux"}
    if auxiliaries & _OBLIGING or _must(verb):
        return Act.DEMAND
    if auxiliaries & (_WILL | _WOULD):
        return _future(verb, cue, bool(auxiliaries & _WILL), words)
    if "to" in auxiliaries or negated(verb) or verb.child("nsubjpass") is not None:
        return None
    act = words.verbs.get(verb.lemma)
    return act if act is not None and _fits(verb, act) else None


def _must(verb: Token) -> bool:
    return verb.lemma == "need" and not negated(verb) and verb.child("xcomp") is not None


def _future(verb: Token, cue: Token, certain: bool, words: Wording) -> Act | None:
    """Threatened: what will be done in answer, and how; promised: what the speaker's side will do.

    "Would" after a cue in the past is its "will" ("said it would help"), unless a condition stands beside it.
    """
    if verb.lemma in words.answers and (verb.lemma in words.harsh or near(verb) & words.harsh):
        return Act.THREATEN
    own = (doer := subject(verb)) is not None and doer.lower in _SELF
    shifted = cue.tag in ("VBD", "VBN") and verb.child("advcl") is None
    return Act.PROMISE if own and (certain or shifted) and not negated(verb) and verb.pos == "VERB" else None


def _fits(verb: Token, act: Act) -> bool:
    """Whether a verb of several senses is used in that of the act."""
    prepositions = {child.lower for child in verb.children if child.dep == "prep"}
    if verb.lemma == "call":
        return bool(prepositions & {"on", "for", "upon"})
    if verb.lemma == "stand":
        return bool(prepositions & {"with", "by", "behind"})
    if verb.lemma == "want":
        return verb.child("ccomp") is not None or (verb.child("dobj") is not None and verb.child("xcomp") is not None)
    return act is not Act.DEMAND or verb.child("dobj", "ccomp", "prep", "xcomp") is not None
