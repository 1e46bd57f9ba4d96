"""Patterns of the lexicon against the frames of a sentence."""

from dataclasses import dataclass

from averment.code.frames import Frame, Frames, is_verb, members, prepositional
from averment.code.patterns import Lexicon, Pattern, Slot
from averment.code.sides import Sides
from averment.parse.tree import Token

_BY = frozenset({"by"})
_TOWARDS = frozenset({"to", "for", "with", "from", "against", "on"})
_COMPLEMENTS = frozenset({"dobj", "oprd", "acomp", "attr", "advmod", "xcomp", "ccomp", "npadvmod", "prt"})
_BEHIND = frozenset({"behind", "responsible", "guilty", "complicit", "involved"})
_REASONS = frozenset({"for", "of", "over"})
_TARGETS = frozenset({"target", "victim"})
_UNDER = frozenset({"under", "to", "of", "from"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "punct", "poss"})
_REACH = 4  # tokens before a noun in which its modifiers are looked for ("cyber-enabled criminal activities")
_VAGUE = frozenset({"any", "every", "such"})  # "condemns any attack": no event of its own

# How much each part of a pattern says; the pattern with the most wins. Words beat sides, sides beat anything.
WORDS, PREPOSITION_WORDS, SIDE, ANYTHING, MODE = 3.0, 2.5, 2.0, 1.0, 0.1


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits at ``trigger``: the sides' tokens and the words used up (their own events are part of it)."""

    pattern: Pattern
    trigger: tuple[Token, ...]
    actors: list[Token]
    recipients: list[Token]
    used: frozenset[int]
    score: float
    construction: str


DIRECT = frozenset({"CONSULT", "AGREE", "CONCEDE", "AID", "COOPERATE", "RETREAT"})
"""Types whose object is the party itself, not a thing of the party's: one meets a minister, not his sentence."""


AGAINST = frozenset({"SANCTION", "COERCE", "ASSAULT"})
"""Types whose object words may be the recipient: diplomats are expelled, but troops sent are the actor's own."""


class Matcher:
    """Matches one article's tokens against a lexicon."""

    def __init__(self, lexicon: Lexicon, frames: Frames, sides: Sides, classes: dict[str, frozenset[str]]) -> None:
        self.lexicon = lexicon
        self.frames = frames
        self.sides = sides
        self.make, self.suffer = classes["make"], classes["suffer"]
        self.protect, self.judge, self.role = classes["protect"], classes["judge"], classes["role"]

    def at(self, token: Token) -> Match | None:
        """The best match of a pattern that opens at ``token``."""
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in {"aux", "auxpass"}):
            patterns = self.lexicon.verbs.get(token.lemma, ())
            frame = self.frames.of(token) if patterns else None
            found = [m for p in patterns if frame and (m := self._verb(p, frame))]
        elif token.pos in {"NOUN", "PROPN"} and token.dep not in {"compound", "amod", "nmod"}:
            found = [m for p in self.lexicon.nouns.get(token.lemma, ()) if (m := self._noun(p, token))]
        else:
            return None
        return max(found, key=_score, default=None)

    # Verbs

    def _verb(self, pattern: Pattern, frame: Frame) -> Match | None:
        verb = frame.verb
        particle = pattern.heads[verb.lemma]
        if particle and not any(c.lower == particle or c.lemma == particle for c in verb.children):
            return None
        score = 2.0 if particle else 0.0
        found: dict[str, list[Token]] = {"A": [], "R": [], "AR": []}
        used: set[int] = set()
        for part in (self._object, self._complement, self._prepositions, self._infinitive):
            gained = part(pattern, frame, found, used)
            if gained is None:
                return None
            score += gained
        subjects = self.sides.parties(frame.subjects)
        if pattern.subject == "S":
            found["A"] += [t for t in subjects if self.sides.is_state(t)]
            if not found["A"]:
                return None
        else:
            found[pattern.subject] = found[pattern.subject] + subjects
        actors, recipients = self._both(found, used, verb, pattern)
        score += SIDE * bool(actors) + SIDE * bool(recipients) + MODE * (pattern.mode is not None)
        trigger = (verb, *(c for c in verb.children if particle and c.lower == particle))
        return Match(
            pattern, trigger, actors, recipients, frozenset(used), score, "passive" if frame.passive else "verb"
        )

    def _both(
        self, found: dict[str, list[Token]], used: set[int], verb: Token, pattern: Pattern
    ) -> tuple[list[Token], list[Token]]:
        actors, recipients = found["A"] + found["AR"], found["R"]
        if not recipients and not found["AR"]:
            nouns = [c for c in verb.children if c.i in used and c.pos in {"NOUN", "PROPN"}]
            nouns += [c for c in self.frames.of(verb).objects if c.i in used and c not in nouns]
            own = {self.sides.entity(a).id for a in actors}
            for noun in nouns:
                recipients = [t for t in self.sides.owner(noun) if self.sides.entity(t).id not in own]
                if recipients:
                    break
        return actors, recipients

    def _object(self, pattern: Pattern, frame: Frame, found: dict[str, list[Token]], used: set[int]) -> float | None:
        slot, objects = pattern.object, frame.objects
        if slot is None:
            needs_none = not pattern.prepositions and pattern.infinitive is None and pattern.subject != "AR"
            return None if objects and needs_none else 0.0
        if slot.side:
            return self._object_side(slot, pattern, frame, found)
        if not slot.words:
            some = any(not _vague(o) for o in objects) or frame.verb.child("ccomp", "xcomp")
            return ANYTHING if some else (0.0 if slot.optional else None)
        hits = [o for o in (*objects, *frame.datives) if o.lemma in slot.words and not _vague(o)]
        if not hits:
            return 0.0 if slot.optional else None
        used.update(o.i for o in hits)
        if pattern.type in AGAINST or pattern.mode == "release":  # "expelled two diplomats"
            found["R"] += [o for o in hits if self.sides.is_party(o)]
        return WORDS

    def _object_side(self, slot: Slot, pattern: Pattern, frame: Frame, found: dict[str, list[Token]]) -> float | None:
        objects = frame.objects
        if pattern.complement:
            objects = frame.datives or [o for o in objects if o.lemma not in pattern.complement]
            if not objects:  # "offered Albania assistance", with the country read as part of the noun
                objects = [c for o in frame.objects for c in o.each("compound", "nmod") if self.sides.is_party(c)]
        parties = self.sides.parties(objects, descend=pattern.type not in DIRECT)
        found[slot.side or "R"] += parties
        if parties:
            return SIDE
        return 0.0 if slot.optional else None

    def _complement(
        self, pattern: Pattern, frame: Frame, found: dict[str, list[Token]], used: set[int]
    ) -> float | None:
        if not pattern.complement:
            return 0.0
        hits = [c for c in frame.verb.children if c.dep in _COMPLEMENTS and c.lemma in pattern.complement]
        hits += [o for o in frame.objects if o.lemma in pattern.complement]
        used.update(h.i for h in hits)
        return WORDS if hits else None

    def _prepositions(
        self, pattern: Pattern, frame: Frame, found: dict[str, list[Token]], used: set[int]
    ) -> float | None:
        score, hosts = 0.0, self._hosts(frame)
        for names, slot in pattern.prepositions:
            gained = self._preposition(names, slot, hosts, found, used)
            if gained is None:
                return None
            score += gained
        return score

    def _hosts(self, frame: Frame) -> list[Token]:
        """Where a verb's prepositional phrases may hang: on itself, its objects, or its agent, as parsers differ."""
        agents = frame.subjects if frame.passive else []
        return [frame.verb, *frame.objects, *agents, *frame.datives]

    def _preposition(
        self, names: frozenset[str], slot: Slot, hosts: list[Token], found: dict[str, list[Token]], used: set[int]
    ) -> float | None:
        if slot.optional and slot.side and found[slot.side]:
            return 0.0
        seen = False
        for host in hosts:
            objects = prepositional(host, names)
            seen = seen or bool(objects) or (slot == Slot() and _gerund(host, names))
            if slot.side:
                if parties := self.sides.parties(objects):
                    found[slot.side] += parties
                    return SIDE
            elif slot.words and (hits := [o for o in objects if o.lemma in slot.words]):
                used.update(h.i for h in hits)
                hosts += hits  # "called for talks with X": the next phrase may hang on this one
                return PREPOSITION_WORDS
        if slot.optional:
            return 0.0
        return ANYTHING if seen and not slot.side and not slot.words else None

    def _infinitive(
        self, pattern: Pattern, frame: Frame, found: dict[str, list[Token]], used: set[int]
    ) -> float | None:
        slot = pattern.infinitive
        if slot is None:
            return 0.0
        hosts = [frame.verb, *frame.verb.each("acomp", "attr", "oprd", "npadvmod", "dobj")]  # "is willing to help"
        openers = [c for host in hosts for c in host.each("xcomp", "ccomp", "advcl", "acl", "relcl") if _to(c)]
        clauses = [v for c in openers for v in c.conjuncts() if is_verb(v)]
        hits = [v for v in clauses if not slot.words or v.lemma in slot.words]
        if not hits:
            return None
        for verb in hits:
            used.add(verb.i)
            used.update(t.i for t in self.frames.of(verb).objects)
            if not found["R"] and not (pattern.object and pattern.object.side):
                inner = self.frames.of(verb)
                phrases = inner.objects + prepositional(verb, _TOWARDS)
                phrases += [t for o in inner.objects for t in prepositional(o, _TOWARDS)]
                found["R"] += self.sides.parties(phrases)
        return WORDS if slot.words else ANYTHING

    # Nouns

    def _noun(self, pattern: Pattern, noun: Token) -> Match | None:
        if pattern.modifiers and not _modified(noun, pattern.modifiers):
            return None
        if _vague(noun):
            return None
        used: set[int] = set()
        found: dict[str, list[Token]] = {"A": [], "R": [], "AR": []}
        hosts = self._noun_hosts(noun)
        score = WORDS * bool(pattern.modifiers)
        compound = False
        for names, slot in pattern.prepositions:
            if "compound" in names:
                compound = True
                continue
            gained = self._preposition(names, slot, hosts, found, used)
            score += gained or 0.0
            if gained is None and not slot.optional and slot.words:
                return None
        if compound and not found["R"]:
            found["R"] += self.sides.parties([c for c in noun.each("compound", "nmod") if c.pos == "PROPN"])
        if pattern.type == "ACCUSE" and not found["R"]:
            found["R"] += self.sides.parties(self._claimed(noun))
        construction = self._owned(noun, found, compound) or self._served(noun, found)
        needed = any(
            slot.side == "R" and not slot.optional for names, slot in pattern.prepositions if "compound" not in names
        )
        if not found["R"] and (needed or all(a.pos == "PRON" for a in found["A"])):
            return None
        score += SIDE * bool(found["A"]) + SIDE * bool(found["R"]) + MODE * (pattern.mode is not None)
        return Match(pattern, (noun,), found["A"], found["R"], frozenset(used), score, construction)

    def _noun_hosts(self, noun: Token) -> list[Token]:
        """Where a noun's phrases may hang: on itself, its participle, the verb that it serves, or an "of" before."""
        hosts = [noun, *noun.each("acl")]
        if noun.dep in {"dobj", "nsubjpass"} and noun.head.lemma in self.make:
            hosts.append(noun.head)
        hosts += [t for host in (noun, *noun.each("acl")) for t in prepositional(host, frozenset({"of", "by", "from"}))]
        return hosts

    def _claimed(self, noun: Token) -> list[Token]:
        """Whom a claim is about: the subject of its clause ("the allegation that X attacked")."""
        clauses = [c for c in noun.each("acl", "relcl", "ccomp") if any(m.dep == "mark" for m in c.children)]
        return [t for c in clauses for t in self.frames.surface_subjects(c)]

    def _owned(self, noun: Token, found: dict[str, list[Token]], compound_is_recipient: bool) -> str | None:
        """Fill the actor from whose the noun is; returns the construction's name when nothing more is missing."""
        if found["A"]:
            return "nominal" if found["R"] else None
        clauses = [self.frames.of(clause) for clause in noun.each("acl")]
        made = [t for clause in clauses if clause.passive for t in clause.subjects]
        names = [c for c in noun.each("amod", "compound", "nmod") if self.sides.is_party(c)]
        if compound_is_recipient:
            names = [c for c in names if c.pos != "PROPN"]
        for phrases in (members(noun.each("poss")), prepositional(noun, _BY), made, names):
            parties = [t for t in self.sides.parties(phrases) if t not in found["R"]]
            if parties:
                found["A"] += parties
                return "nominal" if found["R"] else None
        return None

    def _served(self, noun: Token, found: dict[str, list[Token]]) -> str:
        """Sides from the verb that the noun serves: "launched an attack", "suffered an attack"."""
        first = _first_conjunct(noun)
        head = first.head
        if first.dep in {"dobj", "nsubjpass"}:
            frame = self.frames.of(head)
            if head.lemma in self.make and not found["A"]:
                found["A"] += self.sides.parties(frame.subjects)
                return "light verb"
            if head.lemma in self.suffer and not found["R"]:
                found["R"] += self.sides.parties(self.frames.subjects(head))
                return "suffering"
        elif first.dep == "pobj":
            return self._under(head, found)
        return "nominal"

    def _under(self, prep: Token, found: dict[str, list[Token]]) -> str:
        """Sides from a phrase over the noun's preposition: "role in", "behind", "target of", "came under"."""
        above = prep.head
        if above.lemma in self.judge and prep.lower in _REASONS and not found["A"]:
            found["A"] += [t for t in self.frames.of(above).objects if self.sides.is_party(t)]
            return "judged"
        if above.lemma in self.role and not found["A"]:
            found["A"] += self.sides.parties(self.frames.owners(above))
            return "role"
        if prep.lower in _BEHIND or above.lower in _BEHIND or above.lemma in {"engage", "participate"}:
            verb = above if is_verb(above) else above.head
            if not found["A"] and is_verb(verb):
                found["A"] += self.sides.parties(self.frames.surface_subjects(verb))
            return "role"
        if found["R"]:
            return "nominal"
        if prep.lower == "at" and is_verb(above):  # "left at the request of X": X asked those who left
            own = set(found["A"])
            found["R"] += [t for t in self.sides.parties(self.frames.surface_subjects(above)) if t not in own]
            return "nominal"
        if prep.lower == "against" and above.lemma in self.protect:
            found["R"] += self._protected(above)
            return "suffering"
        if above.lemma in _TARGETS:
            verb = above.head
            subjects = self.frames.surface_subjects(verb) if is_verb(verb) else []
            found["R"] += self.sides.parties(subjects)
            return "suffering"
        if is_verb(above) and (above.lemma in self.suffer or (prep.lower == "under" and above.lemma in {"be", "come"})):
            found["R"] += self.sides.parties(self.frames.surface_subjects(above))
            return "suffering"
        return "nominal"

    def _protected(self, word: Token) -> list[Token]:
        """Who is helped, by a verb or a noun of help: "offered X assistance against attacks"."""
        if is_verb(word):
            return self.sides.parties(self.frames.of(word).objects)
        verb = word.head
        frame = self.frames.of(verb) if is_verb(verb) else None
        phrases = [c for c in word.each("compound", "nmod") if self.sides.is_party(c)] + prepositional(word, _TOWARDS)
        return self.sides.parties(phrases or (frame.datives + prepositional(verb, _TOWARDS) if frame else []))


def _score(match: Match) -> float:
    return match.score


def _vague(noun: Token) -> bool:
    """Whether a noun speaks of no event in particular: "condemns any attack", "to make such accusations"."""
    if noun.head.lower == "without":
        return False
    return any(c.dep in {"det", "predet", "amod"} and c.lower in _VAGUE for c in noun.children)


def _gerund(host: Token, names: frozenset[str]) -> bool:
    return any(c.dep == "prep" and c.lower in names and c.child("pcomp") for c in host.children)


def _to(clause: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in clause.children)


def _modified(noun: Token, modifiers: frozenset[str]) -> bool:
    for child in noun.children:
        if child.dep in _MODIFIERS and noun.i - child.i <= _REACH and child.i < noun.i:
            if child.lower in modifiers or child.lemma in modifiers:
                return True
            if any(c.lower in modifiers for c in child.children):
                return True
    return False


def _first_conjunct(token: Token) -> Token:
    for _ in range(8):
        if token.dep != "conj":
            return token
        token = token.head
    return token
