"""Numbers read off a row of words."""

import pytest

from averment.code.numerals import numeral, quantity_words
from averment.parse.tree import Token

SAID = [
    ("12 soldiers", 0, "12"),
    ("1,200 people", 0, "1200"),
    ("2.5bn", 0, "2500000000"),
    ("twelve soldiers", 0, "12"),
    ("three hundred and five people", 0, "305"),
    ("three hundred and five people", 3, "305"),
    ("thirty - five spies", 2, "35"),
    ("two thousand and forty two", 0, "2042"),
    ("a dozen envoys", 1, "12"),
    ("half a million people", 2, "1000000"),
    ("1.5 million", 1, "1500000"),
    ("more than 100 servers", 2, "more than 100"),
    ("no fewer than 100 servers", 3, "at least 100"),
    ("close to 40 people", 2, "nearly 40"),
    ("as many as 12 people", 3, "up to 12"),
    ("10 to 15 men", 2, "10 to 15"),
    ("between 10 and 15 men", 3, "10 to 15"),
    ("$ 4 million in aid", 1, "USD 4000000"),
    ("over $ 4 million in aid", 3, "more than USD 4000000"),
    ("€ 2.5bn", 1, "EUR 2500000000"),
    ("20 million euros", 1, "EUR 20000000"),
    ("4 million US dollars", 0, "USD 4000000"),
    ("two and a plan", 0, "2"),
]


def row(words: str) -> list[Token]:
    tokens, begin = [], 0
    for i, word in enumerate(words.split()):
        tokens.append(Token(i, begin, word, word, "NUM" if word[0].isdigit() else "X", "", "", ""))
        begin += len(word) + 1
    return tokens


@pytest.mark.parametrize(("words", "at", "said"), SAID, ids=[f"{words} at {at}" for words, at, _ in SAID])
def test_a_number_is_read_whole_from_any_of_its_words(words, at, said):
    found = numeral(row(words), at)
    assert found is not None
    assert found.said == said


@pytest.mark.parametrize(("words", "at"), [("two three men", 0), ("John M Smith", 1), ("10th army", 0), ("the men", 1)])
def test_what_makes_no_number(words, at):
    assert numeral(row(words), at) is None


def test_a_preposition_is_no_hedge():
    tokens = row("over 3 ministers")
    assert numeral(tokens, 1).said == "more than 3"
    tokens[0].dep = "prep"
    assert numeral(tokens, 1).said == "3"


def test_the_words_are_in_lower_case_and_the_fates_are_those_of_plover():
    words = quantity_words()
    keys = [*words.numbers, *words.scales, *words.bounds, *words.currencies, *words.fates, *words.of, *words.before]
    assert [key for key in keys if key != key.lower()] == []
    assert set(words.fates.values()) == {"killed", "injured", "arrested"}
