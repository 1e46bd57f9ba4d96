"""The records that PETRARCH is tested with: what counts as right, and which of them can be used."""

import json

import pytest

from averment.evaluate import petrarch_suite as suite
from averment.evaluate.data import DataError, Sample
from averment.evaluate.petrarch import PetrarchRecord, PetrarchTask
from averment.evaluate.petrarch_match import Wanted
from averment.evaluate.run import evaluate
from averment.ontology import PLOVER

TEXT = "Tirana expelled two Iranian diplomats, and Rama met Blinken in Washington."


def counts(drawn, *wanted, unusable=None):
    sample = Sample("r", drawn.text, PetrarchRecord("AFP", wanted, unusable))
    return PetrarchTask().count(sample, drawn.report())


def expelling(sketch, event_type="SANCTION", mode="expel", **more):
    drawn = sketch(TEXT)
    drawn.does(event_type, "expelled", [("Tirana", "ALB")], [("two Iranian diplomats", "IRN")], mode=mode, **more)
    return drawn


@pytest.mark.parametrize(
    ("code", "event_type", "mode", "right"),
    [
        ("166", "SANCTION", "expel", True),
        ("163", "SANCTION", "discontinue", True),
        ("163", "COERCE", "restrict", True),  # as the table was published
        ("163", "COERCE", "arrest", False),
        ("090", "ACCUSE", "investigate", True),
        ("090", "ACCUSE", "allege", False),
        ("190", "ASSAULT", None, True),  # one type for three of CAMEO's
        ("180", "ASSAULT", None, True),
        ("180", "ASSAULT", "firearms", False),
        ("023", "REQUEST", "assist", True),
    ],
)
def test_a_code_is_compared_by_its_first_two_digits_through_the_table(sketch, code, event_type, mode, right):
    found = counts(expelling(sketch, event_type, mode), Wanted("ALB", "IRN", code))
    assert (found["records"], found["code"], found["sides"]) == (1, right, right)


@pytest.mark.parametrize(
    ("source", "target", "sides"),
    [
        ("ALBGOV", "IRNGOV", 1),
        ("IRN", "ALB", 0),
        ("---GOV", "IRN", 1),  # nobody in particular
        (None, "IRN", 1),
        ("IGOUNO", "IRN", 1),  # an organisation: any actor will do
        ("ALB", "USA", 0),
    ],
)
def test_sides_are_compared_by_their_countries(sketch, source, target, sides):
    found = counts(expelling(sketch), Wanted(source, target, "166"))
    assert (found["code"], found["sides"]) == (1, sides)


def test_one_event_with_compound_sides_is_what_petrarch_codes_pair_by_pair(sketch):
    drawn = sketch(TEXT)
    drawn.does("CONSULT", "met", [("Rama", "ALB"), ("Blinken", "USA")])
    assert counts(drawn, Wanted("ALB", "USA", "040"), Wanted("USA", "ALB", "040"))["sides"] == 1


def test_every_code_that_is_expected_must_be_found(sketch):
    found = counts(expelling(sketch), Wanted("ALB", "IRN", "166"), Wanted("ALB", "IRN", "112"))
    assert (found["records"], found["code"], found["code AFP"]) == (1, 0, 0)


def test_a_weis_code_is_compared_by_the_types_that_fit(sketch):
    right, wrong = Wanted("ALB", "IRN", "201", ("SANCTION", "COERCE")), Wanted("ALB", "IRN", "041", ("SUPPORT",))
    assert counts(expelling(sketch), right)["sides"] == 1
    assert counts(expelling(sketch), wrong)["code"] == 0


def test_sectors_are_counted_on_events_that_are_found(sketch):
    drawn = expelling(sketch)
    found = counts(drawn, Wanted("ALBGOV", "IRN", "166"), Wanted("ALBGOV", "USAGOV", "166"))
    assert (found["sectors"], found["sectors found"]) == (1, 0)  # the entity of the sketch has no sector


def test_a_code_that_plover_drops_asks_for_a_statement_of_the_source(sketch):
    drawn = sketch("Rama said it had failed.")
    drawn.says("Rama", "said", "it had failed", country="ALB")
    assert counts(drawn, Wanted("ALB", "IRN", "015", said=True)) == {"all": 1, "used": 1, "events": 0, "said": 1} | {
        "said found": 1
    }
    assert counts(drawn, Wanted("USA", "IRN", "015", said=True))["said found"] == 0


def test_where_no_event_is_expected_none_may_be_coded(sketch):
    assert counts(sketch(TEXT))["none coded"] == 1
    coded = counts(expelling(sketch))
    assert (coded["none"], coded["none coded"], coded["none done"]) == (1, 0, 0)
    planned = counts(expelling(sketch, status="future"))
    assert (planned["none coded"], planned["none done"]) == (0, 1)


def test_a_record_that_cannot_be_used_counts_for_nothing_but_itself(sketch):
    assert counts(expelling(sketch), unusable="no sentence") == {"all": 1}
    sample = Sample("r", TEXT, PetrarchRecord("AFP", (), "no sentence"))
    assert list(PetrarchTask().misses(sample, expelling(sketch).report())) == ["not used: no sentence"]


def test_misses_say_what_was_expected_and_what_was_coded(sketch):
    sample = Sample("r", TEXT, PetrarchRecord("AFP", (Wanted("ALB", "IRN", "112"), Wanted("USA", "IRN", "166"))))
    assert list(PetrarchTask().misses(sample, expelling(sketch).report())) == [
        f"code ALB>IRN 112, coded ALB>IRN SANCTION expel factual: {TEXT}",
        f"sides USA>IRN 166, coded ALB>IRN SANCTION expel factual: {TEXT}",
    ]


def test_predictions_have_cameo_codes(sketch):
    sample = Sample("r", TEXT, PetrarchRecord("AFP", ()))
    assert PetrarchTask().prediction(sample, expelling(sketch).report())["events"] == [
        {
            "source": ["ALB"],
            "target": ["IRN"],
            "code": "166",
            "type": "SANCTION",
            "mode": "expel",
            "status": "factual",
        }
    ]


# Files


def written(path, *rows):
    base = {"id": "r", "category": "AFP", "date": "20150609", "active": True, "sentence": TEXT, "events": []}
    path.write_text("".join(json.dumps(base | row) + "\n" for row in rows))
    return path


def test_records_of_the_validation_suite_are_in_cameo(tmp_path):
    path = written(tmp_path / "v.jsonl", {"events": [["ALB", "IRN", "166"]]}, {"events": [["ALB", None, "015"]]})
    first, second = PetrarchTask().load(path, None)
    assert (first.doc, second.doc) == ("r", "r#2")
    assert str(first.published) == "2015-06-09"
    assert first.gold.wanted == (Wanted("ALB", "IRN", "166"),)
    assert second.gold.wanted[0].said


def test_records_of_the_unit_suite_are_in_weis_but_for_some(tmp_path):
    path = written(
        tmp_path / "u.jsonl",
        {"id": "DEMO-18", "category": "DEMO", "events": [["CAL", "BRE", "102"]]},
        {"id": "COMPOUND-39", "category": "COMPOUND", "events": [["PHL", "FRA", "030"]]},
        {"id": "X", "category": "DEMO", "events": [["PHL", "FRA", "023"]]},
    )
    weis, cameo, comment = (sample.gold.wanted[0] for sample in PetrarchTask().load(path, None))
    assert (weis.types, cameo.types) == (("REQUEST",), None)
    assert comment.said


def test_unusable_records_carry_their_reason(tmp_path):
    path = written(
        tmp_path / "u.jsonl",
        {"id": "SYNSET-01", "category": "SYNSET", "events": [["ARN", "GON", "902"]]},
        {"id": "DEMO-99", "category": "DEMO", "active": False},
        {"id": "DEMO-31", "category": "DEMO"},
    )
    reasons = [sample.gold.unusable for sample in PetrarchTask().load(path, None)]
    assert "dictionary" in reasons[0] and "switched off" in reasons[1] and "toy patterns" in reasons[2]


def test_what_is_no_code_is_named_with_its_record(tmp_path):
    path = written(tmp_path / "v.jsonl", {"events": [["ALB", "IRN", "999"]]})
    with pytest.raises(DataError, match=r"v.jsonl, record r: there is no CAMEO code '999'"):
        PetrarchTask().load(path, None)


def test_a_date_that_is_none_is_left_out(tmp_path):
    assert PetrarchTask().load(written(tmp_path / "v.jsonl", {"date": "121108"}), None)[0].published is None


# The made-up world


def test_the_notes_on_the_suites_hold_together():
    assert {type_ for types in suite.suite()["weis"].values() for type_ in types} <= set(PLOVER.types)
    assert all(row["reason"] for row in suite.suite()["unusable"])
    assert suite.sectors("DNKMUSMED") == {"JRN"}
    assert suite.country("KUWGOV") == "KWT"


@pytest.mark.model
def test_the_made_up_actors_are_given_as_a_list(tmp_path):
    from averment.pipeline import Pipeline

    text = "Arnor condemned the Gondor government."
    path = written(
        tmp_path / "u.jsonl",
        {"id": "A", "category": "AGENT", "sentence": text, "events": [["ARN", "GONGOV", "122"]]},
        {"id": "B", "category": "AGENT", "sentence": "It rained.", "events": []},
    )
    task = PetrarchTask()
    measured = {figure.name: figure.value for figure in evaluate(task, task.load(path, None), Pipeline()).figures}
    assert (measured["code and sides AGENT"], measured["sector"], measured["no event"]) == (1, 1, 1)
