"""A pattern being filled: the sides found so far, the words used up, and how much the fit says."""

from dataclasses import dataclass, field

from averment.code.frames import prepositional
from averment.code.patterns import Pattern, Slot
from averment.code.sides import Sides
from averment.parse.tree import Token

# How much each part of a pattern says; the pattern with the most wins. Words beat sides, sides beat anything.
PARTICLE, WORDS, PREPOSITION_WORDS, SIDE, ANYTHING, MODE = 2.0, 3.0, 2.5, 2.0, 1.0, 0.1

_VAGUE = frozenset({"any", "every", "such"})


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


@dataclass(slots=True)
class Filling:
    """A pattern on its way to a match; its methods say whether the pattern still fits."""

    pattern: Pattern
    sides: Sides
    found: dict[str, list[Token]] = field(default_factory=lambda: {"A": [], "R": [], "AR": []})
    used: set[int] = field(default_factory=set)
    score: float = 0.0

    @property
    def actors(self) -> list[Token]:
        """The actors found, with those of a side that both act and receive."""
        return self.found["A"] + self.found["AR"]

    @property
    def recipients(self) -> list[Token]:
        """The recipients found."""
        return self.found["R"]

    def gain(self, worth: float) -> bool:
        """Count a part that fits."""
        self.score += worth
        return True

    def take(self, words: list[Token], worth: float) -> bool:
        """Use words up."""
        self.used.update(word.i for word in words)
        return self.gain(worth)

    def put(self, side: str, parties: list[Token]) -> None:
        """Add parties to a side."""
        self.found[side] += parties

    def preposition(self, names: frozenset[str], slot: Slot, hosts: list[Token]) -> bool:
        """Fill the slot behind one of the prepositions ``names``, wherever it hangs among ``hosts``.

        Words that fit become hosts themselves: in "called for talks with X" the next phrase may hang on "talks".
        """
        if slot.optional and slot.side and self.found[slot.side]:
            return True
        seen = False
        for host in hosts:
            objects = prepositional(host, names)
            seen = seen or bool(objects) or _has_gerund(host, names)
            if slot.side:
                if parties := self.sides.parties(objects):
                    self.put(slot.side, parties)
                    return self.gain(SIDE)
            elif slot.words and (hits := [o for o in objects if o.lemma in slot.words]):
                hosts += hits
                return self.take(hits, PREPOSITION_WORDS)
        if slot.optional:
            return True
        return seen and not slot.side and not slot.words and self.gain(ANYTHING)

    def match(self, trigger: tuple[Token, ...], construction: str) -> Match:
        """The finished match."""
        ends = SIDE * bool(self.actors) + SIDE * bool(self.recipients) + MODE * (self.pattern.mode is not None)
        return Match(
            self.pattern, trigger, self.actors, self.recipients, frozenset(self.used), self.score + ends, construction
        )


def is_vague(noun: Token) -> bool:
    """Whether a noun speaks of no event in particular: "condemns any attack", "to make such accusations"."""
    if noun.head.lower == "without":
        return False
    return any(c.dep in {"det", "predet", "amod"} and c.lower in _VAGUE for c in noun.children)


def _has_gerund(host: Token, names: frozenset[str]) -> bool:
    return any(c.dep == "prep" and c.lower in names and c.child("pcomp") for c in host.children)
