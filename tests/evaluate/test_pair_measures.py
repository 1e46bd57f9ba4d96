"""Sentences with one marked pair: events found in the raw text, and the type of a given pair."""

import pytest

from averment.evaluate.data import Sample
from averment.evaluate.events import EventsTask
from averment.evaluate.pairs import PairSentence
from averment.evaluate.relation import RelationTask, type_on_pair

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


def test_the_event_on_both_sides_goes_before_the_one_on_a_single_side(sketch):
    drawn = sketch(TEXT)
    drawn.does("AID", "expelled", [("Tirana", "ALB")], [("Tehran", "IRN")])
    drawn.does("SANCTION", "expelled", [("Tirana", "ALB")], [("diplomats", "IRN")])
    report = drawn.report()
    pair = [drawn.span("Tirana")], [drawn.span("two Iranian diplomats")]
    assert type_on_pair(report.events, *pair) == "SANCTION"
    assert type_on_pair(report.events[:1], *pair) == "AID"  # one side is better than none
    assert type_on_pair(report.events, [drawn.span("Washington")], [drawn.span("after")]) is None


def test_the_sides_are_not_swapped_unless_the_type_is_reciprocal(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [("diplomats", "IRN")], [("Tirana", "ALB")])
    drawn.does("CONSULT", "expelled", [("diplomats", "IRN")], [("Tirana", "ALB")])
    pair = [drawn.span("Tirana")], [drawn.span("diplomats")]
    assert type_on_pair(drawn.report().events, *pair) == "CONSULT"


def test_of_two_that_meet_both_sides_the_closer_spans_win(sketch):
    drawn = sketch(TEXT)
    drawn.does("COERCE", "expelled", [("Tirana expelled", "ALB")], [("two Iranian diplomats after", "IRN")])
    drawn.does("SANCTION", "expelled", [("Tirana", "ALB")], [("two Iranian diplomats", "IRN")])
    pair = [drawn.span("Tirana")], [drawn.span("two Iranian diplomats")]
    assert type_on_pair(drawn.report().events, *pair) == "SANCTION"


def test_silence_costs_recall_and_not_precision(sketch):
    task, spoken, silent = RelationTask(), sketch(TEXT), sketch(TEXT)
    spoken.does("SANCTION", "expelled", [("Tirana", "ALB")], [("diplomats", "IRN")])
    row = gold(spoken, "SANCTION", "Tirana", "two Iranian diplomats")
    counts = task.count(row, spoken.report()) + task.count(row, silent.report())
    found = {figure.name: figure for figure in task.figures(counts)}
    assert (found["root accuracy"].value, found["root micro"].precision) == (0.5, 1)
    assert found["root macro"].value == found["SANCTION"].value == pytest.approx(2 / 3)


def test_the_classes_are_scored_by_themselves(sketch):
    drawn = sketch(TEXT)
    drawn.does("COERCE", "expelled", [("Tirana", "ALB")], [("diplomats", "IRN")])
    found = values(RelationTask(), drawn)
    assert (found["root accuracy"], found["penta accuracy"], found["binary accuracy"]) == (0, 1, 1)


def test_the_predictions_have_their_shapes(sketch):
    drawn = sketch(TEXT)
    drawn.does("SANCTION", "expelled", [("Tirana", "ALB")])
    row = gold(drawn, "SANCTION", "Tirana", "two Iranian diplomats")
    expected = {"actor": [(0, 6)], "recipient": None, "type": "SANCTION"}
    assert EventsTask().prediction(row, drawn.report()) == {"id": "p0", "events": [expected]}
    assert RelationTask().prediction(row, drawn.report()) == {"uid": "p0", "sentence_id": "7", "root": "SANCTION"}
