"""The report's JSON: field names and order, dates, spans, nulls, and the way back."""

import json
from datetime import date

import pytest

from averment.records import (
    Act,
    Article,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)
from averment.report import ReportError, decode, encode, to_json

TEXT = "Tirana said Iran struck it on July 15."
JULY = DateRange(date(2022, 7, 15), date(2022, 7, 15), Span(30, 37))

REPORT = Report(
    Article(
        "0a1b", "news/one.txt", TEXT, "One", "Post", "ALB", date(2022, 9, 9), PublishedBasis.GIVEN,
        body=(Span(0, 38),), related=(),
    ),
    (
        Entity("e1", "Albania", EntityKind.STATE, "ALB", ("GOV",), ("Shqipëria",), {"wikidata": "Q222"}, "a capital"),
        Entity("e2", "Iran", EntityKind.STATE, "IRN"),
    ),
    (
        Mention(Span(0, 6), "e1", MentionKind.NAME, "a capital for its government"),
        Mention(Span(12, 16), "e2", MentionKind.NAME, "a country's name"),
        Mention(Span(24, 26), "e1", MentionKind.PRONOUN, "the speaker's side"),
    ),
    (
        Statement("s1", (Span(0, 6),), (Span(7, 11),), (Span(12, 37),), "e1",
                  Act.ACCUSE, Quoted.INDIRECT, confidence=0.9),
        Statement("s2", (), (Span(7, 11),), (Span(12, 16), Span(24, 26)), None,
                  Act.ASSERT, Quoted.MIXED, "s1", date=JULY),
    ),
    (
        Event(
            "v1", "COERCE", "cyber", ("cyber",), (Span(17, 23),),
            (Party("e2", Span(12, 16)),), (Party(None, Span(24, 26)),),
            Status.FACTUAL, Stance.ALLEGED, JULY, "Tirana", None, "s1", ("service disrupted",), ("4",), 0.5, "a rule",
            ("government",),
        ),
        Event("v2", "ACCUSE", None, (), (Span(7, 11),), (), (), Status.FUTURE, Stance.ASSERTED, same_as="v1"),
    ),
)  # fmt: skip

EXPECTED = {
    "article": {
        "id": "0a1b", "source": "news/one.txt", "title": "One", "outlet": "Post", "published": "2022-09-09",
        "published_basis": "given", "text": TEXT,
    },
    "entities": [
        {
            "id": "e1", "name": "Albania", "kind": "state", "country": "ALB", "sectors": ["GOV"],
            "ids": {"wikidata": "Q222"},
            "mentions": [{"span": [0, 6], "kind": "name"}, {"span": [24, 26], "kind": "pronoun"}],
        },
        {
            "id": "e2", "name": "Iran", "kind": "state", "country": "IRN", "sectors": [], "ids": {},
            "mentions": [{"span": [12, 16], "kind": "name"}],
        },
    ],
    "statements": [
        {
            "id": "s1", "source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 37]], "speaker": "e1", "act": "accuse",
            "quoted": "indirect", "parent": None, "date": None, "confidence": 0.9,
        },
        {
            "id": "s2", "source": [], "cue": [[7, 11]], "content": [[12, 16], [24, 26]], "speaker": None,
            "act": "assert", "quoted": "mixed", "parent": "s1",
            "date": {"start": "2022-07-15", "end": "2022-07-15", "span": [30, 37]}, "confidence": 0.0,
        },
    ],
    "events": [
        {
            "id": "v1", "type": "COERCE", "mode": "cyber", "contexts": ["cyber"], "trigger": [[17, 23]],
            "actors": [{"entity": "e2", "span": [12, 16]}], "recipients": [{"entity": None, "span": [24, 26]}],
            "date": {"start": "2022-07-15", "end": "2022-07-15", "span": [30, 37]}, "place": "Tirana", "same_as": None,
            "status": "factual", "stance": "alleged", "according_to": "s1", "effects": ["service disrupted"],
            "confidence": 0.5, "quantities": ["4"], "targets": ["government"],
        },
        {
            "id": "v2", "type": "ACCUSE", "mode": None, "contexts": [], "trigger": [[7, 11]], "actors": [],
            "recipients": [], "date": None, "place": None, "same_as": "v1", "status": "future", "stance": "asserted",
            "according_to": None, "effects": [], "confidence": 0.0, "quantities": [], "targets": [],
        },
    ],
}  # fmt: skip


def test_json_has_exactly_the_fields_of_the_design_in_their_order():
    assert json.dumps(to_json(REPORT)) == json.dumps(EXPECTED)


def test_encode_is_the_same_json_on_one_line():
    line = encode(REPORT)
    assert b"\n" not in line
    assert json.dumps(json.loads(line)) == json.dumps(EXPECTED)


def test_text_stays_readable_and_line_ends_are_escaped():
    line = encode(Report(Article("a", "s", "Schweiz – Zürich\nNew York")))
    assert '"text":"Schweiz – Zürich\\nNew York"' in line.decode()


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066"])
def test_what_a_terminal_would_obey_is_escaped_and_comes_back(character: str):
    report = Report(Article("a", "s", f"a {character} b – č “c”"))
    line = encode(report)
    assert character not in line.decode()
    assert "– č “c”" in line.decode()
    assert decode(line) == report


def test_a_file_name_that_is_no_utf8_is_written_out():
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert decode(encode(Report(Article("a", name, "Text.", outlet=name)))).article.source == "caf\\udce9.txt"


def test_ids_of_an_entity_are_written_in_one_order():
    one = Entity("e", "Iran", EntityKind.STATE, ids={"wikidata": "Q794", "ofac": "1"})
    other = Entity("e", "Iran", EntityKind.STATE, ids={"ofac": "1", "wikidata": "Q794"})
    article = Article("a", "s", "Iran")
    assert encode(Report(article, (one,))) == encode(Report(article, (other,)))


def test_decode_is_the_way_back():
    back = decode(encode(REPORT))
    assert encode(back) == encode(REPORT)
    assert back.statements == REPORT.statements
    assert [mention.span for mention in back.mentions] == [(0, 6), (12, 16), (24, 26)]
    assert back.events[0].actors == REPORT.events[0].actors
    assert isinstance(back.events[0].trigger[0], Span)


@pytest.mark.parametrize("line", [b"{}", b'{"article": 3}', b"not json", b'{"article": "\xff"}'])
def test_decode_says_what_is_wrong(line: bytes):
    with pytest.raises(ReportError, match="not a report"):
        decode(line)
