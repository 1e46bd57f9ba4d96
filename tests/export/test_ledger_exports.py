"""The tables of a ledger as files, and its events as PLOVER records."""

import csv
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from averment.export import TABLES, ExportError, export_plover, export_table
from averment.export.cells import harmless
from averment.ledger import Filter, Ledger
from averment.report import json_line
from ledger.made import any_report, ledger_of, moved, report, reports

EVERYTHING = Filter()


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(ledger_of(tmp_path / "my.averment", reports(3))) as opened:
        yield opened


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_the_same_ledger_gives_the_same_bytes_whatever_the_order_it_was_filled_in(tmp_path, name, ending):
    made = []
    for number, several in enumerate((reports(3), reports(3)[::-1])):
        target = tmp_path / f"{number}{ending}"
        with Ledger.open(ledger_of(tmp_path / f"{number}.averment", several)) as opened:
            made.append(export_table(opened, name, target, EVERYTHING))
    assert made[0] == made[1] > 0
    assert (tmp_path / f"0{ending}").read_bytes() == (tmp_path / f"1{ending}").read_bytes()


def test_json_lines_are_the_rows_of_the_query(ledger, tmp_path):
    assert export_table(ledger, "events", tmp_path / "e.jsonl", Filter(type="COERCE")) == 3
    lines = (tmp_path / "e.jsonl").read_bytes().splitlines()
    assert lines == [json_line(row) for row in ledger.events(Filter(type="COERCE"))]


def test_csv_has_a_line_of_names_and_a_line_a_row(ledger, tmp_path):
    assert export_table(ledger, "statements", tmp_path / "s.CSV", Filter(act="reject", limit=2)) == 2
    with (tmp_path / "s.CSV").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2
    assert rows[0]["speaker_name"] == "Iran"
    assert rows[0]["content"] == "the claim … “baseless”"
    assert rows[0]["parent"] == ""


def test_the_parties_of_an_event_are_a_cell_of_names_and_one_of_countries(ledger, tmp_path):
    export_table(ledger, "events", tmp_path / "e.csv", Filter(type="COERCE", limit=1))
    with (tmp_path / "e.csv").open(newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["actors"], row["actor_countries"], row["recipient_countries"]) == ("Albania", "ALB", "IRN")


def test_mentions_are_those_of_the_articles_that_match(ledger, tmp_path):
    wanted = next(ledger.articles())
    assert export_table(ledger, "mentions", tmp_path / "m.jsonl", Filter(article=wanted.id)) == 4
    rows = [json.loads(line) for line in (tmp_path / "m.jsonl").read_text().splitlines()]
    text = ledger.report(wanted.id).article.text
    assert all(text[row["begin"] : row["end"]] == row["words"] for row in rows)
    assert [(row["words"], row["name"], row["country"]) for row in rows[:2]] == [
        ("Albania", "Albania", "ALB"),
        ("Iran", "Iran", "IRN"),
    ]
    assert export_table(ledger, "mentions", tmp_path / "two.jsonl", Filter(limit=2)) == 2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (" \x00=1", "' \x00=1"),
        ("a=b", "a=b"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text, written):
    assert harmless(text) == written


def test_a_title_that_is_a_formula_is_harmless_in_the_file(tmp_path):
    with Ledger.open(ledger_of(tmp_path / "my.averment", [moved(report(), title='=HYPERLINK("x")')])) as opened:
        export_table(opened, "articles", tmp_path / "a.csv", EVERYTHING)
    with (tmp_path / "a.csv").open(newline="") as file:
        assert next(csv.DictReader(file))["title"] == '\'=HYPERLINK("x")'


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=any_report())
def test_whatever_a_ledger_holds_can_be_exported_and_read_back(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("any")
    with Ledger.open(folder / "my.averment", create=True) as opened:
        opened.write(made)
        for name in TABLES:
            counts = {
                export_table(opened, name, folder / f"{name}{ending}", EVERYTHING) for ending in (".csv", ".jsonl")
            }
            assert len(counts) == 1
        assert counts == {len(made.mentions)}
        export_plover(opened, folder / "plover.jsonl", EVERYTHING)


def test_another_ending_is_refused(ledger, tmp_path):
    with pytest.raises(ExportError, match=r"e.xlsx: end the file's name in .csv or .jsonl"):
        export_table(ledger, "events", tmp_path / "e.xlsx", EVERYTHING)


def test_plover_records_are_those_of_the_events_that_match(ledger, tmp_path):
    writer = export_plover(ledger, tmp_path / "p.jsonl", EVERYTHING)
    assert writer.account() == "6 events = 3 records + 3 without an actor"
    rows = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == [row.id for row in ledger.events(Filter(type="COERCE"))]
    assert {row["date"] for row in rows} == {"2022-09-07"}
    assert all("averment" not in row for row in rows)


def test_a_filter_and_a_limit_hold_for_plover_records(ledger, tmp_path):
    assert export_plover(ledger, tmp_path / "p.jsonl", Filter(type="ASSAULT")).account() == (
        "3 events = 0 records + 3 without an actor"
    )
    assert export_plover(ledger, tmp_path / "q.jsonl", Filter(limit=2)).written == 2
    assert len((tmp_path / "q.jsonl").read_text().splitlines()) == 2


def test_an_export_sees_the_ledger_at_one_moment(tmp_path):
    path = ledger_of(tmp_path / "my.averment", reports(2))
    counts = []
    with Ledger.open(path) as opened, opened.reading():
        counts.append(export_table(opened, "articles", tmp_path / "a.jsonl", EVERYTHING))
        ledger_of(path, [report(9, published=date(2022, 1, 1))])
        counts.append(export_table(opened, "articles", tmp_path / "b.jsonl", EVERYTHING))
    assert counts == [2, 2]
    with Ledger.open(path) as opened:
        assert export_table(opened, "articles", tmp_path / "c.jsonl", EVERYTHING) == 3
