"""The judge: probabilities from features, and a file that does not fit them refused."""

import json

import pytest

from averment.attribute.judging import EXPANSIONS, QUESTIONS, read_judge
from averment.errors import AvermentError


def judge(**changes: object) -> str:
    rows: dict[str, object] = {
        question: {"constant": 0.0, "weights": [0.0] * EXPANSIONS[question].width} for question in QUESTIONS
    }
    return json.dumps({"least": 0.2, "unnamed": 1.5, "calibration": [1.0, 0.0], **rows, **changes})


def test_without_weights_everything_is_even() -> None:
    made = read_judge(judge())
    width = len(EXPANSIONS["content"].names)
    assert made.chances("content", [[1.0] * width, [0.0] * width]) == [0.5, 0.5]
    assert made.chances("content", []) == []
    assert made.least == 0.2


def test_log_odds_and_products_follow_the_raw_features() -> None:
    expansion = EXPANSIONS["content"]
    raw = [0.0] * len(expansion.names)
    raw[expansion.names.index("cue mean")] = 0.5
    raw[expansion.names.index("content mean")] = 1.0
    (made,) = expansion.of([raw]).tolist()
    assert len(made) == expansion.width
    assert made[len(raw)] == 0.0  # log odds of one half
    assert max(made) == pytest.approx(5.806, abs=0.001)  # those of certainty are bounded


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(AvermentError, match="2 weights for 'exact'"):
        read_judge(judge(exact={"constant": 0, "weights": [1, 2]}), "judge.json")


def test_a_broken_file_is_named() -> None:
    with pytest.raises(AvermentError, match=r"judge\.json"):
        read_judge("{}", "judge.json")


def test_confidence_is_calibrated() -> None:
    made = read_judge(judge(calibration=[2.0, 0.0]))
    assert made.confidence(0.5) == 0.5
    assert made.confidence(0.8) == pytest.approx(16 / 17)
