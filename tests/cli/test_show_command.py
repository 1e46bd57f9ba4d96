"""``averment show``: an article's text with its marks."""

import pytest

from cli.tirana_story import TEXT


@pytest.fixture
def shown(averment, tmp_path):
    path = tmp_path / "tirana.txt"
    path.write_text(TEXT, encoding="utf-8")
    return averment("show", path)


def test_a_file_is_shown_with_brackets_when_piped(shown):
    assert shown.exit_code == 0, shown.stderr
    assert "[E1 by: Tirana] [E1 did: blames] [E1 to: Tehran] for July attack" in shown.stdout
    assert "\x1b" not in shown.stdout


def test_the_findings_are_listed_below_the_text(shown):
    assert shown.stdout.startswith("date unknown · "), "the title stands in the text"
    text, _, lists = shown.stdout.partition("Statements\n")
    assert "[2 says: denied]" in text
    assert "Edi Rama (ALB)" in lists and "COERCE cyber" in lists


def test_a_file_that_cannot_be_read(averment, tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    result = averment("show", path)
    assert result.exit_code == 1
    assert "rejected (empty)" in result.stderr


def test_colours_on_a_terminal_and_none_with_no_color(averment, tmp_path, monkeypatch):
    path = tmp_path / "tirana.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = averment("show", path).stdout
    assert "\x1b[33mdenied\x1b[0m" in coloured
    assert "[2 says:" not in coloured
    assert "its recipient" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = averment("show", path).stdout
    assert "[2 says: denied" in plain
    assert "\x1b[33m" not in plain
