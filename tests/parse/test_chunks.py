from averment.parse.chunks import LONGEST, chunks
from averment.records import Span


def test_an_ordinary_paragraph_is_one_piece():
    assert list(chunks("Iran said no.", Span(0, 13))) == [Span(0, 13)]


def test_white_space_alone_is_no_piece():
    assert list(chunks("  \u00a0 ", Span(0, 4))) == []


def test_a_long_paragraph_is_cut_after_a_sentence():
    text = "Iran said no. " * 1000
    pieces = list(chunks(text, Span(0, len(text))))
    assert len(pieces) > 1
    assert all(piece.end - piece.begin <= LONGEST for piece in pieces)
    assert all(text[: piece.end].endswith(". ") for piece in pieces)
    assert "".join(piece.of(text) for piece in pieces) == text


def test_a_line_without_any_space_is_cut_all_the_same():
    text = "x" * (LONGEST * 3 + 5)
    assert [p.end - p.begin for p in chunks(text, Span(0, len(text)))] == [LONGEST, LONGEST, LONGEST, 5]
