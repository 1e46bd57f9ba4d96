"""The options that say which rows of a ledger are wanted; all of them stand on every listing."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import click

from averment.cli.options import Day, Function, Word
from averment.records import Act, Stance, Status


def _types() -> Iterable[str]:
    from averment.ontology import PLOVER

    return PLOVER.types


def _modes() -> Iterable[str]:
    from averment.ontology import PLOVER

    return sorted({mode for kind in PLOVER.types.values() for mode in kind.modes})


def _contexts() -> Iterable[str]:
    from averment.ontology import PLOVER

    return PLOVER.contexts


_OPTIONS = (
    click.option("--by", metavar="PARTY", help="Who says or does it: a country (IRN, Iran) or a name."),
    click.option("--to", metavar="PARTY", help="To whom it is said or done."),
    click.option("--about", metavar="PARTY", help="Who is mentioned in it."),
    click.option("--type", type=Word("type", _types), help="The event's type, such as SANCTION."),
    click.option("--mode", type=Word("mode", _modes), help="The event's mode, such as cyber."),
    click.option("--context", type=Word("context", _contexts), help="A context of the event, such as economic."),
    click.option("--act", type=Word("act", lambda: list(Act)), help="The speech act, such as deny."),
    click.option("--status", type=Word("status", lambda: list(Status)), help="The event's status, such as future."),
    click.option("--stance", type=Word("stance", lambda: list(Stance)), help="The voice's stance, such as alleged."),
    click.option("--since", type=Day(), help="The first day, such as 2022-09-01."),
    click.option("--until", type=Day(), help="The last day."),
    click.option(
        "--search", metavar="WORDS", help='Words to find; "two words" in quotes stand together, infra* begins so.'
    ),
    click.option("--article", metavar="ID", help="The article's id, or the beginning of it."),
    click.option("--outlet", metavar="NAME", help="Words of the outlet's name."),
    click.option(
        "--min-confidence", metavar="NUMBER", type=click.FloatRange(0, 1), help="The least confidence, from 0 to 1."
    ),
    click.option("--limit", metavar="N", type=click.IntRange(min=1), help="The most rows to print."),
)


def filters(function: Function) -> Callable[..., Any]:
    """Add the options to a command; it gets one argument ``where``, a Filter."""

    @wraps(function)
    def with_filter(*args: Any, **kwargs: Any) -> Any:
        from averment.ledger import Filter

        asked = {name: kwargs.pop(name) for name in Filter.__dataclass_fields__ if name in kwargs}
        _check_mode(asked["type"], asked["mode"])
        return function(*args, where=Filter(**asked), **kwargs)

    for option in reversed(_OPTIONS):
        with_filter = option(with_filter)
    return with_filter


def _check_mode(type_: str | None, mode: str | None) -> None:
    """Refuse a mode that the type does not have."""
    from averment.ontology import PLOVER

    if type_ and mode and mode not in PLOVER.types[type_].modes:
        modes = ", ".join(PLOVER.types[type_].modes) or "none"
        raise click.UsageError(f"{type_} has no mode {mode!r}; its modes: {modes}.")
