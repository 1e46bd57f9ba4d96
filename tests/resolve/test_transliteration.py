"""One name in several spellings."""

import pytest

from averment.resolve.transliteration import known_person, sounds


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kanani", "Kanaani", "Kan'ani", "Kan’ani"),
        ("Dehghan", "Dehqan"),
        ("Zelensky", "Zelenskyy", "Zelenskiy"),
        ("Suleimanov", "Suleymanov"),
        ("al-Rashid", "Al-Rasheed", "el Rashid"),
        ("Gaddafi", "Qaddafi", "Gadhafi", "Ghadafi"),
        ("Evtushenko", "Yevtushenko"),
        ("Vučić", "Vucic"),
        ("Lukashenko", "Lukaschenko"),
        ("Chernov", "Tschernow"),
        ("Haniya", "Haniyeh", "Haniyah"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    assert len({sounds(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karimi", "Kazemi"), ("Putin", "Puttnam"), ("Rama", "Roma"), ("Ivanov", "Ivanova"), ("Lavrov", "Lazarov")],
)
def test_other_names_do_not(one, other):
    assert sounds(one) != sounds(other)


def test_a_listed_person_is_known_by_another_spelling_of_a_long_name():
    assert known_person("Ghadafi").name == "Muammar Gaddafi"
    assert known_person("Abdel Fattah el-Sissi").country == "EGY"
    assert known_person("Vučić").country == "SRB"
    assert known_person("Ramah") is None
    assert known_person("Jane Roe") is None


@pytest.mark.model
@pytest.mark.parametrize("again", ["Kanani", "Kan'ani", "Mr. Kananni"])
def test_a_later_spelling_is_the_person_named_before(resolved, again):
    text = resolved(f"Nasser Kanaani, spokesman of Iran's foreign ministry, denied it. {again} added that it was old.")
    entity = text.entity(again.split()[-1])
    assert (entity.name, entity.country) == ("Nasser Kanaani", "IRN")


@pytest.mark.model
def test_another_first_name_is_another_person(resolved):
    text = resolved("Nasser Kanaani denied it. Reza Kanani added that it was old.")
    assert text.id("Kanaani") != text.id("Kanani")
