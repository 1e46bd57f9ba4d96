"""The tables that a report is printed as: its heading, its statements, its events."""

from typing import TYPE_CHECKING

from averment.cli.console import show, terminal
from averment.cli.reading import Reading
from averment.cli.words import days, flat, published, quote, standing
from averment.records import Article, Event, Statement

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

# From this width on, status has a column of its own; below, it stands under the date.
WIDE = 100


def print_report(reading: Reading) -> None:
    """Print a report: heading, statements (who, act, what), events (who, did what, to whom, when, whose word)."""
    out = terminal()
    print_heading(out, reading.report.article)
    print_findings(out, reading)


def print_heading(out: "Console", article: Article, *, titled: bool = True) -> None:
    """Print an article's title if ``titled``, and in a line below its outlet, date, source and id."""
    from rich.text import Text

    facts = (article.outlet, published(article.published, article.published_basis), article.source, article.id)
    heading = Text().append(f"{flat(article.title or 'Untitled')}\n" if titled else "", style="bold")
    show(out, heading.append(" · ".join(flat(fact) for fact in facts if fact), style="dim"))


def print_findings(out: "Console", reading: Reading) -> None:
    """Print the statements and the events of a report as tables, or a line that says there are none."""
    if reading.report.statements:
        show(out, _statements(reading))
    if reading.report.events:
        show(out, _events(reading, wide=out.width >= WIDE))
    if not reading.report.statements and not reading.report.events:
        show(out, "No statements and no events found.")


def new_table(title: str | None, *columns: tuple[str, int]) -> "Table":
    """An empty table across the width of the terminal; each column is a heading and its share of the width.

    A share of 0 is as wide as its longest cell, and never wrapped.
    """
    from rich import box
    from rich.table import Table

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
        show_edge=False,
        collapse_padding=True,
    )
    for heading, share in columns:
        if share:
            table.add_column(heading, ratio=share, overflow="fold")
        else:
            table.add_column(heading, no_wrap=True)
    return table


def stacked(upper: str, lower: str, style: str = "") -> "RenderableType":
    """A cell of two lines: what a row says, and in a quieter style the words it rests on."""
    from rich.text import Text

    cell = Text().append(upper, style=style)
    return cell.append(f"\n{lower}", style="dim") if lower else cell


def _statements(reading: Reading) -> "Table":
    table = new_table("Statements", ("#", 0), ("who", 4), ("act", 3), ("what", 10))
    for statement in reading.report.statements:
        number = str(reading.statements[statement.id])
        who = reading.who(statement.speaker, statement.source) or "not named"
        cue = quote(reading.text, statement.cue, 40)
        table.add_row(number, _cell(who), stacked(statement.act, cue, "yellow"), _cell(_what(reading, statement)))
        table.add_section()
    return table


def _what(reading: Reading, statement: Statement) -> str:
    within = reading.statements.get(statement.parent or "")
    notes = [f"in statement {within}" if within else "", days(statement.date)]
    words = quote(reading.text, statement.content)
    return f"{words} ({', '.join(filter(None, notes))})" if any(notes) else words


def _events(reading: Reading, *, wide: bool) -> "Table":
    when = "when" if wide else "when, status"
    columns = [("#", 0), ("who", 4), ("did what", 5), ("to whom", 4), (when, 0), ("according to", 4)]
    table = new_table("Events", *columns, *([("status", 3)] if wide else []))
    for event in reading.report.events:
        table.add_row(*_event(reading, event, wide=wide))
        table.add_section()
    return table


def _event(reading: Reading, event: Event, *, wide: bool) -> "list[RenderableType]":
    when, status = days(event.date).replace(" to ", "\nto "), standing(event.status, event.stance)
    same = reading.events.get(event.same_as or "")
    deed = " ".join(filter(None, (event.type, event.mode)))
    words = quote(reading.text, event.trigger, 60) + (f" = event {same}" if same else "")
    cells = [
        str(reading.events[event.id]),
        _cell(reading.parties(event.actors) or "not named"),
        stacked(deed, words, "cyan"),
        stacked(reading.parties(event.recipients), ", ".join(event.targets)),
        _cell(when) if wide else stacked(when or "no date", status.replace(", ", ",\n")),
        _cell(reading.according_to(event)),
    ]
    return [*cells, _cell(status)] if wide else cells


def _cell(words: str) -> "RenderableType":
    from rich.text import Text

    return Text(words)
