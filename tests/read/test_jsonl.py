import io
import json
from datetime import date

import pytest

from averment.errors import AvermentError
from averment.read import Limits, ReadOptions, Rejection
from averment.read.jsonl import read_jsonl
from averment.records import Article, PublishedBasis

TEXT = "The ministry said on Friday that it was Iran."


def read(*lines: object, options: ReadOptions | None = None) -> list[Article | Rejection]:
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_jsonl(io.BytesIO(raw), "reports.jsonl", options or ReadOptions()))


def article(record: object, options: ReadOptions | None = None) -> Article:
    (found,) = read(record, options=options)
    assert isinstance(found, Article), found
    return found


def rejection(line: object, options: ReadOptions | None = None) -> Rejection:
    first, found, last = read({"text": TEXT}, line, {"text": TEXT}, options=options)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(found, Rejection)
    assert found.source == "reports.jsonl:2"
    assert found.message.startswith("reports.jsonl:2: ")
    return found


def test_a_record_becomes_an_article() -> None:
    found = article(
        {
            "text": TEXT,
            "title": "Iran &amp; Albania",
            "date": "2022-09-09T10:00Z",
            "url": "https://a.example/1",
            "outlet": "Gazette",
        }
    )
    assert (found.text, found.title, found.source, found.outlet) == (
        TEXT,
        "Iran & Albania",
        "https://a.example/1",
        "Gazette",
    )
    assert (found.published, found.published_basis) == (date(2022, 9, 9), PublishedBasis.METADATA)
    assert found.title_span is None


def test_a_record_without_a_url_is_named_by_its_line() -> None:
    assert article({"text": TEXT}).source == "reports.jsonl:1"


def test_other_common_names_are_tried() -> None:
    found = article(
        {"body": TEXT, "headline": "Attack", "published_at": 1662717600, "link": "u", "publisher": "Gazette"}
    )
    assert (found.text, found.title, found.published, found.source, found.outlet) == (
        TEXT,
        "Attack",
        date(2022, 9, 9),
        "u",
        "Gazette",
    )


def test_a_mapping_names_the_fields() -> None:
    options = ReadOptions(fields={"text": "story", "date": "pubDate", "url": "id"})
    found = article({"story": TEXT, "text": "no", "pubDate": "9 Sep 2022", "id": 17}, options)
    assert (found.text, found.published, found.source) == (TEXT, date(2022, 9, 9), "17")


def test_an_unknown_key_in_the_mapping_is_an_error() -> None:
    with pytest.raises(AvermentError, match="'byline'"):
        ReadOptions(fields={"byline": "author"})


def test_the_records_own_date_and_outlet_count_before_those_given() -> None:
    options = ReadOptions(published=date(2020, 1, 1), outlet="Wire")
    own = article({"text": TEXT, "date": "2022-09-09", "outlet": "Gazette"}, options)
    assert (own.published, own.published_basis, own.outlet) == (date(2022, 9, 9), PublishedBasis.METADATA, "Gazette")
    bare = article({"text": TEXT, "date": "soon"}, options)
    assert (bare.published, bare.published_basis, bare.outlet) == (date(2020, 1, 1), PublishedBasis.GIVEN, "Wire")


def test_a_title_that_opens_the_text_is_found_there() -> None:
    found = article({"text": f"Albania blames Iran\n{TEXT}", "title": "Albania blames Iran"})
    assert found.title_span is not None
    assert found.title_span == found.body[0]


def test_a_headline_alone_is_the_text() -> None:
    found = article({"title": "Albania cuts ties with Iran", "text": ""})
    assert found.text == found.title == "Albania cuts ties with Iran"
    assert found.body == (found.title_span,)


@pytest.mark.parametrize(
    ("line", "reason", "says"),
    [
        (b'{"text": "The ministry said on', "malformed", "may be cut"),
        (b"not json", "malformed", "write the record again"),
        (b'["a list"]', "malformed", "not an object"),
        (b"17", "malformed", "not an object"),
        (b'{"text": "The \x00 ministry said it."}', "malformed", "Invalid control character"),
        (b"[" * 100_000, "malformed", "write the record again"),
        (b'{"n": ' + b"9" * 10_000 + b"}", "malformed", "write the record again"),
        ({"story": TEXT}, "malformed", "story"),
        ({"text": ["a", "b"]}, "malformed", "not a string"),
        ({"text": ""}, "empty", "no text"),
        ({"text": "  ", "title": " 123 "}, "empty", "no text"),
        (b'{"text": "\\ud83d\\ud83d\\ude00\\ud83d no \\udc00"}', "encoding", "damaged"),
        ({"text": "a\0b\0c\0" * 50}, "binary", "NUL"),
        (b'{"text": "' + b"\xc3\xa9 \xff\xfe\xfd" * 20 + b'"}', "encoding", "damaged"),
        (
            {"text": "El ministerio anunció el viernes que había expulsado a los diplomáticos del país vecino."},
            "language",
            "'es'",
        ),
    ],
)
def test_a_bad_line_costs_only_itself(line: object, reason: str, says: str) -> None:
    found = rejection(line)
    assert found.reason == reason
    assert says in found.message


def test_a_line_of_20_mb_is_rejected_and_the_next_is_read() -> None:
    assert rejection(b'{"text": "' + b"Iran denied it. " * 1_300_000 + b'"}').reason == "size"


def test_the_limit_counts_for_each_line() -> None:
    record = {"text": TEXT}
    size = len(json.dumps(record))
    exact = ReadOptions(limits=Limits(text_bytes=size))
    assert all(isinstance(found, Article) for found in read(record, record, options=exact))
    small = ReadOptions(limits=Limits(text_bytes=size - 1))
    assert [found.reason for found in read(record, record, options=small) if isinstance(found, Rejection)] == [
        "size"
    ] * 2


def test_one_lost_character_does_not_cost_the_record() -> None:
    found = article(
        b'{"text": "The ministry said on Friday that it was Iran \\ud83d and that it has proof\\u0000 of it."}'
    )
    assert "Iran \ufffd and" in found.text
    assert "proof  of" in found.text


def test_blank_lines_are_no_records_and_a_file_without_any_is_empty() -> None:
    assert len(read({"text": TEXT}, b"", b"  ", {"text": TEXT})) == 2
    (found,) = read(b"", b" ")
    assert isinstance(found, Rejection)
    assert (found.reason, found.source) == ("empty", "reports.jsonl")
