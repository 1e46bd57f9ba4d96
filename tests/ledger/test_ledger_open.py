"""Opening: what is no ledger is left alone, old ones are brought up to date, one process writes at a time."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from averment.errors import LedgerError
from averment.ledger import Filter, Ledger, doctor, dump
from averment.ledger import connection as opening
from averment.ledger import ledger as ledger_module
from averment.ledger.migrate import APPLICATION_ID, Migration, migrations
from ledger.made import aged, ledger_of, report, reports


def test_a_ledger_says_in_its_header_what_it_is(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [])
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (len(migrations()),)


def test_a_closed_ledger_is_one_file(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    with Ledger.open(path) as ledger:
        assert len(list(ledger.events(Filter(limit=1)))) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["l"]


def missing(path: Path) -> None:
    """Nothing is there."""


def folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.touch()


def notes(path: Path) -> None:
    path.write_text("dear diary, today Albania cut ties with Iran")


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE recipes (name)")


def newer(path: Path) -> None:
    ledger_of(path, [report()])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")


def cut_off(path: Path) -> None:
    ledger_of(path, reports(50))
    os.truncate(path, 6000)


def overwritten(path: Path) -> None:
    ledger_of(path, reports(50))
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (missing, "does not exist; make a ledger with"),
        (folder, "is a folder"),
        (empty, "is empty; make a ledger with"),
        (notes, "is not a ledger, nor a database"),
        (other_database, "is a database, but not a ledger"),
        (newer, "written by a newer version of Averment .*upgrade"),
        (cut_off, "is damaged; restore a backup"),
        (overwritten, "is damaged; restore a backup"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path, make: object, message: str, write: bool) -> None:
    path = tmp_path / "my.averment"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=message) as caught:
        Ledger.open(path, write=write)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [file.name for file in tmp_path.iterdir()] == ([path.name] if path.exists() else [])


@pytest.mark.parametrize("make", [notes, other_database, newer])
def test_creating_never_takes_over_another_file(tmp_path: Path, make: object) -> None:
    path = tmp_path / "mine"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(LedgerError):
        Ledger.open(path, create=True)
    assert path.read_bytes() == before


def test_creating_in_a_folder_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="check that its folder exists"):
        Ledger.open(tmp_path / "no" / "l", create=True)


def test_creating_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    (tmp_path / "l").touch()
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        ledger.write(report())
    assert list(doctor(tmp_path / "l")) == []


def test_a_reader_may_not_write(tmp_path: Path) -> None:
    with (
        Ledger.open(ledger_of(tmp_path / "l", [])) as ledger,
        pytest.raises(LedgerError, match="open it with write=True"),
    ):
        ledger.write(report())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    tmp_path.chmod(0o555)
    try:
        with Ledger.open(path) as ledger:
            assert len(list(ledger.articles())) == 1
        with pytest.raises(LedgerError, match="cannot be written"):
            Ledger.open(path, write=True)
    finally:
        tmp_path.chmod(0o755)


def test_reading_where_nothing_may_be_written_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(path) as ledger:
        assert len(list(ledger.articles())) == 1
        assert [file.name for file in tmp_path.iterdir()] == ["l"]


def test_a_lock_file_that_cannot_be_made_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_of(tmp_path / "l", [])

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(LedgerError, match=r"Permission denied.*check that its folder"):
        Ledger.open(path, write=True)


def test_a_lock_file_on_a_full_disk_locks_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_of(tmp_path / "l", [])

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with Ledger.open(path, write=True), pytest.raises(LedgerError, match=r"is being written .*\(unknown\)"):
        Ledger.open(path, write=True)


@contextmanager
def other_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the ledger open to write, until it is killed."""
    code = (
        "from averment.ledger import Ledger\n"
        f"ledger = Ledger.open({str(path)!r}, write=True)\n"
        "print('open', flush=True)\n"
        "input()"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_second_writer_is_told_who_writes_and_the_lock_ends_with_a_kill(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    with other_writer(path) as process:
        with pytest.raises(LedgerError, match=f"is being written by another process \\(process {process.pid}\\)"):
            Ledger.open(path, write=True)
        with Ledger.open(path) as ledger:  # readers are not held up
            assert len(list(ledger.articles())) == 1
        process.send_signal(signal.SIGKILL)
        process.wait()
        Ledger.open(path, write=True).close()
    assert [file.name for file in tmp_path.iterdir()] == ["l"]


def test_two_ledgers_of_one_process_do_not_write_at_once(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [])
    with Ledger.open(path, write=True), pytest.raises(LedgerError, match="is being written"):
        Ledger.open(path, write=True)


def test_a_program_that_locks_the_file_is_waited_for_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_TIMEOUT", 0.05)
    path = ledger_of(tmp_path / "l", [])
    with closing(sqlite3.connect(path, isolation_level=None)) as raw, Ledger.open(path, write=True) as ledger:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is locked by another program; try again"):
            ledger.write(report())
        raw.execute("ROLLBACK")
        ledger.write(report())


def test_a_full_disk_is_named_and_costs_the_open_batch_alone(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", reports(3))
    before = list(dump(path))
    with Ledger.open(path, write=True) as ledger:
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="the disk is full; free some space"), ledger.batch() as batch:
            for one in reports(200):
                batch.add(one)
        ledger._connection.execute("PRAGMA max_page_count = 1000000")
        with Ledger.open(path) as reader:
            assert len(list(reader.articles())) == 3
    assert list(dump(path)) == before
    assert list(doctor(path)) == []


def test_a_reader_sees_whole_batches_and_one_moment(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", reports(5))
    with Ledger.open(path, write=True) as writer, Ledger.open(path) as reader:
        open_rows = reader.articles()
        next(open_rows)
        with writer.batch() as batch:
            for one in reports(10):
                batch.add(one)
            assert len(list(reader.statements(Filter(act="assert")))) == 5
        assert len(list(open_rows)) == 4
        assert len(list(reader.statements(Filter(act="assert")))) == 10


def test_readers_go_on_while_batches_come_in(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "l", [])
    several = reports(60)

    def write() -> None:
        with Ledger.open(path, write=True) as ledger:
            for begin in range(0, 60, 6):
                with ledger.batch() as batch:
                    for one in several[begin : begin + 6]:
                        batch.add(one)

    thread = Thread(target=write)
    thread.start()
    seen = [0]
    while thread.is_alive():
        with Ledger.open(path) as ledger, ledger.reading():
            seen.append(len(list(ledger.articles())))
            assert len(list(ledger.events())) == 2 * seen[-1]
    thread.join()
    assert all(count % 6 == 0 for count in seen)
    assert seen == sorted(seen)


def test_an_old_ledger_is_copied_then_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    before = list(dump(path))
    current = len(migrations())
    step = Migration(current + 1, "9999_notes.sql", "CREATE TABLE notes (words TEXT);")
    monkeypatch.setattr(ledger_module, "migrations", lambda: (*migrations(), step))
    with Ledger.open(path) as ledger:  # a reader brings it up to date too
        assert len(list(ledger.articles())) == 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (current + 1,)
        raw.execute("SELECT words FROM notes")
    monkeypatch.undo()
    assert list(dump(tmp_path / f"l.v{current}.backup")) == before
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(path)


def test_a_ledger_from_before_targets_opens_with_none_told(tmp_path: Path) -> None:
    path = aged(ledger_of(tmp_path / "l", [report()]), 2)
    with Ledger.open(path) as ledger:
        assert ledger.report(report().article.id) == report()
        assert {row.targets for row in ledger.events()} == {()}
    assert list(doctor(path)) == []


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_of(tmp_path / "l", [report()])
    before = list(dump(path))
    current = len(migrations())
    step = Migration(current + 1, "9999_broken.sql", "CREATE TABLE notes (a TEXT); CREATE TABLE notes (b TEXT);")
    monkeypatch.setattr(ledger_module, "migrations", lambda: (*migrations(), step))
    for _ in range(2):
        with pytest.raises(LedgerError, match="already exists"):
            Ledger.open(path)
    monkeypatch.undo()
    assert list(dump(path)) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["l", f"l.v{current}.backup", f"l.v{current}.backup-2"]
