"""Counts that add up over documents, and the figures made of them."""

from collections import Counter
from dataclasses import dataclass

Counts = Counter[str]
"""Whole numbers under their names; the counts of two documents together are their sum."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number.

    ``value`` is the headline: F1 where ``precision`` and ``recall`` are given, else a share or a rate. ``of`` is how
    many rows of gold (for F1) or cases (for a share) it stands on; ``low`` and ``high`` bound its interval.
    """

    name: str
    value: float
    of: int
    precision: float | None = None
    recall: float | None = None
    low: float | None = None
    high: float | None = None


def ratio(part: float, whole: float) -> float:
    """``part`` of ``whole``; nothing of nothing is 0."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1: the harmonic mean of precision and recall."""
    return ratio(2 * precision * recall, precision + recall)


def f1(name: str, precision: float, recall: float, of: int) -> Figure:
    """The figure of F1 with its precision and recall."""
    return Figure(name, harmonic(precision, recall), of, precision, recall)


def share(name: str, part: int, whole: int) -> Figure:
    """The figure of a share of ``whole`` cases."""
    return Figure(name, ratio(part, whole), whole)
