"""The tagger: scores of pieces summed over tokens, and what is said where it cannot run."""

from pathlib import Path

import numpy as np
import pytest

from averment.models.encoder import VOCABULARY, WEIGHTS, Encoder, by_token, inputs, log_softmax, pieces_of
from averment.models.pieces import Case, Piece, Quote
from averment.models.windows import Read, Window
from averment.parse.tree import Parsed, Token


def read(begin: int, end: int) -> Read:
    return Read(Piece(7, begin, end, True, Case.LOWER), Quote.OUTSIDE, 0)


def test_a_token_of_two_pieces_begins_with_the_first_and_goes_on_with_the_second() -> None:
    parsed = Parsed(
        "denied it", [Token(0, 0, "denied", "deny", "", "", "", ""), Token(1, 7, "it", "it", "", "", "", "")]
    )
    scores = np.log(np.array([[[0.5, 0.3, 0.2]] * 3, [[0.1, 0.1, 0.8]] * 3, [[0.6, 0.2, 0.2]] * 3], np.float32))
    begins, ends = pieces_of(parsed, [read(0, 3), read(3, 6), read(7, 9)])
    assert (begins.tolist(), ends.tolist()) == ([0, 2], [2, 3])
    found = by_token(begins, ends, scores)
    assert np.exp(found[0, 0]) == pytest.approx([0.05, 0.24, 0.16])
    assert np.exp(found[1, 2]) == pytest.approx([0.6, 0.2, 0.2])


def test_a_token_that_the_vocabulary_does_not_see_never_begins_a_fragment() -> None:
    parsed = Parsed("  it", [Token(0, 0, "  ", " ", "", "", "", ""), Token(1, 2, "it", "it", "", "", "", "")])
    found = by_token(*pieces_of(parsed, [read(2, 4)]), np.zeros((1, 3, 3), np.float32))
    assert found[0].tolist() == [[0.0, -np.inf, 0.0]] * 3


def test_windows_are_padded_to_the_longest() -> None:
    made = inputs([Window([2, 5, 3], [4, 0, 4], [0, 0, 0], [-1, 0, -1]), Window([2, 3], [4, 4], [0, 0], [-1, -1])], 9)
    assert made["numbers"].tolist() == [[2, 5, 3], [2, 3, 9]]
    assert made["mask"].tolist() == [[1, 1, 1], [1, 1, 0]]


def test_log_softmax_sums_to_one() -> None:
    assert np.exp(log_softmax(np.array([[1.0, 2.0, 900.0]]))).sum() == pytest.approx(1.0)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    assert str(tmp_path / WEIGHTS) in (Encoder(tmp_path).lacking or "")


def test_a_missing_runtime_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (WEIGHTS, VOCABULARY):
        (tmp_path / name).touch()
    monkeypatch.setattr("averment.models.encoder.find_spec", lambda name: None)
    assert "pip install onnxruntime" in (Encoder(tmp_path).lacking or "")
