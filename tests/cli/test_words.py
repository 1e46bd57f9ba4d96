"""Records in words: safe for a terminal, short, dated."""

from datetime import date

import pytest

from averment.cli.words import days, flat, named, plain, published, quote, shortened, standing
from averment.records import DateRange, Entity, EntityKind, PublishedBasis, Span, Stance, Status


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("\x1b]0;new title\x07Tirana", "Tirana"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("\x1bcreset", "reset"),
        ("beep\x07 back\x08space \x00nul \x7fdel \x85next", "beep backspace nul del next"),
        ("left\u202eright\u2066", "leftright"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("a\tb\nc", "a\tb\nc"),
        ("Shqipëria 你好 🇦🇱", "Shqipëria 你好 🇦🇱"),
    ],
)
def test_nothing_in_a_text_steers_the_terminal(text: str, shown: str):
    assert plain(text) == shown


def test_flat_text_is_one_line():
    assert flat(" The\u2028 minister\n\nsaid\u00a0so ") == "The minister said so"


def test_text_is_shortened_between_words():
    assert shortened("The ministry rejected the baseless claims", 30) == "The ministry rejected the…"
    assert shortened("The ministry", 12) == "The ministry"
    assert shortened("x" * 50, 10) == "x" * 9 + "…"
    assert shortened("He said no, and then more words", 13) == "He said no…"


@pytest.mark.parametrize("limit", range(5, 45))
def test_shortened_text_keeps_to_its_limit(limit: int):
    assert len(shortened("The ministry, which rejected the baseless claims", limit)) <= limit


def test_a_quote_joins_its_pieces_and_has_one_pair_of_marks():
    text = "“We deny it,” he said, “all of it.”"
    assert quote(text, [Span(0, 13), Span(22, len(text))]) == "“We deny it, … all of it.”"
    assert quote(text, [Span(1, 13)]) == "“We deny it,”"
    assert quote("He said “no”", [Span(0, 12)]) == "“He said “no””"
    assert quote(text, []) == ""


def test_words_side_by_side_are_one_piece():
    assert quote("Tirana broke off ties", [Span(7, 12), Span(13, 16)]) == "“broke off”"
    assert quote("Tirana broke ties off", [Span(7, 12), Span(18, 21)]) == "“broke … off”"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2022, 7, 15), (2022, 7, 15), "2022-07-15"),
        ((2022, 7, 1), (2022, 7, 31), "2022-07"),
        ((2024, 2, 1), (2024, 2, 29), "2024-02"),
        ((2022, 1, 1), (2022, 12, 31), "2022"),
        ((2022, 7, 15), (2022, 7, 18), "2022-07-15 to 2022-07-18"),
        ((2021, 12, 1), (2022, 1, 31), "2021-12-01 to 2022-01-31"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(start, end, words: str):
    assert days(DateRange(date(*start), date(*end))) == words


def test_a_publication_date_says_how_it_is_known():
    assert published(date(2022, 9, 9), PublishedBasis.GIVEN) == "2022-09-09 (given)"
    assert published(None, PublishedBasis.UNKNOWN) == "date unknown"


def test_a_country_is_told_where_the_name_does_not():
    assert named(Entity("1", "Iran", EntityKind.STATE, "IRN")) == "Iran"
    assert named(Entity("1", "Edi Rama", EntityKind.PERSON, "ALB")) == "Edi Rama (ALB)"
    assert named(Entity("1", "NATO", EntityKind.ORGANISATION)) == "NATO"


def test_stance_is_named_unless_asserted():
    assert standing(Status.FUTURE, Stance.ASSERTED) == "future"
    assert standing(Status.FACTUAL, Stance.ALLEGED) == "factual, alleged"
