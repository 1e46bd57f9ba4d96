"""What the encoder says of the events of an article: their triggers, sides, kinds, statuses and stances."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from averment.attribute.decoding import BEGIN, OUT, decode
from averment.attribute.fragments import Run
from averment.models.kinds import KINDS, Kind
from averment.models.scores import Scores
from averment.parse.tree import Parsed, Token
from averment.records import Stance, Status

OUT_BIAS = -1.5
"""Added to staying outside a trigger: the judge of events sorts out, so more are found than are likely."""

SAME = 0.5
"""Least probability that a word is of the same trigger ("imposed ... sanctions") as another."""

TOUCHING = 0.2
"""The same for a word right behind ("strongly condemns")."""

ACTOR, RECIPIENT, OWN = 0, 1, 2

T = TypeVar("T")


_WORDS = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")  # parts of speech of triggers, the likelier first


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may carry an event, that which the others hang on first: the probability that they do, and of each
    token from ``begin`` to be of a side."""

    tokens: tuple[Token, ...]
    chance: float
    begin: int
    rows: tuple[tuple[float, ...], ...]

    def chance_of(self, side: int, i: int) -> float:
        """The probability that token ``i`` is of the actor (0), the recipient (1), or the trigger (2)."""
        row = self.rows[side]
        return row[i - self.begin] if self.begin <= i < self.begin + len(row) else 0.0

    def runs(self, side: int, least: float, sentences: range) -> list[Run]:
        """The runs of tokens of a side in some tokens (``sentences``), each token ``least`` probable or more."""
        found: list[Run] = []
        for i in range(max(self.begin, sentences.start), min(self.begin + len(self.rows[side]), sentences.stop)):
            if self.rows[side][i - self.begin] < least:
                continue
            if found and found[-1].end == i:
                found[-1] = Run(found[-1].begin, i + 1)
            else:
                found.append(Run(i, i + 1))
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """Logarithms of the probabilities of an event's kinds, statuses and stances, in the order of each."""

    kinds: Any
    statuses: Any
    stances: Any

    def best_kind(self, bonus: dict[int, float] | None = None) -> tuple[Kind, float]:
        """The likeliest kind, of the likeliest type, and the probability of the type.

        ``bonus`` adds to the logarithms of some kinds, by their number.
        """
        import numpy as np

        logs = self.kinds.astype(np.float64)
        for number, worth in (bonus or {}).items():
            logs[number] += worth
        chances = np.exp(logs - logs.max())
        chances /= chances.sum()
        by_type: dict[str, float] = {}
        for kind, chance in zip(KINDS, chances.tolist(), strict=True):
            by_type[kind.type] = by_type.get(kind.type, 0.0) + chance
        best = max(by_type, key=by_type.__getitem__)
        number = max((n for n, kind in enumerate(KINDS) if kind.type == best), key=chances.__getitem__)
        return KINDS[number], by_type[best]

    def best_status(self, ruled: Status, worth: float) -> Status:
        """The likeliest status, where what the rules say counts for ``worth``, a logarithm of chances."""
        return _best(tuple(Status), self.statuses, ruled, worth)

    def best_stance(self, ruled: Stance, worth: float) -> Stance:
        """The likeliest stance, where what the rules say counts for ``worth``, a logarithm of chances."""
        return _best(tuple(Stance), self.stances, ruled, worth)


def _best(answers: tuple[T, ...], logs: Any, ruled: T, worth: float) -> T:
    scores = {answer: float(log) for answer, log in zip(answers, logs, strict=True)}
    scores[ruled] += worth
    return max(answers, key=scores.__getitem__)


class Encoded:
    """The events of one article as the encoder sees them."""

    def __init__(self, parsed: Parsed, scores: Scores) -> None:
        self.parsed = parsed
        self._scores = scores

    @cached_property
    def _inside(self) -> list[float]:
        import numpy as np

        logs = self._scores.triggers[:, 0].astype(np.float64)
        chances = 1.0 - np.exp(logs[:, OUT])
        chances[~np.isfinite(logs[:, BEGIN])] = 0.0
        found: list[float] = chances.tolist()
        return found

    def triggers(self) -> list[Trigger]:
        """The triggers in text order; the words of a split trigger are one."""
        paragraphs = [Run(s.begin, s.end) for s in self.parsed.sentences]
        runs = decode(self._scores.triggers[:, 0], paragraphs, OUT_BIAS)
        found: list[Trigger] = []
        taken: set[int] = set()
        for k, run in enumerate(runs):
            if k in taken:
                continue
            trigger = self.at(self._tokens([run]))
            sentence = self.parsed.tokens[run.begin].sentence
            others = [
                n
                for n, other in enumerate(runs[k + 1 :], k + 1)
                if n not in taken
                and self.parsed.tokens[other.begin].sentence == sentence
                and self._are_one(trigger, run, other)
            ]
            if others:
                taken.update(others)
                trigger = self.at(self._tokens([run, *(runs[n] for n in others)]))
            found.append(trigger)
        return found

    def _are_one(self, trigger: Trigger, run: Run, other: Run) -> bool:
        """Whether two runs are one trigger: the encoder says so, and one hangs on the other or stands beside it."""
        chance = max(trigger.chance_of(OWN, i) for i in range(other.begin, other.end))
        if other.begin == run.end:
            return chance >= TOUCHING
        return chance >= SAME and any(_hangs(t, run) for t in self._tokens([other]))

    def at(self, tokens: Sequence[Token]) -> Trigger:
        """The trigger that these tokens would be."""
        begin, rows = self._scores.sides(_runs(t.i for t in tokens))
        chance = max(self._inside[t.i] for t in tokens)
        return Trigger(_head_first(tokens), chance, begin, tuple(map(tuple, rows)))

    def told(self, trigger: Trigger, actors: Sequence[Run], recipients: Sequence[Run]) -> Told:
        """What the event is, given its sides."""
        sentence = self.parsed.sentence_of(trigger.tokens[0])
        said = self._scores.event(
            _runs(t.i for t in trigger.tokens), actors, recipients, [(sentence.begin, sentence.end)]
        )
        return Told(said["kind"], said["status"], said["stance"])

    def _tokens(self, runs: Iterable[Run]) -> list[Token]:
        return [token for run in runs for token in self.parsed.tokens[run.begin : run.end]]


_TOGETHER = frozenset(
    {"acomp", "advmod", "amod", "attr", "compound", "dobj", "nsubjpass", "oprd", "pobj", "prep", "prt"}
)


def _hangs(token: Token, run: Run) -> bool:
    """Whether a word hangs on a run as its object, particle or the like, itself or through a preposition."""
    if token.dep not in _TOGETHER:
        return False
    above = token.head.head if token.dep == "pobj" else token.head
    return run.begin <= above.i < run.end


def _head_first(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words with the one that others hang on first; of several, a verb before a noun before another."""
    own = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in own or token.head is token]
    head = min(tops or tokens, key=lambda t: _WORDS.index(t.pos) if t.pos in _WORDS else len(_WORDS))
    return (head, *(token for token in tokens if token is not head))


def _runs(numbers: Iterable[int]) -> list[Run]:
    found: list[Run] = []
    for i in sorted(set(numbers)):
        if found and found[-1].end == i:
            found[-1] = Run(found[-1].begin, i + 1)
        else:
            found.append(Run(i, i + 1))
    return found
