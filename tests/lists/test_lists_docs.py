"""docs/lists.md: its commands are understood, and it names every field of a match."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest

from averment.cli.main import main
from averment.lists.matching import ListMatch

PAGE = (Path(__file__).parents[2] / "docs" / "lists.md").read_text(encoding="utf-8")
COMMANDS = [line.strip() for line in PAGE.splitlines() if line.startswith("    averment ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_documented_commands_are_understood(line: str) -> None:
    context, words = click.Context(main), shlex.split(line)[1:]
    command: click.Command | None = main
    while isinstance(command, click.Group) and words and words[0] in command.list_commands(context):
        command, words = command.get_command(context, words[0]), words[1:]
    assert command is not None
    command.make_context(command.name, words, parent=context).close()


def test_every_field_of_a_match_is_documented() -> None:
    table = PAGE[PAGE.index("| field |") : PAGE.index("## What makes a match")]
    named = re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in table.splitlines() if "|" in line))
    assert sorted(named) == sorted(field.name for field in fields(ListMatch))
