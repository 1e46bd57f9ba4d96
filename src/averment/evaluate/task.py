"""What an evaluation task is made of."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from averment.evaluate.data import Sample
from averment.evaluate.figures import Counts, Figure
from averment.records import Report

if TYPE_CHECKING:
    from averment.pipeline import Pipeline

Gold = TypeVar("Gold")


class Task(Protocol[Gold]):
    """A kind of annotated data and the measures that go with it."""

    name: str

    def load(self, path: Path, texts: Path | None) -> list[Sample[Gold]]:
        """The samples of a file; ``texts`` is the folder of texts that stand outside it. Raises DataError."""
        ...

    def count(self, sample: Sample[Gold], report: Report) -> Counts:
        """What is right and wrong in one report."""
        ...

    def figures(self, counts: Counts) -> list[Figure]:
        """The figures of counts, of one document or of many together."""
        ...

    def prediction(self, sample: Sample[Gold], report: Report) -> dict[str, Any]:
        """The report in the shape of the task's predictions."""
        ...

    def misses(self, sample: Sample[Gold], report: Report) -> Iterator[str]:
        """Yield a line for each row missed and for each found in excess."""
        ...


@runtime_checkable
class Prepared(Protocol):
    """A task whose texts need a pipeline that knows more, such as the names of a made-up world."""

    def prepare(self, pipeline: "Pipeline") -> "Pipeline":
        """The pipeline to read the task's texts with."""
        ...
