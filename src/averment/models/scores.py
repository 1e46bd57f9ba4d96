"""What the encoder says of an article: tags of its tokens, what belongs to a cue or trigger, acts and events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from averment.models.event_heads import LINKED as EVENT_LINKED
from averment.models.event_heads import PARTS as EVENT_PARTS
from averment.models.event_heads import EventHeads
from averment.models.heads import LINKED, PARTS, Heads
from averment.models.windows import SEPARATING, Window


class Within(NamedTuple):
    """The pieces of a window, and the place of each in it."""

    begin: int
    end: int
    places: list[int]


def within(window: Window) -> Within:
    """The pieces of a window; they stand in a row in the article."""
    found = [(place, k) for k, place in enumerate(window.places) if place != SEPARATING]
    return Within(found[0][0], found[-1][0] + 1, [k for _, k in found])


@dataclass(frozen=True, slots=True)
class Linked:
    """The probability that each token from ``begin`` on is of the source, or of the content, of a cue."""

    begin: int
    source: list[float]
    content: list[float]


Runs = Sequence[tuple[int, int]]
"""Runs of tokens: first and last (exclusive) index."""


class Scores:
    """The outputs of the encoder for one article.

    ``begins`` and ``ends`` bound the pieces of each token; ``outputs`` has "tags" and "trigger", log probabilities
    [tokens, roles, tags], and by piece what ``heads`` and ``event_heads`` read.
    """

    def __init__(
        self,
        begins: Any,
        ends: Any,
        windows: Sequence[Within],
        outputs: dict[str, Any],
        heads: Heads,
        event_heads: EventHeads,
    ) -> None:
        import numpy as np

        self.tags = outputs["tags"]
        self.triggers = outputs["trigger"]
        self._begins, self._ends = begins, ends
        self._windows = windows
        self._outputs = outputs
        self._heads = heads
        self._event_heads = event_heads
        number = sum(len(window.places) for window in windows)
        self._window = np.zeros(number, np.int64)
        self._place = np.zeros(number, np.int64)
        for k, window in enumerate(windows):
            self._window[window.begin : window.end] = k
            self._place[window.begin : window.end] = window.places

    def linked(self, begin: int, end: int) -> Linked:
        """What belongs to the cue of tokens ``begin`` to ``end``, as far as its window reaches."""
        low, rows = self._belonging([(begin, end)], self._heads.links, "asks", "answers")
        return Linked(low, *(rows or [[] for _ in LINKED]))

    def sides(self, trigger: Runs) -> tuple[int, list[list[float]]]:
        """The probability that each token from the number given on is of an event's actor, recipient, or trigger.

        As far as the window of the trigger's first token reaches; three rows, all empty where nothing is seen.
        """
        low, rows = self._belonging(trigger, self._event_heads.belonging, "side_asks", "side_answers")
        return low, rows or [[] for _ in EVENT_LINKED]

    def _belonging(
        self, anchor: Runs, score: Callable[..., Any], asks: str, answers: str
    ) -> tuple[int, list[list[float]]]:
        """For each part the probability of each token of the anchor's window, and the number of its first token."""
        import numpy as np

        pieces = [p for b, e in anchor for p in range(int(self._begins[b]), int(self._ends[e - 1]))]
        if not pieces:
            return anchor[0][0], []
        number = self._window[pieces[0]]
        window = self._windows[number]
        own = np.array([p for p in pieces if self._window[p] == number])
        chances = score(
            self._outputs[asks][own], self._outputs[answers][window.begin : window.end],
            self._place[own], self._place[window.begin : window.end],
        )  # fmt: skip
        low = int(self._begins.searchsorted(window.begin, "left"))
        high = int(self._begins.searchsorted(window.end, "left"))
        first = (self._begins[low:high] - window.begin).clip(0, len(chances) - 1)
        return low, chances[first].T.tolist()

    def act(self, *parts: Runs) -> Any:
        """The probability of each act of a statement; ``parts`` are the runs of tokens of its cue, source and content.

        What stands in other windows than the cue's first token is read too; a part may be empty.
        """
        low, high, there = self._parts(parts, len(PARTS))
        return self._heads.acts(self._outputs["weigh"][low:high], self._outputs["inner"][low:high], there)

    def event(self, *parts: Runs) -> dict[str, Any]:
        """Logarithms of the probabilities of an event's kinds, statuses and stances.

        ``parts`` are the runs of tokens of its trigger, actor, recipient and sentence; any may be empty but the last.
        """
        low, high, there = self._parts(parts, len(EVENT_PARTS))
        weigh, inner = self._outputs["event_weigh"][low:high], self._outputs["event_inner"][low:high]
        return self._event_heads.told(weigh, inner, there, ("kind", "status", "stance"))

    def _parts(self, parts: Sequence[Runs], number: int) -> tuple[int, int, Any]:
        """First and last (exclusive) piece that the parts reach over, and where in between each part is."""
        import numpy as np

        runs = [[(int(self._begins[b]), int(self._ends[e - 1])) for b, e in part if e > b] for part in parts]
        low = min(b for part in runs for b, _ in part)
        high = max(e for part in runs for _, e in part)
        there = np.zeros((number, high - low), bool)
        for row, part in zip(there, runs, strict=True):
            for b, e in part:
                row[b - low : e - low] = True
        return low, high, there
