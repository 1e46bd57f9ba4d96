"""``averment ingest``: read reports into a ledger."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averment import cli
from averment.cli.console import note
from averment.cli.options import ledger_option, source_options
from averment.cli.read import note_rejection

if TYPE_CHECKING:
    from averment.ingest import Reporter, Summary
    from averment.read import ReadOptions, Rejection
    from averment.records import Article, Report


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|- ...")
@ledger_option
@source_options
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    ledger: Path,
    published: date | None,
    outlet: str | None,
    fields: dict[str, str],
) -> None:
    """Read reports into a ledger, which is made where it is missing.

    What the ledger holds already is not read again, so the same command may be repeated: after more files have come,
    or after it was stopped. Copies of an article are counted once. Each document that cannot be kept is named on
    standard error with the reason; the exit code is then 1.

    \b
    Examples:
      averment ingest reports/ --ledger my.averment
      averment ingest stories.jsonl --map text=body --outlet "Iran Press"
      AVERMENT_LEDGER=my.averment averment ingest news/*.html
    """
    from averment.ingest import ingest as run
    from averment.read import ReadOptions

    pipeline = Watched(cli.pipeline())
    options = ReadOptions(published=published, outlet=outlet, fields=fields)
    try:
        with _progress(paths, pipeline) as progress:
            summary = run(paths, ledger, options, pipeline=pipeline, read=_read, on_progress=progress)
    except KeyboardInterrupt:
        note(f"Stopped. What {ledger} holds by now is whole; the same command goes on from there.")
        ctx.exit(130)
    if (unnamed := summary.rejected.get("failed", 0) - pipeline.failures) > 0:
        documents = "document" if unnamed == 1 else "documents"
        note(f"rejected (failed): {unnamed:,} {documents} whose records contradict their text; the ledger says which")
    click.echo(f"{ledger}: {told(summary)}")
    if summary.rejected:
        ctx.exit(1)


def told(summary: "Summary") -> str:
    """The account of a run in a line: documents in = stored + copies + rejected, with the reasons."""
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in summary.rejected.items())
    rejected = f"{sum(summary.rejected.values()):,} rejected" + (f" ({reasons})" if reasons else "")
    documents = f"{summary.documents:,} document{'' if summary.documents == 1 else 's'}"
    return f"{documents} = {summary.stored:,} stored + {summary.copies:,} copies + {rejected}"


class Watched:
    """A pipeline that counts the words it has coded, and names each article on which it fails."""

    def __init__(self, pipeline: "Reporter") -> None:
        """Watch over ``pipeline``; the clock starts with the first article."""
        self._pipeline = pipeline
        self._named: set[str] = set()
        self._seconds = 0.0
        self._words = 0

    @property
    def failures(self) -> int:
        """How many articles could not be coded; each is named."""
        return len(self._named)

    @property
    def speed(self) -> float:
        """Words a second, while coding."""
        return self._words / self._seconds if self._seconds else 0.0

    def reports(self, articles: "Iterable[Article]") -> "Iterator[Report]":
        """Yield one report for each article, in order."""
        articles = list(articles)
        started = time.perf_counter()
        try:
            for report in self._pipeline.reports(articles):
                self._words += len(report.article.text.split())
                self._seconds += time.perf_counter() - started
                yield report
                started = time.perf_counter()
        except Exception as error:
            if len(articles) == 1 and articles[0].source not in self._named:
                self._named.add(articles[0].source)
                note_rejection("failed", f"{articles[0].source}: {type(error).__name__}: {error}")
            raise


def _read(paths: Sequence[Path], options: "ReadOptions | None") -> "Iterator[Article | Rejection]":
    from averment.read import Rejection, read_paths

    for document in read_paths(paths, options):
        if isinstance(document, Rejection):
            note_rejection(document.reason, document.message)
        yield document


@contextmanager
def _progress(paths: Sequence[str], pipeline: Watched) -> "Iterator[Callable[[Summary], None] | None]":
    """What shows the counts while a run goes on, on standard error if that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from averment.cli.console import terminal

    columns = (SpinnerColumn(), BarColumn(20), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=terminal(err=True), transient=True) as bar:
        task = bar.add_task("reading", total=expected(paths))

        def show(summary: "Summary") -> None:
            counts = f"{summary.documents:,} documents, {sum(summary.rejected.values()):,} rejected"
            bar.update(task, completed=summary.documents, description=f"{counts}, {pipeline.speed:,.0f} words/s")

        yield show


def expected(paths: Iterable[str]) -> int | None:
    """How many documents the paths hold, where that is the number of files; None where files hold several."""
    count = 0
    for path in paths:
        names = [name for _, _, files in os.walk(path) for name in files] if Path(path).is_dir() else [path]
        if any(name == "-" or ".jsonl" in name or ".ndjson" in name for name in names):
            return None
        count += sum(not Path(name).name.startswith(".") for name in names)
    return count
