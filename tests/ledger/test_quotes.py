"""The sentence around words, read off the punctuation."""

import pytest

from averment.ledger.quotes import SENTENCE_REACH, quote, sentence
from averment.records import Span

TEXT = "Mr. Rama met U.S. officials. “Iran hacked us.” Accusations came at 5 p.m. today.\nTehran denied it"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("met", "Mr. Rama met U.S. officials."),
        ("hacked", "“Iran hacked us.”"),
        ("Accusations", "Accusations came at 5 p.m. today."),
        ("denied", "Tehran denied it"),
    ],
)
def test_a_sentence_ends_where_its_punctuation_says(word: str, expected: str) -> None:
    begin = TEXT.index(word)
    around = sentence(TEXT, [Span(begin, begin + len(word))], [Span(0, len(TEXT))])
    assert around is not None
    assert around.of(TEXT) == expected


def test_a_sentence_stays_in_its_paragraph() -> None:
    text = "no stop here then denied and on"
    around = sentence(text, [Span(18, 24)], [Span(0, 12), Span(13, 24)])
    assert around == Span(13, 24)


def test_an_endless_line_is_cut() -> None:
    text = "word " * 100_000
    around = sentence(text, [Span(250_000, 250_004)], [Span(0, len(text))])
    assert around is not None
    assert around.end - around.begin <= 2 * SENTENCE_REACH + 4


def test_no_words_have_no_sentence() -> None:
    assert sentence(TEXT, [], []) is None


def test_a_quote_marks_what_it_leaves_out() -> None:
    assert quote("abcdef", [Span(4, 6), Span(0, 1), Span(1, 2)]) == "ab … ef"
