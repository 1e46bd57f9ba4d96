"""Pronouns, "the country", "these two countries", "the statement"."""

import pytest

pytestmark = pytest.mark.model


def test_it_is_the_subject_of_the_verb_that_reports(resolved):
    text = resolved("The Treasury said it has designated Iran's Ministry of Intelligence and its minister.")
    assert text.id("it") == "organ:department-of-the-treasury"
    assert text.country("minister") == "IRN"


def test_it_without_meaning_stands_for_nothing(resolved):
    assert resolved("Iran protested. It is clear that nobody listened.").mention("It") is None


def test_we_is_the_state_of_the_speaker(resolved):
    text = resolved('"We condemn the raid, and our allies do too," Swedish Prime Minister Eva Lind said.')
    assert text.id("We") == text.id("our") == "state:SWE"


def test_the_country_is_not_the_one_that_the_speaker_calls_ours(resolved):
    text = resolved(
        "Albania accused Iran. Iranian minister Reza Karimi said that he regrets the country's decision to sever "
        "relations with our country."
    )
    assert (text.id("country"), text.id("country", 1)) == ("state:ALB", "state:IRN")


def test_an_ambassador_to_the_country_is_in_another(resolved):
    text = resolved("Albania protested. It expelled Tehran's ambassador to the country.")
    assert text.id("country") == "state:ALB"


def test_a_region_narrows_the_country(resolved):
    text = resolved("Albania expelled Iranian diplomats from the Balkan country.")
    assert text.id("country") == "state:ALB"


def test_these_two_countries_are_the_two_joined_before(resolved):
    text = resolved("Iran rejected the claims of France and Spain, saying that these two countries had lied.")
    (head,) = text.resolution.members
    assert text.parsed.tokens[head].text == "countries"
    assert text.resolution.members[head] == ("state:FRA", "state:ESP")
    assert text.country("countries") is None
    span = text.mention("countries").span
    assert {m.entity for m in text.resolution.mentions if m.span == span} >= {"state:FRA", "state:ESP"}


def test_both_sides_stay_open_among_three(resolved):
    text = resolved("Iran met Iraq, Syria met Turkey, and Oman watched. Both countries agreed.")
    assert text.resolution.members == {}


def test_unnamed_countries_are_a_group_without_a_country(resolved):
    entity = resolved("He said that third countries had helped.").entity("countries")
    assert (entity.kind, entity.country) == ("group", None)


def test_the_statement_speaks_for_who_issued_it(resolved):
    text = resolved("The Cuban foreign ministry issued a statement on Monday. The statement said that Spain had lied.")
    assert text.id("statement", 1) == text.id("ministry") == "organ:cub-foreign-ministry"
    assert text.mention("statement") is None


def test_a_predicate_is_what_its_subject_is(resolved):
    text = resolved("As a victim of cyber attacks, Iran condemns them.")
    assert text.id("victim") == "state:IRN"


def test_who_is_the_party_before_it(resolved):
    text = resolved("The rebels, who had taken Goma, withdrew.")
    assert text.id("who") == text.id("rebels")


def test_every_mention_has_its_reason_and_its_words(resolved):
    text = resolved("On Friday the Iranian spokesman said that he and these two countries would meet in Doha.")
    assert text.resolution.mentions
    for mention in text.resolution.mentions:
        assert mention.reason
        assert mention.span.of(text.parsed.text).strip()
        assert mention.entity in text.resolution.entities


def test_the_same_text_gives_the_same_resolution(resolved):
    words = "Hackers struck a bank in Oslo. The hackers said that they had left. Norway blamed Russian hackers."
    assert resolved(words).resolution == resolved(words).resolution


def test_both_sides_are_the_two_states_spoken_of(resolved):
    text = resolved("Armenia and Azerbaijan exchanged fire. Both sides accused each other.")
    head = next(t for t in text.parsed.tokens if t.text == "sides")
    assert text.resolution.members[head.i] == ("state:ARM", "state:AZE")


def test_a_noun_beside_a_name_is_the_named_party(resolved):
    text = resolved("Russia, a key mediator, stepped up its efforts.")
    assert text.id("mediator") == text.id("its") == "state:RUS"


def test_an_object_pronoun_is_not_who_acts_on_it(resolved):
    text = resolved("Mr Bob Holm met Mr Carl Lund. Lund praised him.")
    assert text.id("him") == "person:bob-holm"


def test_she_is_no_man(resolved):
    text = resolved("Mary Stone flew to Oslo with John Hill. Hill spoke first. She left.")
    assert text.id("She") == "person:mary-stone"


def test_whom_things_are_done_to_goes_on_as_the_subject_of_a_passive(resolved):
    text = resolved("The federal prosecutor issued a warrant against Bob Holm. He is also wanted by the FBI.")
    assert text.id("He") == "person:bob-holm"


def test_it_is_not_a_name_in_its_own_words(resolved):
    text = resolved("Cuba's mission denied the charge. Spain and Chile have no standing, it said.")
    assert text.country("it") == "CUB"


def test_they_are_the_subject_of_the_main_clause_before(resolved):
    text = resolved("The hackers broke a system with which villagers pay bills. They also leaked emails.")
    assert text.id("They") == text.id("hackers")


def test_the_country_as_a_subject_is_the_subject_before(resolved):
    text = resolved("Albania cut its ties with Iran. The country has sheltered rebels.")
    assert text.id("country") == "state:ALB"
