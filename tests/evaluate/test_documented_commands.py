"""Commands in the documentation are commands that exist, with options that exist."""

import shlex
from pathlib import Path

import click
import pytest

from averment.cli.main import main

ROOT = Path(__file__).parents[2]


def commands(page):
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.startswith("    averment ")]


@pytest.mark.parametrize(
    "page", ["docs/evaluation.md", "docs/examples.md", "docs/explaining.md", "docs/exports.md", "examples/README.md"]
)
def test_documented_commands_are_understood(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "my.averment").touch()
    found = commands(page)
    assert found
    for line in found:
        name, *arguments = shlex.split(line)[1:]
        command = main.get_command(click.Context(main), name)
        assert command is not None, line
        command.make_context(name, arguments, parent=click.Context(main)).close()


def test_files_named_in_the_documentation_exist():
    for line in commands("docs/examples.md"):
        for word in shlex.split(line):
            if word.startswith("examples/"):
                assert (ROOT / word).exists(), line
