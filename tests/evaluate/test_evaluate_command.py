"""``averment evaluate`` and ``averment bench`` as a user calls them."""

import json

import pytest
from click.testing import CliRunner

from averment.cli.main import main
from averment.records import Report

TEXT = "Albania accused Iran of the attack."


@pytest.fixture
def call(monkeypatch, canned):
    """Call the command line with a pipeline that finds what the test says."""

    def run(*args, find=Report):
        monkeypatch.setattr("averment.cli.pipeline", lambda: canned(find))
        return CliRunner().invoke(main, list(map(str, args)))

    return run


@pytest.fixture
def gold(tmp_path):
    row = {"speaker": "Albania", "speaker_country": "ALB", "act": "ACCUSE", "content": "Iran of the attack"}
    (tmp_path / "gold.json").write_text(json.dumps([{"doc": "one", "statements": [row], "events": []}]))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT)
    return tmp_path / "gold.json"


@pytest.fixture
def accusing(sketch):
    drawn = sketch(TEXT)
    drawn.says("Albania", "accused", "Iran of the attack", "accuse", "ALB")
    return lambda article: drawn.report("one")


def test_the_figures_are_printed_with_intervals(call, gold, accusing):
    result = call("evaluate", "gold", gold, find=accusing)
    assert result.exit_code == 0, result.output
    assert "gold: 1 document" in result.stdout
    [statements] = [line for line in result.stdout.splitlines() if line.split()[:1] == ["statements"]]
    assert statements.split() == ["statements", "1.000", "1.000-1.000", "1.000", "1.000", "1"]


def test_json_has_every_figure_by_name_and_bootstrap_0_has_no_intervals(call, gold, accusing):
    result = call("evaluate", "gold", gold, "--json", "--bootstrap", "0", find=accusing)
    printed = json.loads(result.stdout)
    assert list(printed["figures"]) == ["statements", "attributed", "act", "events", "according", "status"]
    assert printed["figures"]["statements"] == {"value": 1.0, "of": 1, "precision": 1.0, "recall": 1.0}


def test_predictions_are_written_as_reports(call, gold, accusing, tmp_path):
    out = tmp_path / "found.jsonl"
    call("evaluate", "gold", gold, "--predictions", out, find=accusing)
    [line] = out.read_text().splitlines()
    report = json.loads(line)
    assert report["article"]["source"] == "one.txt"
    assert report["statements"][0]["content"] == [[16, 34]]


def test_misses_are_listed_on_standard_error(call, gold):
    result = call("evaluate", "gold", gold, "--misses")
    assert "one missed statement: Albania / ACCUSE / Iran of the attack" in result.stderr
    assert "missed" not in result.stdout


def test_a_text_that_cannot_be_read_is_named_and_counts_as_missed(call, tmp_path):
    rows = [
        {"doc": "empty", "text": "...", "attributions": [{"source": [], "cue": [], "content": [[0, 3]]}]},
        {"doc": "full", "text": TEXT, "attributions": []},
    ]
    (tmp_path / "dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = call("evaluate", "attribution", tmp_path / "dev.jsonl", "--json")
    assert "not read, counted as all missed: empty (empty)" in result.stderr
    printed = json.loads(result.stdout)
    assert printed["documents"] == 2
    assert printed["figures"]["content"]["recall"] == 0


def test_the_annotations_are_never_overwritten(call, gold):
    before = gold.read_bytes()
    result = call("evaluate", "gold", gold, "--predictions", gold)
    assert result.exit_code == 2
    assert "would overwrite" in result.stderr
    assert gold.read_bytes() == before


def test_a_wrong_file_is_a_message_and_exit_code_2(call, tmp_path):
    (tmp_path / "dev.jsonl").write_text('{"doc": "a"}\n')
    result = call("evaluate", "attribution", tmp_path / "dev.jsonl")
    assert result.exit_code == 2
    assert "dev.jsonl, line 1" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_is_read_where_the_task_reads_folders(call, tmp_path):
    marked = "iran = state IRN Iran\n---\n[iran|Iran] said no.\n"
    (tmp_path / "one.txt").write_text(marked, encoding="utf-8")
    result = call("evaluate", "entities", tmp_path)
    assert result.exit_code == 0, result.output
    assert "entities: 1 document" in result.stdout


@pytest.mark.parametrize("task", ["gold", "attribution", "acts", "forms"])
def test_a_folder_is_refused_by_the_other_tasks(call, tmp_path, task):
    result = call("evaluate", task, tmp_path)
    assert result.exit_code == 2
    assert f"is a folder, but {task} reads one file" in result.stderr
