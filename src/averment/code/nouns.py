"""Noun patterns: the sides of "the sanctions", "X's attack on Y", "a role in the breach"."""

from collections.abc import Mapping

from averment.code.filling import WORDS, Filling, Match, is_vague
from averment.code.frames import Frames, is_verb, members, prepositional
from averment.code.patterns import Pattern
from averment.code.sides import Sides
from averment.parse.tree import Token

_BY = frozenset({"by"})
_MAKERS = frozenset({"of", "by", "from"})
_REASONS = frozenset({"for", "of", "over"})
_TOWARDS = frozenset({"to", "for", "with", "from", "against", "on"})
_NAMES = ("amod", "compound", "nmod")
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "punct", "poss"})
_REACH = 4  # tokens before a noun in which its modifiers are looked for ("cyber-enabled criminal activities")
_LONGEST = 8  # members of a coordination looked back through


class NounMatcher:
    """Fills noun patterns in one article; ``classes`` are the lexicon's word classes."""

    def __init__(self, frames: Frames, sides: Sides, classes: Mapping[str, frozenset[str]]) -> None:
        self.frames = frames
        self.sides = sides
        self.classes = classes

    def match(self, pattern: Pattern, noun: Token) -> Match | None:
        """The match of ``pattern`` at ``noun``, if it fits."""
        if is_vague(noun) or (pattern.modifiers and not _is_modified(noun, pattern.modifiers)):
            return None
        filling = Filling(pattern, self.sides, score=WORDS * bool(pattern.modifiers))
        if not self._phrases(filling, noun):
            return None
        construction = self._owned(filling, noun) or self._served(filling, noun)
        if not filling.recipients and (_needs_recipient(pattern) or all(a.pos == "PRON" for a in filling.actors)):
            return None
        return filling.match((noun,), construction)

    def _phrases(self, filling: Filling, noun: Token) -> bool:
        """Fill what stands in the noun's own phrase; false if words that it must have are missing."""
        pattern, hosts = filling.pattern, self._hosts(noun)
        for names, slot in pattern.prepositions:
            if "compound" not in names and not filling.preposition(names, slot, hosts) and slot.words:
                return False
        if _names_victim(pattern) and not filling.recipients:
            filling.put("R", self.sides.parties([c for c in noun.each("compound", "nmod") if c.pos == "PROPN"]))
        if pattern.type == "ACCUSE" and not filling.recipients:
            filling.put("R", self.sides.parties(self._claimed(noun)))
        return True

    def _hosts(self, noun: Token) -> list[Token]:
        """Where a noun's phrases may hang: on itself, its participle, the verb that it serves, or an "of" before."""
        own = [noun, *noun.each("acl")]
        served = [noun.head] if noun.dep in {"dobj", "nsubjpass"} and noun.head.lemma in self.classes["make"] else []
        return [*own, *served, *(t for host in own for t in prepositional(host, _MAKERS))]

    def _claimed(self, noun: Token) -> list[Token]:
        """Whom a claim is about: the subject of its clause ("the allegation that X attacked")."""
        clauses = [c for c in noun.each("acl", "relcl", "ccomp") if any(m.dep == "mark" for m in c.children)]
        return [t for c in clauses for t in self.frames.surface_subjects(c)]

    def _owned(self, filling: Filling, noun: Token) -> str | None:
        """Fill the actor from whose the noun is; returns the construction's name when nothing more is missing."""
        if not filling.actors:
            clauses = [self.frames.of(clause) for clause in noun.each("acl")]
            made = [t for clause in clauses if clause.passive for t in clause.subjects]
            names = [c for c in noun.each(*_NAMES) if self.sides.is_party(c)]
            if _names_victim(filling.pattern):
                names = [c for c in names if c.pos != "PROPN"]
            for phrases in (members(noun.each("poss")), prepositional(noun, _BY), made, names):
                if parties := [t for t in self.sides.parties(phrases) if t not in filling.recipients]:
                    filling.put("A", parties)
                    break
        return "nominal" if filling.actors and filling.recipients else None

    def _served(self, filling: Filling, noun: Token) -> str:
        """Sides from the verb that the noun serves: "launched an attack", "suffered an attack"."""
        noun = _first_conjunct(noun)
        verb = noun.head
        if noun.dep == "pobj":
            return self._under(filling, verb)
        if noun.dep not in {"dobj", "nsubjpass"}:
            return "nominal"
        if verb.lemma in self.classes["make"] and not filling.actors:
            filling.put("A", self.sides.parties(self.frames.of(verb).subjects))
            return "light verb"
        if verb.lemma in self.classes["suffer"] and not filling.recipients:
            filling.put("R", self.sides.parties(self.frames.subjects(verb)))
            return "suffering"
        return "nominal"

    def _under(self, filling: Filling, prep: Token) -> str:
        """Sides from what stands over the noun's preposition: first the actor's part in it, then the victim's."""
        above = prep.head
        if (actors := self._involved(prep, above)) is not None:
            if not filling.actors:
                filling.put("A", [t for t in actors if t not in filling.recipients])
            return "judged" if above.lemma in self.classes["judge"] else "role"
        if filling.recipients or (victims := self._struck(prep, above)) is None:
            return "nominal"
        filling.put("R", [t for t in victims if t not in filling.actors])
        return "suffering"

    def _involved(self, prep: Token, above: Token) -> list[Token] | None:
        """Who had a part: "blamed X for", "X's role in", "X was behind"; None where nothing says so."""
        if above.lemma in self.classes["judge"] and prep.lower in _REASONS:
            return [t for t in self.frames.of(above).objects if self.sides.is_party(t)]
        if above.lemma in self.classes["role"]:
            return self.sides.parties(self.frames.owners(above))
        if {prep.lower, above.lower, above.lemma} & self.classes["behind"]:
            verb = above if is_verb(above) else above.head
            return self.sides.parties(self.frames.surface_subjects(verb)) if is_verb(verb) else []
        return None

    def _struck(self, prep: Token, above: Token) -> list[Token] | None:
        """Whom it struck, or who was asked: "target of", "came under", "protected X against", "at the request"."""
        if prep.lower == "against" and above.lemma in self.classes["protect"]:
            return self._protected(above)
        verb = above.head if above.lemma in self.classes["victim"] else above
        if not is_verb(verb):
            return None
        struck = verb is not above or verb.lemma in self.classes["suffer"]
        under = prep.lower == "under" and verb.lemma in {"be", "come"}
        if struck or under or prep.lower == "at":
            return self.sides.parties(self.frames.surface_subjects(verb))
        return None

    def _protected(self, word: Token) -> list[Token]:
        """Who is helped, by a verb or a noun of help: "offered X assistance against attacks"."""
        if is_verb(word):
            return self.sides.parties(self.frames.of(word).objects)
        phrases = [c for c in word.each("compound", "nmod") if self.sides.is_party(c)] + prepositional(word, _TOWARDS)
        if not phrases and is_verb(word.head):
            phrases = self.frames.of(word.head).datives + prepositional(word.head, _TOWARDS)
        return self.sides.parties(phrases)


def _names_victim(pattern: Pattern) -> bool:
    """Whether a country's name before the noun is the recipient: "the Albania hack"."""
    return any("compound" in names for names, _ in pattern.prepositions)


def _needs_recipient(pattern: Pattern) -> bool:
    slots = [slot for names, slot in pattern.prepositions if "compound" not in names]
    return any(slot.side == "R" and not slot.optional for slot in slots)


def _is_modified(noun: Token, modifiers: frozenset[str]) -> bool:
    near = [c for c in noun.children if c.dep in _MODIFIERS and 0 < noun.i - c.i <= _REACH]
    return any(modifiers & {t.lower, t.lemma} for c in near for t in (c, *c.children))


def _first_conjunct(token: Token) -> Token:
    for _ in range(_LONGEST):
        if token.dep != "conj":
            return token
        token = token.head
    return token
