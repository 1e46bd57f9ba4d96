"""An article's text with its statements and events marked: in colours, or in brackets where there are none."""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from averment.cli.reading import Reading
from averment.cli.words import plain
from averment.records import Event, Span, Statement

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {
    "who": "bold",
    "says": "yellow",
    "what": "cyan",
    "did": "bold red",
    "by": "green",
    "to": "magenta",
    "dim": "dim",
}
"""What a span is to its statement or event (or that it is not body), and the style that it is shown in."""

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
    return sorted(dict.fromkeys(found), key=_place)


def marked(reading: Reading, *, brackets: bool) -> "Text":
    """The article's text with its marks; what is not body (headings, headlines of other articles) is quiet.

    In brackets a mark reads ``[1 who: the spokesman]``; in colours the cue and the trigger bear the numbers.
    """
    from rich.text import Text

    out = Text()
    for begin, end, here in _pieces(len(reading.text), _quiet(reading) + marks(reading)):
        found = [mark for mark in here if mark.role != _QUIET]
        if brackets:
            out.append("".join(_brackets([mark for mark in found if mark.span.begin == begin])))
        out.append(plain(reading.text[begin:end]), style=" ".join(STYLES[mark.role] for mark in found or here))
        closing = [mark for mark in found if mark.span.end == end]
        out.append("]" * len({mark.span for mark in closing}) if brackets else _numbers(closing), style=_QUIET)
    return out


def _pieces(length: int, found: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """The text cut wherever a mark opens or closes: begin, end and the marks that hold there."""
    found = sorted(found, key=_place)
    edges = sorted({0, length, *(edge for mark in found for edge in mark.span)})
    waiting, here = deque(found), list[Mark]()
    for begin, end in pairwise(edges):
        here = [mark for mark in here if mark.span.end > begin]
        while waiting and waiting[0].span.begin <= begin:
            here.append(waiting.popleft())
        yield begin, end, here


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
    return Text(" · ").join(Text(word, style=STYLES[role]) for role, word in words.items())


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.begin, -mark.span.end


def _quiet(reading: Reading) -> list[Mark]:
    return [Mark(span, _QUIET, "") for span in reading.report.article.related]


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


def _numbers(closing: list[Mark]) -> str:
    return "".join(f" {mark.number}" for mark in closing if mark.role in _NUMBERED)
