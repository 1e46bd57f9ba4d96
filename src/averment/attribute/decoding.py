"""Decoding: the best sequence of tags in which no fragment goes on before it has begun."""

from collections.abc import Sequence
from typing import Any

from averment.attribute.fragments import Run

OUT, BEGIN, INSIDE = 0, 1, 2


def decode(scores: Any, paragraphs: Sequence[Run], out_bias: float = 0.0) -> list[Run]:
    """The fragments of one role: Viterbi over each paragraph by itself.

    ``scores`` are log probabilities [tokens, tags]; ``out_bias`` is added to staying out, so that less than zero finds
    more.
    """
    rows: list[list[float]] = scores.tolist()
    return [run for paragraph in paragraphs for run in _decode(rows, paragraph, out_bias)]


def _decode(rows: list[list[float]], paragraph: Run, out_bias: float) -> list[Run]:
    out, begin, inside = 0.0, float("-inf"), float("-inf")
    back: list[tuple[int, int]] = []  # what went before OUT or BEGIN, and what before INSIDE
    for i in range(paragraph.begin, paragraph.end):
        o, b, n = rows[i]
        best, best_tag = out, OUT
        if begin > best:
            best, best_tag = begin, BEGIN
        if inside > best:
            best, best_tag = inside, INSIDE
        back.append((best_tag, INSIDE if inside > begin else BEGIN))
        out, begin, inside = best + o + out_bias, best + b, max(begin, inside) + n
    tag = max((out, OUT), (begin, BEGIN), (inside, INSIDE))[1]
    return _runs(back, tag, paragraph)


def _runs(back: list[tuple[int, int]], tag: int, paragraph: Run) -> list[Run]:
    """Follow the way back from the last tag."""
    found: list[Run] = []
    end = paragraph.end
    for i in range(paragraph.end - 1, paragraph.begin - 1, -1):
        if tag == OUT:
            end = i
        elif tag == BEGIN:
            found.append(Run(i, end))
            end = i
        before = back[i - paragraph.begin]
        tag = before[1] if tag == INSIDE else before[0]
    return found[::-1]
