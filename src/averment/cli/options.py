"""Options that several commands share, and what they are turned into."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar

import click

from averment.api import as_date
from averment.errors import AvermentError

Function = TypeVar("Function", bound=Callable[..., Any])

DEFAULT_LEDGER = "ledger.averment"


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click alone
    """A date written ``YYYY-MM-DD``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | None:
        """Read the date, or fail with the way to write it."""
        try:
            return as_date(value)
        except AvermentError as error:
            self.fail(str(error), param, ctx)


class Word(click.ParamType):  # type: ignore[type-arg]
    """One of a list of words, in any letter case; another is answered with the list and the nearest word."""

    def __init__(self, name: str, words: Callable[[], Iterable[str]]) -> None:
        """``words`` is called when a value is converted, so that a list may be read from data."""
        self.name = name
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word in its own letter case."""
        known = {word.casefold(): word for word in self.words()}
        given = str(value).strip().casefold()
        if given not in known:
            self.fail(f"{value!r} is not one of {', '.join(known.values())}.{_nearest(given, known)}", param, ctx)
        return known[given]


def _nearest(given: str, known: Mapping[str, str]) -> str:
    """A hint at the similar word that begins alike for longest: for "denied" that is deny, not demand."""
    near = get_close_matches(given, known, cutoff=0.5)
    likeliest = max(near, key=lambda word: _common(word, given), default=None)
    return f" Did you mean {known[likeliest]}?" if likeliest else ""


def _common(word: str, other: str) -> int:
    """How many letters the two have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def confidence_option(function: Function) -> Function:
    """``--min-confidence NUMBER``."""
    option = click.option(
        "--min-confidence",
        metavar="NUMBER",
        type=click.FloatRange(0, 1),
        help="The least confidence of statements and events, from 0 to 1: of statements at 0.9, nine in ten are right.",
    )
    return option(function)


def ledger_option(function: Function) -> Function:
    """``--ledger FILE``, else the environment's AVERMENT_LEDGER, else ``ledger.averment`` in this folder."""
    option = click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        envvar="AVERMENT_LEDGER",
        default=DEFAULT_LEDGER,
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        help="The ledger's file.",
    )
    return option(function)


def source_options(function: Function) -> Function:
    """``--published``, ``--outlet`` and ``--map``: what a text does not say of itself."""
    for option in (
        click.option(
            "--map",
            "fields",
            multiple=True,
            metavar="FIELD=NAME",
            callback=_fields,
            help="For JSONL: the name under which a field stands, such as text=body. May be repeated; the fields are "
            "text, title, date, url and outlet.",
        ),
        click.option("--outlet", callback=_text, help="The outlet, for articles that do not name it."),
        click.option("--published", type=Day(), help="The publication date, for articles that do not say it."),
    ):
        function = option(function)
    return function


def _text(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse bytes that the terminal sent in another encoding: no file in UTF-8 can hold them."""
    if value and any("\ud800" <= character <= "\udfff" for character in value):
        raise click.BadParameter(f"{value!a} is not text in UTF-8.", ctx, param)
    return value


def _fields(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for value, (field, _equals, name) in zip(values, pairs, strict=True):
        if not (field and name):
            ctx.fail(f"--map takes FIELD=NAME, such as --map text=body; got {value!r}.")
    return {field: name for field, _, name in pairs}
