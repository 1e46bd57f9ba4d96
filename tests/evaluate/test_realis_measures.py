"""Realis: a made-up report of attacks, those that took place and those that did not, and statuses scored against it."""

import json
from collections import Counter
from pathlib import Path

import pytest

from averment.evaluate.data import DataError
from averment.evaluate.realis import RealisTask
from averment.records import Span, Status

TEXT = (
    "Gulls hacked the port of Brim on Monday. The mayor fears that they may strike the bank. "
    "Such attacks on banks are common. Nobody stole the ledger. Otters then erased the archive."
)


def at(words: str, **more: object) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"start": begin, "end": begin + len(words), "text": words, **more}


def marked(words: str, realis: str, *victims: str, kind: str = "Attack") -> dict[str, object]:
    arguments = [at(victim, role="Victim", type="Organization") for victim in victims]
    return {"id": words, "type": kind, "realis": realis, "nugget": at(words), "arguments": arguments}


LINE = {
    "id": "4",
    "text": TEXT,
    "events": [
        marked("may strike", "Other", "the bank"),
        marked("hacked", "Actual", "the port of Brim"),
        marked("Such attacks", "Generic", "banks"),
        marked("stole", "Other"),
        marked("erased", "Actual", "the archive"),
        marked("ledger", "Actual", kind="Vulnerability-related"),
    ],
}


@pytest.fixture
def samples(tmp_path: Path):
    path = tmp_path / "casie.jsonl"
    bare = {"id": "5", "text": "Nothing was hacked.", "events": []}
    path.write_text("\n".join(json.dumps(line) for line in (LINE, bare)), encoding="utf-8")
    return RealisTask().load(path, None)


@pytest.fixture
def report(sketch):
    told = sketch(TEXT)
    told.does("COERCE", "hacked", [("Gulls", "gulls")], [("the port of Brim", "brim")], mode="cyber")
    told.does("ASSAULT", "strike", [("they", "gulls")], [("The mayor", "mayor")], status=Status.FACTUAL)
    told.does("ASSAULT", "attacks on", [], [("banks", "banks")], status=Status.HISTORICAL)
    told.does("COERCE", "stole", status=Status.NEGATED)
    return told.report()


def test_attacks_alone_are_read_in_the_order_of_the_text(samples):
    (sample,) = samples
    assert [(a.span.of(TEXT), a.realis) for a in sample.gold] == [
        ("hacked", "Actual"), ("may strike", "Other"), ("Such attacks", "Generic"), ("stole", "Other"),
        ("erased", "Actual"),
    ]  # fmt: skip
    assert [victim.of(TEXT) for victim in sample.gold[0].victims] == ["the port of Brim"]


def test_status_is_scored_where_an_event_lies_on_the_attack(samples, report):
    task = RealisTask()
    found = {figure.name: figure for figure in task.figures(task.count(samples[0], report))}
    assert (found["found"].value, found["found"].of) == (0.8, 5)
    assert found["found Actual"].value == 0.5
    assert (round(found["realis"].value, 3), found["realis"].of) == (0.667, 3), "the generic attack counts apart"
    assert (found["Actual"].precision, found["Actual"].recall) == (0.5, 1.0)
    assert (found["Other"].precision, found["Other"].recall) == (1.0, 0.5)
    assert round(found["realis macro"].value, 3) == 0.667
    assert found["Generic as Actual"].value == 1.0
    assert found["found as cyber"].value == 0.25


def test_a_victim_is_met_by_a_recipient(samples, report):
    task = RealisTask()
    found = {figure.name: (figure.value, figure.of) for figure in task.figures(task.count(samples[0], report))}
    assert found["victims"] == (0.5, 4)
    assert found["victims of found"] == (pytest.approx(2 / 3), 3)


def test_nothing_found_is_nothing_right(samples, sketch):
    task = RealisTask()
    assert {f.value for f in task.figures(task.count(samples[0], sketch(TEXT).report()))} == {0.0}


def test_misses_and_predictions_name_the_words(samples, report):
    task = RealisTask()
    assert list(task.misses(samples[0], report)) == ["factual, not Other: may strike", "not found, Actual: erased"]
    told = Counter(attack["status"] for attack in task.prediction(samples[0], report)["attacks"])
    assert told == {"factual": 2, "historical": 1, "negated": 1, None: 1}


@pytest.mark.parametrize(
    ("change", "told"), [({"realis": "Maybe"}, "Maybe"), ({"nugget": {"start": 400, "end": 402}}, "400")]
)
def test_another_shape_is_refused(tmp_path, change, told):
    path = tmp_path / "casie.jsonl"
    path.write_text(json.dumps(LINE | {"events": [marked("stole", "Other") | change]}), encoding="utf-8")
    with pytest.raises(DataError, match=told):
        RealisTask().load(path, None)


def test_a_span_that_runs_out_of_its_text_ends_with_it(tmp_path):
    path = tmp_path / "casie.jsonl"
    words = marked("archive.", "Actual") | {"nugget": at("archive.") | {"end": len(TEXT) + 1}}
    path.write_text(json.dumps(LINE | {"events": [words]}), encoding="utf-8")
    (sample,) = RealisTask().load(path, None)
    assert sample.gold[0].span == Span(TEXT.index("archive."), len(TEXT))
