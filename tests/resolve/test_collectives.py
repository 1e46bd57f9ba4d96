"""Unnamed parties, what a party owns, and what is no party."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "country", "kind"),
    [
        ("They sanctioned Iranian individuals and entities.", "individuals", "IRN", "group"),
        ("They sanctioned Iranian individuals and entities.", "entities", "IRN", "group"),
        ("Albania expelled a string of Iranian diplomats.", "string", "IRN", "group"),
        ("They listed two men tied to a Syrian militia.", "men", "SYR", "group"),
        ("The Israeli spyware firm denied it.", "firm", "ISR", "company"),
        ("Iran-backed rebels shelled the town.", "rebels", "IRN", "group"),
        ("Protesters clashed with police.", "Protesters", None, "group"),
        ("Gunmen killed 12 villagers.", "villagers", None, "group"),
        ("Hackers struck its nuclear facilities after Iran spoke.", "Hackers", None, "group"),
        ("The attack destroyed Albanian government servers.", "servers", "ALB", "system"),
    ],
)
def test_a_collective_takes_its_country_from_its_phrase(resolved, sentence, word, country, kind):
    entity = resolved(sentence).entity(word)
    assert (entity.country, entity.kind) == (country, kind)


def test_what_is_owned_goes_to_its_owner(resolved):
    text = resolved("Iran said that hackers had struck its nuclear facilities.")
    assert text.country("facilities") == "IRN"
    assert text.words("facilities") == "its nuclear facilities"


@pytest.mark.parametrize("word", ["report", "sanctions", "accusations", "price", "attack", "bug", "idea"])
def test_a_thing_or_an_event_is_no_party(resolved, word):
    text = resolved(
        "The report on the sanctions repeated the accusations; the price of the bug, an idea behind the attack, rose."
    )
    assert text.mention(word) is None


@pytest.mark.parametrize("word", ["power", "infrastructure", "side"])
def test_an_unowned_system_or_a_weak_noun_is_no_party(resolved, word):
    assert resolved("The side of the road lost power, and infrastructure failed.").mention(word) is None


def test_a_class_noun_beside_a_name_is_the_named_group(resolved):
    text = resolved("They hosted the MKO terrorist group. The group held a summit.")
    assert text.id("group") == text.id("group", 1) == "group:mujahedin-e-khalq"


def test_the_company_is_the_last_one_named(resolved):
    text = resolved("NSO Group sells spyware. The company denied the claims.")
    assert text.id("company") == "company:nso-group"


def test_coordinated_members_are_mentions_of_their_own(resolved):
    text = resolved("The United States and the United Kingdom accused Iran.")
    assert text.words("States") == "The United States"
    assert text.words("Kingdom") == "the United Kingdom"


def test_a_relative_clause_is_left_out_of_the_span(resolved):
    text = resolved("The rebels who had taken the capital in March released the soldiers held since then.")
    assert text.words("rebels") == "The rebels"
    assert text.words("soldiers") == "the soldiers"


@pytest.mark.parametrize(
    ("sentence", "word", "members"),
    [
        ("Russian and Chinese officials met.", "officials", ("group:rus-official", "group:chn-official")),
        ("The US and Turkish governments agreed.", "governments", ("state:USA", "state:TUR")),
        ("The ministers of Japan and South Korea met.", "ministers", ("group:jpn-minister", "group:kor-minister")),
    ],
)
def test_a_collective_of_several_states_has_a_member_for_each(resolved, sentence, word, members):
    text = resolved(sentence)
    head = next(t for t in text.parsed.tokens if t.text == word)
    assert text.resolution.members[head.i] == members
    assert text.country(word) is None
    assert all(member in text.resolution.entities for member in members)
