"""Windows: whole sentences packed together, every piece in exactly one of them."""

from collections.abc import Callable

import pytest

from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, bounds, pieces, windows
from averment.parse.tree import Parsed, Sentence, Token

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "envoys", "met", ".", '"'])


def parsed(*paragraphs: str) -> Parsed:
    """Each paragraph on a line of its own, a sentence to each full stop; no tree."""
    made = Parsed("\n".join(paragraphs))
    at = 0
    for number, paragraph in enumerate(paragraphs):
        first = len(made.tokens)
        for word in paragraph.split():
            begin = made.text.index(word, at)
            at = begin + len(word)
            made.tokens.append(Token(len(made.tokens), begin, word, word, "X", "X", "dep", ""))
            if word == ".":
                made.sentences.append(Sentence(first, len(made.tokens), number, made.tokens[first]))
                first = len(made.tokens)
    return made


@pytest.fixture
def packed() -> Callable[..., list[list[int]]]:
    def pack(document: Parsed, longest: int, first: int = 0) -> list[list[int]]:
        sentences = bounds(document)
        reads = pieces(document.text, sentences, VOCABULARY)
        return [w.places for w in windows(sentences, reads, VOCABULARY, longest, first)]

    return pack


def test_sentences_share_a_window_while_they_fit(packed: Callable[..., list[list[int]]]) -> None:
    document = parsed("envoys met . envoys met . envoys met .")
    s = SEPARATING
    assert packed(document, 9) == [[s, 0, 1, 2, 3, 4, 5, s], [s, 6, 7, 8, s]]


def test_a_separator_stands_between_paragraphs(packed: Callable[..., list[list[int]]]) -> None:
    document = parsed("envoys met .", "envoys met .")
    s = SEPARATING
    assert packed(document, 20) == [[s, 0, 1, 2, s, 3, 4, 5, s]]


def test_a_sentence_longer_than_two_windows_is_cut_and_nothing_is_lost(packed: Callable[..., list[list[int]]]) -> None:
    document = parsed("envoys " * 50 + ".")
    found = packed(document, 10)
    assert max(map(len, found)) <= 21
    assert [place for window in found for place in window if place != SEPARATING] == list(range(51))


def test_the_first_window_may_end_early(packed: Callable[..., list[list[int]]]) -> None:
    document = parsed("envoys met . envoys met . envoys met .")
    s = SEPARATING
    assert packed(document, 20, 1) == [[s, 0, 1, 2, s], [s, 3, 4, 5, 6, 7, 8, s]]


def test_an_article_without_words_has_no_windows(packed: Callable[..., list[list[int]]]) -> None:
    assert packed(Parsed(""), 10) == []


def test_pieces_of_a_typed_quotation_mark_have_the_articles_offsets() -> None:
    document = parsed("''envoys'' met .")
    assert [(r.piece.begin, r.piece.end) for r in pieces(document.text, bounds(document), VOCABULARY)][:3] == [
        (0, 2),
        (2, 8),
        (8, 10),
    ]
