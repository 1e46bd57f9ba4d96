"""Nesting: which attribution stands inside the content of which."""

from collections.abc import Sequence
from heapq import heappop, heappush

from averment.attribute.fragments import Run


def parents(cues: Sequence[int], contents: Sequence[Sequence[Run]]) -> list[int | None]:
    """For each attribution the index of the smallest content that its cue (a token index) stands in, or None.

    One sweep over the text: linear but for the ordering, however deep contents nest.
    """
    runs = sorted((run.begin, run.end, i) for i, content in enumerate(contents) for run in content)
    size = [sum(run.end - run.begin for run in content) for content in contents]
    found: list[int | None] = [None] * len(cues)
    open_runs: list[tuple[int, int, int]] = []
    k = 0
    for i in sorted(range(len(cues)), key=lambda i: cues[i]):
        at = cues[i]
        while k < len(runs) and runs[k][0] <= at:
            _, end, owner = runs[k]
            heappush(open_runs, (size[owner], owner, end))
            k += 1
        own: list[tuple[int, int, int]] = []
        while open_runs and (open_runs[0][2] <= at or open_runs[0][1] == i):
            run = heappop(open_runs)
            if run[2] > at:
                own.append(run)
        found[i] = open_runs[0][1] if open_runs else None
        for run in own:
            heappush(open_runs, run)
    return found
