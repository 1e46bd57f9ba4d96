"""PLOVER and CAMEO, both ways."""

import pytest

from averment.errors import LexiconError
from averment.ontology import CAMEO, PLOVER, Cameo, CodeError, Coding

ALL = [(name, mode) for name, kind in PLOVER.types.items() for mode in (None, *kind.modes)]


@pytest.mark.parametrize(
    ("code", "coding"),
    [
        ("042", Coding("CONSULT", "visit")),
        ("043", Coding("CONSULT", "visit")),  # a hosted visit is the visit seen from the other side
        ("0311", Coding("AGREE")),  # not in the table by itself
        ("081", Coding("CONCEDE")),
        ("0814", Coding("RETREAT")),  # what was relaxed had been imposed
        ("0871", Coding("RETREAT", "ceasefire")),
        ("1712", Coding("ASSAULT", "destroy")),
        ("1823", Coding("ASSAULT")),
        ("191", Coding("COERCE", "restrict")),
        ("19", Coding("ASSAULT")),
        ("204", Coding("ASSAULT", "unconventional")),
    ],
)
def test_a_cameo_code_has_its_type_and_mode(code, coding):
    assert CAMEO.plover(code) == coding


@pytest.mark.parametrize(
    ("code", "coding"),
    [
        ("163", Coding("SANCTION", "discontinue")),  # published: COERCE restrict
        ("116", Coding("SANCTION", "convict")),  # published: ACCUSE disapprove
        ("1121", Coding("ACCUSE", "allege")),  # published: ACCUSE disapprove
        ("0256", Coding("REQUEST", "yield")),  # published: dropped
        ("176", Coding("COERCE", "cyber")),
    ],
)
def test_where_the_manual_is_newer_than_the_table_the_manual_holds(code, coding):
    assert CAMEO.plover(code) == coding


def test_plover_drops_statements():
    assert CAMEO.plover("015") is None


@pytest.mark.parametrize("code", ["", "1", "16300", "16x", "²²", "21", "00", "345"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(CodeError, match="CAMEO code"):
        CAMEO.plover(code)


@pytest.mark.parametrize(("type_", "mode"), ALL)
def test_a_code_leads_back_to_its_type(type_, mode):
    code = CAMEO.code(type_, mode)
    if len(code) > 2:  # two digits stand for what no longer code says: RETREAT is a part of 08
        assert CAMEO.plover(code).type == type_
    assert code[:2] in CAMEO.roots(type_, mode)


def test_a_code_says_no_more_than_the_record():
    assert CAMEO.code("COERCE", "cyber") == "176"
    assert CAMEO.code("SANCTION", "discontinue") == "160"  # 163 would say sanctions, 161 severed ties
    assert CAMEO.code("RETREAT") == "08"


def test_roots_are_those_of_the_mode_or_all_of_the_type():
    assert CAMEO.roots("ASSAULT") == {"17", "18", "19", "20"}
    assert CAMEO.roots("ASSAULT", "firearms") == {"19"}
    assert CAMEO.roots("ACCUSE", "investigate") == {"09"}
    assert CAMEO.roots("REQUEST", "meet") == {"02", "10"}
    assert CAMEO.roots("PROTEST", "vandalize") == {"14"}  # a mode that CAMEO does not know


@pytest.mark.parametrize(("type_", "mode"), [("FIGHT", None), ("AID", "phone")])
def test_types_and_modes_that_plover_lacks_are_refused(type_, mode):
    with pytest.raises(CodeError, match=r"PLOVER has no type|AID has no mode"):
        CAMEO.code(type_, mode)
    with pytest.raises(CodeError):
        CAMEO.roots(type_, mode)


def test_a_wrong_entry_is_named_with_its_file():
    broken = Cameo()
    broken.__dict__["_raw"] = {"published": {"AID": [{"mode": "phone", "codes": ["07"]}]}, "decided": {}}
    with pytest.raises(LexiconError, match=r"ontology/cameo.toml, published: AID has no mode 'phone'"):
        broken.plover("07")


def test_a_code_stands_once_in_the_published_table():
    broken = Cameo()
    broken.__dict__["_raw"] = {"published": {"AID": [{"codes": ["07", "07"]}]}, "decided": {}}
    with pytest.raises(LexiconError, match="07 stands twice"):
        broken.plover("07")
