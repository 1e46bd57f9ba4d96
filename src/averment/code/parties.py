"""From the words that the encoder takes for a side to the parties of the event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from averment.attribute.fragments import Run, trimmed
from averment.code.encoded import ACTOR, RECIPIENT, Trigger
from averment.code.frames import members
from averment.code.sides import Sides
from averment.parse.tree import Parsed, Token
from averment.records import Span

LEAST = 0.5
"""Least probability of a side's words."""

WITHIN = 0.15
"""Least probability of up to ``GAP`` words between two runs of a side that are one phrase all the same."""

GAP = 2

RULED = 0.12
"""Least probability of a party that the rules name; below it the encoder is sure that it is none."""

UNNAMED = 0.9
"""Least mean probability of the actor of a noun of which the rules name the recipient alone: "attacks on our ports"."""

_EDGES = frozenset({"and", "or", "of", "by", "to", "with", "against", "from", "for", "in", "on", "at", "that"})
_PRONOUN = frozenset({"who", "which", "that", "whom", "whose"})
_EMPTY = frozenset({"DET", "PUNCT", "ADP", "PART", "CCONJ", "SPACE", "SCONJ", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


Ruled = tuple[Sequence[Token], Sequence[Token]]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its parties' head tokens, and the runs of words that the encoder takes for it.

    ``phrases`` has, by the index of a head, the words of a phrase that is nobody ("a power station") or somebody's
    ("a US proposal"); ``chance`` is the mean probability of the words.
    """

    heads: tuple[Token, ...] = ()
    phrases: Mapping[int, Span] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    chance: float = 0.0


class Parties:
    """Finds the parties of one article's sides."""

    def __init__(self, parsed: Parsed, sides: Sides) -> None:
        self._parsed = parsed
        self._sides = sides

    def sides(self, trigger: Trigger, ruled: Ruled) -> tuple[Side, Side]:
        """Actor and recipient of an event; ``ruled`` are the parties that the rules name for each.

        Where the rules name a side they are followed, unless the encoder is sure that it is another; what they name for
        one side is never the other.
        """
        actor, recipient = (self._found(trigger, number) for number in (ACTOR, RECIPIENT))
        actors, recipients = (
            [t for t in named if not found.heads or self._chance(trigger, number, t) >= RULED]
            for number, found, named in ((ACTOR, actor, ruled[0]), (RECIPIENT, recipient, ruled[1]))
        )
        if recipients and not actors and trigger.tokens[0].pos in _NAMES and actor.chance < UNNAMED:
            actor = Side()
        return self._joined(trigger, ACTOR, actor, actors, recipients), self._joined(
            trigger, RECIPIENT, recipient, recipients, actors
        )

    def _joined(self, trigger: Trigger, number: int, found: Side, ruled: list[Token], other: list[Token]) -> Side:
        """A side as the encoder has it, where the rules name ``ruled`` for it and ``other`` for the other side."""
        own, taken = ({self._sides.name(token) for token in named} for named in (ruled, other))
        heads: dict[str, Token] = {}
        for head in found.heads:
            name = self._sides.name(head)
            if name not in heads and name not in taken and (not own or name in own or self._beside(head, ruled)):
                heads[name] = head
        runs = list(found.runs)
        for token in ruled:
            if self._sides.name(token) not in heads:
                heads[self._sides.name(token)] = token
                runs.append(Run(token.i, token.i + 1))
        mean = _mean(trigger, number, runs)
        return Side(tuple(heads.values()), found.phrases, tuple(sorted(set(runs))), mean)

    def _beside(self, head: Token, ruled: list[Token]) -> bool:
        """Whether a party is coordinated with one that the rules name."""
        return any(head in token.conjuncts() or token in head.conjuncts() for token in ruled)

    def _found(self, trigger: Trigger, number: int) -> Side:
        """A side as the encoder has it: in the trigger's sentence or, where there is none, in its window."""
        sentence = self._parsed.sentence_of(trigger.tokens[0])
        runs = self._runs(trigger, number, range(sentence.begin, sentence.end))
        if not runs:
            runs = self._runs(trigger, number, range(len(self._parsed.tokens)))
        heads: list[Token] = []
        phrases: dict[int, Span] = {}
        for head, phrase in (found for run in runs for found in self._members(run)):
            for party in self._parties(head, phrase):
                heads.append(party)
                if party is not head or not self._sides.is_party(head):
                    phrases[party.i] = phrase
        return Side(tuple(heads), phrases, tuple(runs), _mean(trigger, number, runs))

    def _chance(self, trigger: Trigger, number: int, token: Token) -> float:
        """The probability of a party that the rules name: that of its likeliest word."""
        return max(trigger.chance_of(number, i) for i in range(max(token.left, token.i - 6), token.i + 1))

    def _runs(self, trigger: Trigger, number: int, sentence: range) -> list[Run]:
        """The phrases of a side: runs of likely words, joined over a short gap, without what belongs to no phrase."""
        joint: list[Run] = []
        for run in trigger.runs(number, LEAST, sentence):
            between = range(joint[-1].end, run.begin) if joint else range(0)
            if joint and len(between) <= GAP and all(trigger.chance_of(number, i) >= WITHIN for i in between):
                joint[-1] = Run(joint[-1].begin, run.end)
            else:
                joint.append(run)
        return [run for run in map(self._trimmed, joint) if any(t.pos not in _EMPTY for t in self._tokens(run))]

    def _tokens(self, run: Run) -> list[Token]:
        return self._parsed.tokens[run.begin : run.end]

    def _trimmed(self, run: Run) -> Run:
        begin, end = trimmed(self._parsed, run)
        while begin < end and self._parsed.tokens[begin].lower in _EDGES:
            begin += 1
        while begin < end and self._parsed.tokens[end - 1].lower in _EDGES:
            end -= 1
        return Run(begin, end)

    def _members(self, run: Run) -> list[tuple[Token, Span]]:
        """The heads of a run's phrases, coordinated ones apart, each with its words in the run."""
        inside = range(run.begin, run.end)
        tops = self._tops(run)
        found: list[tuple[Token, Span]] = []
        for top in tops:
            several = [m for m in top.conjuncts() if m.i in inside] if top.pos in _NOMINAL else [top]
            last = run.end if len(tops) <= 1 else min(run.end, top.right + 1)  # the encoder knows where a phrase ends
            ends = [*(max(m.left, run.begin) for m in several[1:]), last]
            for member, end in zip(several, ends, strict=True):
                begin, stop = self._trimmed(Run(max(run.begin, member.left), max(end, member.i + 1)))
                found.append((member, self._parsed.span(min(begin, member.i), max(stop, member.i + 1))))
        return found

    def _tops(self, run: Run) -> list[Token]:
        """The words of a run that hang on none of its others; of several the parties, else the first noun."""
        inside = range(run.begin, run.end)
        words = self._tokens(run)
        tops = [t for t in words if (t.head is t or t.head.i not in inside) and t.pos not in _EMPTY]
        if len(tops) > 1:
            named = [t for t in tops if self._sides.is_party(t)]
            tops = named or [t for t in tops if t.pos in _NOMINAL][:1] or tops[:1]
        return tops or [t for t in words if t.pos not in _EMPTY][-1:]

    def _parties(self, head: Token, phrase: Span) -> list[Token]:
        """Whom a phrase stands for: itself, a name in it, or its owner; a phrase of nobody stands for itself."""
        if self._sides.is_party(head):
            return [head]
        if head.lower in _PRONOUN:
            return self._sides.parties(members([head])) or [head]
        if head.pos not in _NOMINAL:  # a phrase that the parser misread
            words = self._parsed.words(self._parsed.sentence_of(head))
            named = [t for t in words if phrase.covers(t.span) and self._sides.is_party(t)]
            return named[-1:] or [head]
        return self._sides.parties([head]) or [head]


def _mean(trigger: Trigger, number: int, runs: Sequence[Run]) -> float:
    """The mean probability of the words of some runs."""
    chances = [trigger.chance_of(number, i) for run in runs for i in range(*run)]
    return sum(chances) / len(chances) if chances else 0.0
