"""What the tagger says of an article: probabilities of runs of tokens, and the fragments that it finds."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import accumulate

from averment.attribute.decoding import BEGIN, INSIDE, OUT, decode
from averment.attribute.fragments import Run
from averment.models.scores import Linked, Scores
from averment.parse.tree import Parsed

GAP = 1  # tokens between two runs that belong to a cue which are taken in


class Role(IntEnum):
    """The roles in the order of the tagger's scores."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


class Tagged:
    """What the tagger says of an article, with what is asked of it."""

    def __init__(self, parsed: Parsed, scored: Scores) -> None:
        import numpy as np

        self.parsed = parsed
        self.scored = scored
        self._linked: dict[Run, Belonging] = {}
        self._scores = scores = scored.tags
        chances = np.exp(scores.astype(np.float64))
        inside = 1.0 - chances[:, :, OUT]
        inside[~np.isfinite(scores[:, :, BEGIN])] = 0.5  # tokens of which the tagger saw nothing
        self._inside: list[list[float]] = inside.T.tolist()
        self._begins: list[list[float]] = chances[:, :, BEGIN].T.tolist()
        goes_on = chances[:, :, INSIDE]
        self._goes_on: list[list[float]] = goes_on.T.tolist()
        zeros = np.zeros((1, inside.shape[1]))
        self._sums: list[list[float]] = np.concatenate([zeros, inside.cumsum(0)]).T.tolist()

    @cached_property
    def paragraphs(self) -> list[Run]:
        """The tokens of each paragraph."""
        found: list[Run] = []
        number = None
        for sentence in self.parsed.sentences:
            if sentence.paragraph == number:
                found[-1] = Run(found[-1].begin, sentence.end)
            else:
                found.append(Run(sentence.begin, sentence.end))
            number = sentence.paragraph
        return found

    def fragments(self, role: Role, out_bias: float = 0.0) -> list[Run]:
        """The fragments of a role in text order; a bias below zero finds more."""
        return decode(self._scores[:, role], self.paragraphs, out_bias)

    def linked(self, cue: Run) -> "Belonging":
        """What belongs to a cue."""
        if cue not in self._linked:
            self._linked[cue] = Belonging(self.scored.linked(cue.begin, cue.end))
        return self._linked[cue]

    def mean(self, role: Role, run: Run) -> float:
        """The mean probability that a token of the run plays the role."""
        sums = self._sums[role]
        return (sums[run.end] - sums[run.begin]) / (run.end - run.begin) if run.end > run.begin else 0.0

    def most(self, role: Role, run: Run) -> float:
        """The greatest probability of a token of the run."""
        return max(self._inside[role][run.begin : run.end], default=0.0)

    def least(self, role: Role, run: Run) -> float:
        """The smallest probability of a token of the run."""
        return min(self._inside[role][run.begin : run.end], default=0.0)

    def begins(self, role: Role, at: int) -> float:
        """The probability that a fragment begins with a token."""
        return self._begins[role][at]

    def ends(self, role: Role, end: int) -> float:
        """The probability that no fragment goes on with the token at ``end``."""
        return 1.0 - self._goes_on[role][end] if end < len(self._goes_on[role]) else 1.0


class Belonging:
    """The probability of each token to be of the source, or of the content, of one cue; elsewhere it is 0."""

    def __init__(self, linked: Linked) -> None:
        self.begin = linked.begin
        self._rows = {Role.SOURCE: linked.source, Role.CONTENT: linked.content}
        self._sums = {role: [0.0, *accumulate(row)] for role, row in self._rows.items()}

    @property
    def end(self) -> int:
        """The first token beyond."""
        return self.begin + len(self._rows[Role.CONTENT])

    def at(self, role: Role, i: int) -> float:
        """The probability of a token."""
        return self._rows[role][i - self.begin] if self.begin <= i < self.end else 0.0

    def sum(self, role: Role, runs: Iterable[Run]) -> float:
        """The sum over the tokens of runs."""
        sums, last = self._sums[role], len(self._rows[role])
        return sum(
            max(0.0, sums[min(max(end - self.begin, 0), last)] - sums[min(max(begin - self.begin, 0), last)])
            for begin, end in runs
        )

    def total(self, role: Role) -> float:
        """The sum over all tokens."""
        return self._sums[role][-1]

    def most(self, role: Role) -> float:
        """The greatest of a token."""
        return max(self._rows[role], default=0.0)

    def least(self, role: Role, runs: Iterable[Run]) -> float:
        """The least of the tokens of runs."""
        return min((self.at(role, i) for begin, end in runs for i in range(begin, end)), default=0.0)

    def runs(self, role: Role, least: float, gap: int = GAP) -> list[Run]:
        """The runs of tokens with a probability of ``least`` or more; shorter gaps than ``gap`` tokens are filled."""
        found: list[Run] = []
        for i, chance in enumerate(self._rows[role], self.begin):
            if chance < least:
                continue
            if found and i - found[-1].end <= gap:
                found[-1] = Run(found[-1].begin, i + 1)
            else:
                found.append(Run(i, i + 1))
        return found


def paragraph_of(parsed: Parsed, i: int) -> int:
    """The number of the paragraph that a token stands in."""
    return parsed.sentences[parsed.tokens[i].sentence].paragraph


def overlap(some: Sequence[Run], others: Sequence[Run]) -> int:
    """How many tokens two lists of runs share."""
    return sum(max(0, min(a.end, b.end) - max(a.begin, b.begin)) for a in some for b in others)


def size(runs: Sequence[Run]) -> int:
    """How many tokens the runs have."""
    return sum(run.end - run.begin for run in runs)
