"""Word pieces: the longest that fit, offsets into the text as given, letter case kept beside an uncased vocabulary."""

import pytest

from averment.models.pieces import Case, Quote, Vocabulary, case_of, quotes

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "envoy", "den", "##ied", "##y", '"', ".", "cafe"]


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(WORDS)


def test_the_longest_piece_is_taken_and_only_the_first_opens_the_word(vocabulary: Vocabulary) -> None:
    pieces = vocabulary.pieces("The envoy denied.")
    assert [(WORDS[p.number], p.begin, p.end, p.opens) for p in pieces] == [
        ("the", 0, 3, True), ("envoy", 4, 9, True), ("den", 10, 13, True), ("##ied", 13, 16, False),
        (".", 16, 17, True),
    ]  # fmt: skip


def test_accents_are_dropped_and_offsets_are_the_texts_own(vocabulary: Vocabulary) -> None:
    text = "the cafe\u0301"
    (_, cafe) = vocabulary.pieces(text.replace("e\u0301", "é"))
    assert (WORDS[cafe.number], cafe.begin, cafe.end) == ("cafe", 4, 8)


def test_a_word_without_pieces_is_unknown_as_a_whole(vocabulary: Vocabulary) -> None:
    (piece,) = vocabulary.pieces("denx")
    assert (piece.number, piece.begin, piece.end) == (vocabulary.unknown, 0, 4)


@pytest.mark.parametrize(
    ("word", "case"),
    [("envoy", Case.LOWER), ("Envoy", Case.TITLE), ("A", Case.TITLE), ("NATO", Case.UPPER), ("McAuliffe", Case.MIXED),
     ("2022", Case.NONE)],
)  # fmt: skip
def test_letter_case(word: str, case: Case) -> None:
    assert case_of(word) is case


def test_pieces_know_whether_they_are_quoted(vocabulary: Vocabulary) -> None:
    text = 'the "envoy" denied'
    states = quotes(text, vocabulary.pieces(text))
    assert states[:5] == [Quote.OUTSIDE, Quote.MARK, Quote.INSIDE, Quote.MARK, Quote.OUTSIDE]
