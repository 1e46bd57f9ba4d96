"""Ministries, agencies, courts, forces and organisations."""

import pytest

pytestmark = pytest.mark.model


def test_every_wording_of_a_foreign_ministry_is_one_body(resolved):
    text = resolved(
        "The Albanian foreign ministry protested. Albania's Ministry of Foreign Affairs repeated it. "
        "The Foreign Ministry of Albania closed the embassy."
    )
    assert {text.id("ministry"), text.id("Ministry"), text.id("Ministry", 1)} == {"organ:alb-foreign-ministry"}
    assert text.country("ministry") == "ALB"
    assert text.words("Ministry") == "Albania's Ministry of Foreign Affairs"


def test_a_government_is_its_state(resolved):
    text = resolved("The government of Albania and the American government signed.")
    assert (text.id("government"), text.id("government", 1)) == ("state:ALB", "state:USA")


def test_a_body_within_a_department_is_known_by_its_own_name_and_then_its_acronym(resolved):
    text = resolved(
        "The US Department of the Treasury's Office of Foreign Assets Control (OFAC) named ten men. OFAC gave none."
    )
    office = "organ:office-of-foreign-assets-control"
    assert text.id("Department") == office or text.id("Office") == office
    assert text.id("OFAC", 1) == office
    assert text.country("OFAC", 1) == "USA"


def test_an_acronym_in_brackets_stands_for_the_name_before_it(resolved):
    text = resolved("The Baltic Maritime Council (BMC) met in Riga. The BMC condemned the raid.")
    assert text.id("Council") is not None
    assert text.id("BMC", 1) == text.id("Council")


def test_the_phrase_names_another_country_than_the_list(resolved):
    text = resolved("The Philippine Senate accused the company.")
    assert text.country("Senate") == "PHL"


def test_a_body_without_a_country_takes_the_only_one_around(resolved):
    text = resolved("Georgia held an election on Saturday. The foreign ministry dismissed the claims.")
    assert text.country("ministry") == "GEO"
    assert "only country" in text.mention("ministry").reason


def test_a_body_stays_open_among_several_countries(resolved):
    text = resolved("Armenia and Azerbaijan held talks. The foreign ministry dismissed the claims.")
    assert text.country("ministry") is None


def test_the_ministry_is_the_last_one(resolved):
    text = resolved("Poland's defence ministry sent troops. The ministry said that it would withdraw them.")
    assert text.id("ministry", 1) == text.id("ministry") == "organ:pol-defense-ministry"
    assert text.id("it") == "organ:pol-defense-ministry"


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("NATO condemned the raid.", "NATO", "NATO"),
        ("The IAEA sent inspectors.", "IAEA", "International Atomic Energy Agency"),
        ("The European Union froze the funds.", "Union", "European Union"),
    ],
)
def test_organisations_have_no_country(resolved, sentence, word, name):
    entity = resolved(sentence).entity(word)
    assert (entity.name, entity.country) == (name, None)


def test_a_mission_and_a_representation_at_one_place_are_one(resolved):
    text = resolved(
        "Cuba's representation in the United Nations objected. Cuba's permanent mission to the United Nations spoke."
    )
    assert text.id("representation") == text.id("mission")
    assert text.words("mission") == "Cuba's permanent mission to the United Nations"


@pytest.mark.parametrize(
    ("sentence", "word", "country"),
    [
        ("APT34 broke into the network.", "APT34", None),
        ("Researchers blamed Charming Kitten.", "Kitten", "IRN"),
        ("Researchers blamed Azure Panda.", "Panda", "CHN"),
    ],
)
def test_threat_groups_by_the_schemes_of_vendors(resolved, sentence, word, country):
    entity = resolved(sentence).entity(word)
    assert (entity.kind, entity.country) == ("group", country)


def test_a_foreign_government_is_not_the_one_around(resolved):
    text = resolved("Poland arrested an officer. He sold secrets to a foreign government.")
    assert text.country("government") is None


def test_the_ministry_may_be_a_listed_one(resolved):
    text = resolved("Washington blamed Iran's Ministry of Intelligence. The ministry denied it.")
    assert text.id("ministry") == "organ:ministry-of-intelligence-and-security"
