"""``averment``: the console entry point and its list of commands."""

import sys
from io import TextIOWrapper
from typing import Any

import click

from averment.cli.group import LazyGroup, debug_option

COMMANDS = {
    "read": ("averment.cli.read:read", "Read reports and print what they say."),
    "ingest": ("averment.cli.ingest:ingest", "Read reports into a ledger."),
    "statements": ("averment.cli.listing:statements", "List who says what."),
    "events": ("averment.cli.listing:events", "List who did what to whom, and according to whom."),
    "articles": ("averment.cli.listing:articles", "List the articles of a ledger."),
    "show": ("averment.cli.show:show", "Show an article with its statements and events marked."),
    "explain": ("averment.cli.explain:explain", "Explain why an event or a statement was coded."),
    "lists": ("averment.cli.lists:lists", "List, add and remove the sanctions lists of a ledger."),
    "screen": ("averment.cli.screen:screen", "Look names and wallets up in the sanctions lists."),
    "export": ("averment.cli.export:export", "Write rows or PLOVER records to a file for other programs."),
    "doctor": ("averment.cli.upkeep:doctor", "Check that every row of a ledger stands on its quote."),
    "backup": ("averment.cli.upkeep:backup", "Copy a ledger, whole, while others use it."),
    "evaluate": ("averment.evaluate.command:evaluate", "Score the coder against annotated texts."),
    "bench": ("averment.evaluate.command:bench", "Measure the speed of each stage."),
}


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from averment import __version__

        click.echo(f"averment {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    params=[debug_option()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version and exit."
)
def main() -> None:
    """Read news reports on what states do and say to each other.

    Averment finds who says what, who did what to whom, according to whom, and who denies it. Every row it prints or
    keeps stands on a quote of the report.

    \b
    What do these reports say?
      averment read reports/*.txt
    Keep it, and ask:
      averment ingest reports/ --ledger my.averment
      averment events --to ALB --ledger my.averment
    """


def run() -> Any:
    """Run the command line with the process's arguments, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows a question mark
    return main(prog_name="averment")
