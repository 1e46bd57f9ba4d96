"""``averment show``: one article with its statements and events marked in the text."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averment.cli.options import ledger_option

if TYPE_CHECKING:
    from averment.records import Report

_ID = re.compile("[0-9a-f]{1,64}")


@click.command()
@click.argument("article", metavar="ARTICLE|FILE")
@ledger_option
@click.pass_context
def show(ctx: click.Context, article: str, ledger: Path) -> None:
    """Show an article with its statements and events marked in the text, and a list of both below.

    ARTICLE is an article's id in the ledger, or the first few characters of it; "averment articles" lists them. A FILE
    is read as it is, without a ledger. In a terminal the marks are colours; elsewhere they are brackets, such as
    [1 who: the spokesman] [1 says: denied] [1 what: the charge] for statement 1, and [E1 did: expelled] for event 1.

    \b
    Examples:
      averment show 3f2a --ledger my.averment
      averment show report.txt
      averment show report.txt | less
    """
    if article == "-" or Path(article).is_file():
        _show_file(ctx, article)
    elif not _ID.fullmatch(article):
        ctx.fail(f"{article!r} is neither a file nor the beginning of an article's id, such as 3f2a.")
    else:
        from averment.ledger import Ledger

        with Ledger.open(ledger) as kept:
            _print(kept.report(article))


def _show_file(ctx: click.Context, path: str) -> None:
    from averment.cli.read import Documents
    from averment.read import ReadOptions, read_paths

    documents = Documents(read_paths([path], ReadOptions()))
    for report in documents.reports():
        _print(report)
    if documents.rejected:
        ctx.exit(1)


def _print(report: "Report") -> None:
    from averment.cli import console, marks, table
    from averment.cli.reading import Reading

    out, reading = console.terminal(), Reading(report)
    coloured = out.color_system is not None and not out.no_color
    table.print_heading(out, report.article, titled=report.article.title_span is None)
    console.show(out, marks.marked(reading, brackets=not coloured))
    if coloured:
        console.show(out, marks.legend())
    table.print_findings(out, reading)
