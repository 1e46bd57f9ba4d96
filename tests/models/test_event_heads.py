"""What belongs to a trigger, and what an event is, from the outputs of an encoder made up by hand."""

import json

import numpy as np
import pytest

from averment.errors import AvermentError
from averment.models.event_heads import LINKED, PARTS, QUESTIONS, EventHeads, Layer, read_event_heads
from averment.models.heads import INNER, WIDTH
from averment.models.kinds import IMPOSED, KINDS
from averment.ontology import PLOVER


def plain(**changes):
    """Layers in which nothing says anything, as they are read from JSON."""
    rows = {
        question: {"weights": [[0.0] * (len(PARTS) * INNER) for _ in answers], "constants": [0.0] * len(answers)}
        for question, answers in QUESTIONS.items()
    }
    return {**rows, "distances": [[0.0] * len(LINKED)] * 3, **changes}


def test_every_type_and_mode_is_a_kind_and_sanctions_imposed_are_one_more():
    assert {kind[:2] for kind in KINDS} == {
        (name, mode) for name, kind in PLOVER.types.items() for mode in (None, *kind.modes)
    }
    assert len(KINDS) == sum(1 + len(kind.modes) for kind in PLOVER.types.values()) + 1
    assert (IMPOSED.type, IMPOSED.by_table) == ("SANCTION", "COERCE")


def test_an_actor_answers_what_its_trigger_asks():
    heads = EventHeads([[0.0] * len(LINKED)] * 3, {})
    asks, answers = np.zeros((1, 3, WIDTH), np.float32), np.zeros((2, 3, WIDTH), np.float32)
    asks[0, 0, 0], answers[1, 0, 0] = 8.0, 4.0
    chances = heads.belonging(asks, answers, np.array([5]), np.array([6, 7]))
    assert chances[:, 0] == pytest.approx([0.5, 1 / (1 + np.exp(-4.0))])
    assert chances[:, 1] == pytest.approx([0.5, 0.5])


def test_each_question_is_answered_from_the_parts():
    layers = {q: Layer(rows["weights"], rows["constants"]) for q, rows in plain().items() if q in QUESTIONS}
    layers["status"].weights[2][0] = 9.0  # the first inner number of the trigger
    heads = EventHeads([], layers)
    inner = np.zeros((3, len(PARTS), INNER), np.float32)
    inner[1, 0, 0] = 1.0
    there = np.array([[False, True, False], [True, False, False], [False] * 3, [True] * 3])
    said = heads.told(np.zeros((3, len(PARTS)), np.float32), inner, there)
    assert said["status"].argmax() == 2
    assert np.exp(said["kind"]).sum() == pytest.approx(1.0)
    assert np.exp(said["stance"]) == pytest.approx([1 / len(QUESTIONS["stance"])] * len(QUESTIONS["stance"]))


def test_layers_are_read():
    heads = read_event_heads(json.dumps({"events": plain()}), "heads.json")
    assert set(heads.layers) == set(QUESTIONS)


@pytest.mark.parametrize(
    ("rows", "told"),
    [({}, "does not hold"), ({"events": plain(distances=[[0.0]])}, "another version"), ({"events": {}}, "not hold")],
)
def test_layers_that_do_not_fit_are_refused(rows, told):
    with pytest.raises(AvermentError, match=told):
        read_event_heads(json.dumps(rows), "heads.json")
