"""The tables and lists beside the code, and how names are found by them."""

import pytest

from averment.errors import LexiconError
from averment.parse.tree import Token
from averment.records import EntityKind
from averment.resolve import tables
from averment.resolve.gazetteer import Gazetteer, Listing, Sort, words_of
from averment.resolve.listings import parties, slug, state, state_names, states
from averment.resolve.nouns import NounKind, nouns
from averment.resolve.wordlists import wordlist

COLUMNS = ("name", "country")


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table file in place of the package's own."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    return tmp_path / "data" / "made.csv"


def test_a_row_with_a_missing_cell_names_file_and_line(table):
    table.write_text("name,country\nHezb,LBN\nalone\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"made\.csv, line 3: 1 cells instead of 2"):
        tables.rows("made.csv", COLUMNS)


def test_an_empty_name_is_refused(table):
    table.write_text("name,country\n,LBN\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="'name' is empty"):
        tables.rows("made.csv", COLUMNS)


def test_wrong_columns_are_refused(table):
    table.write_text("title,country\nHezb,LBN\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="columns must be name, country"):
        tables.rows("made.csv", COLUMNS)


def test_an_unknown_word_list_says_what_to_do():
    with pytest.raises(LexiconError, match="no list of words called 'colours'"):
        wordlist("colours")


def test_every_state_has_a_code_of_its_own_and_all_lists_load():
    assert len(state_names()) >= 200
    assert {"KOS", "PSE", "TWN", "HKG", "VAT"} <= state_names().keys()
    assert states() is states()
    assert parties() is parties()


def test_the_nouns_cover_roles_collectives_and_bodies():
    kinds = [noun.kind for noun in nouns().values()]
    assert kinds.count(NounKind.PERSON) >= 300
    assert set(kinds) == set(NounKind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Côte d'Ivoire", "cote-divoire"), ("Al-Qaeda", "al-qaeda"), ("  US  Navy ", "us-navy"), ("!!", "x")],
)
def test_a_slug_is_plain(text, expected):
    assert slug(text) == expected


def test_a_state_has_its_id():
    listing = state("ALB")
    assert (listing.id, listing.name, listing.kind) == ("state:ALB", "Albania", EntityKind.STATE)


def made(*texts: str) -> list[Token]:
    """Tokens that all hang on the first."""
    tokens = [Token(i, 10 * i, text, text, "PROPN", "NNP", "dep", "") for i, text in enumerate(texts)]
    for token in tokens:
        token.head = tokens[0]
    return tokens


def gazetteer(*names: str) -> Gazetteer:
    return Gazetteer(
        (name, Listing(Sort.PARTY, slug(name), name, EntityKind.GROUP, None, (), "a test")) for name in names
    )


def test_the_longest_name_at_a_place_is_found():
    hits = gazetteer("New York", "New York Times").scan(made("New", "York", "Times"))
    assert {hit.listing.name for hit in hits.values()} == {"New York Times"}
    assert set(hits) == {0, 1, 2}


def test_an_acronym_must_stand_in_capitals_and_a_name_with_a_capital():
    known = gazetteer("US", "Turkey")
    assert not known.scan(made("us", "Us", "turkey"))
    assert len(known.scan(made("US", "TURKEY"))) == 2


def test_hyphens_and_possessives_are_cut_as_the_parser_cuts_them():
    assert words_of("Al-Qaeda's wing") == ("Al", "-", "Qaeda", "'s", "wing")
    assert words_of("APT-28") == ("APT-28",)
