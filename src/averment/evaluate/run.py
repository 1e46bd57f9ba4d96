"""Run the whole coder over the texts of a task and count what is right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from averment.errors import RejectedError
from averment.evaluate.bootstrap import with_intervals
from averment.evaluate.data import Sample
from averment.evaluate.figures import Counts, Figure
from averment.evaluate.task import Prepared, Task
from averment.records import Article, Report

if TYPE_CHECKING:
    from averment.pipeline import Pipeline

Gold = TypeVar("Gold")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one run; ``rejected`` names the texts that could not be read, which count as all missed."""

    task: str
    documents: int
    figures: tuple[Figure, ...]
    rejected: tuple[str, ...] = ()


def article(sample: "Sample[Gold]") -> Article:
    """A sample's text as an article; its source is a file named after the document. Raises RejectedError."""
    from averment.read import read_text

    return read_text(sample.text, source=f"{sample.doc}.txt", published=sample.published, outlet=sample.outlet)


def evaluate(
    task: Task[Gold],
    samples: Sequence[Sample[Gold]],
    pipeline: "Pipeline",
    *,
    draws: int = 0,
    each: Callable[[Sample[Gold], Report], None] = lambda sample, report: None,
) -> Evaluation:
    """Read every sample and score it; ``each`` is called with every sample and its report, as they come.

    ``draws`` is the number of bootstrap samples for the intervals, none by default.
    """
    if isinstance(task, Prepared):
        pipeline = task.prepare(pipeline)
    rejected: list[str] = []
    documents: list[Counts] = []
    for sample, report in zip(samples, pipeline.reports(_articles(samples, rejected)), strict=True):
        documents.append(task.count(sample, report))
        each(sample, report)
    figures = with_intervals(documents, task.figures, draws)
    return Evaluation(task.name, len(documents), tuple(figures), tuple(rejected))


def _articles(samples: Iterable[Sample[Gold]], rejected: list[str]) -> Iterator[Article]:
    """Yield an article for each sample; one that cannot be read is noted and has no body, so that nothing is found."""
    for sample in samples:
        try:
            yield article(sample)
        except RejectedError as error:
            rejected.append(f"{sample.doc} ({error.reason})")
            yield Article(id=sample.doc, source=f"{sample.doc}.txt", text=sample.text)
