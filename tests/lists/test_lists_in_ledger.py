"""Lists in the ledger: read back equal, several days side by side, added once, removed whole."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from averment.errors import LedgerError
from averment.ledger import Ledger, backup, doctor, dump
from averment.lists import SanctionsList, read_list
from ledger.made import aged, ledger_of, report
from lists.shapes import MINISTRY, ROWS, write_csv, write_xml


def test_a_list_is_read_back_as_it_was_added(tmp_path: Path, september: SanctionsList) -> None:
    from_csv = read_list(write_csv(tmp_path, ROWS), date(2022, 9, 15))
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        assert ledger.add_list(september)
        assert ledger.add_list(from_csv)
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.sanctions_list("ofac-sdn@2022-09-14") == september
        assert ledger.sanctions_list("ofac-sdn@2022-09-15").entries == from_csv.entries
    assert list(doctor(tmp_path / "l")) == []


def test_the_same_file_twice_changes_nothing(tmp_path: Path, september: SanctionsList) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        assert ledger.add_list(september)
    before = list(dump(tmp_path / "l"))
    again = read_list((tmp_path / "SDN.XML").rename(tmp_path / "renamed.xml"))
    with Ledger.open(tmp_path / "l", write=True) as ledger:
        assert not ledger.add_list(again)
    assert list(dump(tmp_path / "l")) == before
    assert len([line for line in before if line.startswith('["list_entries"')]) == 4


def test_several_days_stand_side_by_side(tmp_path: Path, september: SanctionsList) -> None:
    october = read_list(write_xml(tmp_path / "b.xml", [*ROWS, MINISTRY | {"id": 900}], "10/03/2022"))
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        ledger.add_list(october)
        ledger.add_list(september)
        rows = [(row.id, row.entries, row.aliases, row.wallets) for row in ledger.lists()]
        assert rows == [("ofac-sdn@2022-09-14", 4, 5, 2), ("ofac-sdn@2022-10-03", 5, 7, 2)]
        ledger.remove_list("ofac-sdn@2022-10-03")
        assert [row.id for row in ledger.lists()] == ["ofac-sdn@2022-09-14"]
        assert ledger.sanctions_list("ofac-sdn@2022-09-14") == september


def test_another_file_for_the_same_day_is_refused(tmp_path: Path, september: SanctionsList) -> None:
    other = read_list(write_xml(tmp_path / "b.xml", ROWS[:2]))
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        ledger.add_list(september)
        with pytest.raises(LedgerError, match=r"from another file \(SDN.XML\).*averment lists remove ofac-sdn@2022-09"):
            ledger.add_list(other)
        assert ledger.sanctions_list("ofac-sdn@2022-09-14") == september


def test_a_list_that_is_not_there(tmp_path: Path, september: SanctionsList) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        with pytest.raises(
            LedgerError, match=r"no list ofac-sdn@1999-01-01 .*it holds none; `averment lists add FILE`"
        ):
            ledger.remove_list("ofac-sdn@1999-01-01")
        ledger.add_list(september)
        with pytest.raises(LedgerError, match="it holds ofac-sdn@2022-09-14"):
            ledger.sanctions_list("ofac-sdn")


def test_removing_leaves_nothing_behind(tmp_path: Path, september: SanctionsList) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        ledger.write(report())
    before = list(dump(tmp_path / "l"))
    with Ledger.open(tmp_path / "l", write=True) as ledger:
        ledger.add_list(september)
        ledger.remove_list(september.version.id)
    assert list(dump(tmp_path / "l")) == before


def test_lists_are_in_a_backup(tmp_path: Path, september: SanctionsList) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        ledger.add_list(september)
    backup(tmp_path / "l", tmp_path / "copy")
    with Ledger.open(tmp_path / "copy") as ledger:
        assert ledger.sanctions_list(september.version.id) == september


def test_a_ledger_from_before_lists_takes_one(tmp_path: Path, september: SanctionsList) -> None:
    path = aged(ledger_of(tmp_path / "l", [report()]), 1)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.lists() == ()
        assert ledger.add_list(september)
        assert ledger.report(report().article.id) == report()
    with closing(sqlite3.connect(tmp_path / "l.v1.backup")) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
