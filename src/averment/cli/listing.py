"""``averment statements``, ``events`` and ``articles``: the rows of a ledger that match, as a table or for programs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from averment.cli.console import note
from averment.cli.filters import filters
from averment.cli.options import ledger_option
from averment.cli.words import days, flat, shortened, standing
from averment.records import DateRange

if TYPE_CHECKING:
    from rich.console import RenderableType

    from averment.ledger import ArticleRow, EventRow, Filter, Ledger, PartyRow, StatementRow

Row = TypeVar("Row")

TABLE_ROWS = 50  # a table is for reading; more rows are printed where --limit asks for them
ID_LENGTH = 8  # of an article's id in a table: enough to be the only one among a hundred thousand


def listing(function: Callable[..., None]) -> click.Command:
    """A command that lists rows: it gets ``where`` (a Filter), ``ledger`` (a path) and ``form``."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["table", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help=f"A table of at most {TABLE_ROWS} rows unless --limit says otherwise; or all rows as JSON lines or CSV.",
    )
    return click.command()(filters(form(ledger_option(function))))


@listing
def statements(where: "Filter", ledger: Path, form: str) -> None:
    """List who says what: the statements of a ledger, in the order of publication.

    A PARTY is a country, by code or name, and then everybody of that country; or a name. --to asks for the addressee
    or whom the events told are done to. Days are those of the statement where it is dated, else of the article.

    \b
    Examples:
      averment statements --by IRN --act deny
      averment statements --about Albania --since 2022-09-01 --format csv > denials.csv
      averment statements --search "critical infrastructure"
    """
    from averment.ledger import Ledger, StatementRow

    columns = (("when, article", 0), ("who", 4), ("act", 3), ("what", 9))
    _list(ledger, where, form, Ledger.statements, StatementRow, columns, _statement)


@listing
def events(where: "Filter", ledger: Path, form: str) -> None:
    """List who did what to whom, and according to whom: the events of a ledger, in the order of publication.

    A PARTY is a country, by code or name, and then everybody of that country; or a name. --act asks for the statement
    that tells the event. Days are those of the event where it is dated, else of the article.

    \b
    Examples:
      averment events --to ALB --type COERCE --mode cyber
      averment events --by Albania --status factual --min-confidence 0.5
      averment events --type SANCTION --since 2022-01-01 --format jsonl > sanctions.jsonl
    """
    from averment.ledger import EventRow, Ledger

    columns = (("when, article", 0), ("who", 4), ("did what", 5), ("to whom", 4), ("according to", 4))
    _list(ledger, where, form, Ledger.events, EventRow, columns, _event)


@listing
def articles(where: "Filter", ledger: Path, form: str) -> None:
    """List the articles of a ledger, with how many statements and events each holds.

    An article is listed where it has a statement or an event that matches; --about, --search and the days ask for the
    article itself. The id is what "averment show" takes.

    \b
    Examples:
      averment articles --about IRN
      averment articles --outlet "Iran Press" --until 2022-12-31
    """
    from averment.ledger import ArticleRow, Ledger

    columns = (("published, id", 0), ("title", 5), ("outlet", 3), ("statements", 0), ("events", 0), ("copies", 0))
    _list(ledger, where, form, Ledger.articles, ArticleRow, columns, _article)


def _list(
    path: Path,
    where: "Filter",
    form: str,
    select: "Callable[[Ledger, Filter], Iterator[Row]]",
    kind: type[Row],
    columns: Iterable[tuple[str, int]],
    cells: "Callable[[Row], list[RenderableType]]",
) -> None:
    from averment.cli.rows import print_csv, print_jsonl
    from averment.ledger import Ledger

    with Ledger.open(path) as ledger:
        if form == "jsonl":
            print_jsonl(select(ledger, where))
        elif form == "csv":
            print_csv(kind, select(ledger, where))
        else:
            limit = where.limit or TABLE_ROWS
            rows = select(ledger, replace(where, limit=limit + 1))
            _print_table(columns, [cells(row) for row in islice(rows, limit)], more=next(rows, None) is not None)


def _print_table(columns: Iterable[tuple[str, int]], rows: "list[list[RenderableType]]", *, more: bool) -> None:
    from averment.cli.console import show, terminal
    from averment.cli.table import new_table

    table = new_table(None, *columns)
    for row in rows:
        table.add_row(*row)
        table.add_section()
    show(terminal(), table if rows else "Nothing in the ledger matches.")
    if more:
        note(f"These are the first {len(rows)}: --limit N prints more, --format jsonl or csv prints all.")


def _statement(row: "StatementRow") -> "list[RenderableType]":
    from averment.cli.table import stacked

    who = _party(row.speaker_name, row.speaker_country, row.source_words) or "not named"
    cue, content = _quoted(row.cue, 40), _quoted(row.content, 200)
    when = _when(row.date_start, row.date_end, row.published)
    return [stacked(when, row.article[:ID_LENGTH]), _text(who), stacked(row.act, cue, "yellow"), _text(content)]


def _event(row: "EventRow") -> "list[RenderableType]":
    from averment.cli.table import stacked

    deed = " ".join(filter(None, (row.type, row.mode)))
    status = standing(row.status, row.stance).replace(", ", ",\n")
    according = _party(row.according_name, row.according_country) or "the outlet"
    return [
        stacked(_when(row.date_start, row.date_end, row.published), f"{status}\n{row.article[:ID_LENGTH]}"),
        _text(_parties(row.actors) or "not named"),
        stacked(deed, _quoted(row.words, 60), "cyan"),
        stacked(_parties(row.recipients), ", ".join(row.targets)),
        _text(according),
    ]


def _article(row: "ArticleRow") -> "list[RenderableType]":
    from averment.cli.table import stacked

    counts = (str(count) for count in (row.statements, row.events, row.documents - 1))
    published = stacked(str(row.published or "no date"), row.id[:ID_LENGTH])
    return [published, _text(row.title or "Untitled"), _text(row.outlet or ""), *counts]


def _when(start: date | None, end: date | None, published: date | None) -> str:
    """The row's own days, or in brackets the day of publication."""
    if start and end:
        return days(DateRange(start, end)).replace(" to ", "\nto ")
    return f"({published})" if published else "no date"


def _parties(parties: "tuple[PartyRow, ...]") -> str:
    return ", ".join(dict.fromkeys(_party(party.name, party.country, party.words) for party in parties))


def _party(name: str | None, country: str | None, words: str = "") -> str:
    if not name:
        return _quoted(words, 80)
    return f"{flat(name)} ({country})" if country else flat(name)


def _quoted(words: str, limit: int) -> str:
    return f"“{shortened(words, limit)}”" if words else ""


def _text(words: str) -> Any:
    from rich.text import Text

    return Text(flat(words))
