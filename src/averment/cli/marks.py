"""An article's text with its statements and events marked: in colours, or in brackets where there are none."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from averment.cli.reading import Reading
from averment.cli.words import plain
from averment.records import Event, Span, Statement

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {"who": "bold", "says": "yellow", "what": "cyan", "did": "bold red", "by": "green", "to": "magenta"}
"""What a span is to its statement or event, and the style that it is shown in."""

_NUMBERED = ("says", "did")  # in colours, the one word of each statement or event that bears its number
_QUIET = "dim"


class Mark(NamedTuple):
    """A span and what it is: ``role`` is a key of STYLES, ``number`` that of its statement (1) or event (E1)."""

    span: Span
    role: str
    number: str


def marks(reading: Reading) -> list[Mark]:
    """All marks of a report, those that open first and reach farthest first."""
    found = [mark for statement in reading.report.statements for mark in _of_statement(reading, statement)]
    found += [mark for event in reading.report.events for mark in _of_event(reading, event)]
    return sorted(dict.fromkeys(found), key=lambda mark: (mark.span.begin, -mark.span.end))


def marked(reading: Reading, *, brackets: bool) -> "Text":
    """The article's text with its marks; what is not body (headings, headlines of other articles) is quiet.

    In brackets a mark reads ``[1 who: the spokesman]``; in colours the cue and the trigger bear the numbers.
    """
    from rich.text import Text

    out, found = Text(), marks(reading)
    quiet = reading.report.article.related
    edges = {0, len(reading.text), *(edge for span in (*quiet, *(mark.span for mark in found)) for edge in span)}
    for begin, end in pairwise(sorted(edges)):
        here = [mark for mark in found if mark.span.begin <= begin < mark.span.end]
        opening = [mark for mark in here if mark.span.begin == begin]
        style = " ".join(STYLES[mark.role] for mark in here)
        if not style and any(span.begin <= begin < span.end for span in quiet):
            style = _QUIET
        out.append("".join(_brackets(opening)) if brackets else "")
        out.append(plain(reading.text[begin:end]), style=style)
        closing = {mark.span for mark in here if mark.span.end == end}
        out.append("]" * len(closing) if brackets else _numbers(here, end), style=_QUIET)
    return out


def legend() -> "Text":
    """The key to the colours."""
    from rich.text import Text

    words = {
        "who": "speaker",
        "says": "cue",
        "what": "what is said",
        "did": "event",
        "by": "its actor",
        "to": "its recipient",
    }
    return Text(" · ", style=_QUIET).join(Text(words[role], style=style) for role, style in STYLES.items())


def _of_statement(reading: Reading, statement: Statement) -> Iterator[Mark]:
    number = str(reading.statements[statement.id])
    for role, spans in (("who", statement.source), ("says", statement.cue), ("what", statement.content)):
        yield from (Mark(span, role, number) for span in spans)


def _of_event(reading: Reading, event: Event) -> Iterator[Mark]:
    number = f"E{reading.events[event.id]}"
    yield from (Mark(span, "did", number) for span in event.trigger)
    yield from (Mark(party.span, "by", number) for party in event.actors)
    yield from (Mark(party.span, "to", number) for party in event.recipients)


def _brackets(opening: list[Mark]) -> Iterator[str]:
    """One bracket for each span that opens here, the widest first, with all that the span is."""
    for span in dict.fromkeys(mark.span for mark in opening):
        yield f"[{', '.join(f'{mark.number} {mark.role}' for mark in opening if mark.span == span)}: "


def _numbers(here: list[Mark], end: int) -> str:
    return "".join(f" {mark.number}" for mark in here if mark.span.end == end and mark.role in _NUMBERED)
