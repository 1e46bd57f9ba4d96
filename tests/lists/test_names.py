"""How alike names are, and that the index finds those that are."""

import runpy
from pathlib import Path

import pytest

from averment.lists import ListKind
from averment.lists.index import NameIndex
from averment.lists.matching import LINK, SUGGEST
from averment.lists.names import analysed, is_generic, similarity

PERSON, BODY, SHIP = ListKind.INDIVIDUAL, ListKind.ENTITY, ListKind.VESSEL


def alike(one: str, other: str, kind: ListKind = PERSON) -> float:
    first, second = analysed(one, kind), analysed(other, kind)
    assert first
    assert second
    return similarity(first, second)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Rupert Hentzau", "HENTZAU, Rupert", PERSON),
        ("Rupert Hentzau", "Rupert HENTZAU", PERSON),
        ("Rupert Henzau", "HENTZAU, Rupert", PERSON),
        ("Rupert A. Hentzau", "HENTZAU, Rupert Albert", PERSON),
        ("Rupert Hentzau", "HENTZAU, Rupert Albert", PERSON),
        ("Rupert Hentzau", "HENTZAU ZENDA, Rupert", PERSON),
        ("Muhammad al-Hadidi", "AL HADIDI, Mohammed", PERSON),
        ("Muhammad Alhadidi", "AL-HADIDI, Muhammad", PERSON),
        ("Mr. Rupert Hentzau", "HENTZAU, Rupert", PERSON),
        ("Руперт Хенцау", "KHENTSAU, Rupert", PERSON),
        ("Zenda Shipping Ltd.", "ZENDA SHIPPING LIMITED", BODY),
        ("Zenda Shiping Company", "ZENDA SHIPPING COMPANY", BODY),
        ("The Zenda Shipping Company", "ZENDA SHIPPING CO.", BODY),
        ("the Ministry of Signals", "MINISTRY OF SIGNALS", BODY),
        ("MV Blue Gannet", "BLUE GANNET", SHIP),
    ],
)
def test_names_that_are_linked(one: str, other: str, kind: ListKind) -> None:
    assert alike(one, other, kind) >= LINK


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Rupert Hentzau", "STRELSAU, Rupert", PERSON),
        ("Rupert", "HENTZAU, Rupert", PERSON),
        ("Hentzau", "HENTZAU, Rupert Albert", PERSON),
        ("Mohammad Hossein", "TARLENHEIM, Mohammad Hossein", PERSON),
        ("Anna Zenda", "ZENDA, Olga", PERSON),
        ("Zenda Shipping", "ZENDA MINING", BODY),
        ("Ministry of Signals", "MINISTRY OF FISHERIES", BODY),
        ("Blue Gannet", "GREY HERON", SHIP),
    ],
)
def test_names_that_are_not_even_suggested(one: str, other: str, kind: ListKind) -> None:
    assert alike(one, other, kind) < SUGGEST


def test_the_same_name_scores_one_and_nothing_scores_more() -> None:
    assert alike("Rupert Hentzau", "HENTZAU, Rupert") == pytest.approx(1.0)
    assert alike("Rupert Hentzau", "rupert hentzau") == 1.0


def test_a_name_without_a_word_is_none() -> None:
    assert [analysed(name, kind) for kind in ListKind for name in ("", " ", "—", "!?")] == [None] * 16


@pytest.mark.parametrize("kind", list(ListKind))
def test_a_very_long_name_costs_little(kind: ListKind) -> None:
    name = analysed("Hentzau Rupert " * 50_000, kind)
    assert name
    assert len(name.parts) <= 40
    assert similarity(name, name) == 1.0


def test_names_of_words_that_many_have_are_generic() -> None:
    generic = ("MINISTRY OF INTERIOR", "FEDERAL SECURITY SERVICE", "STATE SECURITY DEPARTMENT", "INDUSTRIAL BANK")
    own = ("ISLAMIC REVOLUTIONARY GUARD CORPS", "MINISTRY OF SIGNALS OF RURITANIA", "ZENDA SHIPPING LTD.", "AL QA'IDA")
    assert [name for name in (*generic, *own) if is_generic(analysed(name, BODY))] == list(generic)  # type: ignore[arg-type]


NAMES = ["HENTZAU, Rupert", "RASSENDYLL, Rudolf", "TARLENHEIM, Fritz", "AL HADIDI, Mohammed", "STRELSAU, Rupert"]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Rupert Hentzau", 0),
        ("Hentzou", 0),
        ("Rudolph Rasendyll", 1),
        ("Tarlenhim", 2),
        ("Muhammad Alhadidi", 3),
        ("Mohamed", 3),
    ],
)
def test_the_index_puts_the_likeliest_first(asked: str, first: int) -> None:
    index = NameIndex([name for words in NAMES if (name := analysed(words, PERSON))])
    query = analysed(asked, PERSON)
    assert query
    assert index.near(query)[0] == first
    assert index.near(query, most=1) == [first]


def test_the_index_finds_nothing_where_nothing_is_alike() -> None:
    query = analysed("Zwölfender", PERSON)
    assert query
    assert NameIndex([name for words in NAMES if (name := analysed(words, PERSON))]).near(query) == []
    assert NameIndex([]).near(query) == []


@pytest.mark.corpus
def test_labelled_pairs_stay_above_the_floor(shared: Path) -> None:
    benchmark = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "names.py"))
    pairs = benchmark["read_pairs"](shared / "name_pairs_nomenklatura.csv")
    assert len(pairs) == 826
    scored = [benchmark["compare"](pair) for pair in pairs]
    assert benchmark["best"](scored).f1 >= benchmark["FLOOR"]
    assert benchmark["figures"](scored, LINK).f1 >= 0.80
