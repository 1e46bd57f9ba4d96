"""How fast each stage is: words a second of CPU time, models loaded beforehand."""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from averment.errors import AvermentError
from averment.records import Article

if TYPE_CHECKING:
    from averment.pipeline import Pipeline

BATCH = 64
"""Articles in memory at once; parse trees weigh some hundred times their text."""

STAGES = ("read", "parse", "attribute", "resolve", "code", "assemble")


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds of CPU time that a stage took for ``words`` words, over all repetitions."""

    stage: str
    seconds: float
    words: int

    @property
    def words_per_second(self) -> float:
        """Words a second; 0 where the time was too short to measure."""
        return self.words / self.seconds if self.seconds else 0.0


class Stopwatch:
    """CPU seconds by stage, of this process with all its threads."""

    def __init__(self) -> None:
        """Every stage at zero."""
        self.seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the CPU time of what is done inside to a stage."""
        begun = time.process_time()
        yield
        self.seconds[name] += time.process_time() - begun


def measure(paths: Sequence[Path], pipeline: "Pipeline", *, repeat: int = 1) -> list[Speed]:
    """The speed of each stage and of the whole over the articles at ``paths``, read and coded ``repeat`` times.

    One pass before the clock starts loads models and data. Words are what white space separates in the articles'
    texts, whether coded or not. Raises AvermentError where no article can be read.
    """
    words = _pass(paths, pipeline, Stopwatch())
    if not words:
        raise AvermentError(f"{', '.join(map(str, paths))}: no article could be read; name text, HTML or JSONL files")
    watch = Stopwatch()
    for _ in range(repeat):
        _pass(paths, pipeline, watch)
    speeds = [Speed(stage, seconds, words * repeat) for stage, seconds in watch.seconds.items()]
    return [*speeds, Speed("all", sum(watch.seconds.values()), words * repeat)]


def _pass(paths: Sequence[Path], pipeline: "Pipeline", watch: Stopwatch) -> int:
    """Take all articles through all stages, a batch at a time, and return their number of words."""
    reading, words = _articles(paths), 0
    while True:
        with watch.stage("read"):
            batch = list(islice(reading, BATCH))
        if not batch:
            return words
        _code(batch, pipeline, watch)
        words += sum(len(article.text.split()) for article in batch)


def _code(articles: list[Article], pipeline: "Pipeline", watch: Stopwatch) -> None:
    from averment.assemble import assemble

    with watch.stage("parse"):
        trees = list(pipeline.parser.parse(articles))
    for article, parsed in zip(articles, trees, strict=True):
        with watch.stage("attribute"):
            attributions = pipeline.attributor.attribute(parsed)
        with watch.stage("resolve"):
            resolution = pipeline.resolver.resolve(article, parsed, attributions)
        with watch.stage("code"):
            drafts = pipeline.coder.code(parsed, resolution, attributions)
        with watch.stage("assemble"):
            assemble(article, resolution, attributions, drafts)


def _articles(paths: Iterable[Path]) -> Iterator[Article]:
    from averment.read import read_paths

    return (document for document in read_paths(list(paths)) if isinstance(document, Article))
