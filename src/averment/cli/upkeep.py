"""``averment doctor`` and ``averment backup``: looking after a ledger."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from averment.cli.options import ledger_option
from averment.cli.words import flat


@click.command()
@ledger_option
@click.pass_context
def doctor(ctx: click.Context, ledger: Path) -> None:
    """Check a ledger: that the file is whole, that every span lies in its article's text and every quote is what
    stands there, that no document is lost, and that the search finds what the rows say.

    Nothing is changed, and others may go on reading and writing. The exit code is 1 where something is wrong.

    \b
    Example:
      averment doctor --ledger my.averment
    """
    from averment.ledger import doctor as examine

    found = 0
    with _progress() as advance:
        for finding in examine(ledger, advance):
            found += 1
            click.echo(flat(f"{finding.check}: {finding.where}: {finding.message}"))
    if found:
        click.echo(f"{ledger}: {found:,} finding{'' if found == 1 else 's'}", err=True)
        ctx.exit(1)
    click.echo(f"{ledger}: sound")


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="TARGET")
@ledger_option
@click.option("--force", is_flag=True, help="Overwrite TARGET if it exists.")
def backup(target: Path, ledger: Path, force: bool) -> None:
    """Copy a ledger to the file TARGET, whole and checked, while others may read and write it.

    Copying the file by other means is not safe while somebody writes to it.

    \b
    Example:
      averment backup my-2022-09-09.averment --ledger my.averment
    """
    from averment.ledger import backup as copy

    copy(ledger, target, force=force)
    click.echo(f"{ledger} is copied to {target}")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """What shows how far the check has come, on standard error if that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress

    from averment.cli.console import terminal

    with Progress(console=terminal(err=True), transient=True) as bar:
        task = bar.add_task("articles", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
