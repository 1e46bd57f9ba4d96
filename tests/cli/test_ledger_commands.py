"""``averment ingest`` and the commands that ask a ledger, over articles that the fake pipeline knows."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli.tirana_story import TEXT

WEATHER = "The weather will be fine on the coast this week, the forecasters of the institute said on Monday."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "tirana.txt").write_text(TEXT, encoding="utf-8")
    (folder / "weather.txt").write_text(WEATHER, encoding="utf-8")
    return folder


@pytest.fixture
def kept(averment, reports, monkeypatch) -> Path:
    """A ledger of the two reports, named by the environment."""
    ledger = reports.parent / "my.averment"
    result = averment("ingest", reports, "--ledger", ledger, "--published", "2022-09-09", "--outlet", "The Post")
    assert result.exit_code == 0, result.stderr
    monkeypatch.setenv("AVERMENT_LEDGER", str(ledger))
    return ledger


def lines(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# ingest


def test_the_account_is_printed_and_the_exit_code_is_0(averment, reports, tmp_path):
    result = averment("ingest", reports, "--ledger", tmp_path / "my.averment")
    assert result.exit_code == 0
    assert result.stdout.endswith("my.averment: 2 documents = 2 stored + 0 copies + 0 rejected\n")
    assert result.stderr == ""


def test_the_same_again_changes_nothing(averment, reports, kept):
    result = averment("ingest", reports, "--published", "2022-09-09", "--outlet", "The Post")
    assert result.exit_code == 0
    assert "2 documents = 0 stored + 2 copies + 0 rejected" in result.stdout


def test_rejected_documents_are_named_counted_by_reason_and_exit_1(averment, reports, tmp_path):
    (reports / "empty.txt").touch()
    (reports / "picture.png").write_bytes(b"\x89PNG")
    result = averment("ingest", reports, reports / "gone.txt", "--ledger", tmp_path / "my.averment")
    assert result.exit_code == 1
    assert "5 documents = 2 stored + 0 copies + 3 rejected (1 empty, 1 missing, 1 unsupported)" in result.stdout
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "rejected (empty)", "rejected (unsupported)", "rejected (missing)",
    ]  # fmt: skip


def test_an_article_that_cannot_be_coded_costs_only_itself(averment, reports, tmp_path, monkeypatch):
    class Choking:
        def reports(self, articles):
            from cli.tirana_story import report_of

            for article in articles:
                if "weather" in article.source:
                    raise ValueError("too sunny")
                yield report_of(article)

    monkeypatch.setattr("averment.cli.pipeline", Choking)
    result = averment("ingest", reports, "--ledger", tmp_path / "my.averment")
    assert result.exit_code == 1
    assert "2 documents = 1 stored + 0 copies + 1 rejected (1 failed)" in result.stdout
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("rejected (failed): ") and "weather.txt: ValueError: too sunny" in result.stderr
    result = averment("read", reports, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "weather.txt: ValueError: too sunny" in result.stderr


def test_stopped_while_coding(averment, reports, tmp_path, monkeypatch):
    class Stopped:
        def reports(self, articles):
            raise KeyboardInterrupt

    monkeypatch.setattr("averment.cli.pipeline", Stopped)
    result = averment("ingest", reports, "--ledger", tmp_path / "my.averment")
    assert result.exit_code == 130
    assert "the same command goes on from there" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_ledger_that_is_none_is_one_message(averment, reports):
    result = averment("ingest", reports, "--ledger", reports / "weather.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("averment: ") and "weather.txt is not a ledger" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_progress_bar_is_told_how_many_documents_to_expect(reports):
    from averment.cli.ingest import expected

    assert expected([str(reports), str(reports / "weather.txt")]) == 3
    assert expected([str(reports), "-"]) is None
    (reports / "more.jsonl.gz").touch()
    assert expected([str(reports)]) is None


# listings


def test_statements_by_a_country_with_an_act(averment, kept):
    result = averment("statements", "--by", "IRN", "--act", "deny", "--format", "jsonl")
    (row,) = lines(result)
    assert row["speaker_name"] == "Ministry of Foreign Affairs of Iran"
    assert (row["act"], row["cue"], row["date_start"]) == ("deny", "denied", "2022-09-08")


def test_statements_as_a_table(averment, kept):
    out = averment("statements", "--about", "Albania").stdout
    assert "Edi Rama (ALB)" in out
    assert "ran had attacked the networks of" in out
    assert "(2022-09-09)" in out, "where a statement is not dated, the day of publication stands in brackets"
    assert "denied" not in out


def test_events_to_a_country_by_type_and_mode(averment, kept):
    (row,) = lines(averment("events", "--to", "Albania", "--type", "coerce", "--mode", "cyber", "--format", "jsonl"))
    assert row["actors"] == [{"words": "Iran", "entity": "e2", "name": "Iran", "country": "IRN"}]
    assert row["according_name"] == "Edi Rama"
    assert averment("events", "--to", "Albania", "--status", "future", "--format", "jsonl").stdout == ""


def test_events_as_a_table(averment, kept):
    out = averment("events").stdout
    for words in (
        "COERCE cyber",
        "ACCUSE allege",
        "“Tirana”",
        "2022-07-15",
        "historical,",
        "Edi Rama (ALB)",
        "The Post",
    ):
        assert words in out


def test_articles_with_their_counts(averment, kept):
    rows = lines(averment("articles", "--format", "jsonl"))
    assert sorted((row["title"], row["statements"], row["events"]) for row in rows if row["title"]) == [
        ("Tirana blames Tehran for July attack", 2, 2)
    ]
    assert "Tirana blames Tehran" in averment("articles", "--about", "IRN").stdout


def test_search_and_days(averment, kept):
    assert len(lines(averment("statements", "--search", "attacked networks", "--format", "jsonl"))) == 1
    assert len(lines(averment("statements", "--since", "2022-09-09", "--format", "jsonl"))) == 1
    assert len(lines(averment("events", "--until", "2022-07-31", "--format", "jsonl"))) == 1


def test_nothing_matches(averment, kept):
    result = averment("events", "--by", "FRA")
    assert (result.exit_code, result.stdout.strip()) == (0, "Nothing in the ledger matches.")


def test_a_limited_table_says_that_there_is_more(averment, kept):
    result = averment("events", "--limit", "1")
    assert "These are the first 1: --limit N prints more" in result.stderr
    assert averment("events", "--limit", "2").stderr == ""


@pytest.mark.parametrize(
    ("option", "given", "answer"),
    [
        ("--type", "SANCTIONS", "AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT"),
        ("--type", "SANCTIONS", "Did you mean SANCTION?"),
        (
            "--act",
            "denies",
            "assert, accuse, condemn, deny, reject, admit, demand, promise, threaten, support, decline",
        ),
        ("--act", "denied", "Did you mean deny?"),
        ("--status", "hypothetic", "Did you mean hypothetical?"),
        ("--stance", "claimed", "asserted, alleged, denied, doubted"),
        ("--mode", "cybr", "Did you mean cyber?"),
        ("--since", "July", "is not a date; write it as YYYY-MM-DD"),
        ("--limit", "0", "--limit"),
    ],
)
def test_a_word_that_is_none_is_answered_with_those_that_are(averment, option, given, answer):
    result = averment("events", option, given)
    assert result.exit_code == 2
    assert answer in result.stderr


def test_a_mode_that_the_type_does_not_have(averment):
    result = averment("events", "--type", "SANCTION", "--mode", "cyber")
    assert result.exit_code == 2
    assert "SANCTION has no mode 'cyber'; its modes: convict, expel, withdraw, discontinue." in result.stderr


@pytest.mark.parametrize("command", ["statements", "events", "articles", "doctor", "show abc", "backup copy.averment"])
def test_a_ledger_that_is_not_there(averment, tmp_path, command):
    result = averment(*command.split(), "--ledger", tmp_path / "none.averment")
    assert result.exit_code == 2
    assert "none.averment does not exist; make a ledger with `averment ingest" in result.stderr


# CSV


def test_csv_has_the_same_rows_as_jsonl(averment, kept):
    table = list(csv.DictReader(io.StringIO(averment("events", "--format", "csv").stdout)))
    rows = lines(averment("events", "--format", "jsonl"))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert table[1]["actors"] == "Iran" and table[1]["actor_countries"] == "IRN"
    assert table[0]["actors"] == "Tirana" and table[0]["actor_countries"] == ""
    assert table[1]["effects"] == "networks attacked"
    assert table[1]["quantities"] == "2 networks; several servers" and table[1]["targets"] == "government"


def test_csv_without_rows_has_its_head(averment, kept):
    out = averment("statements", "--by", "FRA", "--format", "csv").stdout
    assert out.startswith("id,article,source,outlet,published,speaker,")
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'=1"),
        ("\x1b[31m=1", "'=1"),
        ("a=b", "a=b"),
        ("", ""),
        (None, None),
        (-0.5, -0.5),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell, written):
    from averment.cli.rows import harmless

    assert harmless(cell) == written


# show, doctor, backup


def test_show_an_article_of_the_ledger_by_the_beginning_of_its_id(averment, kept):
    id_ = next(row["id"] for row in lines(averment("articles", "--format", "jsonl")) if row["statements"])
    result = averment("show", id_[:8])
    assert result.exit_code == 0, result.stderr
    assert "[E2 by: Iran] had [E2 did: attacked]" in result.stdout
    assert "The Post · 2022-09-09 (given)" in result.stdout


def test_show_an_article_that_is_not_there(averment, kept):
    result = averment("show", "123456")
    assert result.exit_code == 2
    assert "holds no article 123456" in result.stderr


def test_show_what_is_neither_a_file_nor_an_id(averment, kept):
    result = averment("show", "reprot.txt")
    assert result.exit_code == 2
    assert "'reprot.txt' is neither a file nor the beginning of an article's id" in result.stderr


def test_doctor_finds_a_ledger_sound(averment, kept):
    result = averment("doctor")
    assert (result.exit_code, result.stdout) == (0, f"{kept}: sound\n")


def test_doctor_names_what_is_wrong(averment, kept):
    import sqlite3

    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE statements SET content = 'what nobody said' WHERE act = 'deny'")
    connection.close()
    result = averment("doctor")
    assert result.exit_code == 1
    assert "quotes: " in result.stdout
    assert "finding" in result.stderr


def test_backup_copies_the_ledger_and_does_not_overwrite(averment, kept, tmp_path):
    target = tmp_path / "copy.averment"
    assert averment("backup", target).exit_code == 0
    assert (
        averment("events", "--format", "jsonl").stdout
        == averment("events", "--format", "jsonl", "--ledger", target).stdout
    )
    result = averment("backup", target)
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert averment("backup", target, "--force").exit_code == 0


def test_an_article_that_the_ledger_refuses_is_counted_and_told_of(averment, reports, tmp_path, monkeypatch):
    class Astray:
        def reports(self, articles):
            from averment.records import Entity, EntityKind, Mention, MentionKind, Report, Span

            for article in articles:
                iran = Entity("e1", "Iran", EntityKind.STATE, "IRN")
                beyond = Mention(Span(0, len(article.text) + 1), "e1", MentionKind.NAME, "past the end")
                yield Report(article, (iran,), (beyond,) if "weather" in article.source else ())

    monkeypatch.setattr("averment.cli.pipeline", Astray)
    result = averment("ingest", reports, "--ledger", tmp_path / "my.averment")
    assert result.exit_code == 1
    assert "= 1 stored + 0 copies + 1 rejected (1 failed)" in result.stdout
    assert result.stderr.startswith("rejected (failed): 1 document whose records contradict")
