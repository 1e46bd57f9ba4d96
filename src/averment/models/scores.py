"""What the encoder says of an article: tags of its tokens, what belongs to a cue, the act of a statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

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


class Scores:
    """The outputs of the encoder for one article.

    ``begins`` and ``ends`` bound the pieces of each token; ``outputs`` has "tags", log probabilities [tokens, roles,
    tags], and by piece what ``Heads`` reads.
    """

    def __init__(
        self, begins: Any, ends: Any, windows: Sequence[Within], outputs: dict[str, Any], heads: Heads
    ) -> None:
        import numpy as np

        self.tags = outputs["tags"]
        self._begins, self._ends = begins, ends
        self._windows = windows
        self._outputs = outputs
        self._heads = heads
        number = sum(len(window.places) for window in windows)
        self._window = np.zeros(number, np.int64)
        self._place = np.zeros(number, np.int64)
        for k, window in enumerate(windows):
            self._window[window.begin : window.end] = k
            self._place[window.begin : window.end] = window.places

    def linked(self, begin: int, end: int) -> Linked:
        """What belongs to the cue of tokens ``begin`` to ``end``, as far as its window reaches."""
        first, last = int(self._begins[begin]), int(self._ends[end - 1])
        if first >= last:
            return Linked(begin, [], [])
        window = self._windows[self._window[first]]
        last = min(last, window.end)
        chances = self._heads.links(
            self._outputs["asks"][first:last], self._outputs["answers"][window.begin : window.end],
            self._place[first:last], self._place[window.begin : window.end],
        )  # fmt: skip
        low = int(self._begins.searchsorted(window.begin, "left"))
        high = int(self._begins.searchsorted(window.end, "left"))
        pieces = (self._begins[low:high] - window.begin).clip(0, len(chances) - 1)
        rows = chances[pieces].T.tolist()
        return Linked(low, *(rows[k] for k in range(len(LINKED))))

    def act(self, *parts: Sequence[tuple[int, int]]) -> Any:
        """The probability of each act of a statement; ``parts`` are the runs of tokens of its cue, source and content.

        What stands in other windows than the cue's first token is read too; a part may be empty.
        """
        import numpy as np

        runs = [[(int(self._begins[b]), int(self._ends[e - 1])) for b, e in part if e > b] for part in parts]
        low = min(b for part in runs for b, _ in part)
        high = max(e for part in runs for _, e in part)
        there = np.zeros((len(PARTS), high - low), bool)
        for row, part in zip(there, runs, strict=True):
            for b, e in part:
                row[b - low : e - low] = True
        return self._heads.acts(self._outputs["weigh"][low:high], self._outputs["inner"][low:high], there)
