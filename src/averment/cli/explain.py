"""``averment explain``: why an event or a statement was coded as it was."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from averment.cli.options import ledger_option, source_options

if TYPE_CHECKING:
    from datetime import date

    from averment.records import Report


@click.command()
@click.argument("row", metavar="ID|ARTICLE|FILE")
@click.option("--event", metavar="N", type=click.IntRange(min=1), help="Of a FILE or an ARTICLE: the event's number.")
@click.option("--statement", metavar="N", type=click.IntRange(min=1), help="Of a FILE or an ARTICLE: the statement's.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words to read, or one JSON object; null stands for a reason that is not kept.",
)
@source_options
@ledger_option
@click.pass_context
def explain(
    ctx: click.Context,
    row: str,
    event: int | None,
    statement: int | None,
    form: str,
    published: "date | None",
    outlet: str | None,
    fields: dict[str, str],
    ledger: Path,
) -> None:
    """Explain an event or a statement: its words, the rule that found it, and why each party is who it is said to be.

    ID is an event's or a statement's in the ledger, or the first few characters of it; the listings print it with
    --format jsonl. With --event or --statement, name an ARTICLE of the ledger by its id, or a FILE, which is read as it
    is; N is the number that "averment show" and "averment read" print. What was not kept when the article was read is
    called so, and not worked out anew.

    \b
    Examples:
      averment explain 9c1f --ledger my.averment
      averment explain report.txt --event 2
      averment explain report.txt --statement 1 --format json
      averment explain 3f2a --event 2 --ledger my.averment
    """
    if event and statement:
        ctx.fail("give --event or --statement, not both.")
    if row == "-" or Path(row).is_file():
        if not (event or statement):
            ctx.fail(f"say with --event N or --statement N which row of {row} to explain.")
        report = _read(ctx, row, published, outlet, fields)
        _print(report, _numbered(ctx, report, event, statement), form)
        return
    from averment.ledger import Ledger

    with Ledger.open(ledger) as kept:
        if event or statement:
            report = kept.report(row)
            _print(report, _numbered(ctx, report, event, statement), form)
        else:
            _print(*kept.report_with(row), form)


def _read(
    ctx: click.Context, path: str, published: "date | None", outlet: str | None, fields: dict[str, str]
) -> "Report":
    """The report of the one article in a file."""
    from averment.cli.read import Documents
    from averment.read import ReadOptions, read_paths

    documents = Documents(read_paths([path], ReadOptions(published=published, outlet=outlet, fields=fields)))
    reports = list(documents.reports())
    if len(reports) > 1:
        ctx.fail(f"{path} holds {len(reports):,} articles; read it into a ledger, and give the row's id.")
    if not reports:
        ctx.exit(1)
    return reports[0]


def _numbered(ctx: click.Context, report: "Report", event: int | None, statement: int | None) -> str:
    """The id of the event or the statement of that number."""
    rows = report.events if event else report.statements
    number, kind = event or statement or 0, "event" if event else "statement"
    if number > len(rows):
        ctx.fail(f"{report.article.source} has {len(rows)} {kind}{'' if len(rows) == 1 else 's'}, and no {number}.")
    return rows[number - 1].id


def _print(report: "Report", id_: str, form: str) -> None:
    from averment.explain import explain as explained

    explanation = explained(report, id_)
    if form == "json":
        from averment.report import json_line

        click.echo(json_line(explanation).decode())
    else:
        from averment.cli.explanation import print_explanation

        print_explanation(report, explanation)
