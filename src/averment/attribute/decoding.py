"""Decoding: the best sequence of tags in which no fragment goes on before it has begun."""

from collections.abc import Sequence
from typing import Any

from averment.attribute.fragments import Run

OUT, BEGIN, INSIDE = 0, 1, 2


def decode(scores: Any, paragraphs: Sequence[Run], out_bias: float = 0.0) -> list[Run]:
    """The fragments of one role: Viterbi over each paragraph by itself.

    ``scores`` are log probabilities [tokens, tags]; ``out_bias`` is added to staying out, so that less than zero finds
    more. After a token outside, going on is beginning: the two probabilities are one.
    """
    import numpy as np

    either = np.logaddexp(scores[:, BEGIN], scores[:, INSIDE])
    rows: list[list[float]] = np.column_stack([scores, either]).tolist()
    return [run for paragraph in paragraphs for run in _decode(rows, paragraph, out_bias)]


def _decode(rows: list[list[float]], paragraph: Run, out_bias: float) -> list[Run]:
    out, begin, inside = 0.0, float("-inf"), float("-inf")
    back: list[tuple[int, int, int]] = []  # the tag before, for each tag
    for i in range(paragraph.begin, paragraph.end):
        o, b, n, either = rows[i]
        going = INSIDE if inside > begin else BEGIN
        on = max(begin, inside)
        opens = out + either > on + b
        back.append((OUT if out > on else going, OUT if opens else going, going))
        out, begin, inside = max(out, on) + o + out_bias, out + either if opens else on + b, on + n
    tag = max((out, OUT), (begin, BEGIN), (inside, INSIDE))[1]
    return _runs(back, tag, paragraph)


def _runs(back: list[tuple[int, int, int]], tag: int, paragraph: Run) -> list[Run]:
    """Follow the way back from the last tag."""
    found: list[Run] = []
    end = paragraph.end
    for i in range(paragraph.end - 1, paragraph.begin - 1, -1):
        if tag == OUT:
            end = i
        elif tag == BEGIN:
            found.append(Run(i, end))
            end = i
        tag = back[i - paragraph.begin][tag]
    return found[::-1]
