"""Decoding: only fragments that begin, paragraph by paragraph."""

import numpy as np

from averment.attribute.decoding import decode
from averment.attribute.fragments import Run


def scores(*rows: tuple[float, float, float]) -> np.ndarray:
    """Log probabilities of staying out, beginning and going on."""
    return np.log(np.array(rows, np.float32))


OUT, BEGIN, ON = (0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.1, 0.1, 0.8)


def test_a_fragment_goes_from_its_beginning_to_its_last_token() -> None:
    assert decode(scores(OUT, BEGIN, ON, ON, OUT), [Run(0, 5)]) == [Run(1, 4)]


def test_two_fragments_may_touch() -> None:
    assert decode(scores(BEGIN, ON, BEGIN, ON), [Run(0, 4)]) == [Run(0, 2), Run(2, 4)]


def test_going_on_after_nothing_is_beginning() -> None:
    assert decode(scores(OUT, ON, ON, OUT), [Run(0, 4)]) == [Run(1, 3)]


def test_a_fragment_ends_with_its_paragraph() -> None:
    assert decode(scores(OUT, BEGIN, ON, OUT), [Run(0, 2), Run(2, 4)]) == [Run(1, 2), Run(2, 3)]


def test_a_bias_against_staying_out_finds_more() -> None:
    doubtful = scores((0.6, 0.3, 0.1), (0.55, 0.15, 0.3))
    assert decode(doubtful, [Run(0, 2)]) == []
    assert decode(doubtful, [Run(0, 2)], out_bias=-1.0) == [Run(0, 2)]


def test_nothing_of_nothing() -> None:
    assert decode(np.zeros((0, 3), np.float32), []) == []
