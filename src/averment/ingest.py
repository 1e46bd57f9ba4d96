"""Documents into a ledger: read, skip what is held, code the rest, keep it batch by batch."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from averment.errors import AvermentError, RejectedError, SpanError
from averment.ledger import Batch, Ledger, Outcome, RecordError, RejectionRow
from averment.ledger.tables import printable
from averment.records import Article, Report

if TYPE_CHECKING:
    from averment.read import ReadOptions, Rejection

BATCH_ARTICLES = 32
"""Articles coded together: enough for the parser to gain by it, few enough that little waits."""

BATCH_DOCUMENTS = 1000
"""Copies and rejections kept at a time; they wait for no coder."""

BATCH_SECONDS = 2.0
"""What is coded is kept after this time even where the batch is not full: a kill costs no more than that."""

FAILED = "failed"
"""The reason under which an article is rejected whose coding raised an error."""


class Reporter(Protocol):
    """Anything that codes articles: ``averment.pipeline.Pipeline``, or what stands in for it."""

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        """Yield one report for each article, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the documents of one run: ``documents`` = ``stored`` + ``copies`` + all ``rejected``.

    ``copies`` counts the documents whose article the ledger held already; ``known`` of them had been read from the
    same source before, which is all of them where the same input is given again. ``rejected`` counts by reason.
    """

    documents: int = 0
    stored: int = 0
    copies: int = 0
    known: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)

    @property
    def balanced(self) -> bool:
        """Whether nothing was lost."""
        return self.documents == self.stored + self.copies + sum(self.rejected.values())


Reading = Callable[[Sequence[Path], "ReadOptions | None"], Iterable["Article | Rejection"]]
Progress = Callable[[Summary], None]


def ingest(
    paths: Sequence[Path | str],
    ledger: Path | str,
    options: "ReadOptions | None" = None,
    *,
    pipeline: Reporter | None = None,
    read: Reading | None = None,
    on_progress: Progress | None = None,
    on_rejection: Callable[[RejectionRow], None] | None = None,
) -> Summary:
    """Read ``paths`` into the ledger at that path, which is made where it is missing.

    An article that the ledger holds is not coded again. An article on which the coder fails is recorded as rejected,
    reason "failed", and tried again in the next run. Stopped at any moment, the ledger holds the batches so far, and
    the next run over the same paths ends with the same rows. ``on_progress`` gets the counts so far, after each
    batch, ``on_rejection`` each document that was not kept. Raises LedgerError where the ledger cannot be opened or
    written.
    """
    with Ledger.open(ledger, write=True, create=True) as opened:
        intake = _Intake(opened, pipeline or _default_pipeline(), on_progress, on_rejection)
        for document in (read or _read)([Path(path) for path in paths], options):
            intake.take(document)
        intake.flush()
    return intake.summary


def coded(articles: Sequence[Article], pipeline: Reporter) -> Iterator[tuple[Article, Report | Exception]]:
    """Each article with its report, or with the error that coding it raised.

    Articles are coded together; where that fails, those left are coded one at a time, so that an article costs
    only itself.
    """
    done = 0
    try:
        for article, report in zip(articles, pipeline.reports(articles), strict=True):
            yield article, _of(article, report)
            done += 1
    except Exception as error:  # noqa: BLE001 - whatever a coder raises, on whichever article: the retry tells
        _raise_what_is_no_articles_fault(error)
        for article in articles[done:]:
            yield article, _alone(article, pipeline)


def _alone(article: Article, pipeline: Reporter) -> Report | Exception:
    try:
        (report,) = pipeline.reports([article])
        return _of(article, report)
    except Exception as error:  # noqa: BLE001 - recorded with the article that it belongs to
        _raise_what_is_no_articles_fault(error)
        return error


def _of(article: Article, report: Report) -> Report:
    """``report``, which must be the article's own: a coder that leaves one out would shift all that follow."""
    if report.article.id != article.id:
        raise ValueError(f"the coder gave the report of {report.article.source} for {article.source}")
    return report


def _raise_what_is_no_articles_fault(error: Exception) -> None:
    """A broken lexicon or a missing model would fail every article: that ends the run, so that it can be mended."""
    if isinstance(error, AvermentError) and not isinstance(error, RejectedError | SpanError | RecordError):
        raise error


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What is to be written of a document: its report, or its rejection, or that its article is held."""

    source: str
    article: Article | None = None
    report: Report | None = None
    reason: str = ""
    message: str = ""

    def write(self, batch: Batch) -> Outcome | RejectionRow:
        """Put it into the batch; return what became of it."""
        if self.article and self.report:
            try:
                return batch.add(self.report)
            except (SpanError, RecordError) as error:
                return self._reject(batch, FAILED, str(error))
        if self.article and not self.reason:
            return batch.copy(self.article)
        return self._reject(batch, self.reason, self.message)

    def _reject(self, batch: Batch, reason: str, message: str) -> Outcome | RejectionRow:
        outcome = batch.reject(self.source, reason, message, self.article)
        return RejectionRow(self.source, reason, message) if outcome is Outcome.REJECTED else outcome


class _Intake:
    """Documents between reader and ledger: those that wait to be coded, and those that wait to be kept."""

    def __init__(
        self,
        ledger: Ledger,
        pipeline: Reporter,
        on_progress: Progress | None,
        on_rejection: Callable[[RejectionRow], None] | None,
    ) -> None:
        self._ledger = ledger
        self._pipeline = pipeline
        self._on_progress = on_progress
        self._on_rejection = on_rejection
        self._uncoded: dict[str, Article] = {}
        self._verdicts: list[_Verdict] = []
        self._kept_at = monotonic()
        self._counts: Counter[Outcome] = Counter()
        self._reasons: Counter[str] = Counter()

    def take(self, document: "Article | Rejection") -> None:
        """Accept the next document; now and then this codes and keeps those that wait."""
        if not isinstance(document, Article):
            self._verdicts.append(_Verdict(document.source, reason=str(document.reason), message=document.message))
        else:
            self._take_article(replace(document, source=printable(document.source)))
        if len(self._uncoded) >= BATCH_ARTICLES or len(self._verdicts) >= BATCH_DOCUMENTS or self._is_late():
            self.flush()

    def flush(self) -> None:
        """Code and keep all that wait."""
        articles = list(self._uncoded.values())
        self._uncoded.clear()
        for article, result in coded(articles, self._pipeline):
            self._verdicts.append(_verdict(article, result))
            if self._is_late():
                self._keep()
        self._keep()

    @property
    def summary(self) -> Summary:
        """The counts of what was kept so far."""
        return Summary(
            documents=self._counts.total(),
            stored=self._counts[Outcome.STORED],
            copies=self._counts[Outcome.COPY] + self._counts[Outcome.KNOWN],
            known=self._counts[Outcome.KNOWN],
            rejected=dict(sorted(self._reasons.items())),
        )

    def _take_article(self, article: Article) -> None:
        if article.id in self._uncoded:
            self.flush()  # which of the two is kept is told by the ledger
        if self._ledger.wants(article):
            self._uncoded[article.id] = article
        else:
            self._verdicts.append(_Verdict(article.source, article))

    def _is_late(self) -> bool:
        return monotonic() - self._kept_at >= BATCH_SECONDS

    def _keep(self) -> None:
        """Write the verdicts in one transaction, then count them: what is reported is in the file."""
        with self._ledger.batch() as batch:
            written = [verdict.write(batch) for verdict in self._verdicts]
        self._verdicts.clear()
        for outcome in written:
            self._count(outcome)
        if self._on_progress and written:
            self._on_progress(self.summary)
        self._kept_at = monotonic()

    def _count(self, outcome: Outcome | RejectionRow) -> None:
        if isinstance(outcome, Outcome):
            self._counts[outcome] += 1
            return
        self._counts[Outcome.REJECTED] += 1
        self._reasons[outcome.reason] += 1
        if self._on_rejection:
            self._on_rejection(outcome)


def _verdict(article: Article, result: Report | Exception) -> _Verdict:
    if isinstance(result, Report):
        return _Verdict(article.source, article, result)
    reason = result.reason if isinstance(result, RejectedError) else FAILED
    return _Verdict(article.source, article, reason=reason, message=f"{article.source}: {_told(result)}")


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, AvermentError) else f"{type(error).__name__}: {error}"


def _default_pipeline() -> Reporter:
    from averment.pipeline import Pipeline

    return Pipeline()


def _read(paths: Sequence[Path], options: "ReadOptions | None") -> Iterable["Article | Rejection"]:
    from averment.read import ReadOptions, read_paths

    return read_paths(paths, options or ReadOptions())
