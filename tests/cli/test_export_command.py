"""``averment export``, and ``averment read --format plover``."""

import json

import pytest

from cli.tirana_story import TEXT


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "tirana.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def kept(averment, story, monkeypatch):
    """A ledger of the story, named by the environment."""
    ledger = story.parent / "my.averment"
    assert averment("ingest", story, "--ledger", ledger, "--published", "2022-09-09").exit_code == 0
    monkeypatch.setenv("AVERMENT_LEDGER", str(ledger))
    return ledger


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_plover_records_of_a_report(averment, story):
    result = averment("read", story, "--format", "plover", "--published", "2022-09-09")
    assert result.exit_code == 0, result.stderr
    found = records(result.stdout)
    assert [(row["event"], row["mode"], row["date"]) for row in found] == [(["ACCUSE"], ["allege"], "2022-09-09")]
    assert found[0]["recipient"] == [
        {"entity_text": "Tehran", "code": "IRN", "identifier_id": "Q794", "identifier_text": "Iran"}
    ]
    assert "averment" not in found[0]
    assert result.stderr == "2 events = 1 record + 1 alleged, denied or doubted\n"


def test_what_is_left_out_is_counted_on_standard_error(averment, story):
    result = averment("read", story, "--format", "plover")
    assert result.stdout == ""
    assert result.stderr == "2 events = 0 records + 1 alleged, denied or doubted + 1 without a date\n"


def test_the_extension_has_the_cameo_code(averment, story):
    result = averment("read", story, "--format", "plover", "--extended", "--published", "2022-09-09")
    assert [row["averment"]["cameo"] for row in records(result.stdout)] == ["112"]


def test_the_least_confidence_holds_for_plover_records(averment, story):
    result = averment("read", story, "--format", "plover", "--published", "2022-09-09", "--min-confidence", "0.65")
    assert result.stdout == ""
    assert result.stderr == "1 event = 0 records + 1 alleged, denied or doubted\n"


def test_a_ledger_gives_the_same_records_as_its_report(averment, story, kept, tmp_path):
    printed = averment("read", story, "--format", "plover", "--published", "2022-09-09").stdout
    result = averment("export", "plover", tmp_path / "p.jsonl")
    assert result.stdout == f"{tmp_path / 'p.jsonl'}: 2 events = 1 record + 1 alleged, denied or doubted\n"
    assert (tmp_path / "p.jsonl").read_text() == printed


def test_filters_are_those_of_the_listings(averment, kept, tmp_path):
    result = averment("export", "events", tmp_path / "e.jsonl", "--type", "coerce", "--by", "Iran")
    assert result.stdout == f"{tmp_path / 'e.jsonl'}: 1 row\n"
    listed = averment("events", "--type", "COERCE", "--format", "jsonl").stdout
    assert (tmp_path / "e.jsonl").read_text() == listed


@pytest.mark.parametrize("what", ["statements", "events", "articles", "mentions"])
def test_every_table_is_exported(averment, kept, tmp_path, what):
    result = averment("export", what, tmp_path / "out.csv")
    assert result.exit_code == 0, result.stderr
    assert len((tmp_path / "out.csv").read_text().splitlines()) > 1


def test_an_existing_file_is_kept_unless_forced(averment, kept, tmp_path):
    (tmp_path / "e.csv").write_text("mine")
    result = averment("export", "events", tmp_path / "e.csv")
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert (tmp_path / "e.csv").read_text() == "mine"
    assert averment("export", "events", tmp_path / "e.csv", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("export", "events", "e.csv", "--extended"), "--extended is for plover"),
        (("export", "events", "e.txt"), "end the file's name in .csv or .jsonl"),
        (("export", "parquet", "e.parquet"), "is not one of 'statements', 'events', 'articles', 'mentions', 'plover'"),
        (("read", "-", "--extended"), "--extended is for --format plover"),
    ],
)
def test_a_wrong_call_says_what_to_do(averment, kept, args, message):
    result = averment(*args)
    assert result.exit_code == 2
    assert message in result.stderr
