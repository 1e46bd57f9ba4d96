from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averment.errors import RejectedError
from averment.ids import article_id
from averment.read import read_text
from averment.read.layout import lay_out
from averment.read.text import cleaned
from averment.records import PublishedBasis

REPORT = (
    "Albania blames Iran\nPublished: 9 September 2022\nThe ministry said on Friday that it was Iran. It has proof.\n"
)


def test_a_text_becomes_an_article() -> None:
    article = read_text(REPORT, source="tirana.txt", outlet="Gazette")
    assert (article.title, article.source, article.outlet, article.language) == (
        "Albania blames Iran",
        "tirana.txt",
        "Gazette",
        "en",
    )
    assert (article.published, article.published_basis) == (date(2022, 9, 9), PublishedBasis.METADATA)
    assert article.id == article_id(REPORT)
    assert article.text == REPORT


def test_a_given_date_counts_before_one_in_the_text() -> None:
    article = read_text(REPORT, published=date(2022, 9, 10))
    assert (article.published, article.published_basis) == (date(2022, 9, 10), PublishedBasis.GIVEN)


def test_a_text_without_a_date_has_none() -> None:
    article = read_text("Iran denied it on Friday.")
    assert (article.published, article.published_basis) == (None, PublishedBasis.UNKNOWN)


def test_a_given_title_is_kept_and_found_in_the_text() -> None:
    article = read_text(REPORT, title="Albania Blames Iran")
    assert article.title == "Albania Blames Iran"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == "Albania blames Iran"


def test_control_characters_become_spaces_and_half_pairs_are_marked_one_for_one() -> None:
    assert cleaned("Iran\x00denied\x07it\x85.\ttab\r\nline\ud83d") == "Iran denied it .\ttab\r\nline\ufffd"


def test_right_to_left_marks_and_odd_spaces_stay() -> None:
    text = "\u200fIran\u00a0denied\u202b it\u202c on Friday, the ministry said.\ufeff"
    assert read_text(text).text == text


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x00", "1234 --- 56"])
def test_a_text_without_words_is_rejected(text: str) -> None:
    with pytest.raises(RejectedError) as caught:
        read_text(text)
    assert caught.value.reason == "empty"


def test_a_text_over_the_limit_is_rejected() -> None:
    with pytest.raises(RejectedError, match="the limit is 100") as caught:
        read_text("Iran denied it. " * 10, limit=100)
    assert caught.value.reason == "size"


PIECES = st.sampled_from(
    [
        "Iran denied it.", "Read more:", "Related News: Bank hit", "TIRANA (Agency) - ", "By Jane Doe",
        "9 September 2022", "* ", "- ", "1) ", "# ", "-----", "\n", "\n\n", "\r\n", "\u2028", " ", "\t", "\u00a0", ":",
        "\u200f", "IP- ", "Gulf NewsEurope: ", "BREAKING: ", "[ad_1]", "A heading", "“Quoted”", "word " * 14,
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=200))


@given(TEXTS)
def test_every_span_is_its_quote(raw: str) -> None:
    text = cleaned(raw)
    assert len(text) == len(raw)
    layout = lay_out(text)
    for span in (*layout.body, *layout.related):
        assert 0 <= span.begin < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
    ordered = sorted((*layout.body, *layout.related))
    assert all(first.end <= then.begin for first, then in pairwise(ordered))
    assert list(layout.body) == sorted(layout.body)
    if layout.title_span:
        assert layout.title_span == layout.body[0]


@given(TEXTS)
def test_a_text_with_words_has_a_body(raw: str) -> None:
    text = cleaned(raw)
    assert bool(lay_out(text).body) or not text.strip()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=100))
def test_text_is_kept_code_point_for_code_point(raw: str) -> None:
    kept = cleaned(raw)
    assert all(new == old or (new == " " and not old.isprintable()) for new, old in zip(kept, raw, strict=True))
