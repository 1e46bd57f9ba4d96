"""Verb patterns against the frame of a verb."""

from averment.code.filling import ANYTHING, PARTICLE, SIDE, WORDS, Filling, Match, is_vague
from averment.code.frames import Frame, Frames, is_verb, prepositional
from averment.code.patterns import Pattern, lexicon, word_classes
from averment.code.sides import Sides
from averment.parse.tree import Token

DIRECT = frozenset({"CONSULT", "AGREE", "CONCEDE", "AID", "COOPERATE", "RETREAT"})
"""Types whose object is the party itself, not a thing of the party's: one meets a minister, not his sentence."""

AGAINST = frozenset({"SANCTION", "COERCE", "ASSAULT"})
"""Types whose object words may be the recipient: diplomats are expelled, but troops sent are the actor's own."""

_TOWARDS = frozenset({"to", "for", "with", "from", "against", "on"})
_COMPLEMENTS = frozenset({"dobj", "oprd", "acomp", "attr", "advmod", "xcomp", "ccomp", "npadvmod", "prt"})
_PREDICATES = ("acomp", "attr", "oprd", "npadvmod", "dobj")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl")


class VerbMatcher:
    """Fills verb patterns in one article."""

    def __init__(self, frames: Frames, sides: Sides) -> None:
        self.frames = frames
        self.sides = sides

    def match(self, pattern: Pattern, frame: Frame) -> Match | None:
        """The match of ``pattern`` at the frame's verb, if it fits."""
        verb = frame.verb
        particle = pattern.heads[verb.lemma]
        particles = [c for c in verb.children if particle in (c.lower, c.lemma)]
        if particle and not particles:
            return None
        filling = Filling(pattern, self.sides, score=PARTICLE if particle else 0.0)
        parts = (self._object, self._complement, self._prepositions, self._infinitive, self._subject)
        if not all(fits(filling, frame) for fits in parts):
            return None
        if not filling.recipients and not filling.found["AR"]:
            filling.put("R", self._owners(filling, frame))
        return filling.match((verb, *particles), "passive" if frame.passive else "verb")

    def _subject(self, filling: Filling, frame: Frame) -> bool:
        parties = self.sides.parties(frame.subjects)
        if not parties and filling.pattern.mode != "cyber" and any(map(_is_no_deed, frame.subjects)):
            return False  # "the storm hit the coast": what did it is said, and is no party; malware is somebody's
        if filling.pattern.subject != "S":
            filling.put(filling.pattern.subject, parties)
            return True
        filling.put("A", [party for party in parties if self.sides.is_state(party)])
        return bool(filling.actors)

    def _object(self, filling: Filling, frame: Frame) -> bool:
        pattern = filling.pattern
        slot = pattern.object
        if slot is None:  # an intransitive sense; with other slots the object is free
            return not frame.objects or bool(pattern.prepositions or pattern.infinitive or pattern.subject == "AR")
        if slot.side:
            return self._object_side(filling, frame, slot.side) or slot.optional
        if not slot.words:
            role = word_classes()["role"]  # "denied any part in it"
            some = (
                any(o.lemma in role or not is_vague(o) for o in frame.objects)
                or frame.verb.child("ccomp", "xcomp") is not None
            )
            return (some and filling.gain(ANYTHING)) or slot.optional
        hits = [o for o in (*frame.objects, *frame.datives) if o.lemma in slot.words and not is_vague(o)]
        if not hits:
            return slot.optional
        if pattern.type in AGAINST or pattern.mode == "release":  # "expelled two diplomats"
            filling.put("R", [o for o in hits if self.sides.is_party(o)])
        return filling.take(hits, WORDS)

    def _object_side(self, filling: Filling, frame: Frame, side: str) -> bool:
        pattern, objects = filling.pattern, frame.objects
        if pattern.complement:
            objects = frame.datives or [o for o in objects if o.lemma not in pattern.complement]
            if not objects:  # "offered Albania assistance", with the country read as part of the noun
                objects = [c for o in frame.objects for c in o.each("compound", "nmod") if self.sides.is_party(c)]
        parties = self.sides.parties(objects, descend=pattern.type not in DIRECT)
        filling.put(side, parties)
        return bool(parties) and filling.gain(SIDE)

    def _complement(self, filling: Filling, frame: Frame) -> bool:
        words = filling.pattern.complement
        if not words:
            return True
        hits = [c for c in frame.verb.children if c.dep in _COMPLEMENTS and c.lemma in words]
        hits += [o for o in frame.objects if o.lemma in words]
        return bool(hits) and filling.take(hits, WORDS)

    def _prepositions(self, filling: Filling, frame: Frame) -> bool:
        agents = frame.subjects if frame.passive else []
        hosts = [frame.verb, *frame.objects, *agents, *frame.datives]  # parsers hang phrases on any of them
        return all(filling.preposition(names, slot, hosts) for names, slot in filling.pattern.prepositions)

    def _infinitive(self, filling: Filling, frame: Frame) -> bool:
        slot = filling.pattern.infinitive
        if slot is None:
            return True
        hosts = [frame.verb, *frame.verb.each(*_PREDICATES)]  # "is willing to help", "gave them a day to leave"
        openers = [c for host in hosts for c in host.each(*_CLAUSES) if _has_to(c)]
        verbs = [v for c in openers for v in c.conjuncts() if is_verb(v) and (not slot.words or v.lemma in slot.words)]
        for verb in verbs:
            inner = self.frames.of(verb)
            filling.used.update((verb.i, *(o.i for o in inner.objects)))
            if not filling.recipients and not (filling.pattern.object and filling.pattern.object.side):
                phrases = inner.objects + [t for host in (verb, *inner.objects) for t in prepositional(host, _TOWARDS)]
                filling.put("R", self.sides.parties(phrases))
        return bool(verbs) and filling.gain(WORDS if slot.words else ANYTHING)

    def _owners(self, filling: Filling, frame: Frame) -> list[Token]:
        """Whose the words used up are, other than the actor: in "rejected the accusations of X" it is X."""
        own = {self.sides.entity(a).id for a in filling.actors}
        nouns = [*frame.verb.children, *frame.objects]
        for noun in (n for n in nouns if n.i in filling.used and n.pos in {"NOUN", "PROPN"}):
            if found := [t for t in self.sides.owner(noun) if self.sides.entity(t).id not in own]:
                return found
        return []


def _is_no_deed(subject: Token) -> bool:
    """Whether a subject is a thing, not somebody's deed: an attack may hit where a storm may not."""
    return subject.pos in {"NOUN", "PROPN"} and subject.lemma not in lexicon().nouns


def _has_to(clause: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in clause.children)
