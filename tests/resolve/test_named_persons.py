"""Persons by name, surname and role."""

import pytest

pytestmark = pytest.mark.model


def test_role_and_country_before_the_name(resolved):
    text = resolved("Norwegian Foreign Minister Kari Solberg condemned the raid. Solberg left.")
    entity = text.entity("Solberg")
    assert (entity.name, entity.kind, entity.country, entity.sectors) == ("Kari Solberg", "person", "NOR", ("GOV",))
    assert text.words("Solberg") == "Norwegian Foreign Minister Kari Solberg"
    assert text.id("Norwegian") == "state:NOR"
    assert text.id("Solberg", 1) == entity.id
    assert "a name of Kari Solberg" in text.mention("Solberg", 1).reason


def test_role_and_country_in_an_apposition(resolved):
    text = resolved("Jane Porter, the spokesperson of the US National Security Council, condemned the attack.")
    assert text.country("Porter") == "USA"
    assert text.id("spokesperson") == text.id("Porter")


def test_an_office_without_a_name(resolved):
    text = resolved("The Prime Minister of Albania said that his country had severed its relations with Iran.")
    assert text.entity("Minister").kind == "person"
    assert text.country("Minister") == "ALB"
    assert text.id("his") == text.id("Minister")
    assert text.id("country") == "state:ALB"
    assert text.id("its") == "state:ALB"


def test_a_role_is_the_person_who_was_named_with_it(resolved):
    text = resolved(
        "Iranian Foreign Ministry Spokesperson Reza Karimi rejected the claims. He left. The Spokesperson returned. "
        "The Iranian spokesman spoke again."
    )
    person = text.id("Karimi")
    assert [text.id("He"), text.id("Spokesperson", 1), text.id("spokesman")] == [person] * 3


def test_a_role_spoken_of_first_is_the_person_named_later(resolved):
    text = resolved("The Danish defence minister flew to Oslo. Danish defence minister Nils Holm met nobody.")
    assert text.id("minister") == text.id("Holm") == "person:nils-holm"


def test_a_bare_name_after_an_unnamed_subject_is_theirs(resolved):
    text = resolved("The Serbian foreign ministry spokesman rejected the claims. Milan Petrovic called them absurd.")
    assert text.id("spokesman") == text.id("Petrovic")
    assert text.country("Petrovic") == "SRB"


def test_another_country_is_another_person(resolved):
    text = resolved("French Foreign Minister Luc Marchand spoke. The German foreign minister answered.")
    assert text.id("minister") != text.id("Marchand")
    assert text.country("minister") == "DEU"


def test_where_a_person_is_does_not_say_whose_they_are(resolved):
    assert resolved("Foreign Minister Luc Marchand in Geneva rejected the claims.").country("Marchand") is None
