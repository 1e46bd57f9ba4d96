"""Events as PLOVER records: the fields of the standard, and what has no place in them."""

import json
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from averment.export import LeftOut
from averment.export.plover import Writer
from averment.export.record import ExtendedRecord, PloverRecord
from averment.export.strict import judged
from averment.records import (
    Act,
    Article,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Party,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)

TEXT = "Rama spoke. Tirana expelled Iran's diplomats on Wednesday, he said.\nIt rained."

# The fields of the manual's tables, with the names of the 2.0 draft.
RECORD = {
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment", "size",
}  # fmt: skip
ENTITY = {
    "code", "sector", "entity_text", "identifier_id", "identifier_text", "religion", "ethnicity", "office", "gender",
    "age",
}  # fmt: skip
TEXT_INFO = {"sequence", "start", "end", "text_story"}
CITE_INFO = {
    "corpus", "citation", "url", "title", "language", "publication", "license", "copyright", "coder", "codebook",
    "version",
}  # fmt: skip


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


EXPELLED = Event(
    "v1", "SANCTION", "expel", ("diplomatic",), (at("expelled"),), (Party("alb", at("Tirana")),),
    (Party("dip", at("Iran's diplomats")), Party(None, at("he"))), Status.FACTUAL, Stance.ASSERTED,
    DateRange(date(2022, 9, 7), date(2022, 9, 7)), according_to="s1", confidence=0.9,
)  # fmt: skip

SAID = Statement("s1", (at("he"),), (at("said"),), (at("expelled"),), "rama", Act.ASSERT, Quoted.INDIRECT)


def report(*events, **article):
    about = {"title": "Ties", "outlet": "The Post", "published": date(2022, 9, 8)} | article
    body = (Span(0, TEXT.index("\n")), at("It rained."))
    return Report(
        Article("a1", about.pop("source", "post.txt"), TEXT, body=body, published_basis=PublishedBasis.GIVEN, **about),
        (
            Entity("alb", "Albania", EntityKind.STATE, "ALB", ("GOV",), ids={"wikidata": "Q222"}),
            Entity("dip", "diplomats of Iran", EntityKind.GROUP, "IRN", ("GOV", "ELI", "MIL")),
            Entity("rama", "Edi Rama", EntityKind.PERSON, "ALB"),
        ),
        statements=(
            Statement("s1", (at("he"),), (at("said"),), (at("expelled"),), "rama", Act.ASSERT, Quoted.INDIRECT),
        ),
        events=events,
    )


def written(made, **options):
    writer = Writer(**options)
    return [json.loads(msgspec.json.encode(record)) for record in writer.records(made)], writer


def test_a_record_has_the_fields_of_the_standard():
    [record], _ = written(report(EXPELLED))
    assert record.pop("coder").startswith("averment ")
    assert record == {
        "id": "v1",
        "date": "2022-09-07",
        "actor": [
            {
                "entity_text": "Tirana",
                "code": "ALB",
                "sector": "GOV",
                "identifier_id": "Q222",
                "identifier_text": "Albania",
            }
        ],
        "recipient": [
            {
                "entity_text": "Iran's diplomats",
                "code": "IRN",
                "sector": "GOVELI",
                "identifier_text": "diplomats of Iran",
            },
            {"entity_text": "he"},
        ],
        "event": ["SANCTION"],
        "event_text": ["expelled"],
        "quad_code": 4,
        "mode": ["expel"],
        "context": ["diplomatic"],
        "text_info": {"start": 12, "end": 67},
        "cite_info": {
            "codebook": "plover-2.0-draft",
            "citation": "post.txt",
            "title": "Ties",
            "language": "en",
            "publication": "The Post",
        },
    }


def test_no_field_of_a_strict_record_is_outside_the_standard():
    def names(kind):
        return {field.encode_name for field in msgspec.structs.fields(kind)}

    parts = {field.name: field.type for field in msgspec.structs.fields(PloverRecord)}
    assert names(PloverRecord) <= RECORD
    assert names(parts["actor"].__args__[0]) <= ENTITY
    assert names(parts["text_info"].__args__[0]) <= TEXT_INFO
    assert names(parts["size"].__args__[0]) == {"dead", "injured", "arrested"}
    assert names(parts["cite_info"].__args__[0]) <= CITE_INFO
    assert names(ExtendedRecord) - names(PloverRecord) == {"averment"}


def test_the_extension_stands_in_one_field_and_the_rest_is_as_before():
    [strict], _ = written(report(EXPELLED))
    [extended], _ = written(report(EXPELLED), extended=True)
    assert extended.pop("averment") == {
        "cameo": "166",
        "status": "factual",
        "confidence": 0.9,
        "according_to": "Edi Rama",
    }
    assert extended == strict


@pytest.mark.parametrize(
    ("quantities", "size"),
    [
        (("12 soldiers killed", "at least 3 killed", "40 others injured"), {"dead": 15, "injured": 40}),
        (("nearly 35 Russian spies arrested",), {"arrested": 35}),
        (("up to 12 people killed", "10 to 15 militants killed", "dozens injured", "2 ships", "USD 4000000"), None),
        ((), None),
    ],
)
def test_size_is_what_the_quantities_say_of_the_dead_injured_and_arrested(quantities, size):
    [record], _ = written(report(replace(EXPELLED, quantities=quantities)))
    assert record.get("size") == size


def test_quantities_and_targets_stand_in_the_extension():
    event = replace(EXPELLED, quantities=("3 envoys",), targets=("government",))
    [record], _ = written(report(event), extended=True)
    assert (record["averment"]["quantities"], record["averment"]["targets"]) == (["3 envoys"], ["government"])


def test_the_text_span_is_the_sentence_of_the_event():
    [record], _ = written(report(EXPELLED))
    info = record["text_info"]
    assert TEXT[info["start"] : info["end"]] == "Tirana expelled Iran's diplomats on Wednesday, he said."


def test_a_page_is_cited_by_its_address():
    [record], _ = written(report(EXPELLED, source="https://example.org/ties"))
    assert record["cite_info"]["url"] == "https://example.org/ties"
    assert "citation" not in record["cite_info"]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (DateRange(date(2018, 1, 1), date(2018, 12, 31)), ("2018-01-01", "2018-12-31")),
        (None, ("2022-09-08", None)),  # the article's own day
    ],
)
def test_a_date_is_the_events_own_as_far_as_it_is_known(when, days):
    [record], _ = written(report(replace(EXPELLED, date=when)))
    assert (record["date"], record.get("enddate")) == days


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"actors": ()}, LeftOut.NO_ACTOR),
        ({"recipients": ()}, LeftOut.NO_RECIPIENT),
        ({"recipients": (), "type": "ASSAULT", "mode": "aerial"}, None),
        ({"status": Status.NEGATED}, LeftOut.NOT_DONE),
        ({"status": Status.HYPOTHETICAL}, LeftOut.NOT_DONE),
        ({"status": Status.FUTURE}, LeftOut.NOT_DONE),
        ({"status": Status.HISTORICAL}, None),
        ({"stance": Stance.DENIED}, LeftOut.NOT_HELD),
        ({"stance": Stance.DOUBTED}, LeftOut.NOT_HELD),
        ({"stance": Stance.ALLEGED}, LeftOut.NOT_HELD),
    ],
)
def test_what_the_standard_cannot_say_is_left_out_with_its_reason(change, reason):
    assert [found for _, found in judged(report(replace(EXPELLED, **change)))] == [reason]


def test_an_event_without_any_date_is_left_out():
    undated = report(replace(EXPELLED, date=None), published=None)
    assert [reason for _, reason in judged(undated)] == [LeftOut.NO_DATE]


def test_an_act_is_one_record_its_first_mention_that_passes():
    unnamed = replace(EXPELLED, actors=())
    again, third = (replace(EXPELLED, id=id_, same_as="v1") for id_ in ("v2", "v3"))
    records, writer = written(report(unnamed, again, third))
    assert [record["id"] for record in records] == ["v2"]
    assert writer.left_out == {LeftOut.NO_ACTOR: 1, LeftOut.TOLD_BEFORE: 1}


def test_the_account_adds_up():
    _, writer = written(report(EXPELLED, replace(EXPELLED, id="v2", actors=()), replace(EXPELLED, id="v3", actors=())))
    assert writer.account() == "3 events = 1 record + 2 without an actor"
    assert Writer().account() == "0 events = 0 records"


def test_only_the_events_that_are_wanted_are_looked_at():
    writer = Writer()
    made = report(EXPELLED, replace(EXPELLED, id="v2"))
    assert [record.id for record in writer.records(made, frozenset({"v2"}))] == ["v2"]
    assert writer.account() == "1 event = 1 record"
