"""The judge of events: what it goes by, and files that do not fit."""

import json

import pytest

from averment.code.judge import FEATURES, event_judge, odds, read_event_judge
from averment.errors import AvermentError

WEIGHTS = dict.fromkeys(FEATURES, 0.0)


def test_a_feature_counts_by_its_weight():
    judge = read_event_judge(
        json.dumps({"weights": {**WEIGHTS, "trigger": 2.0}, "constant": 1.0, "least": 0.3, "alone": 0.8})
    )
    features = dict.fromkeys(FEATURES, 0.0)
    assert judge.chance(features) == pytest.approx(0.731, abs=1e-3)
    assert judge.chance({**features, "trigger": -0.5}) == pytest.approx(0.5)
    assert judge.chance({**features, "trigger": odds(1.0)}) > 0.99
    assert judge.least == 0.3


@pytest.mark.parametrize(("ruled", "statement", "kept"), [(1.0, 0.0, True), (0.0, 0.0, False), (1.0, 1.0, False)])
def test_what_no_pattern_finds_needs_more(ruled, statement, kept):
    judge = read_event_judge(json.dumps({"weights": WEIGHTS, "constant": 0.0, "least": 0.3, "alone": 0.8}))
    features = {**dict.fromkeys(FEATURES, 0.0), "ruled": ruled, "statement": statement}
    assert judge.keeps(features, 0.5) is kept
    assert judge.keeps(features, 0.9)


@pytest.mark.parametrize(
    "text", ["{}", "[]", "no", json.dumps({"weights": {"trigger": 1.0}, "constant": 0, "least": 0})]
)
def test_a_file_that_does_not_fit_is_refused(text):
    with pytest.raises(AvermentError, match=r"events\.judge\.json is not a judge of events"):
        read_event_judge(text)


def test_the_package_ships_one():
    assert 0.0 < event_judge().least < 1.0
