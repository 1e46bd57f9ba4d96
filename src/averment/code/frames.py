"""A verb's frame: who is its subject and object, said or understood, whatever the construction.

Active, passive, relative clauses, participles, coordination and control are levelled here, so that the lexicon speaks
of subjects and objects alone.
"""

from dataclasses import dataclass, field

from averment.parse.tree import Token

_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_DEEPEST = 8  # heads climbed for an understood subject; longer chains are parser errors
OBJECT_CONTROL_PREPOSITIONS = frozenset({"for", "of", "from", "into", "as", "over"})
"""A gerund after these and an object has the object as its subject: "accused Iran of hacking"."""


@dataclass(slots=True)
class Frame:
    """A verb with its sides: head tokens, coordinated members written out, relative pronouns replaced."""

    verb: Token
    passive: bool
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    particles: frozenset[str] = frozenset()


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause (a verb that is no auxiliary, or a copula that carries the predicate)."""
    return token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"}


def members(tokens: list[Token]) -> list[Token]:
    """Each token with its coordinated members, relative pronouns replaced by their antecedents."""
    found: list[Token] = []
    for token in tokens:
        found += [noun for member in token.conjuncts() for noun in antecedents(member)]
    return found


def antecedents(token: Token) -> list[Token]:
    """The nouns that a relative pronoun stands for ("Chad and Mali, which ..."); any other token is its own."""
    if token.lower in _RELATIVE and token.pos in {"PRON", "DET", "SCONJ"}:
        for above in token.ancestors():
            if above.dep == "relcl":
                return [noun for noun in above.head.conjuncts() if noun.i < token.i]
    return [token]


def prepositional(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Objects of the token's own prepositional phrases with one of the prepositions, members written out."""
    found: list[Token] = []
    for prep in token.children:
        if prep.dep in {"prep", "agent", "dative"} and prep.pos != "VERB":  # "on two men and on a unit"
            found += [t for p in prep.conjuncts() if p.lower in prepositions for t in members(p.each("pobj"))]
    return found


class Frames:
    """The frames of one article, made when they are asked for and kept."""

    def __init__(self) -> None:
        self._frames: dict[int, Frame] = {}

    def of(self, verb: Token) -> Frame:
        """The frame of a verb."""
        if verb.i not in self._frames:
            self._frames[verb.i] = self._build(verb)
        return self._frames[verb.i]

    def _build(self, verb: Token) -> Frame:
        passive = is_passive(verb)
        frame = Frame(verb, passive, particles=frozenset(c.lower for c in verb.children if c.dep == "prt"))
        frame.datives = members(verb.each("dative")) if not passive else []
        if passive:
            frame.subjects = [t for c in verb.each("agent") for t in members(c.each("pobj"))]
            frame.objects = self._passive_objects(verb)
        else:
            frame.subjects = self.subjects(verb)
            frame.objects = self._objects(verb)
        return frame

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """The verb's subjects as the words give or imply them, of the active sense's doer."""
        if is_passive(verb):
            return [t for c in verb.each("agent") for t in members(c.each("pobj"))]
        own = verb.each(*_SUBJECTS)
        if own and own[0].pos not in {"VERB", "AUX"}:
            return _enumerated(verb, own[0]) + members(own)
        return self._understood(verb, depth)

    def surface_subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """The grammatical subjects, of an active or a passive clause."""
        own = verb.each(*_SUBJECTS, *_PASSIVE_SUBJECTS)
        return _enumerated(verb, own[0]) + members(own) if own else self._understood(verb, depth)

    def _understood(self, verb: Token, depth: int) -> list[Token]:
        """Subjects of a clause that names none: from the head that controls it."""
        if depth > _DEEPEST or verb.head is verb:
            return []
        head = verb.head
        if verb.dep in {"acl", "relcl"} and head.pos not in {"VERB", "AUX"}:
            return self._of_noun_clause(verb, head, depth)
        if verb.dep in {"xcomp", "ccomp"}:
            return self._controller(head, depth)
        if verb.dep == "conj":
            first = _coordinated_infinitive(verb) or head
            return self.surface_subjects(first, depth + 1) if is_verb(first) else []
        if verb.dep in {"advcl", "dep", "parataxis"} and is_verb(head):
            return self.surface_subjects(head, depth + 1)
        if verb.dep == "pcomp":
            return self._of_gerund(head, depth)
        return []

    def _of_noun_clause(self, verb: Token, noun: Token, depth: int) -> list[Token]:
        infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
        if not infinitive:
            return members([noun]) if verb.tag in {"VBG", "VBZ", "VBP", "VBD"} else []
        return self.owners(noun, depth + 1)

    def owners(self, noun: Token, depth: int = 0) -> list[Token]:
        """Whose a decision, plan, role or right is: its possessor, an of- or by-phrase, or its verb's subject."""
        possessor = noun.child("poss")
        if possessor is not None:
            return members([possessor])
        by = prepositional(noun, frozenset({"by", "of"}))
        if by:
            return by
        for clause in noun.each("acl"):
            if is_passive(clause) and (made_by := self.subjects(clause, depth + 1)):
                return made_by
        if noun.dep in {"dobj", "attr"} and is_verb(noun.head) and depth <= _DEEPEST:
            return self.surface_subjects(noun.head, depth + 1)
        return []

    def _controller(self, head: Token, depth: int) -> list[Token]:
        if not is_verb(head):
            return self.surface_subjects(head.head, depth + 1) if is_verb(head.head) else []
        objects = head.each("dobj", "dative")
        return members(objects) if objects else self.surface_subjects(head, depth + 1)

    def _of_gerund(self, prep: Token, depth: int) -> list[Token]:
        """Subjects of a gerund after a preposition: "accused X of doing", "accusations against X of doing"."""
        head = prep.head
        if depth > _DEEPEST:
            return []
        if prep.lower in OBJECT_CONTROL_PREPOSITIONS and is_verb(head):
            target = self._passive_objects(head) if is_passive(head) else self._objects(head)
            if target and any(t.lower not in _RELATIVE | {"what"} for t in target):
                return [t for noun in target for t in _against(noun)] or target
            if head.dep in {"pcomp", "ccomp"} and head.head.dep == "prep":  # "punished X for what it called doing"
                return self._of_gerund(head.head, depth + 1)
        if is_verb(head):
            return self.surface_subjects(head, depth + 1)
        if against := _against(head):
            return against
        if head.dep == "pobj" and head.head.lower == "against":  # "accusations against X for doing"
            return members([head])
        return self.owners(head, depth + 1)

    def _objects(self, verb: Token) -> list[Token]:
        own = verb.each("dobj")
        if not own:
            own = [c for clause in verb.each("ccomp", "xcomp") if clause.tag == "VB" for c in clause.each("nsubj")]
        if not own:  # "found X guilty": the object is the subject of a small clause
            own = [c for clause in verb.each("ccomp", "oprd") if clause.pos == "ADJ" for c in clause.each("nsubj")]
        if own:
            return members(own)
        if verb.dep == "relcl" and verb.each(*_SUBJECTS) and not verb.each("ccomp"):  # "actions (that) X supported"
            return members([verb.head])
        return _shared_object(verb)

    def _passive_objects(self, verb: Token) -> list[Token]:
        own = verb.each(*_PASSIVE_SUBJECTS)
        if own:
            return members(own)
        if verb.dep == "acl":
            return members([verb.head])
        if verb.dep == "relcl":
            return members([verb.head])
        if verb.dep in {"conj", "advcl", "xcomp"} and is_verb(verb.head):
            return self.surface_subjects(verb.head)
        return []


def _against(noun: Token) -> list[Token]:
    """Whom a charge is against, also where the parser hung that on its maker: "the charges of X against Y"."""
    hosts = [noun, *prepositional(noun, frozenset({"of", "by", "from"}))]
    return [t for host in hosts for t in prepositional(host, frozenset({"against"}))]


def _coordinated_infinitive(verb: Token) -> Token | None:
    """The infinitive that a bare one truly continues where the parser hung it on a finite verb.

    In "worked to support efforts to recover from and investigate the breach" parsers join "investigate" to "worked".
    """
    if verb.tag != "VB" or verb.head.tag == "VB" or any(c.dep == "aux" for c in verb.children):
        return None
    earlier = [t for t in verb.head.subtree() if t.i < verb.i and t.tag == "VB" and _infinitive(t)]
    return earlier[-1] if earlier else None


def _shared_object(verb: Token) -> list[Token]:
    """The object that the last verb of a coordination holds for all: "rejects and condemns the use"."""
    later = verb.child("conj")
    for _ in range(_DEEPEST):
        if later is None or not is_verb(later) or later.each(*_SUBJECTS) or not _adjoins(verb, later):
            return []
        if own := later.each("dobj"):
            return members(own)
        later = later.child("conj")
    return []


def _adjoins(verb: Token, later: Token) -> bool:
    """Whether nothing but a conjunction and adverbs stands between two coordinated verbs."""
    between = [c for c in (*verb.children, *later.children) if verb.i < c.i < later.i]
    return all(c.dep in {"cc", "advmod", "punct", "neg", "aux"} for c in between)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, be it a reduced relative clause ("sanctions imposed by ...")."""
    for _ in range(_DEEPEST):
        deps = {c.dep for c in verb.children}
        if "auxpass" in deps or "nsubjpass" in deps or "agent" in deps:
            return True
        if verb.tag != "VBN" or "aux" in deps:
            return False
        if verb.dep == "acl":
            return True
        if verb.dep != "conj" or "nsubj" in deps or not is_verb(verb.head):
            return False
        verb = verb.head  # "was arrested and deported"
    return False


def _enumerated(verb: Token, subject: Token) -> list[Token]:
    """Names that a headline lists before the subject with commas alone: "US, Britain blame ..."."""
    listed = [
        c for c in verb.children if c.dep in {"npadvmod", "nmod", "dep"} and c.pos == "PROPN" and c.i < subject.left
    ]
    return listed if all(c.dep != "aux" for c in verb.children) else []


def _infinitive(clause: Token) -> bool:
    return clause.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in clause.children)
