"""``averment export``: the rows of a ledger as a file for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from averment.cli.filters import filters
from averment.cli.options import ledger_option

if TYPE_CHECKING:
    from averment.ledger import Filter

PLOVER = "plover"
WHAT = ("statements", "events", "articles", "mentions", PLOVER)


@click.command()
@click.argument("what", type=click.Choice(WHAT))
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@filters
@ledger_option
@click.option("--extended", is_flag=True, help="For plover: add what the standard lacks, in one field more.")
@click.option("--force", is_flag=True, help="Overwrite OUT if it exists.")
@click.pass_context
def export(
    ctx: click.Context, what: str, out: Path, where: "Filter", ledger: Path, extended: bool, force: bool
) -> None:
    """Write the rows of a ledger that match to the file OUT, for other programs.

    WHAT is a table (statements, events, articles, mentions), written as CSV or JSON lines by the ending of OUT; or
    plover, the events as PLOVER records, one JSON object a line, with the fields of the standard alone. What has no
    place there is counted by its reason. The file is read back and compared before it gets its name; the same ledger
    gives the same bytes.

    \b
    Examples:
      averment export events sanctions.csv --type SANCTION --since 2022-01-01
      averment export statements denials.jsonl --by IRN --act deny
      averment export plover events.jsonl --extended
    """
    from averment.export import export_plover, export_table
    from averment.ledger import Ledger

    if extended and what != PLOVER:
        ctx.fail("--extended is for plover; the tables hold everything anyway.")
    with Ledger.open(ledger) as kept:
        if what == PLOVER:
            writer = export_plover(kept, out, where, extended=extended, force=force)
            click.echo(f"{out}: {writer.account()}")
        else:
            rows = export_table(kept, what, out, where, force=force)
            click.echo(f"{out}: {rows:,} row{'' if rows == 1 else 's'}")
