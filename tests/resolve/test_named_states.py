"""States by name, seat, demonym and abbreviation."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "state"),
    [
        ("Kosovo accused Serbia of moving troops.", "Kosovo", "state:KOS"),
        ("The Kremlin rejected the charge.", "Kremlin", "state:RUS"),
        ("Officials in Skopje said Downing Street had agreed.", "Street", "state:GBR"),
        ("The U.S. imposed sanctions on Burma.", "U.S.", "state:USA"),
        ("The U.S. imposed sanctions on Burma.", "Burma", "state:MMR"),
        ("The UAE and the DPRK exchanged notes.", "DPRK", "state:PRK"),
        ("North Korean hackers attacked a bank.", "Korean", "state:PRK"),
        ("The Albania cyberattack destroyed data.", "Albania", "state:ALB"),
        ("The Republic of China protested.", "Republic", "state:TWN"),
        ("The Democratic Republic of the Congo closed its border.", "Republic", "state:COD"),
    ],
)
def test_a_state_is_known_by_each_of_its_names(resolved, sentence, word, state):
    assert resolved(sentence).id(word) == state


def test_a_possessor_and_a_nationality_are_mentions_of_their_own(resolved):
    text = resolved("Iran's cyberattack followed earlier Israeli raids.")
    assert (text.id("Iran"), text.words("Iran")) == ("state:IRN", "Iran")
    assert (text.id("Israeli"), text.words("Israeli")) == ("state:ISR", "Israeli")
    assert text.mention("cyberattack") is None
    assert text.mention("raids") is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("They told us to polish the floor in may.", "polish"),
        ("They told us to polish the floor in may.", "us"),
        ("Michael Jordan won the match.", "Jordan"),
    ],
)
def test_a_word_that_only_looks_like_a_state_is_none(resolved, sentence, word):
    found = resolved(sentence).id(word)
    assert found is None or not found.startswith("state:")


def test_a_newspaper_named_after_a_place_is_no_mention_of_the_place(resolved):
    text = resolved("The Times of Israel quoted a Turkish general.")
    assert text.id("Times") == "organisation:times-of-israel"
    assert text.mention("Israel") is None


def test_an_official_name_of_iso_is_known(resolved):
    text = resolved("The Hellenic Republic and the Kingdom of Norway signed a treaty.")
    assert (text.id("Republic"), text.id("Kingdom")) == ("state:GRC", "state:NOR")


def test_the_islamic_republic_is_the_one_spoken_of(resolved):
    text = resolved("Iran protested. Pakistan did not. The Islamic Republic of Iran called it baseless.\n")
    assert text.id("Republic") == "state:IRN"
    text = resolved("Iran and France met. France said the Islamic Republic had lied.")
    assert text.id("Republic") == "state:IRN"
    assert resolved("France said the Islamic Republic had lied.").id("Republic") is None


def test_a_dateline_is_no_mention(resolved):
    text = resolved("AMSTERDAM Hackers attacked a bank in Norway.")
    assert text.mention("AMSTERDAM") is None
    assert text.country("Hackers") is None
    assert resolved("IRAN SLAMS US OVER CLAIMS").id("IRAN") == "state:IRN"


def test_a_nationality_written_small_is_known_where_it_is_unmistakable(resolved):
    text = resolved("The iranian diplomats left, and the floor needs polish.")
    assert text.country("diplomats") == "IRN"
    assert text.mention("polish") is None
