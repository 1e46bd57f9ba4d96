"""``averment lists``: the sanctions lists in a ledger, and adding and removing them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from averment.cli.console import note
from averment.cli.group import debug_option
from averment.cli.options import Day, Function, Word, ledger_option
from averment.cli.words import flat

if TYPE_CHECKING:
    from averment.ledger import ListRow


def form_option(function: Function) -> Function:
    """``--format table|jsonl|csv``."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(["table", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help="A table to read, or all rows and fields as JSON lines or CSV.",
    )
    return option(function)


def _names() -> tuple[str, ...]:
    from averment.lists import NAMES

    return NAMES


@click.group(invoke_without_command=True)
@ledger_option
@form_option
@click.pass_context
def lists(ctx: click.Context, ledger: Path, form: str) -> None:
    """List the sanctions lists in a ledger, each with its date and how much is on it; or add and remove them.

    A list is kept as it stood on one day, and several days of it stand side by side. Its id, such as
    ofac-sdn@2022-09-14, is what "averment lists remove" and "averment screen --list" take.

    \b
    Examples:
      averment lists --ledger my.averment
      averment lists add SDN.XML
      averment lists remove ofac-sdn@2022-09-14
    """
    if ctx.invoked_subcommand is None:
        _show(ledger, form)
    elif ctx.get_parameter_source("ledger") is ParameterSource.COMMANDLINE:
        ctx.fail(f"Give --ledger after {ctx.invoked_subcommand!r}, not before it.")


@lists.command(params=[debug_option()])
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--date", "published", type=Day(), help="The day the list is of; needed for CSV files, which do not say.")
@click.option("--list", "name", type=Word("list", _names), help="Which list it is, if the file's name does not say.")
@ledger_option
def add(file: Path, published: date | None, name: str | None, ledger: Path) -> None:
    """Add a sanctions list that OFAC publishes to a ledger, which is made where it is missing.

    FILE is SDN.XML or CONSOLIDATED.XML, which say their date; or sdn.csv or cons_prim.csv, with the files of aliases
    and addresses, and of comments if there are any, beside it. The same file again changes nothing.

    \b
    Examples:
      averment lists add SDN.XML --ledger my.averment
      averment lists add sdn.csv --date 2022-09-14
    """
    from averment.ledger import Ledger
    from averment.lists import check_installed, read_list

    check_installed()
    found = read_list(file, published, name)
    for words in found.notes:
        note(words)
    with Ledger.open(ledger, create=True) as kept:
        new = kept.add_list(found)
    entries = f"{len(found.entries):,} entr{'y' if len(found.entries) == 1 else 'ies'}"
    click.echo(f"{ledger}: {found.version.id}, {entries}{'' if new else '; it was there already'}")


@lists.command(params=[debug_option()])
@click.argument("ids", nargs=-1, required=True, metavar="ID ...")
@ledger_option
def remove(ids: tuple[str, ...], ledger: Path) -> None:
    """Remove sanctions lists from a ledger, by their ids, such as ofac-sdn@2022-09-14.

    \b
    Example:
      averment lists remove ofac-sdn@2022-09-14 --ledger my.averment
    """
    from averment.ledger import Ledger

    with Ledger.open(ledger, write=True) as kept:
        for id_ in ids:
            kept.remove_list(id_)
            click.echo(f"{ledger}: {id_} is removed")


def _show(path: Path, form: str) -> None:
    from averment.cli.rows import print_csv, print_jsonl
    from averment.ledger import Ledger, ListRow

    with Ledger.open(path) as ledger:
        rows = ledger.lists()
    if form == "jsonl":
        print_jsonl(rows)
    elif form == "csv":
        print_csv(ListRow, rows)
    else:
        _print_table(rows)


def _print_table(rows: "tuple[ListRow, ...]") -> None:
    from averment.cli.console import show, terminal
    from averment.cli.table import new_table

    columns = (("list", 0), ("date", 0), ("entries", 0), ("aliases", 0), ("wallets", 0), ("file", 1))
    table = new_table(None, *columns)
    for row in rows:
        counts = (f"{count:,}" for count in (row.entries, row.aliases, row.wallets))
        table.add_row(row.name, row.date.isoformat(), *counts, flat(row.source))
    show(terminal(), table if rows else "The ledger holds no list; `averment lists add FILE` adds one.")
