"""``averment explain``: a row of a ledger by its id, or of a file by its number."""

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
    ledger = story.parent / "my.averment"
    assert averment("ingest", story, "--ledger", ledger, "--outlet", "The Post").exit_code == 0
    monkeypatch.setenv("AVERMENT_LEDGER", str(ledger))
    return ledger


def test_an_event_of_a_file_by_its_number(averment, story):
    result = averment("explain", story, "--event", "2", "--outlet", "The Post")
    assert result.exit_code == 0, result.stderr
    for line in (
        "event 2       COERCE cyber",
        "words         “Prime Minister Edi Rama said that Iran had [attacked] the networks of Albania on July",
        "found by      not kept",
        "actor         Iran (state, IRN)",
        "              “Iran”, a name: a country's name",
        "              the entity: not kept",
        "status        historical, alleged",
        "              why: not kept",
        "according to  Edi Rama",
        "              “said” in statement 1, accuse, confidence 0.90",
        "              “on July 15”",
        "effects       networks attacked",
        "quantities    2 networks; several servers",
        "targets       government",
    ):
        assert line in result.stdout.splitlines(), result.stdout


def test_an_event_in_the_outlets_own_voice_with_a_party_that_was_not_told(averment, story):
    shown = averment("explain", story, "--event", "1", "--outlet", "The Post").stdout
    assert "according to  The Post\n              in its own voice" in shown
    assert "actor         “Tirana”\n              stands for nobody that could be told" in shown


def test_a_statement_of_a_file_by_its_number(averment, story):
    shown = averment("explain", story, "--statement", "2").stdout
    assert "statement 2  deny, mixed" in shown
    assert "speaker      Ministry of Foreign Affairs of Iran (organ, IRN)" in shown
    assert "events told  none" in shown


def test_rows_of_a_ledger_by_the_beginning_of_their_ids(averment, kept):
    assert "event 2       COERCE cyber" in averment("explain", "v1").stdout
    assert "statement 1  accuse, indirect" in averment("explain", "s1").stdout
    article = json.loads(averment("articles", "--format", "jsonl").stdout)["id"]
    assert averment("explain", article[:6], "--event", "2").stdout == averment("explain", "v1").stdout


def test_json_is_one_object_with_null_for_what_is_not_kept(averment, kept):
    told = json.loads(averment("explain", "v1", "--format", "json").stdout)
    assert (told["row"], told["type"], told["reason"], told["status_reason"]) == ("event", "COERCE", None, None)
    assert told["according_to"]["speaker"]["name"] == "Edi Rama"
    assert [TEXT[b:e] for b, e in told["trigger"]["spans"]] == ["attacked"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["v"], "several events or statements in"),
        (["9999"], "holds no event or statement 9999"),
        (["v1", "--event", "1", "--statement", "1"], "not both"),
    ],
)
def test_an_id_that_is_none_or_several(averment, kept, given, message):
    result = averment("explain", *given)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_number_that_is_not_there_and_a_file_without_a_number(averment, story):
    assert "has 2 events, and no 9" in averment("explain", story, "--event", "9").stderr
    assert "--event N or --statement N" in averment("explain", story).stderr


def test_a_file_of_several_articles_is_for_a_ledger(averment, tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps({"text": f"{TEXT} Part {n}."}) + "\n" for n in range(2)), encoding="utf-8")
    result = averment("explain", path, "--event", "1")
    assert result.exit_code == 2
    assert "holds 2 articles" in result.stderr


def test_nothing_of_the_text_steers_the_terminal(averment, story):
    story.write_text(TEXT.replace("of Albania on", "of \x9b31m\x1b]0;x\x07Albania on"), encoding="utf-8")
    shown = averment("explain", story, "--statement", "1").stdout
    assert "\x1b" not in shown and "\x9b" not in shown
