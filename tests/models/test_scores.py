"""What belongs to a cue, and the act of a statement, from the outputs of an encoder made up by hand."""

import json
from math import erf

import numpy as np
import pytest

from averment.errors import AvermentError
from averment.models.event_heads import LINKED as EVENT_LINKED
from averment.models.event_heads import EventHeads
from averment.models.heads import ACTS, INNER, PARTS, WIDTH, Heads, gelu, read_heads
from averment.models.scores import Scores, Within
from averment.records import Act


@pytest.fixture
def heads() -> Heads:
    """Distances count at one piece to the right alone; the first inner number of the cue speaks for denial."""
    distances = [[0.0, 0.0] for _ in range(5)]
    distances[3] = [0.0, 4.0]
    weights = [[0.0] * (len(PARTS) * INNER) for _ in ACTS]
    weights[ACTS.index(Act.DENY)][0] = 9.0
    return Heads(distances, weights, [0.0] * len(ACTS))


@pytest.fixture
def scores(heads: Heads) -> Scores:
    """Six tokens of one piece each, but the third has two and the fourth none; two windows of three pieces."""
    outputs = {
        "tags": np.zeros((6, 3, 3), np.float32),
        "asks": np.zeros((6, 2, WIDTH), np.float32),
        "answers": np.zeros((6, 2, WIDTH), np.float32),
        "weigh": np.zeros((6, len(PARTS)), np.float32),
        "inner": np.zeros((6, len(PARTS), INNER), np.float32),
        "trigger": np.zeros((6, 1, 3), np.float32),
        "side_asks": np.zeros((6, len(EVENT_LINKED), WIDTH), np.float32),
        "side_answers": np.zeros((6, len(EVENT_LINKED), WIDTH), np.float32),
    }
    outputs["asks"][1, 0, 0] = 8.0
    outputs["answers"][0, 0, 0] = 4.0
    outputs["inner"][1, 0, 0] = 1.0
    begins, ends = np.array([0, 1, 2, 4, 4, 5]), np.array([1, 2, 4, 4, 5, 6])
    nothing = EventHeads([[0.0] * len(EVENT_LINKED)] * 3, {})
    return Scores(begins, ends, [Within(0, 3, [1, 2, 3]), Within(3, 6, [1, 2, 3])], outputs, heads, nothing)


def test_a_source_answers_what_its_cue_asks(scores: Scores) -> None:
    linked = scores.linked(1, 2)
    assert linked.begin == 0
    assert linked.source == pytest.approx([1 / (1 + np.exp(-4.0)), 0.5, 0.5])


def test_distance_counts_too(scores: Scores) -> None:
    assert scores.linked(0, 1).content == pytest.approx([0.5, 1 / (1 + np.exp(-4.0)), 0.5])


def test_a_cue_sees_its_own_window(scores: Scores) -> None:
    linked = scores.linked(5, 6)
    assert (linked.begin, len(linked.content)) == (3, 3)


def test_a_trigger_of_two_words_asks_with_both(scores: Scores) -> None:
    scores._outputs["side_asks"][4, 1, 0] = 16.0
    scores._outputs["side_answers"][5, 1, 0] = 4.0
    begin, rows = scores.sides([(4, 5), (5, 6)])
    assert begin == 3
    assert rows[1] == pytest.approx([0.5, 0.5, 1 / (1 + np.exp(-4.0))])
    assert rows[0] == pytest.approx([0.5, 0.5, 0.5])


def test_a_cue_of_which_the_vocabulary_sees_nothing_has_nothing(scores: Scores) -> None:
    assert scores.linked(3, 4).content == []


def test_acts_are_read_from_the_parts(scores: Scores) -> None:
    chances = scores.act([(1, 2)], [(0, 1)], [(2, 3)])
    assert chances.sum() == pytest.approx(1.0)
    assert ACTS[chances.argmax()] is Act.DENY
    assert scores.act([(0, 1)], [], [(2, 3)]) == pytest.approx([1 / len(ACTS)] * len(ACTS))


def test_gelu_is_that_of_the_error_function() -> None:
    x = np.linspace(-5, 5, 41)
    assert gelu(x) == pytest.approx([0.5 * v * (1 + erf(v / 2**0.5)) for v in x], abs=1e-6)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "heads.json does not hold"),
        (json.dumps({"distances": [[0, 0]], "weights": [], "constants": []}), "another"),
    ],
)
def test_layers_that_do_not_fit_are_refused(text: str, told: str) -> None:
    with pytest.raises(AvermentError, match=told):
        read_heads(text, "heads.json")
