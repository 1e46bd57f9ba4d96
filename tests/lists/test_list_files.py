"""OFAC's files: XML and CSV say the same, hostile and damaged ones are refused with file, line and advice."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from averment.lists import (
    Alias,
    ListError,
    ListKind,
    Tie,
    Wallet,
    Years,
    files,
    ofac_csv,
    ofac_xml,
    read_list,
    xml_tree,
)
from lists.shapes import CONSOLIDATED, MINISTER, MINISTRY, ROWS, SDN, write_csv, write_xml

DAY = date(2022, 9, 14)


def test_the_xml_file_gives_every_entry(tmp_path: Path) -> None:
    found = read_list(write_xml(tmp_path / "SDN.XML", ROWS))
    assert found.version.id == "ofac-sdn@2022-09-14"
    assert found.notes == ()
    assert [entry.id for entry in found.entries] == [501, 502, 503, 504]
    assert [entry.kind for entry in found.entries] == [
        ListKind.ENTITY, ListKind.INDIVIDUAL, ListKind.VESSEL, ListKind.ENTITY
    ]  # fmt: skip
    minister = found.entries[1]
    assert minister.name == "HENTZAU, Rupert Esmail"
    assert minister.title == "Minister of Signals"
    assert minister.aliases == (Alias("HENTZAU, Seyed Rupert"), Alias("The Fencer", weak=True))
    assert minister.programs == ("CYBER2",)
    assert minister.births == (Years(1960, 1961), Years(1956, 1960))
    assert {Tie("IRN", "nationality"), Tie("SYR", "nationality"), Tie("IRN", "place of birth")} <= set(minister.ties)
    assert minister.linked_to == ("MINISTRY OF SIGNALS OF RURITANIA",)
    assert minister.wallets == (
        Wallet("XBT", "1FencerAbCdEfGhJkLmNpQrStUvWxYz12"),
        Wallet("ETH", "0xABCDEF0123456789abcdef0123456789ABCDEF01"),
    )
    assert found.entries[2].ties == (Tie("IRN", "flag"),)
    assert found.entries[3].name == 'AFKAR & SONS "QUICK" TRADING CO., LTD.'
    assert found.entries[3].ties == (Tie("PRK", "address"), Tie("MMR", "address"))


@pytest.mark.parametrize("cut", [1000, 97])
def test_the_csv_files_say_the_same(tmp_path: Path, cut: int) -> None:
    from_xml = read_list(write_xml(tmp_path / "SDN.XML", ROWS)).entries
    from_csv = read_list(write_csv(tmp_path, ROWS, cut=cut), DAY).entries
    assert from_csv[1].remarks == MINISTER["remarks"]  # put together again where it was cut, mid-word
    known = [
        replace(entry, remarks="", ties=tuple(t for t in entry.ties if t.basis != "document")) for entry in from_csv
    ]
    assert [replace(entry, ties=tuple(sorted(entry.ties))) for entry in known] == [
        replace(entry, remarks="", ties=tuple(sorted(entry.ties))) for entry in from_xml
    ]


def test_the_consolidated_files_are_a_list_of_their_own(tmp_path: Path) -> None:
    assert read_list(write_csv(tmp_path, ROWS, CONSOLIDATED), DAY).version.name == "ofac-consolidated"
    assert read_list(write_xml(tmp_path / "CONSOLIDATED.XML", ROWS)).version.name == "ofac-consolidated"
    assert (
        read_list(write_xml(tmp_path / "download.xml", ROWS), name="ofac-consolidated").version.name
        == "ofac-consolidated"
    )


def test_links_with_brackets_in_their_names(tmp_path: Path) -> None:
    row = MINISTER | {"remarks": "Linked To: GUARD (QODS FORCE); Linked To: AFKAR."}
    assert read_list(write_xml(tmp_path / "a.xml", [row])).entries[0].linked_to == ("GUARD (QODS FORCE)", "AFKAR")
    assert read_list(write_csv(tmp_path, [row]), DAY).entries[0].linked_to == ("GUARD (QODS FORCE)", "AFKAR")


def test_comments_are_optional_aliases_and_addresses_are_not(tmp_path: Path) -> None:
    path = write_csv(tmp_path, ROWS)
    (tmp_path / SDN["comments"]).unlink()
    assert len(read_list(path, DAY).entries) == 4
    (tmp_path / SDN["alt"]).unlink()
    with pytest.raises(ListError, match=r"alt\.csv is missing beside .*sdn\.csv; download all files"):
        read_list(path, DAY)


def test_names_of_files_in_capitals_and_with_a_day(tmp_path: Path) -> None:
    names = {"primary": "SDN_2022-09-14.CSV", "alt": "Alt_2022-09-14.csv", "add": "ADD_2022-09-14.CSV"}
    write_csv(tmp_path, ROWS)
    for part, name in names.items():
        (tmp_path / SDN[part]).rename(tmp_path / name)
    assert len(read_list(tmp_path / names["primary"], DAY).entries) == 4


def test_rows_of_another_day_are_told(tmp_path: Path) -> None:
    path = write_csv(tmp_path, ROWS)
    alone = (tmp_path / SDN["primary"]).read_text().splitlines()
    (tmp_path / SDN["primary"]).write_text("\n".join(line for line in alone if not line.startswith("501")))
    found = read_list(path, DAY)
    assert [entry.id for entry in found.entries] == [502, 503, 504]
    assert "1 row of alt.csv belong to no entry; are the files of one day?" in found.notes


def test_an_older_file_in_windows_1252(tmp_path: Path) -> None:
    path = write_csv(tmp_path, [MINISTRY | {"name": "COMPAÑÍA DE SEÑALES"}])
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert read_list(path, DAY).entries[0].name == "COMPAÑÍA DE SEÑALES"


def test_the_same_bytes_have_the_same_digest(tmp_path: Path) -> None:
    first = read_list(write_csv(tmp_path, ROWS), DAY).version.digest
    (tmp_path / "again").mkdir()
    assert read_list(write_csv(tmp_path / "again", ROWS), DAY).version.digest == first
    (tmp_path / "other").mkdir()
    assert read_list(write_csv(tmp_path / "other", ROWS[:3]), DAY).version.digest != first


def test_a_list_that_is_cut_off_is_told(tmp_path: Path) -> None:
    found = read_list(write_xml(tmp_path / "SDN.XML", ROWS, count=19000))
    assert found.notes == ("SDN.XML announces 19,000 entries and holds 4",)


def test_the_date_is_the_lists_own(tmp_path: Path) -> None:
    xml = write_xml(tmp_path / "SDN.XML", ROWS)
    with pytest.raises(ListError, match=r"was published on 2022-09-14, not on 2023-01-01; leave the date out"):
        read_list(xml, date(2023, 1, 1))
    with pytest.raises(ListError, match=r"sdn\.csv does not say when it was published; say so with --date"):
        read_list(write_csv(tmp_path, ROWS))
    with pytest.raises(ListError, match=r"line 3: '14 September 2022' is no date of publication"):
        read_list(write_xml(tmp_path / "b.xml", ROWS, "14 September 2022"))


ENTITIES = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]>'
OUTSIDE = '<!DOCTYPE a SYSTEM "http://127.0.0.1/evil.dtd">'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{ENTITIES}<sdnList>&m;</sdnList>", "line 1: it declares a document type"),
        (f"{OUTSIDE}<sdnList/>", "line 1: it declares a document type"),
        ("<sdnList>&undeclared;</sdnList>", "line 1: no XML .undefined entity."),
        ("<sdnList>\n<sdnEntry>\n", r"line 3: no XML .no element found."),
        ("<html><body>404</body></html>", "line 1: the file begins with <html>, not with <sdnList>"),
        ("<Sanctions/>", r"begins with <Sanctions>, .*\(not the advanced form\)"),
        ("", "line 1: no XML"),
        ("<sdnList>" + "<a>" * 20, "more than 8 deep"),
        ("<sdnList/>", "holds no entry"),
        ("<sdnList><sdnEntry><uid>7</uid><sdnType>Entity</sdnType></sdnEntry></sdnList>", "entry 7 has no name"),
        ("<sdnList><sdnEntry><uid>-7</uid><lastName>A</lastName></sdnEntry></sdnList>", "'-7' is not the number"),
        (
            "<sdnList><sdnEntry><uid>7</uid><lastName>A</lastName><sdnType>Ghost</sdnType></sdnEntry></sdnList>",
            "the type of entry 7, 'ghost', is none of individual, entity, vessel, aircraft",
        ),
    ],
)
def test_hostile_and_damaged_xml_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "SDN.XML"
    path.write_text(text)
    with pytest.raises(ListError, match=message) as caught:
        read_list(path, DAY)
    assert str(path) in str(caught.value)


def test_an_entry_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "LONGEST", 5000)
    path = tmp_path / "SDN.XML"
    path.write_text("<sdnList><sdnEntry><remarks>" + "long " * 5000)
    with pytest.raises(ListError, match="an entry has more than 5,000 characters"):
        read_list(path)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    with pytest.raises(ListError, match="is larger than 100 bytes"):
        read_list(write_xml(tmp_path / "SDN.XML", ROWS))


def test_twice_the_same_entry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match=r"line 5: entry 501 was there before"):
        read_list(write_xml(tmp_path / "SDN.XML", [MINISTRY, MINISTRY]))
    with pytest.raises(ListError, match=r"line 2: entry 501 was there before"):
        read_list(write_csv(tmp_path, [MINISTRY, MINISTRY]), DAY)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ent_num,SDN_Name,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "line 5: 'ent_num' is not the number"),
        ('600,"A BODY"', "line 5: there are 2 columns instead of 12"),
        ("600,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "line 5: entry 600 has no name"),
        ("600,A,ghost,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "line 5: 'ghost' is none of individual"),
        ("600," + "A" * 200_000, r"line 5: the line has more than 131,072 characters"),
        ('600,"never closed', "line 5: there are 2 columns instead of 12"),
        ("٦,A,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "line 5: '٦' is not the number"),
    ],
)
def test_damaged_csv_is_refused(tmp_path: Path, line: str, message: str) -> None:
    path = write_csv(tmp_path, ROWS)
    path.write_text(path.read_text().replace("\x1a", line))
    with pytest.raises(ListError, match=message) as caught:
        read_list(path, DAY)
    assert str(path) in str(caught.value)


def test_other_files_are_refused_with_advice(tmp_path: Path) -> None:
    write_csv(tmp_path, ROWS)
    with pytest.raises(ListError, match=r"alt\.csv: the name says no list; give OFAC's sdn\.csv or cons_prim\.csv"):
        read_list(tmp_path / "alt.csv", DAY)
    with pytest.raises(ListError, match="is a folder; give the file"):
        read_list(tmp_path)
    with pytest.raises(ListError, match="cannot be read: No such file"):
        read_list(tmp_path / "SDN.XML")
    with pytest.raises(ListError, match="cannot be read: there is no such file"):
        read_list(tmp_path / "no" / "sdn.csv", DAY)


def test_lines_ended_by_a_carriage_return_alone(tmp_path: Path) -> None:
    path = write_csv(tmp_path, ROWS)
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\r"))
    assert len(read_list(path, DAY).entries) == 4


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofac_csv, "MOST", 3)
    monkeypatch.setattr(ofac_xml, "MOST", 3)
    with pytest.raises(ListError, match="the file has more than 3 rows"):
        read_list(write_csv(tmp_path, ROWS), DAY)
    with pytest.raises(ListError, match=r"line 7: the file has more than 3 entries"):
        read_list(write_xml(tmp_path / "SDN.XML", ROWS))


@pytest.mark.parametrize(
    "fact",
    ["1" * 60_000, "DOB " + "1" * 60_000, "POB " + "a, " * 20_000, "1 (" * 20_000],
    ids=["number", "birth", "place", "brackets"],
)
def test_long_remarks_take_no_long_time(tmp_path: Path, fact: str) -> None:
    started = time.process_time()
    found = read_list(write_csv(tmp_path, [MINISTRY | {"remarks": f"{fact}; nationality Iran."}], cut=100_000), DAY)
    assert Tie("IRN", "nationality") in found.entries[0].ties
    assert time.process_time() - started < 2  # the square of the length would be minutes


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), form=st.sampled_from(["xml", "csv"]))
def test_whatever_the_bytes_it_is_a_list_or_a_clear_refusal(tmp_path: Path, data: st.DataObject, form: str) -> None:
    path = write_xml(tmp_path / "SDN.XML", ROWS) if form == "xml" else write_csv(tmp_path, ROWS)
    damaged = path if form == "xml" else tmp_path / data.draw(st.sampled_from(list(SDN.values())))
    good = damaged.read_bytes()
    at, cut = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 40))
    put = data.draw(
        st.binary(max_size=12) | st.sampled_from([b'"', b"\x00", b"<a>", b"]]>", b"\xff\xfe", b"-0-", b"\r"])
    )
    damaged.write_bytes(good[:at] + put + good[at + cut :])
    try:
        found = read_list(path, DAY)
    except ListError as error:
        assert str(tmp_path) in str(error)
    else:
        assert all(entry.name and entry.id >= 0 for entry in found.entries)
