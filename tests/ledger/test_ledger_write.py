"""Writing: every report comes back as it was, stands on its text, and is held once whatever the order."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from averment.errors import LedgerError, SpanError
from averment.ledger import Ledger, Outcome, RecordError, doctor, dump
from averment.records import Mention, MentionKind, PublishedBasis, Report, Span
from ledger.made import IRAN, STORY, any_report, ledger_of, moved, report, reports


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_report())
def test_a_report_comes_back_equal(one: Report) -> None:
    with TemporaryDirectory() as folder:
        path = ledger_of(Path(folder) / "l.averment", [one])
        with Ledger.open(path) as ledger:
            assert ledger.report(one.article.id) == one
            assert [row.id for row in ledger.statements()] == [statement.id for statement in one.statements]
            quotes = [[party.span.of(one.article.text) for party in event.actors] for event in one.events]
            assert [[party.words for party in row.actors] for row in ledger.events()] == quotes
        assert list(doctor(path)) == []


def test_a_report_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    several = reports(40)
    with Ledger.open(ledger_of(tmp_path / "l", several)) as ledger:
        assert ledger.report(several[3].article.id[:12]) == several[3]
        with pytest.raises(LedgerError, match="several articles"):
            ledger.report("")
        with pytest.raises(LedgerError, match="holds no article xyz"):
            ledger.report("xyz")


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-1, 3), Span(5, 5), Span(7, 3)])
def test_a_span_that_is_not_in_the_text_is_refused_and_nothing_is_kept(tmp_path: Path, span: Span) -> None:
    good, bad = reports(2)
    bad = replace(bad, mentions=(*bad.mentions, Mention(span, IRAN.id, MentionKind.NAME, "")))
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        with ledger.batch() as batch:
            batch.add(good)
            with pytest.raises(SpanError, match=r"reports/00001.txt: mention 4: the span .* leaves the text"):
                batch.add(bad)
        assert [row.id for row in ledger.articles()] == [good.article.id]


@pytest.mark.parametrize("record", ["title_span", "body", "related"])
def test_the_spans_of_the_article_are_checked_too(tmp_path: Path, record: str) -> None:
    outside = Span(3, 9_999)
    bad = moved(report(), **{record: outside if record == "title_span" else (outside,)})
    with Ledger.open(tmp_path / "l", create=True) as ledger, pytest.raises(SpanError, match=record.split("_")[0]):
        ledger.write(bad)


def test_a_reference_to_nothing_is_refused(tmp_path: Path) -> None:
    one = report()
    bad = replace(one, statements=(replace(one.statements[0], speaker="state:XXX"), one.statements[1]))
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        with pytest.raises(RecordError, match="its speaker is the entity state:XXX, which is missing"):
            ledger.write(bad)
        assert not list(ledger.articles())


def test_a_statement_id_taken_by_another_article_costs_only_the_second(tmp_path: Path) -> None:
    first, second = reports(2)
    second = replace(second, statements=first.statements, events=())
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        with ledger.batch() as batch:
            batch.add(first)
            with pytest.raises(RecordError, match="taken by another article"):
                batch.add(second)
        assert len(list(ledger.articles())) == 1
    assert list(doctor(tmp_path / "l")) == []


def test_half_a_surrogate_pair_is_refused_by_name(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger, pytest.raises(RecordError, match="lone surrogates"):
        ledger.write(moved(report(), title="cut \ud83d off"))


def test_the_order_of_writing_changes_no_row(tmp_path: Path) -> None:
    copies = [
        report(1, source="late.txt", published=date(2022, 9, 12)),
        report(1, source="undated.txt", published=None),
        moved(report(1, source="spaced.txt", published=date(2022, 9, 10)), outlet=None),
        report(1, source="early.txt", published=date(2022, 9, 8)),
        moved(report(1, source="guessed.txt", published=date(2022, 9, 1)), published_basis=PublishedBasis.INFERRED),
    ]
    several = [*reports(6), *copies]
    expected = list(dump(ledger_of(tmp_path / "l", several)))
    for seed in range(6):
        shuffled = random.Random(seed).sample(several, len(several))
        assert list(dump(ledger_of(tmp_path / f"l{seed}", [*shuffled, *shuffled[:4]]))) == expected
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.report(copies[0].article.id).article.source == "early.txt"


def test_a_copy_whose_text_is_spaced_otherwise_keeps_its_own_offsets(tmp_path: Path) -> None:
    plain = report(0, published=date(2022, 9, 9))
    wide = moved(
        plain, source="wide.txt", text=f"  {plain.article.text}", published=date(2022, 9, 1), body=(Span(2, 9),)
    )
    assert wide.article.id == plain.article.id
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        assert ledger.write(plain) is Outcome.STORED
        assert ledger.write(wide) is Outcome.COPY  # and takes the place of the later one
        assert ledger.report(plain.article.id) == wide
        assert [row.documents for row in ledger.articles()] == [2]
    assert list(doctor(tmp_path / "l")) == []


def test_outcomes_tell_a_copy_from_a_second_reading(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        assert ledger.write(report(0)) is Outcome.STORED
        assert ledger.write(report(0)) is Outcome.KNOWN
        assert ledger.write(report(0, source="z/elsewhere.txt")) is Outcome.COPY
        assert ledger.write(report(0, source="z/elsewhere.txt")) is Outcome.KNOWN


def test_the_same_rejection_again_changes_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        for _ in range(2):
            with ledger.batch() as batch:
                assert batch.reject("a.bin", "binary", "not text") is Outcome.REJECTED
                batch.reject("caf\udce9.txt", "empty", "nothing in caf\udce9.txt")
    rows = list(dump(tmp_path / "l"))
    assert rows == [
        '["rejections", "a.bin", "binary", "not text", ""]',
        r'["rejections", "caf\\udce9.txt", "empty", "nothing in caf\\udce9.txt", ""]',
    ]


def test_a_failed_article_that_another_source_brings_becomes_a_copy_in_either_order(tmp_path: Path) -> None:
    good, failing = report(0, source="b.txt"), report(0, source="a.txt").article
    for order in ("failed first", "failed last"):
        with Ledger.open(tmp_path / order, create=True) as ledger, ledger.batch() as batch:
            if order == "failed first":
                assert batch.reject("a.txt", "failed", "ValueError: no", failing) is Outcome.REJECTED
            batch.add(good)
            if order == "failed last":
                assert batch.reject("a.txt", "failed", "ValueError: no", failing) is Outcome.COPY
    assert list(dump(tmp_path / "failed first")) == list(dump(tmp_path / "failed last"))
    assert list(doctor(tmp_path / "failed last")) == []


def test_a_batch_can_be_read_while_it_is_open(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger, ledger.batch() as batch:
        batch.add(report())
        assert ledger.report(report().article.id) == report()
        batch.add(report(1))
    with Ledger.open(tmp_path / "l") as ledger:
        assert len(list(ledger.articles())) == 2


def test_an_error_in_the_batch_leaves_nothing_of_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l", create=True) as ledger:
        with pytest.raises(KeyboardInterrupt), ledger.batch() as batch:
            batch.add(report())
            raise KeyboardInterrupt
        assert list(ledger.articles()) == []
        assert ledger.write(report()) is Outcome.STORED


def test_the_quotes_are_the_texts_own(tmp_path: Path) -> None:
    with Ledger.open(ledger_of(tmp_path / "l", [report()])) as ledger:
        denial, claim = ledger.statements()
        assert (denial.source_words, denial.cue, denial.content) == (
            "Iran's foreign ministry", "rejected", "the claim … “baseless”",
        )  # fmt: skip
        cut, _ = ledger.events()
        assert cut.words == "cut ties"
        assert cut.sentence == "Albania cut ties with Iran on Wednesday."
        assert claim.content in STORY
