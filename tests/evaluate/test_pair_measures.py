"""Sentences with one marked pair: events found in the raw text, and the type of a given pair."""

import pytest

from averment.evaluate.data import Sample
from averment.evaluate.events import EventsTask
from averment.evaluate.pairs import PairSentence
from averment.evaluate.relation import RelationTask

TEXT = "Tirana expelled two Iranian diplomats after Washington had condemned Tehran."


def gold(drawn, root, actor, recipient):
    def spans(piece):
        return (drawn.span(piece),) if piece else ()

    return Sample("p0", drawn.text, PairSentence("p0", drawn.text, root, spans(actor), spans(recipient), "7"))


def values(task, drawn, root="SANCTION", actor="Tirana", recipient="two Iranian diplomats"):
    counts = task.count(gold(drawn, root, actor, recipient), drawn.report())
    return {figure.name: figure.value for figure in task.figures(counts)}


def test_the_marked_event_is_found(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [("Tirana", "ALB")], [("diplomats", "IRN")])
    drawn.does("ACCUSE", "condemned", [("Washington", "USA")], [("Tehran", "IRN")])
    found = values(EventsTask(), drawn)
    assert (found["event recall"], found["event on pair"], found["events a row"]) == (1, 1, 2)


def test_a_wrong_type_on_the_pair_costs_precision_and_may_have_the_right_class(sketch):
    drawn = sketch(TEXT)
    drawn.does("COERCE", "expelled", [("Tirana", "ALB")], [("diplomats", "IRN")])
    found = values(EventsTask(), drawn)
    assert (found["pair recall"], found["event recall"], found["event on pair"]) == (1, 0, 0)
    assert found["class recall"] == 1


def test_an_event_on_another_pair_is_neither_right_nor_wrong(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [("Washington", "USA")], [("Tehran", "IRN")])
    found = values(EventsTask(), drawn)
    assert (found["type recall"], found["pair recall"]) == (1, 0)


def test_long_and_overlapping_spans_find_nothing_under_the_stricter_rules(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [(TEXT, "ALB")], [(TEXT, "IRN")])
    found = values(EventsTask(), drawn)
    assert (found["event recall"], found["event recall (bounded)"], found["event recall (IoU .5)"]) == (1, 0, 0)


def test_concessions_and_retreats_are_one_type(sketch):
    drawn = sketch("Tirana released two diplomats.")
    drawn.does("RETREAT", "released", [("Tirana", "ALB")], [("two diplomats", "IRN")])
    assert values(EventsTask(), drawn, "YIELD", "Tirana", "two diplomats")["event recall"] == 1


@pytest.mark.parametrize(("event_type", "found"), [("CONSULT", 1), ("ACCUSE", 0)])
def test_the_sides_of_reciprocal_types_may_both_be_actors(sketch, event_type, found):
    drawn = sketch("Rama met Blinken.")
    drawn.does(event_type, "met", [("Rama", "ALB"), ("Blinken", "USA")])
    assert values(EventsTask(), drawn, event_type, "Rama", "Blinken")["event recall"] == found


def related(**chances):
    """A task whose encoder says these probabilities of any pair."""
    return RelationTask(lambda gold: chances)


def test_a_pair_has_the_likeliest_root_and_the_likeliest_class(sketch):
    task = related(ACCUSE=0.4, SANCTION=0.3, COERCE=0.25, AID=0.05)
    found = values(task, sketch(TEXT))
    assert (found["root accuracy"], found["penta accuracy"], found["binary accuracy"]) == (0, 1, 1)


def test_concessions_and_retreats_add_up(sketch):
    found = values(related(CONCEDE=0.3, RETREAT=0.3, AGREE=0.4), sketch(TEXT), "YIELD")
    assert (found["root accuracy"], found["penta accuracy"]) == (1, 1)


def test_macro_f1_is_the_mean_of_the_marked_classes(sketch):
    drawn, task = sketch(TEXT), related(SANCTION=1.0)
    rows = [gold(drawn, root, "Tirana", "two Iranian diplomats") for root in ("SANCTION", "SANCTION", "AID")]
    counts = sum((task.count(row, drawn.report()) for row in rows[1:]), task.count(rows[0], drawn.report()))
    found = {figure.name: figure for figure in task.figures(counts)}
    assert found["SANCTION"].value == pytest.approx(0.8)
    assert found["root macro"].value == pytest.approx(0.4)


def test_the_predictions_have_their_shapes(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [("Tirana", "ALB")])
    row = gold(drawn, "SANCTION", "Tirana", "two Iranian diplomats")
    expected = {"actor": [(0, 6)], "recipient": None, "type": "SANCTION"}
    assert EventsTask().prediction(row, drawn.report()) == {"id": "p0", "events": [expected]}
    said = related(SANCTION=0.9, AID=0.1).prediction(row, drawn.report())
    assert said == {"uid": "p0", "sentence_id": "7", "root": "SANCTION", "penta": 4}
    assert list(related(AID=1.0).misses(row, drawn.report())) == [f"AID, not SANCTION: {TEXT}"]
