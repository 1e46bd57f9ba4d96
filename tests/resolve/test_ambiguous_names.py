"""Names of several parties, and names that hold a state's name and stand for something else."""

import pytest

from averment.errors import LexiconError
from averment.resolve.gazetteer import Sort
from averment.resolve.listings import ambiguous

model = pytest.mark.model


@model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Syria was calm. The SDF lost two men.", "SDF", "SYR"),
        ("Japan was calm. The SDF lost two men.", "SDF", "JPN"),
        ("The SDF lost two men.", "SDF", None),
        ("Japan and Syria were calm. The SDF lost two men.", "SDF", None),
        ("Syria was calm. In Japan the SDF lost two men.", "SDF", "JPN"),
        ("The Senate voted on Russia.", "Senate", "USA"),
        ("Italy was calm. The Senate voted on Russia.", "Senate", "ITA"),
        ("Italy met the United States. The Senate voted on Russia.", "Senate", "USA"),
        ("MANILA, May 3 - The Philippines met the United States. The Senate voted.", "Senate", "PHL"),
        ("Congo signed the text.", "Congo", "COD"),
        ("Congo signed the text in Brazzaville.", "Congo", "COG"),
        ("Georgia signed the text.", "Georgia", "GEO"),
        ("The United States praised Georgia.", "Georgia", "GEO"),
        ("Voters in Georgia and Ohio were calm.", "Georgia", "USA"),
        ("The United States opened a consulate in Birmingham.", "Birmingham", "GBR"),
    ],
)
def test_a_name_of_several_means_the_one_whose_country_alone_is_spoken_of(resolved, text, word, country):
    assert resolved(text).country(word) == country


@model
def test_the_reason_names_the_candidates_and_what_decided(resolved):
    candidates = "SDF may be Self-Defense Forces (JPN), Syrian Democratic Forces (SYR)"
    text = resolved("Syria was calm. The SDF lost two men.")
    assert text.mention("SDF").reason == f"{candidates}; of these the paragraph speaks of SYR alone"
    assert resolved("The SDF lost two men.").mention("SDF").reason == candidates


@model
@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Two men died in Birmingham, Alabama.", "Birmingham", "USA"),
        ("Two men died in Birmingham.", "Birmingham", "GBR"),
        ("A mob in Tripoli, Lebanon burned a bus.", "Tripoli", "LBN"),
        ("Two men died in Athens, Georgia.", "Athens", "USA"),
        ("Two men died in Batumi, Georgia.", "Batumi", "GEO"),
        ("He met envoys in Washington, Britain and France.", "Washington", "USA"),
        ("In Geneva, Iran rejected the text.", "Geneva", "CHE"),
    ],
)
def test_a_town_is_in_the_region_named_behind_it(resolved, text, word, country):
    assert resolved(text).country(word) == country


@model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A ship sank in the Irish Sea.", "Irish"),
        ("A ship sank in the Gulf of Oman.", "Oman"),
        ("A ship sank off the Korean Peninsula.", "Korean"),
        ("Latin American leaders met.", "American"),
        ("Latin American leaders met.", "leaders"),
        ("The Geneva Conventions forbid it.", "Geneva"),
    ],
)
def test_a_name_that_holds_a_state_is_not_of_it(resolved, text, word):
    assert resolved(text).country(word) is None


@model
@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("The F.S.B. arrested him.", "F.S.B.", "organ:federal-security-service"),
        ("The Phillippines protested.", "Phillippines", "state:PHL"),
        ("NATO sent ships. The alliance will stay.", "alliance", "organisation:nato"),
        ("NATO spoke to Reuters. The military alliance will stay.", "alliance", "organisation:nato"),
    ],
)
def test_points_spellings_and_nouns_do_not_hide_a_party(resolved, text, word, party):
    assert resolved(text).id(word) == party


@model
def test_their_countries_are_the_two_spoken_of_together(resolved):
    text = resolved("Albania and Kosovo said that trade between their countries had grown.")
    assert text.id("countries") == "group:albania-and-kosovo"


@model
def test_a_decade_is_its_ten_years(resolved):
    assert resolved("They were trained in the 1980s.").dates() == {"1980s": ("1980-01-01", "1989-12-31")}


def test_every_ambiguous_name_has_two_meanings_and_at_most_one_usual_one():
    for name, listing in (*ambiguous(of_states=True), *ambiguous(of_states=False)):
        assert len(listing.meanings) >= 2, name
        assert listing.country in (None, *(m.country for m in listing.meanings)), name
        assert all(m.sort is not Sort.LOOKALIKE for m in listing.meanings), name


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SDF,,JPN:Self-Defense Forces;XYZ:Forces", r"ambiguous\.csv, line 2: there is no state with the code 'XYZ'"),
        ("SDF,SYR,JPN:Self-Defense Forces;COD:Allied Democratic Forces", r"line 2: no meaning of 'SDF' is of 'SYR'"),
        ("SDF,,JPN:Self-Defense Forces;:Forces", r"line 2: 'Forces' of no country is in no list"),
    ],
)
def test_a_wrong_meaning_is_told_with_its_line(monkeypatch, line, told):
    from averment.resolve import listings, tables

    def rows(file, columns):
        if file != "ambiguous.csv":
            return tables.rows(file, columns)
        return [tables.Row(file, 2, dict(zip(columns, line.split(","), strict=True)))]

    monkeypatch.setattr(listings, "rows", rows)
    with pytest.raises(LexiconError, match=told):
        listings.ambiguous(of_states=False)
