"""Intervals by the bootstrap: documents are drawn again and again, and the figures of each draw are sorted."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from averment.evaluate.figures import Counts, Figure

SEED = 0
LOWER, UPPER = 0.025, 0.975  # the percentile interval of 95%

Figures = Callable[[Counts], list[Figure]]


def with_intervals(documents: Sequence[Counts], figures: Figures, draws: int, seed: int = SEED) -> list[Figure]:
    """The figures of all documents together, each with its percentile interval over ``draws`` samples of documents.

    No draws, or no documents, no intervals. The same documents in the same order give the same intervals.
    """
    measured = figures(total(documents))
    if not draws or not documents:
        return measured
    samples = _samples(documents, figures, draws, random.Random(seed))  # noqa: S311 - statistics, not secrets
    return [_bounded(figure, sorted(samples[figure.name])) for figure in measured]


def total(documents: Sequence[Counts]) -> Counts:
    """The counts of all documents together."""
    together: Counts = Counts()
    for counts in documents:
        together.update(counts)
    return together


def _samples(
    documents: Sequence[Counts], figures: Figures, draws: int, dice: random.Random
) -> defaultdict[str, list[float]]:
    values: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(draws):
        for figure in figures(total(dice.choices(documents, k=len(documents)))):
            values[figure.name].append(figure.value)
    return values


def _bounded(figure: Figure, values: list[float]) -> Figure:
    # A rare class is missing from some draws: its interval stands on the draws that have it.
    low, high = values[int(LOWER * len(values))], values[int(UPPER * len(values))]
    return replace(figure, low=low, high=high)
