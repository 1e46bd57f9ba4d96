"""The doctor finds what is planted, and a backup is whole or absent."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from averment.errors import LedgerError
from averment.ledger import Finding, Ledger, backup, doctor, dump
from ledger.made import ledger_of, moved, report, reports


def planted(path: Path, *statements: str) -> list[Finding]:
    """What the doctor says after ``statements`` were run behind the ledger's back."""
    ledger_of(path, reports(4))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            raw.execute(statement)
    return list(doctor(path))


def test_a_sound_ledger_has_no_findings_and_progress_is_told(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [*reports(3), report(1, source="copy.txt")])
    told: list[tuple[int, int]] = []
    assert list(doctor(path, lambda *done: told.append(done))) == []
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("damage", "check", "message"),
    [
        ('UPDATE mentions SET "end" = 9999 WHERE position = 1', "spans", "mention 1: the span .* leaves the text"),
        ('UPDATE statement_spans SET begin = "end"', "spans", "is empty"),
        ("UPDATE statement_spans SET begin = begin + 1 WHERE role = 'cue'", "quotes", "cue does not fit"),
        ("UPDATE statements SET content = 'Iran admitted it' WHERE act = 'reject'", "quotes", "content does not fit"),
        ("UPDATE parties SET words = 'Greece' WHERE side = 'actor'", "quotes", "words does not fit"),
        ("UPDATE events SET sentence = 'Another one.'", "quotes", "sentence does not fit"),
        ("UPDATE articles SET text = replace(text, 'cut ties', 'cut lies')", "quotes", "fingerprint does not fit"),
        ("UPDATE statements SET act = 'sing'", "rows", "never written.*sing"),
        ("UPDATE statements SET date_start = 'yesterday' WHERE act = 'reject'", "rows", "never written"),
        ("UPDATE entities SET name = CAST(x'ff' AS TEXT)", "rows", "never written.*UTF-8"),
        ("UPDATE events SET contexts = 'economic'", "rows", "never written"),
        ("UPDATE statements SET parent = 'gone' WHERE act = 'assert'", "references", "statements that is missing"),
        ("UPDATE events SET according_to = 'gone'", "references", "statements that is missing"),
        ("UPDATE events SET same_as = 'gone' WHERE type = 'ASSAULT'", "references", "events that is missing"),
        ("UPDATE statements SET speaker = 'state:XXX'", "references", "entities that is missing"),
        (
            "UPDATE statements SET speaker = 'state:XXX'",
            "records",
            "its speaker is the entity state:XXX, which is missing",
        ),
        ("DELETE FROM documents", "account", "the document it was read from, reports/.* is missing"),
        ("DELETE FROM documents", "account", r"0 documents are not 4 stored \+ 0 copies \+ 0 rejected"),
        ("INSERT INTO documents VALUES ('x.txt', 'gone')", "account", "its article is missing"),
        ("INSERT INTO rejections SELECT 'x', 'failed', '', id FROM articles", "account", "but its article is stored"),
        ("DELETE FROM statements_search_data WHERE id > 10", "search", "does not say what the rows say"),
        (
            "INSERT INTO events_search (rowid, sentence) VALUES (77, 'ghost')",
            "search",
            "does not say what the rows say",
        ),
    ],
)
def test_damage_is_found(tmp_path: Path, damage: str, check: str, message: str) -> None:
    found = planted(tmp_path / "l", damage)
    matching = [finding for finding in found if finding.check == check]
    assert matching
    assert any(re.search(message, finding.message) for finding in matching), matching


def test_damage_to_one_article_is_found_in_it_alone(tmp_path: Path) -> None:
    damaged = report(2).article.id
    found = planted(tmp_path / "l", f"UPDATE mentions SET \"end\" = 9999 WHERE article = '{damaged}'")
    assert {finding.where for finding in found} == {damaged}


def damage_a_page(path: Path) -> None:
    """Overwrite a page in the middle of the file, so that it still opens."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\x0a" * 4096)


def test_a_damaged_file_is_found_and_does_not_stop_the_doctor(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", reports(60))
    damage_a_page(path)
    assert "file" in {finding.check for finding in doctor(path)}


def test_a_writer_at_work_does_not_stop_the_doctor(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", reports(2))
    with Ledger.open(path, write=True):
        assert [finding.check for finding in doctor(path)] == ["search"]


def test_a_backup_is_one_file_that_says_the_same(tmp_path: Path) -> None:
    path, target = ledger_of(tmp_path / "l", reports(3)), tmp_path / "b"
    with Ledger.open(path, write=True) as writer, writer.batch() as batch:
        batch.add(report(7))  # not yet kept: not in the backup
        backup(path, target)
    assert list(dump(target)) != list(dump(path))
    backup(path, target, force=True)
    assert list(dump(target)) == list(dump(path))
    assert list(doctor(target)) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["b", "l"]


def test_a_backup_that_is_put_back_serves_readers_and_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "b"
    backup(ledger_of(tmp_path / "l", reports(3)), path)
    with Ledger.open(path, write=True) as writer, Ledger.open(path) as reader:
        rows = reader.articles()
        next(rows)
        writer.write(report(7))
        assert len(list(rows)) == 2


def test_a_backup_overwrites_only_when_told(tmp_path: Path) -> None:
    path, target = ledger_of(tmp_path / "l", reports(1)), tmp_path / "b"
    target.write_text("mine")
    with pytest.raises(LedgerError, match="exists already"):
        backup(path, target)
    assert target.read_text() == "mine"
    backup(path, target, force=True)
    assert list(dump(target)) == list(dump(path))


@pytest.mark.parametrize(
    ("target", "message"), [("l", "is the ledger itself"), (".", "is a folder"), ("no/b", "check its folder|cannot be")]
)
def test_a_backup_that_cannot_be_made_says_why(tmp_path: Path, target: str, message: str) -> None:
    path = ledger_of(tmp_path / "l", reports(1))
    with pytest.raises(LedgerError, match=message):
        backup(path, tmp_path / target, force=True)
    assert [file.name for file in tmp_path.iterdir()] == ["l"]


def test_a_backup_of_a_damaged_ledger_is_not_kept(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", reports(60))
    damage_a_page(path)
    with pytest.raises(LedgerError, match=r"b (the copy does not pass|is damaged)|not kept"):
        backup(path, tmp_path / "b")
    assert [file.name for file in tmp_path.iterdir()] == ["l"]


def test_a_backup_never_lands_on_a_database_in_use(tmp_path: Path) -> None:
    path, target = ledger_of(tmp_path / "l", reports(1)), ledger_of(tmp_path / "b", reports(2))
    with Ledger.open(target, write=True) as other:
        other.write(report(9))
        with pytest.raises(LedgerError, match="in use"):
            backup(path, target, force=True)
    assert len(list(dump(target))) > len(list(dump(path)))


def test_a_dump_differs_where_anything_does(tmp_path: Path) -> None:
    one, other = ledger_of(tmp_path / "1", [report()]), ledger_of(tmp_path / "2", [moved(report(), language="sq")])
    assert list(dump(one)) != list(dump(other))
