"""Events against news with all events marked, and against sentences with one marked event or none."""

from pathlib import Path

import pytest

from averment.code.encoded import Told
from averment.evaluate.constructions import ConstructionsTask
from averment.evaluate.data import DataError
from averment.evaluate.marked import read_news
from averment.evaluate.news import NewsTask
from averment.models.kinds import KINDS
from averment.records import Stance, Status

NEWS = """1 ACCUSE allege factual asserted o
2 COERCE cyber factual alleged s
3 COERCE cyber factual asserted o =2
---
[1a|Chad] [1v|accused] [1r|[2a|Mali]] of an [2v|intrusion] into [2r|its tax office].

The [3v|intrusion] went on for weeks.
===
1 CONSULT - factual asserted o
---
[1a|Togo] and [1a|Benin] [1v|held] [1v|talks].
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(NEWS, encoding="utf-8")
    return file


def test_marks_nest_and_reports_are_apart(news):
    first, second = read_news(news)
    assert first.text.startswith("Chad accused Mali of an intrusion into its tax office.\n\nThe intrusion")
    accusation, intrusion, again = (first.events[number] for number in "123")
    assert accusation.parts["r"] == intrusion.parts["a"] == [(13, 17)]
    assert (intrusion.said, again.same_as, again.said) == (True, "2", False)
    assert second.doc == "a-2"
    assert len(second.events["1"].parts["a"]) == len(second.events["1"].parts["v"]) == 2


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("1 ACCUSE allege factual asserted", "needs number"),
        ("1 ACCUSE cyber factual asserted o", "no type and mode"),
        ("1 ACCUSE allege yesterday asserted o", "unknown"),
        ("2 ACCUSE allege factual asserted o", "mark a trigger"),
    ],
)
def test_a_faulty_head_line_is_named(tmp_path, head, told):
    file = tmp_path / "a.txt"
    file.write_text(f"{head}\n---\n[1a|Chad] [1v|accused] [1r|Mali].\n", encoding="utf-8")
    with pytest.raises(DataError, match=told):
        list(read_news(file))


def figures(task, news, drawn):
    sample = task.load(news, None)[0]
    assert sample.text == drawn.text
    return {figure.name: figure for figure in task.figures(task.count(sample, drawn.report()))}


def test_type_and_both_sides_make_an_event_found(news, sketch):
    drawn = sketch(NewsTask().load(news, None)[0].text)
    drawn.does("ACCUSE", "accused", [("Chad", "TCD")], [("Mali", "MLI")])
    drawn.does("COERCE", "intrusion", [("Chad", "TCD")], [("its tax office", "TCD")])
    found = figures(NewsTask(), news, drawn)
    assert (found["triggers"].precision, found["triggers"].recall) == (1, pytest.approx(2 / 3))
    assert (found["typed"].recall, found["events"].recall) == (pytest.approx(2 / 3), pytest.approx(1 / 3))
    assert found["sides"].value == 0.5
    assert (found["status"].value, found["stance"].value) == (1, 0.5)


def test_what_is_in_excess_costs_precision(news, sketch):
    drawn = sketch(NewsTask().load(news, None)[0].text)
    drawn.does("ACCUSE", "accused", [("Chad", "TCD")], [("Mali", "MLI")])
    drawn.does("AID", "weeks", [("Chad", "TCD")], [("Mali", "MLI")])
    sample = NewsTask().load(news, None)[0]
    assert figures(NewsTask(), news, drawn)["events"].precision == 0.5
    lines = list(NewsTask().misses(sample, drawn.report()))
    assert [line.split(":")[0] for line in lines] == ["missed COERCE", "missed COERCE", "excess AID"]


def test_the_sides_of_reciprocal_events_count_together(news, sketch):
    sample = NewsTask().load(news, None)[1]
    drawn = sketch(sample.text)
    drawn.does("CONSULT", "talks", [("Togo", "TGO")], [("Benin", "BEN")])
    found = {f.name: f for f in NewsTask().figures(NewsTask().count(sample, drawn.report()))}
    assert found["events"].value == 1


SENTENCES = (
    "ACCUSE\tallege\tnegated\tasserted\tnegation\twire\t{a:Chad} has never {v:accused} {r:Mali}.\n"
    "NONE\t-\tfactual\tasserted\tnone\twire\tChad attacked from the first whistle.\n"
)


@pytest.fixture
def sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of event sentences, and an encoder that takes every event for a factual accusation."""
    import numpy as np

    kinds = np.array([0.0 if kind.type == "ACCUSE" else -5.0 for kind in KINDS])
    statuses = np.array([0.0 if status is Status.FACTUAL else -5.0 for status in Status])
    told = Told(kinds, statuses, np.zeros(len(Stance)))
    monkeypatch.setattr("averment.evaluate.constructions.event_at", lambda *given: told)
    file = tmp_path / "a.tsv"
    file.write_text(SENTENCES, encoding="utf-8")
    return file


def test_given_and_found_are_counted_apart(sentences, sketch):
    task = ConstructionsTask()
    marked, free = task.load(sentences, None)
    drawn = sketch(marked.text)
    drawn.does("REJECT", "accused", [("Chad", "TCD")], [("Mali", "MLI")], status="negated")
    empty, coded = sketch(free.text), sketch(free.text)
    coded.does("ASSAULT", "attacked", [("Chad", "TCD")])
    counts = task.count(marked, drawn.report()) + task.count(free, empty.report()) + task.count(free, coded.report())
    found = {figure.name: figure.value for figure in task.figures(counts)}
    assert (found["type macro, given"], found["status, given"]) == (1, 0)
    assert (found["found"], found["type of those found"], found["status of those found"]) == (1, 0, 1)
    assert found["event-free coded"] == 0.5
    assert list(task.misses(marked, drawn.report())) == [f"REJECT negated, not ACCUSE negated: {marked.text}"]
    assert list(task.misses(free, coded.report())) == [f"excess ASSAULT at 'attacked': {free.text}"]


def test_a_report_may_have_no_event(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("---\nRain fell on Lome.\n===\n---\nThe sun shone.\n", encoding="utf-8")
    assert [(report.text, report.events) for report in read_news(file)] == [
        ("Rain fell on Lome.", {}),
        ("The sun shone.", {}),
    ]
