"""Ingest: nothing lost in silence, twice is once, and a kill costs the open batch alone."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ingest_stand_ins
from averment.errors import LedgerError, RejectedError
from averment.ingest import Summary, coded, ingest
from averment.ledger import Account, Ledger, RejectionRow, doctor, dump
from averment.read.rejection import Rejection
from averment.records import Article, Report, Span
from ingest_stand_ins import DOCUMENTS, NoModelError, StandIn, article, denial, documents, reading


def run(path: Path, several: object, pipeline: object = None) -> Summary:
    return ingest([], path, pipeline=pipeline or StandIn(), read=reading(several))  # type: ignore[arg-type]


def test_every_document_is_accounted_for(tmp_path: Path) -> None:
    summary = run(tmp_path / "l", documents(), StandIn(faulty="number 12."))
    assert summary.documents == DOCUMENTS
    assert summary.balanced
    assert summary.rejected == {"binary": 8, "failed": 2}
    assert summary.known == 0
    with Ledger.open(tmp_path / "l") as ledger:
        rows = list(ledger.articles())
        account = ledger.account()
    assert len(rows) == summary.stored
    assert sum(row.documents for row in rows) == summary.stored + summary.copies
    assert account == Account(summary.documents, summary.stored, summary.copies, summary.rejected)
    assert list(doctor(tmp_path / "l")) == []


def test_twice_is_once_and_codes_nothing_again(tmp_path: Path) -> None:
    first = run(tmp_path / "l", documents())
    rows, pipeline = list(dump(tmp_path / "l")), StandIn()
    again = run(tmp_path / "l", documents(), pipeline)
    assert list(dump(tmp_path / "l")) == rows
    assert pipeline.coded == []
    assert again == Summary(DOCUMENTS, 0, first.stored + first.copies, first.stored + first.copies, {"binary": 8})


def test_the_order_of_documents_changes_no_row(tmp_path: Path) -> None:
    several = list(documents())
    run(tmp_path / "l", several, StandIn(faulty="number 12."))
    for seed in range(4):
        shuffled = random.Random(seed).sample(several, len(several))
        run(tmp_path / f"l{seed}", shuffled[: seed * 9], StandIn(faulty="number 12."))  # in two shards
        run(tmp_path / f"l{seed}", shuffled[seed * 9 :], StandIn(faulty="number 12."))
        assert list(dump(tmp_path / f"l{seed}")) == list(dump(tmp_path / "l"))


def test_an_article_that_is_held_is_not_coded_again_unless_its_document_ranks_first(tmp_path: Path) -> None:
    run(tmp_path / "l", [article(1, published=date(2022, 9, 9))])
    pipeline = StandIn()
    later, earlier = article(1, "later", date(2022, 9, 10)), article(1, "earlier", date(2022, 9, 8))
    assert run(tmp_path / "l", [later, earlier], pipeline) == Summary(2, 0, 2)
    assert pipeline.coded == ["earlier"]


def test_a_copy_in_the_same_batch_is_a_copy(tmp_path: Path) -> None:
    pipeline = StandIn()
    assert run(tmp_path / "l", [article(1, "a"), article(1, "b"), article(1, "a")], pipeline) == Summary(3, 1, 2, 1)
    assert pipeline.coded == ["a"]


def test_an_article_that_cannot_be_coded_costs_only_itself_and_is_tried_again(tmp_path: Path) -> None:
    several = [article(number) for number in range(10)]
    assert run(tmp_path / "l", several, StandIn(faulty="number 4.")) == Summary(10, 9, 0, 0, {"failed": 1})
    assert '["rejections", "004.txt", "failed", "004.txt: ValueError: cannot be coded"' in "\n".join(
        dump(tmp_path / "l")
    )
    other = StandIn(faulty="number 4.", error=KeyError("other"))
    assert run(tmp_path / "l", several, other).rejected == {"failed": 1}  # in place of the first
    assert sum("rejections" in row for row in dump(tmp_path / "l")) == 1
    assert run(tmp_path / "l", several) == Summary(10, 1, 9, 9)
    run(tmp_path / "clean", several)
    assert list(dump(tmp_path / "l")) == list(dump(tmp_path / "clean"))


def test_each_article_is_coded_once_where_nothing_fails_and_at_most_twice_where_one_does() -> None:
    several = [article(number) for number in range(6)]
    pipeline = StandIn(faulty="number 3.")
    results = dict(coded(several, pipeline))
    assert list(results) == several
    assert [type(result) for result in results.values()] == [Report, Report, Report, ValueError, Report, Report]
    assert pipeline.coded == ["000.txt", "001.txt", "002.txt", "004.txt", "005.txt"]


def test_a_reason_that_the_coder_gives_is_kept(tmp_path: Path) -> None:
    pipeline = StandIn(faulty="number 1.", error=RejectedError("time", "took too long"))
    assert run(tmp_path / "l", [article(0), article(1)], pipeline).rejected == {"time": 1}


def test_a_report_that_leaves_its_text_is_rejected_with_the_span(tmp_path: Path) -> None:
    class Careless(StandIn):
        def reports(self, articles: object) -> Iterator[Report]:
            for report in super().reports(articles):  # type: ignore[arg-type]
                wrong = (replace(report.statements[0], content=(Span(5, 500),)),)
                yield replace(report, statements=wrong) if "number 2." in report.article.text else report

    assert run(tmp_path / "l", [article(number) for number in range(4)], Careless()).rejected == {"failed": 1}
    assert "the span 5-500 is empty or leaves the text" in "\n".join(dump(tmp_path / "l"))


def test_a_coder_that_gives_too_few_reports_loses_no_article(tmp_path: Path) -> None:
    class Forgetful(StandIn):
        def reports(self, articles: object) -> Iterator[Report]:
            return (denial(one) for one in articles if "number 2." not in one.text)  # type: ignore[attr-defined]

    summary = run(tmp_path / "l", [article(number) for number in range(4)], Forgetful())
    assert (summary.stored, summary.rejected) == (3, {"failed": 1})
    with Ledger.open(tmp_path / "l") as ledger:
        assert {row.source for row in ledger.articles()} == {"000.txt", "001.txt", "003.txt"}


def test_what_would_fail_every_article_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(NoModelError):
        run(tmp_path / "l", [article(1)], StandIn(faulty="number", error=NoModelError("install the model")))
    assert list(dump(tmp_path / "l")) == []


def test_a_path_in_another_encoding_is_kept_readable(tmp_path: Path) -> None:
    assert run(tmp_path / "l", [article(1, "caf\udce9.txt"), Rejection("\udce9", "empty", "\udce9")]).balanced
    with Ledger.open(tmp_path / "l") as ledger:
        assert [row.source for row in ledger.articles()] == ["caf\\udce9.txt"]


def test_progress_tells_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("averment.ingest.BATCH_ARTICLES", 5)
    told: list[Summary] = []

    def look(summary: Summary) -> None:
        with Ledger.open(tmp_path / "l") as ledger:
            assert len(list(ledger.articles())) == summary.stored
        told.append(summary)

    summary = ingest([], tmp_path / "l", pipeline=StandIn(), read=reading(documents()), on_progress=look)  # type: ignore[arg-type]
    assert told[-1] == summary
    assert len(told) > 5
    assert all(one.balanced for one in told)


def test_each_document_that_is_not_kept_is_told_with_its_reason(tmp_path: Path) -> None:
    told: list[RejectionRow] = []
    several = [article(0), Rejection("a.bin", "binary", "a.bin: not text"), article(1)]
    pipeline = StandIn(faulty="number 1.")
    ingest([], tmp_path / "l", pipeline=pipeline, read=reading(several), on_rejection=told.append)  # type: ignore[arg-type]
    failed = RejectionRow("001.txt", "failed", "001.txt: ValueError: cannot be coded")
    assert sorted(told, key=lambda row: row.source) == [failed, RejectionRow("a.bin", "binary", "a.bin: not text")]
    with Ledger.open(tmp_path / "l") as ledger:
        assert list(ledger.rejections()) == sorted(told, key=lambda row: row.source)


def test_what_is_coded_is_kept_after_a_time_even_where_the_batch_is_not_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("averment.ingest.BATCH_SECONDS", 0.0)

    def interrupted() -> Iterator[Article]:
        yield article(0)
        yield article(1)
        raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        run(tmp_path / "l", interrupted())
    with Ledger.open(tmp_path / "l") as ledger:
        assert len(list(ledger.articles())) == 2


def test_ctrl_c_leaves_a_ledger_that_the_next_run_finishes(tmp_path: Path) -> None:
    def interrupted() -> Iterator[object]:
        yield from list(documents())[:40]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "l", interrupted())
    run(tmp_path / "l", documents())
    run(tmp_path / "whole", documents())
    assert list(dump(tmp_path / "l")) == list(dump(tmp_path / "whole"))


def test_a_ledger_that_is_written_by_another_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    def never() -> Iterator[Article]:
        pytest.fail("read")
        yield article(0)

    with Ledger.open(tmp_path / "l", create=True), pytest.raises(LedgerError, match="is being written"):
        run(tmp_path / "l", never())


def test_killed_twenty_times_then_finished_equals_never_killed(tmp_path: Path) -> None:
    run(tmp_path / "whole", documents(), StandIn(faulty="number 12."))
    path, dice, kills, held = tmp_path / "l", random.Random(20220915), 0, 0
    ends = [*range(1, 12, 5), *(dice.randrange(20, 160) for _ in range(17))]  # the first while the schema is made
    for kill_at in ends:
        kills += child(path, kill_at) == -signal.SIGKILL
        with suppress(LedgerError), Ledger.open(path) as ledger:  # refused only before the schema is there
            now = len(list(ledger.articles()))
            assert now >= held, "something that was kept is lost"
            held = now
    assert kills == len(ends)
    assert 0 < held < DOCUMENTS
    assert child(path, 10**9) == 0
    assert list(dump(path)) == list(dump(tmp_path / "whole"))
    assert list(doctor(path)) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["l", "whole"]


def child(path: Path, kill_at: int) -> int:
    """The exit code of an ingest in a process of its own, which kills itself at a statement of SQL."""
    command = [sys.executable, ingest_stand_ins.__file__, str(path), str(kill_at)]
    return subprocess.run(command, check=False, timeout=60).returncode
