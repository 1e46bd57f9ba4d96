"""Matches: links and suggestions, what a second property does, and why each match says what it says."""

from datetime import date
from pathlib import Path

import pytest

from averment.lists import ListKind, SanctionsList, Subject, Years, read_list
from averment.lists.matching import Level, ListMatch, Screen
from lists.shapes import MINISTER, MINISTRY, write_xml

PERSON, BODY, SHIP = ListKind.INDIVIDUAL, ListKind.ENTITY, ListKind.VESSEL
RUPERT = "Rupert Esmail Hentzau"


def only(found: list[ListMatch]) -> ListMatch:
    assert len(found) == 1
    return found[0]


def test_a_match_says_which_list_of_which_day_and_why(september: SanctionsList) -> None:
    match = only(Screen(september).matches(Subject("Ministry of Signals of Ruritania", BODY, articles=3)))
    assert match == ListMatch(
        name="Ministry of Signals of Ruritania",
        level=Level.LINK,
        score=1.0,
        list="ofac-sdn",
        list_date=date(2022, 9, 14),
        entry=501,
        entry_name="MINISTRY OF SIGNALS OF RURITANIA",
        listed_name="MINISTRY OF SIGNALS OF RURITANIA",
        kind=BODY,
        programs=("CYBER2", "RURITANIA"),
        reason="name",
        articles=3,
    )


def test_an_alias_is_told_as_one(september: SanctionsList) -> None:
    match = only(Screen(september).matches(Subject("Ruritanian Signals Ministry", BODY)))
    assert (match.listed_name, match.entry, match.reason) == ("RURITANIAN SIGNALS MINISTRY", 501, "alias")


def test_another_name_of_the_subject_is_told(september: SanctionsList) -> None:
    match = only(Screen(september).matches(Subject("The Bureau", BODY, names=("Ruritanian Signals Ministry",))))
    assert (match.name, match.reason) == ("The Bureau", "alias, for Ruritanian Signals Ministry")


@pytest.mark.parametrize(
    ("known", "level", "reason"),
    [
        ({}, Level.SUGGEST, "name; a person: nothing else agrees"),
        ({"country": "IRN"}, Level.LINK, "name; country IRN (nationality, place of birth)"),
        ({"country": "SYR"}, Level.LINK, "name; country SYR (nationality)"),
        ({"born": Years(1961, 1961)}, Level.LINK, "name; born 1960-1961, 1956-1960"),
        ({"born": Years(1957, 1957)}, Level.LINK, "name; born 1960-1961, 1956-1960"),
        ({"role": "Ruritania's signals minister"}, Level.LINK, "name; role (signals, minister)"),
        ({"role": "an adviser to the Signals Ministry"}, Level.LINK, "name; role (signals, ministry)"),
        ({"role": "a minister"}, Level.SUGGEST, "name; a person: nothing else agrees"),
        ({"programs": ("CYBER2",)}, Level.LINK, "name; programme CYBER2"),
        ({"programs": ("CUBA",)}, Level.SUGGEST, "name; a person: nothing else agrees"),
        (
            {"country": "ALB"},
            Level.SUGGEST,
            "name; differs: country ALB, listed IRN, SYR; a person: nothing else agrees",
        ),
        (
            {"country": "IRN", "born": Years(1990, 1990)},
            Level.SUGGEST,
            "name; country IRN (nationality, place of birth); differs: born 1990, listed 1960-1961, 1956-1960",
        ),
    ],
)
def test_a_person_needs_a_second_property(
    september: SanctionsList, known: dict[str, object], level: Level, reason: str
) -> None:
    match = only(Screen(september).matches(Subject(RUPERT, PERSON, **known)))  # type: ignore[arg-type]
    assert (match.entry, match.level, match.reason) == (502, level, reason)


def test_a_person_less_alike_is_suggested_only_with_a_second_property(september: SanctionsList) -> None:
    screen, less = Screen(september), "Rupert Esmail Albert Karl Hentzau"
    assert screen.matches(Subject(less, PERSON)) == []
    match = only(screen.matches(Subject(less, PERSON, country="IRN")))
    assert match.level is Level.SUGGEST
    assert 0.7 <= match.score < 0.8


def test_a_person_of_another_country_must_have_the_very_name(september: SanctionsList) -> None:
    assert Screen(september).matches(Subject("Rupert Hentzow", PERSON, country="ALB")) == []
    assert only(Screen(september).matches(Subject("Rupert Hentzow", PERSON, country="IRN"))).level is Level.LINK


def test_a_weak_alias_needs_a_second_property(september: SanctionsList) -> None:
    screen = Screen(september)
    weak = only(screen.matches(Subject("RSM", BODY)))
    assert (weak.level, weak.score, weak.reason) == (
        Level.SUGGEST, 1.0, "weak alias; a weak alias: nothing else agrees"
    )  # fmt: skip
    assert only(screen.matches(Subject("RSM", BODY, country="IRN"))).level is Level.LINK


def test_a_generic_name_needs_a_second_property(tmp_path: Path) -> None:
    row = MINISTRY | {"name": "MINISTRY OF INTERIOR", "aliases": [], "countries": ["Cuba"], "remarks": ""}
    screen = Screen(read_list(write_xml(tmp_path / "a.xml", [row])))
    assert only(screen.matches(Subject("the Interior Ministry", BODY))).level is Level.SUGGEST
    assert only(screen.matches(Subject("the Interior Ministry", BODY, country="CUB"))).level is Level.LINK
    assert screen.matches(Subject("the Interior Ministry", BODY, country="ALB")) == []


def test_a_kind_is_compared_with_its_own_kind(september: SanctionsList) -> None:
    screen = Screen(september)
    assert only(screen.matches(Subject("Blue Gannet", SHIP))).entry == 503
    assert screen.matches(Subject("Blue Gannet", PERSON)) == []
    assert only(screen.matches(Subject("Blue Gannet"))).entry == 503  # the kind is not known


def test_one_match_an_entry_and_links_first(tmp_path: Path) -> None:
    rows = [MINISTER, MINISTER | {"id": 601, "remarks": "nationality Cuba."}, MINISTER | {"id": 600}]
    found = Screen(read_list(write_xml(tmp_path / "a.xml", rows))).matches(Subject(RUPERT, PERSON, country="IRN"))
    assert [(match.entry, match.level) for match in found] == [
        (502, Level.LINK), (600, Level.LINK), (601, Level.SUGGEST)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "entries"),
    [
        ("1FencerAbCdEfGhJkLmNpQrStUvWxYz12", [502]),
        (" 1FencerAbCdEfGhJkLmNpQrStUvWxYz12 ", [502]),
        ("1fencerabcdefghjklmnpqrstuvwxyz12", []),  # letter case means something here
        ("1FencerAbCdEfGhJkLmNpQrStUvWxYz13", []),
        ("0xabcdef0123456789ABCDEF0123456789abcdef01", [502]),  # and nothing here
    ],
)
def test_wallets_match_exactly(september: SanctionsList, address: str, entries: list[int]) -> None:
    found = Screen(september).wallet_matches(address, articles=2)
    assert [match.entry for match in found] == entries
    assert all(match.reason.endswith("address, exactly") and match.articles == 2 for match in found)


def test_all_owners_of_a_wallet_are_named(tmp_path: Path) -> None:
    rows = [MINISTER, MINISTER | {"id": 900, "name": "FENCER, Other"}]
    found = Screen(read_list(write_xml(tmp_path / "a.xml", rows))).wallet_matches("1FencerAbCdEfGhJkLmNpQrStUvWxYz12")
    assert [match.entry for match in found] == [502, 900]
