"""A report's tables, at the widths that terminals have."""

import pytest

from averment.cli.reading import Reading
from averment.cli.table import print_report
from averment.records import Article, Report


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    def at(width: int, report: Report) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        print_report(Reading(report))
        return capsys.readouterr().out

    return at


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_tables_keep_to_the_width_and_carry_no_colour_when_piped(printed, report: Report, width: int):
    out = printed(width, report)
    assert max(len(line) for line in out.splitlines()) <= width
    assert "\x1b" not in out
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_statements_tell_who_does_what_by_saying_what(printed, report: Report):
    out = printed(120, report)
    assert "1  Edi Rama (ALB)" in out
    assert "“that Iran had attacked the networks of Albania on July 15”" in out
    assert "“the charge … calling it baseless” (2022-09-08)" in out
    assert "deny" in out and "“denied”" in out


def test_the_sectors_struck_stand_below_the_victim(printed, report: Report):
    lines = printed(160, report).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("2  Iran"))
    assert lines[at + 1].index("government") == lines[at].index("Albania")


def test_events_tell_who_did_what_to_whom_when_and_on_whose_word(printed, report: Report):
    row = next(line for line in printed(160, report).splitlines() if line.startswith("2  Iran"))
    assert row.split("  ")[0] == "2"
    for words in ("Iran", "COERCE cyber", "Albania", "2022-07-15", "1: Edi Rama (ALB)", "historical, alleged"):
        assert words in row


def test_a_party_that_could_not_be_told_is_quoted_and_the_outlet_answers_for_its_own_words(printed, report: Report):
    row = next(line for line in printed(140, report).splitlines() if line.startswith("1  “Tirana”"))
    assert "The Adriatic Post" in row


def test_status_has_its_own_column_only_where_there_is_room(printed, report: Report):
    assert "when, status" in printed(80, report)
    assert "when, status" not in printed(120, report)


def test_an_article_without_findings_says_so(printed):
    out = printed(80, Report(Article("abc", "brief.txt", "Rain is expected.")))
    assert out.startswith("Untitled\ndate unknown · brief.txt · abc\n")
    assert "No statements and no events found." in out


def test_markup_in_a_text_is_text(printed):
    out = printed(80, Report(Article("abc", "b.txt", "x", title="[bold]Not[/bold] markup :smile: \x1b[31mred")))
    assert out.startswith("[bold]Not[/bold] markup :smile: red\n")
