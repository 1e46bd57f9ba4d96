"""The spine of a content: its main verb and the verbs that carry it on, without modifiers."""

from averment.attribute.lexicon import lexicon
from averment.parse.tree import Token
from averment.records import Act

LONGEST = 8  # verbs of a spine that are read
_VERBAL = frozenset({"VERB", "AUX"})


def spine(head: Token | None) -> list[Token]:
    """The main verb, coordinated verbs, infinitives and gerunds, and the clause that a verb of finding governs."""
    found = [head] if head is not None else []
    for token in found:
        if len(found) >= LONGEST:
            break
        found += [c for c in token.children if _carries_on(c)]
    return found


def _carries_on(child: Token) -> bool:
    if child.pos not in _VERBAL:
        return False
    if child.dep == "ccomp":
        return child.i < child.head.i or reports(child.head)
    if child.i < child.head.i:
        return False
    if child.dep == "advcl":
        return child.tag == "VBG" or any(c.dep == "aux" and c.lower == "to" for c in child.children)
    return child.dep in ("conj", "xcomp", "pcomp", "parataxis")


def reports(verb: Token) -> bool:
    """Whether a verb reports in its turn what somebody says or finds ("the minister called it a crime")."""
    entry = next((e for e in lexicon().verbs.get(verb.lemma, ()) if len(e.words) == 1), None)
    if entry is None:
        return False
    clause = "clause" in entry and entry.act("clause") is Act.ASSERT and verb.child("ccomp") is not None
    return clause or ("as" in entry and verb.child("oprd") is not None)


def negated(verb: Token) -> bool:
    """Whether a verb is negated by "not" or "never"."""
    return any(child.dep == "neg" for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb that it is joined to."""
    for _ in range(LONGEST):
        found = verb.child("nsubj", "nsubjpass")
        if found is None and verb.dep == "ccomp":  # a clause that the parser split: the subject is in its first half
            halves = [c for c in verb.head.each("ccomp") if c.i < verb.i]
            return halves[-1].child("nsubj", "nsubjpass") if halves else None
        if found is not None or verb.dep not in ("conj", "xcomp"):
            return found
        verb = verb.head
    return None


def near(verb: Token) -> set[str]:
    """Lemmas of a verb's dependents, theirs, and theirs in turn."""
    return {t.lemma for c in verb.children for t in (c, *c.children, *(x for y in c.children for x in y.children))}
