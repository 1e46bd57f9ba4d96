"""The command group: help, unknown commands, errors, interrupts, pipes, speed."""

import json
import re
import subprocess
import sys
import time
from importlib import import_module

import click
import pytest

from averment.cli.main import COMMANDS, main
from averment.errors import AvermentError


def command(name: str) -> click.Command:
    module, _, attribute = COMMANDS[name][0].partition(":")
    return getattr(import_module(module), attribute)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch):
    """Make ``averment read`` raise an error as it starts to read."""

    def with_error(error: BaseException) -> None:
        def pipeline() -> None:
            raise error

        monkeypatch.setattr("averment.cli.pipeline", pipeline)

    return with_error


def test_help_says_what_it_is_and_names_every_command(averment):
    result = averment("--help")
    assert result.exit_code == 0
    assert "Read news reports on what states do and say to each other." in result.stdout
    assert re.findall(r"^  ([a-z]+)  ", result.stdout.partition("Commands:")[2], re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str):
    found = command(name)
    assert found.help and len(found.help) > 60, f"averment {name} has no help worth reading"
    assert [option.opts for option in found.params if isinstance(option, click.Option) and not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_the_command_understands(name: str):
    found = command(name)
    examples = re.findall(rf"^ *averment {name}(.*)", found.help or "", re.MULTILINE)
    assert examples, f"averment {name} shows no example"
    options = {opt for param in found.params for opt in param.opts}
    for example in examples:
        assert set(re.findall(r"(?<= )--[a-z-]+", example)) <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_in_the_list_is_short(name: str):
    assert len(COMMANDS[name][1]) <= 70
    assert COMMANDS[name][1].endswith(".")


def test_an_unknown_command_is_answered_with_the_nearest(averment):
    result = averment("evnts")
    assert result.exit_code == 2
    assert "No such command 'evnts'. Did you mean 'events'?" in result.stderr


def test_an_unknown_option_is_a_wrong_call(averment):
    assert averment("read", "--formt", "jsonl", "x").exit_code == 2


def test_version(averment):
    assert re.fullmatch(r"averment \d+\.\d+\.\d+\S*\n", averment("--version").stdout)


def test_an_error_is_one_message_and_exit_2(averment, failing, tmp_path):
    failing(AvermentError("cues.toml, entry 'deny': no such act \x1b[31m'dney'; use one of assert, deny"))
    result = averment("read", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == "averment: cues.toml, entry 'deny': no such act 'dney'; use one of assert, deny\n"
    assert result.stdout == ""


@pytest.mark.parametrize("where", ["before", "after"])
def test_debug_adds_the_traceback(averment, failing, tmp_path, where: str):
    failing(AvermentError("broken"))
    result = averment("--debug", "read", tmp_path) if where == "before" else averment("read", tmp_path, "--debug")
    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr
    assert result.stderr.endswith("averment: broken\n")


def test_an_error_of_the_system_names_the_file(averment, failing, tmp_path):
    failing(PermissionError(13, "Permission denied", "secret.txt"))
    result = averment("read", tmp_path)
    assert (result.exit_code, result.stderr) == (2, "averment: secret.txt: Permission denied\n")


def test_an_error_of_our_own_says_how_to_see_more(averment, failing, tmp_path):
    failing(KeyError("who"))
    result = averment("read", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == "averment: KeyError: 'who'. This should not happen; --debug shows where it did.\n"


def test_an_interrupt_is_short_and_exits_130(averment, failing, tmp_path):
    failing(KeyboardInterrupt())
    result = averment("read", tmp_path)
    assert (result.exit_code, result.stderr) == (130, "Stopped.\n")


def test_a_closed_pipe_is_quiet(tmp_path):
    record = {"text": "The minister said on Friday that the charge was false. " * 200}
    path = tmp_path / "stories.jsonl"
    path.write_text(f"{json.dumps(record)}\n" * 200)  # ten times what a pipe holds
    code = (
        "import averment.cli as cli\n"
        "from averment.cli.main import run\n"
        "from averment.records import Report\n"
        "class Fake:\n"
        "    def reports(self, articles):\n"
        "        return map(Report, articles)\n"
        "cli.pipeline = Fake\n"
        "run()\n"
    )
    call = [sys.executable, "-c", code, "read", str(path), "--format", "jsonl"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_help_starts_fast():
    def seconds() -> float:
        before = time.perf_counter()
        subprocess.run([sys.executable, "-m", "averment", "--help"], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - before

    # 0.06 s measured on an idle machine; the best of five, since others may be at work.
    assert min(seconds() for _ in range(5)) < 0.3


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from averment.cli.main import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & {"rich", "spacy", "numpy", "sqlite3", "msgspec", "trafilatura", "averment.pipeline"}


def test_the_group_is_callable_as_a_module():
    done = subprocess.run([sys.executable, "-m", "averment", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("averment ")


def test_every_command_takes_debug():
    with click.Context(main) as ctx:
        assert all(
            any("--debug" in param.opts for param in found.params)
            for name in COMMANDS
            if (found := main.get_command(ctx, name))
        )
