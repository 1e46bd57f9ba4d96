"""One-to-one matching of gold and predictions, and the overlaps that it rests on."""

import re
from collections.abc import Iterable, Sequence

from averment.records import Span

TOKEN = re.compile(r"\w+|[^\w\s]")
"""A token for the purpose of scoring: a run of word characters, or one other mark."""

Spans = Sequence[Span]


def best_first(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs (gold, prediction) of ``candidates`` (score, gold, prediction): each used once, the best score first.

    Of equal scores the earlier gold row goes first, then the earlier prediction.
    """
    gold_used: set[int] = set()
    predictions_used: set[int] = set()
    matched = []
    for _, gold, prediction in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if gold not in gold_used and prediction not in predictions_used:
            gold_used.add(gold)
            predictions_used.add(prediction)
            matched.append((gold, prediction))
    return matched


def meet(some: Spans, others: Spans) -> bool:
    """Whether a span of the one shares a character with a span of the other."""
    return any(one.begin < other.end and other.begin < one.end for one in some for other in others)


def occurrences(text: str, piece: str | None) -> list[Span]:
    """Where ``piece`` stands in ``text``; nowhere if it is null or empty."""
    return [Span(*found.span()) for found in re.finditer(re.escape(piece), text)] if piece else []


def token_starts(text: str, spans: Spans) -> set[int]:
    """Where the tokens inside ``spans`` begin; a word cut by a span's edge counts as far as it lies inside."""
    return {span.begin + found.start() for span in spans for found in TOKEN.finditer(text[span.begin : span.end])}
