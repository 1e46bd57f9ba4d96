"""``averment read``: what do these reports say?"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import click

from averment import cli
from averment.cli.console import note
from averment.cli.options import confidence_option, source_options

if TYPE_CHECKING:
    from averment.read import Rejection
    from averment.records import Article, Report

BATCH = 8  # articles coded together: fewer would slow the parser down, more would delay the first report


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|- ...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "plover"]),
    default="table",
    show_default=True,
    help="Tables to read; one report a line as JSON; or one PLOVER record a line.",
)
@click.option("--extended", is_flag=True, help="For plover: add what the standard lacks, in one field more.")
@confidence_option
@source_options
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    extended: bool,
    min_confidence: float | None,
    published: date | None,
    outlet: str | None,
    fields: dict[str, str],
) -> None:
    """Read reports and print what they say: statements (who, act, what) and events (who did what to whom, when,
    according to whom).

    Reads text, HTML and JSONL files, folders of them, and standard input (-). A report that cannot be read is named
    on standard error with the reason, and the others go on; the exit code is then 1.

    \b
    Examples:
      averment read report.txt --published 2022-09-08 --outlet "Iran Press"
      averment read reports/ --format jsonl > reports.jsonl
      averment read stories.jsonl --map text=body --map date=day
      averment read reports/ --min-confidence 0.8
      averment read reports/ --format plover > events.jsonl
      curl -s https://example.org/story | averment read -
    """
    from averment.read import ReadOptions, read_paths

    if extended and form != "plover":
        ctx.fail("--extended is for --format plover.")
    documents = Documents(read_paths(paths, ReadOptions(published=published, outlet=outlet, fields=fields)))
    reports = documents.reports()
    if min_confidence is not None:
        reports = (report.at_least(min_confidence) for report in reports)
    if form == "plover":
        _print_plover(reports, extended)
    else:
        for report in reports:
            (_print_line if form == "jsonl" else _print_tables)(report)
    if documents.rejected:
        ctx.exit(1)


class Documents:
    """What was read, on its way to reports; each rejection is printed to standard error and counted as it passes."""

    def __init__(self, documents: "Iterable[Article | Rejection]") -> None:
        """``documents`` are taken one by one, as they are asked for."""
        self._documents = documents
        self.rejected = 0

    def reports(self) -> "Iterator[Report]":
        """Yield the reports in order, leaving out an article on which the pipeline fails."""
        from averment.ingest import coded

        pipeline, articles = cli.pipeline(), self._articles()
        while batch := list(islice(articles, BATCH)):
            for article, result in coded(batch, pipeline):
                if isinstance(result, Exception):
                    self._reject("failed", f"{article.source}: {type(result).__name__}: {result}")
                else:
                    yield result

    def _articles(self) -> "Iterator[Article]":
        from averment.read import Rejection

        for document in self._documents:
            if isinstance(document, Rejection):
                self._reject(document.reason, document.message)
            else:
                yield document

    def _reject(self, reason: str, message: str) -> None:
        self.rejected += 1
        note_rejection(reason, message)


def note_rejection(reason: str, message: str) -> None:
    """Print to standard error that a document is rejected, and why."""
    note(f"rejected ({reason}): {message}")


def _print_line(report: "Report") -> None:
    from averment.report import encode

    sys.stdout.buffer.write(encode(report) + b"\n")
    sys.stdout.flush()


def _print_plover(reports: "Iterable[Report]", extended: bool) -> None:
    """Print the records of all reports, and on standard error what has no place in them."""
    from averment.cli.rows import print_jsonl
    from averment.export.plover import Writer

    writer = Writer(extended=extended)
    for report in reports:
        print_jsonl(writer.records(report))
    note(writer.account())


def _print_tables(report: "Report") -> None:
    from averment.cli.reading import Reading
    from averment.cli.table import print_report

    print_report(Reading(report))
