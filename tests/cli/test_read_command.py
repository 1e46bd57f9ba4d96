"""``averment read``: reports in, tables or lines of JSON out."""

import json
from pathlib import Path

import pytest

from averment.report import decode
from cli.tirana_story import TEXT


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "tirana.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_printed_as_tables(averment, story):
    result = averment("read", story, "--published", "2022-09-09", "--outlet", "The Adriatic Post")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Tirana blames Tehran for July attack\nThe Adriatic Post · 2022-09-09 (given) ·")
    assert "Statements\n" in result.stdout and "Events\n" in result.stdout
    assert "“denied”" in result.stdout
    assert result.stderr == ""


def test_jsonl_is_the_report_a_line_an_article(averment, story):
    (story.parent / "other.txt").write_text("The weather will be fine on the coast this week, forecasters said.")
    result = averment("read", story.parent, "--format", "jsonl", "--published", "9 September 2022", "--outlet", "Post")
    reports = [decode(line) for line in result.stdout_bytes.splitlines()]
    assert [Path(report.article.source).name for report in reports] == ["other.txt", "tirana.txt"]
    assert list(json.loads(result.stdout_bytes.splitlines()[1])) == ["article", "entities", "statements", "events"]
    assert reports[1].article.outlet == "Post"
    assert str(reports[1].article.published) == "2022-09-09"
    assert [statement.act for statement in reports[1].statements] == ["accuse", "deny"]


def test_standard_input(averment):
    result = averment("read", "-", input=TEXT)
    assert result.exit_code == 0, result.stderr
    assert "COERCE cyber" in result.stdout


def test_fields_of_jsonl_may_have_other_names(averment, tmp_path):
    path = tmp_path / "stories.jsonl"
    path.write_text(json.dumps({"body": TEXT, "day": "2022-09-09"}) + "\n")
    result = averment("read", path, "--map", "text=body", "--map", "date=day", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert str(decode(result.stdout_bytes).article.published) == "2022-09-09"


@pytest.mark.parametrize("given", ["text", "=body", "text="])
def test_a_mapping_without_both_names_is_a_wrong_call(averment, story, given):
    result = averment("read", story, "--map", given)
    assert result.exit_code == 2
    assert "--map takes FIELD=NAME" in result.stderr


def test_a_mapping_of_an_unknown_field_names_the_known_ones(averment, story):
    result = averment("read", story, "--map", "body=text")
    assert result.exit_code == 2
    assert "text, title, date, url, outlet" in result.stderr


def test_a_date_that_is_none_is_a_wrong_call(averment, story):
    result = averment("read", story, "--published", "soon")
    assert result.exit_code == 2
    assert "'soon' is not a date; write it as YYYY-MM-DD" in result.stderr


def test_what_cannot_be_read_is_named_and_the_others_go_on(averment, story):
    (story.parent / "empty.txt").write_text("")
    missing = story.parent / "gone\x1b[31m.txt"
    result = averment("read", missing, story.parent / "empty.txt", story, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout_bytes.splitlines()) == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("rejected (missing): ") and "gone.txt" in lines[0]
    assert lines[1].startswith("rejected (empty): ") and "empty.txt" in lines[1]
    assert "\x1b" not in result.stderr


def test_a_call_without_a_path_is_wrong(averment):
    assert averment("read").exit_code == 2


def test_escapes_in_a_report_do_not_reach_the_terminal(averment, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT.replace("July attack", "\x1b]0;owned\x07July attack"))
    for form in ("table", "jsonl"):
        result = averment("read", path, "--format", form)
        assert not {"\x1b", "\x07"} & set(result.stdout)


@pytest.mark.model
def test_the_real_pipeline_reads_a_file(averment, story, monkeypatch):
    from averment.api import default_pipeline

    monkeypatch.setattr("averment.cli.pipeline", default_pipeline)
    result = averment("read", story, "--published", "2022-09-09", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    report = decode(result.stdout_bytes)
    assert {"accuse", "deny"} <= {statement.act for statement in report.statements}
    assert "COERCE" in {event.type for event in report.events}


def test_an_outlet_in_another_encoding_is_a_wrong_call(averment, story):
    result = averment("read", story, "--outlet", "Caf\udce9")
    assert result.exit_code == 2
    assert "'Caf\\udce9' is not text in UTF-8" in result.stderr


def test_a_file_name_in_another_encoding_is_written_out(averment, tmp_path):
    path = tmp_path / "caf\udce9.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = averment("read", tmp_path, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert decode(result.stdout_bytes).article.source.endswith("caf\\udce9.txt")
    assert "caf\ufffd.txt" in averment("read", tmp_path).stdout


def test_the_less_certain_can_be_left_out(averment, story):
    result = averment("read", story, "--format", "jsonl", "--min-confidence", "0.85")
    report = decode(result.stdout_bytes)
    assert [statement.act for statement in report.statements] == ["accuse"]
    assert all(event.confidence >= 0.85 for event in report.events)
