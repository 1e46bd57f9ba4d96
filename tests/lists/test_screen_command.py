"""``averment lists`` and ``averment screen``, and whom a ledger's articles name."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from averment.cli.main import main
from averment.ids import article_id, digest
from averment.ledger import Ledger
from averment.lists import ListKind, Subject
from averment.records import Article, Entity, EntityKind, Mention, MentionKind, Report, Span
from lists.shapes import CONSOLIDATED, MINISTRY, ROWS, write_csv, write_xml

WALLET = "1FencerAbCdEfGhJkLmNpQrStUvWxYz12"
TEXT = (
    "Tirana accused the signals minister, Rupert Hentzau, on Friday. “He is no thief,” Iran said of the minister. "
    f"Payments to {WALLET} were traced to the Ruritanian Signals Ministry, and its hackers fled."
)

Call = Callable[..., Result]


@pytest.fixture
def averment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("AVERMENT_LEDGER", str(tmp_path / "l"))
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args], prog_name="averment")


@pytest.fixture
def loaded(averment: Call, tmp_path: Path) -> Path:
    """A ledger with the list of 14 September 2022."""
    assert averment("lists", "add", write_xml(tmp_path / "SDN.XML", ROWS)).exit_code == 0
    return tmp_path / "l"


def story(text: str = TEXT) -> Report:
    """A report in which a minister, a ministry, a state and nameless hackers are mentioned."""
    article = Article(article_id(text), "story.txt", text, body=(Span(0, len(text)),))
    words = [
        ("rupert", "Rupert Hentzau", EntityKind.PERSON, None, MentionKind.NAME),
        ("ministry", "Ruritanian Signals Ministry", EntityKind.GOVERNMENT_BODY, "IRN", MentionKind.NAME),
        ("iran", "Iran", EntityKind.STATE, "IRN", MentionKind.NAME),
        ("hackers", "its hackers", EntityKind.GROUP, None, MentionKind.NOMINAL),
    ]
    ids = {key: digest(article.id, key) for key, *_ in words}
    entities = tuple(Entity(ids[key], name, kind, country) for key, name, kind, country, _ in words)
    mentions = [Mention(span(text, name), ids[key], kind, "") for key, name, _, _, kind in words]
    mentions.append(Mention(span(text, "the minister"), ids["rupert"], MentionKind.NOMINAL, ""))
    return Report(article, entities, tuple(mentions))


def span(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words))


def write_story(path: Path, *texts: str) -> None:
    with Ledger.open(path, write=True) as ledger:
        for text in texts or (TEXT,):
            ledger.write(story(text))


def test_a_list_is_added_once_shown_and_removed(averment: Call, tmp_path: Path) -> None:
    path = write_xml(tmp_path / "SDN.XML", ROWS)
    assert averment("lists", "add", path).stdout == f"{tmp_path / 'l'}: ofac-sdn@2022-09-14, 4 entries\n"
    assert averment("lists", "add", path).stdout.endswith("4 entries; it was there already\n")
    shown = averment("lists").stdout
    assert shown.split()[-6:] == ["ofac-sdn", "2022-09-14", "4", "5", "2", "SDN.XML"]
    (row,) = map(json.loads, averment("lists", "--format", "jsonl").stdout.splitlines())
    assert (row["id"], row["date"], row["entries"]) == ("ofac-sdn@2022-09-14", "2022-09-14", 4)
    assert averment("lists", "remove", "ofac-sdn@2022-09-14").exit_code == 0
    assert averment("lists").stdout.startswith("The ledger holds no list; `averment lists add FILE` adds one.")


def test_csv_files_need_a_date(averment: Call, tmp_path: Path) -> None:
    path = write_csv(tmp_path, ROWS, CONSOLIDATED)
    refused = averment("lists", "add", path)
    assert refused.exit_code == 2
    assert refused.stderr.endswith("does not say when it was published; say so with --date YYYY-MM-DD\n")
    assert not (tmp_path / "l").exists()
    assert "ofac-consolidated@2022-09-14" in averment("lists", "add", path, "--date", "2022-09-14").stdout
    other = averment("lists", "add", path, "--date", "2022-09-15", "--list", "OFAC-SDN")
    assert "ofac-sdn@2022-09-15" in other.stdout


def test_what_is_left_aside_is_told(averment: Call, tmp_path: Path) -> None:
    result = averment("lists", "add", write_xml(tmp_path / "SDN.XML", ROWS, count=9))
    assert result.stderr == "SDN.XML announces 9 entries and holds 4\n"


def test_a_name_is_screened(averment: Call, loaded: Path) -> None:
    result = averment("screen", "Rupert Hentzau", "--kind", "person", "--country", "Iran", "--format", "jsonl")
    (match,) = map(json.loads, result.stdout.splitlines())
    assert match == {
        "name": "Rupert Hentzau", "level": "link", "score": 0.83, "list": "ofac-sdn", "list_date": "2022-09-14",
        "entry": 502, "entry_name": "HENTZAU, Rupert Esmail", "listed_name": "HENTZAU, Rupert Esmail",
        "kind": "individual", "programs": ["CYBER2"], "reason": "name; country IRN (nationality, place of birth)",
        "articles": 0,
    }  # fmt: skip


def test_the_table_says_that_a_match_is_no_verdict(averment: Call, loaded: Path) -> None:
    result = averment("screen", "Rupert Hentzau", WALLET)
    assert result.exit_code == 0
    assert "suggest 0.83" in result.stdout
    assert "link 1.00" in result.stdout
    assert "XBT address, exactly" in result.stdout
    assert result.stderr == (
        "2 names looked up in ofac-sdn@2022-09-14 (4 entries).\n"
        "A match is for review, not a verdict: a name alike is not the same party.\n"
    )
    assert averment("screen", "Nobody Atall").stdout == "Nothing on the lists matches.\n\n"


def test_everybody_in_the_ledger_is_screened(averment: Call, loaded: Path) -> None:
    write_story(loaded, TEXT, f"{TEXT} It rained.")
    result = averment("screen", "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [(row["name"], row["level"], row["entry"], row["articles"]) for row in rows] == [
        ("Rupert Hentzau", "link", "502", "2"),
        ("Ruritanian Signals Ministry", "link", "501", "2"),
        (WALLET, "link", "502", "2"),
    ]
    assert rows[0]["reason"] == "name; role (signals, minister)"


def test_whom_a_ledger_names(loaded: Path) -> None:
    write_story(loaded)
    with Ledger.open(loaded) as ledger:
        minister, ministry = ledger.subjects()
        assert list(ledger.addresses()) == [WALLET]
    assert minister.kind is ListKind.INDIVIDUAL
    assert "the signals minister, Rupert Hentzau, on Friday." in minister.role
    assert minister.role.endswith("the minister")
    assert ministry == Subject("Ruritanian Signals Ministry", ListKind.ENTITY, country="IRN", articles=1)


def test_the_newest_of_each_list_is_asked_unless_another_is_named(averment: Call, loaded: Path, tmp_path: Path) -> None:
    newer = [row for row in ROWS if row is not MINISTRY]
    averment("lists", "add", write_xml(tmp_path / "b.xml", newer, "10/03/2022"))
    name = MINISTRY["name"]
    assert averment("screen", name, "--format", "jsonl").stdout == ""
    both = averment(
        "screen", name, "--format", "jsonl", "--list", "ofac-sdn@2022-09-14", "--list", "ofac-sdn@2022-10-03"
    )
    assert [json.loads(line)["list_date"] for line in both.stdout.splitlines()] == ["2022-09-14"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["screen", "X", "--list", "ofac-sdn@1999-01-01"], "there is no list ofac-sdn@1999-01-01 in"),
        (["screen", "--country", "IRN"], "describe a NAME; give one"),
        (["screen", "X", "--country", "Ruritania"], "'Ruritania' is no country"),
        (["screen", "X", "--born", "about 1960"], "'about 1960' is no year"),
        (["screen", "X", "--born", "1961-1960"], "'1961-1960' is no year"),
        (["lists", "remove", "ofac-sdn"], "it holds ofac-sdn@2022-09-14"),
        (["lists", "--ledger", "x", "add", "SDN.XML"], "Give --ledger after 'add', not before it."),
        (["lists", "add", "no.xml"], "no.xml cannot be read"),
    ],
)
def test_mistakes_are_answered(averment: Call, loaded: Path, args: list[str], message: str) -> None:
    result = averment(*args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_screening_without_a_list_says_how_to_add_one(averment: Call, tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l", create=True).close()
    result = averment("screen", "X")
    assert result.exit_code == 2
    assert "holds no list; `averment lists add FILE` adds one" in result.stderr


def test_the_room_is_light_until_it_screens() -> None:
    import subprocess
    import sys

    code = "import sys, averment.ledger, averment.lists; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "averment.lists.reading" in loaded
    assert not {"rigour", "rapidfuzz", "numpy"} & set(loaded)


@pytest.mark.parametrize("command", [("screen", "X"), ("lists", "add", "SDN.XML")])
def test_what_is_not_installed_is_named(
    averment: Call, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr("averment.lists.find_spec", lambda name: None)
    result = averment(*command)
    assert result.exit_code == 2
    assert "pip install 'averment[lists]'" in result.stderr
