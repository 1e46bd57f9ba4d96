"""Linking: fragments of one paragraph joined to the cue that costs least to reach."""

from bisect import bisect_left
from collections.abc import Sequence

from averment.attribute.fragments import Run
from averment.attribute.quotations import Quotations
from averment.attribute.tagged import paragraph_of
from averment.parse.tree import Parsed

BOUND = 8  # what a sentence bound, or another cue, between two fragments costs, in tokens between them
FARTHEST = 30  # a content that costs more to link is dropped, unless it is quoted


def cost(parsed: Parsed, fragment: Run, cue: Run, cues: Sequence[Run]) -> int:
    """What parts a fragment from a cue: tokens, sentence bounds and other cues (in text order) between them."""
    first, last = (fragment, cue) if fragment.begin < cue.begin else (cue, fragment)
    between = max(0, last.begin - first.end)
    bounds = parsed.tokens[last.begin].sentence - parsed.tokens[first.end - 1].sentence
    k = bisect_left(cues, (first.end, 0))
    others = 0
    while k < len(cues) and cues[k].end <= last.begin:
        others += 1
        k += 1
    return between + BOUND * (max(0, bounds) + others)


def link(
    parsed: Parsed, cues: Sequence[Run], contents: Sequence[Run], quotations: Quotations
) -> dict[Run, tuple[Run, ...]]:
    """For each cue its contents: each content goes to the cheapest cue of its paragraph that stands outside it."""
    found: dict[Run, list[Run]] = {}
    by_paragraph = grouped(parsed, cues)
    for content in contents:
        near = by_paragraph.get(paragraph_of(parsed, content.begin), [])
        priced = [(cost(parsed, content, cue, near), cue) for cue in _beside(content, near, 1)]
        if not priced:
            continue
        price, cue = min(priced)
        if price <= FARTHEST or quotations.at(content.begin) is not None:
            found.setdefault(cue, []).append(content)
    return {cue: tuple(runs) for cue, runs in found.items()}


def nearest(parsed: Parsed, cue: Run, cues: Sequence[Run], fragments: Sequence[Run], most: int) -> list[Run]:
    """Of a paragraph's fragments and cues, the fragments that cost least to reach from a cue, cheapest first."""
    near = _beside(cue, fragments, most)
    return sorted(near, key=lambda fragment: (cost(parsed, fragment, cue, cues), fragment.begin))[:most]


def _beside(run: Run, others: Sequence[Run], most: int) -> list[Run]:
    """The nearest ``most`` runs on either side of a run that share no token with it: farther ones cost more."""
    before = bisect_left(others, (run.begin, 0))
    while before and others[before - 1].end > run.begin:
        before -= 1
    after = bisect_left(others, (run.end, 0))
    return [*others[max(0, before - most) : before], *others[after : after + most]]


def grouped(parsed: Parsed, runs: Sequence[Run]) -> dict[int, list[Run]]:
    """Runs by the number of their paragraph."""
    found: dict[int, list[Run]] = {}
    for run in runs:
        found.setdefault(paragraph_of(parsed, run.begin), []).append(run)
    return found
