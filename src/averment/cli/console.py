"""The terminal: text printed as it is, coloured only where a person looks on."""

import sys
from typing import TYPE_CHECKING

import click

from averment.cli.words import flat

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def terminal(*, err: bool = False) -> "Console":
    """A console on standard output (or error): no markup, no highlighting; no colour when piped or with NO_COLOR."""
    from rich.console import Console

    return Console(file=sys.stderr if err else sys.stdout, markup=False, emoji=False, highlight=False)


def show(out: "Console", *blocks: "RenderableType") -> None:
    """Print blocks, each followed by an empty line, without the blanks that fill a line to the terminal's width."""
    for block in blocks:
        with out.capture() as captured:
            out.print(block)
        lines = captured.get().rstrip().splitlines()
        out.file.write("\n".join(line.rstrip() for line in lines) + "\n\n")


def note(message: str) -> None:
    """Print one line to standard error, cleaned of whatever a file name or a text may carry."""
    click.echo(flat(message), err=True)
