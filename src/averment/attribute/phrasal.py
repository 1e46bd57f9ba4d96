"""Phrases that a cue governs: infinitives, predicates of an object, noun phrases with what completes them."""

from averment.attribute.clauses import without_afterthought
from averment.attribute.content import WH, Content
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.attribute.quotations import Quotations
from averment.parse.tree import Parsed, Token

_COMPLETING = frozenset(
    {"of", "for", "as", "over", "to", "against", "about", "on", "with", "from", "toward", "towards"}
)


def verbal(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """An infinitive or gerund that the cue governs."""
    if "verbal" not in cue.entry:
        return None
    clause = cue.head.child("xcomp")
    if clause is None or clause.i < cue.head.i or clause.pos not in ("VERB", "AUX"):
        return None
    runs = [Run(clause.left, clause.right + 1)]
    party = cue.head.child("dobj")
    if "party" in cue.entry and party is not None and cue.head.i < party.i < clause.i:
        runs = [Run(party.left, clause.right + 1)]
    if cue.passive and (subject := cue.head.child("nsubjpass")) is not None and subject.tag not in WH:
        runs.insert(0, Run(subject.left, subject.right + 1))
    return Content(tuple(runs), clause, "verbal", "verbal", party)


def predicate(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """An object and what it is said to be ("called it a farce", "described them as allies")."""
    if "as" not in cue.entry:
        return None
    head = cue.head
    said = [c for c in head.children if c.i > head.i and _predicates(c)]
    thing = _thing(cue)
    if thing is not None and thing.dep == "dobj" and not said:
        if any(c.tag in WH and c.i < head.i for c in head.children):
            said, thing = [thing], None
        else:
            said = _second(cue, thing) or [c for c in thing.children if _predicates_misplaced(c)]
    if not said or (thing is not None and thing.lower.endswith(("self", "selves"))):
        return None
    runs = [Run(min(c.left for c in said), max(c.right for c in said) + 1)]
    if thing is not None:
        runs.append(Run(thing.left, thing.right + 1))
    return Content(tuple(runs), said[-1], "as", "predicate", None)


def _thing(cue: Cue) -> Token | None:
    """The object of a cue, or its subject when passive; a relative pronoun is none."""
    if cue.head.dep == "acl" and cue.head.child("agent") is not None:
        return cue.head.head
    found = cue.head.each("nsubjpass") if cue.passive else cue.head.each("dobj", "dative")
    return next((token for token in found if token.tag not in WH), None)


def _predicates(child: Token) -> bool:
    if child.dep == "advcl":
        return child.child("nsubj") is None and any(c.dep == "mark" and c.lower == "as" for c in child.children)
    return child.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") or (child.dep == "prep" and child.lower == "as")


def _second(cue: Cue, thing: Token) -> list[Token]:
    """A second object, which says what the first is ("called them a threat")."""
    return [c for c in cue.head.each("dobj") if c.i > thing.i]


def _predicates_misplaced(child: Token) -> bool:
    """Whether what hangs on an object is its predicate: "to be ...", or an adjective behind it."""
    if child.dep == "prep":
        return child.lower == "as"
    if child.dep == "acl":
        return any(verb.lemma == "be" and verb.tag == "VB" for verb in (child, *child.each("advcl", "xcomp")))
    return child.dep == "amod" and child.i > child.head.i


def nominal(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A noun phrase that the cue governs, with the phrases that complete it ("slams X over Y", "called for Y")."""
    if "object" not in cue.entry and not ("party" in cue.entry and cue.head.child("xcomp")):
        return None
    head = cue.head
    last = cue.rest[-1] if cue.rest else None
    if last is not None and last.pos in ("ADP", "SCONJ", "PART", "ADV") and (inner := last.child("pobj", "pcomp")):
        thing: Token | None = inner
    else:
        thing = _thing(cue)
    if thing is None or thing.tag in WH:
        return None
    runs = [Run(thing.left, head.i if thing is head.head else thing.right + 1)]
    more = [c for c in head.children if c.i > thing.i and c.i > head.i and c is not last and _completes(c)]
    if more and thing.i > head.i:
        runs = [Run(thing.left, max(thing.right, *(c.right for c in more)) + 1)]
    elif more:
        runs.append(Run(min(c.left for c in more), max(c.right for c in more) + 1))
    if thing.i > head.i:
        runs[0] = without_afterthought(parsed, thing, runs[0])
    return Content(tuple(runs), thing, "object", "object", _party(cue, thing))


def _party(cue: Cue, thing: Token) -> Token | None:
    """The party addressed: the object of a cue that takes one, or beside what a preposition governs."""
    if "party" in cue.entry:
        return thing
    listener = cue.head.child("dobj")
    return listener if listener is not thing else None


def _completes(child: Token) -> bool:
    if child.dep in ("xcomp", "oprd"):
        return True
    if child.dep != "prep" or child.lower not in _COMPLETING:
        return False
    governed = child.child("pobj", "pcomp")
    return governed is None or governed.ent not in ("DATE", "TIME")
