"""The command group: loads a command's module when it is called, and turns every error into one clear message."""

import os
import sys
import traceback
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from averment.cli.console import note
from averment.cli.words import plain
from averment.errors import AvermentError

INTERRUPTED = 130  # 128 + SIGINT, as shells report it
CLOSED_PIPE = 141  # 128 + SIGPIPE
_DEBUG = "averment.debug"


class Failure(click.ClickException):
    """An error that the user can put right: its message on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message to standard error."""
        click.echo(f"averment: {plain(self.message)}", file=file, err=file is None)


class LazyGroup(click.Group):
    """A group whose commands are named by ``module:attribute`` with a line of help, and imported when called."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        """As a click group; ``lazy`` leads from a command's name to its place and its line of help."""
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order in which they were named."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, with ``--debug`` added to its options."""
        if cmd_name not in self.lazy:
            return None
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101
        if not any(option.name == "debug" for option in command.params):
            command.params.append(debug_option())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command named where there is none of that name."""
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.lazy, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from their lines of help, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.lazy.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; every way in which it can end gets its message and its exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_output()
            ctx.exit(CLOSED_PIPE)
        except KeyboardInterrupt:
            note("Stopped.")
            ctx.exit(INTERRUPTED)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except Exception as error:
            if ctx.meta.get(_DEBUG):
                traceback.print_exc()
            raise Failure(_message(error)) from error
        return result


def debug_option() -> click.Option:
    """``--debug``: print the traceback of an error."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        help="Print the traceback of an error.",
        callback=lambda ctx, _, value: ctx.meta.__setitem__(_DEBUG, True) if value else None,
    )


def _message(error: Exception) -> str:
    if isinstance(error, AvermentError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}. This should not happen; --debug shows where it did."


def _close_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush does not complain of the closed pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a file descriptor, as under test
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
