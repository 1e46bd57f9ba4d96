import pytest

from averment.errors import RejectedError
from averment.read import read_text
from averment.read.language import _identifier, refuse_language

ENGLISH = "The ministry said on Friday that it had expelled the diplomats and would not take them back. "
SPANISH = (
    "El ministerio anunció el viernes que había expulsado a los diplomáticos y que no permitiría su regreso al país. "
    "Según el portavoz, la decisión se tomó después de una larga investigación de los servicios de seguridad. "
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SPANISH, "es"),
        (
            "Das Ministerium teilte am Freitag mit, dass es die Diplomaten ausgewiesen habe.",
            "de",
        ),
        (
            "Ministeriet oplyste fredag, at det har udvist diplomaterne for at have deltaget i angrebet.",
            "da",
        ),
        (
            "Het ministerie zei vrijdag dat het de diplomaten heeft uitgezet en dat ze niet mogen terugkeren.",
            "nl",
        ),
        ("Министерство сообщило в пятницу, что выслало дипломатов из страны.", "ru"),
        ("وزارت خارجه ایران اتهامات را رد کرد و آن را بی‌اساس خواند.", "fa"),
    ],
)
def test_other_languages_are_rejected_with_their_code(text: str, code: str) -> None:
    with pytest.raises(RejectedError, match=f"'{code}'") as caught:
        read_text(text)
    assert caught.value.reason == "language"


@pytest.mark.parametrize(
    "text",
    [
        "Tirana expels diplomats",
        "ALBANIA CUTS TIES WITH IRAN OVER CYBERATTACK",
        "NATO: no comment",
        "Kanaani: ‘baseless’",
        (ENGLISH * 3).upper(),
        "\u200f" + ENGLISH,
    ],
)
def test_headlines_and_capitals_are_read(text: str) -> None:
    assert read_text(text).language == "en"


@pytest.mark.parametrize("text", [ENGLISH * 30 + SPANISH * 30, SPANISH * 30 + ENGLISH * 30])
def test_of_two_languages_one_is_enough(text: str) -> None:
    assert refuse_language(text, ("en",)) == "en"


def test_a_language_that_is_asked_for_is_read() -> None:
    assert read_text(SPANISH, languages=("en", "es")).language == "es"


def test_english_needs_no_model() -> None:
    _identifier.cache_clear()
    refuse_language(ENGLISH, ("en",))
    assert _identifier.cache_info().currsize == 0
