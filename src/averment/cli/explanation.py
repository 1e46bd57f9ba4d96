"""An explanation in the terminal: one line a fact, and in a quieter style what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from averment.cli.console import show, terminal
from averment.cli.table import print_heading, stacked
from averment.cli.words import days, flat, plain, shortened
from averment.explain import EventExplanation, Explanation, Other, StatementExplanation, When, Who, Words
from averment.records import DateRange, Report, Span

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Row = tuple[str, "RenderableType"]

NOT_KEPT = "not kept"
_LONGEST = 400  # characters of a quote; the whole of it stands in the JSON


def print_explanation(report: Report, explanation: Explanation) -> None:
    """Print an explanation below the heading of its article."""
    from rich.table import Table

    out = terminal()
    print_heading(out, report.article)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    rows = _event(report, explanation) if isinstance(explanation, EventExplanation) else _statement(explanation)
    for label, cell in rows:
        table.add_row(label, cell)
    show(out, table)


def _event(report: Report, event: EventExplanation) -> Iterator[Row]:
    yield f"event {event.number}", stacked(" ".join(filter(None, (event.type, event.mode))), event.id, "cyan")
    yield "words", _marked(report.article.text, event.sentence, event.trigger)
    yield "found by", stacked(_rule(event.reason), f"confidence {event.confidence:.2f}")
    yield from _parties("actor", event.actors)
    yield from _parties("recipient", event.recipients)
    yield "status", stacked(f"{event.status}, {event.stance}", f"why: {_kept(event.status_reason)}")
    yield "according to", _voice(report, event.according_to)
    yield "date", _when(event.date)
    if event.place:
        yield "place", stacked(flat(event.place), "")
    for label, words in (
        ("contexts", event.contexts),
        ("effects", event.effects),
        ("quantities", event.quantities),
        ("targets", event.targets),
    ):
        yield label, stacked(flat("; ".join(words)) or "none", "")
    yield "same as", _others([event.same_as] if event.same_as else [], "event")


def _statement(statement: StatementExplanation) -> Iterator[Row]:
    yield f"statement {statement.number}", stacked(f"{statement.act}, {statement.quoted}", statement.id, "yellow")
    yield "cue", stacked(_quoted(statement.cue), "")
    yield "content", stacked(_quoted(statement.content), "")
    yield "found by", stacked(_kept(statement.reason), f"confidence {statement.confidence:.2f}")
    yield "speaker", _who(statement.speaker) if statement.speaker else stacked("not named", "")
    if statement.addressee:
        yield "addressee", _who(statement.addressee)
    yield "date", _when(statement.date)
    yield "inside of", _others([statement.parent] if statement.parent else [], "statement")
    yield "events told", _others(statement.events, "event")


def _parties(label: str, parties: Sequence[Who]) -> Iterator[Row]:
    if not parties:
        yield label, stacked("not named", "")
    for party in parties:
        yield label, _who(party)


def _who(who: Who) -> "Text | RenderableType":
    """The entity; then why these words stand for it, and why it is taken for what it is."""
    if who.name is None:
        return stacked(_quoted(who.words), "stands for nobody that could be told")
    facts = ", ".join(filter(None, (who.kind, who.country, *who.sectors)))
    words = f"{_quoted(who.words)}, a {who.mention or 'mention'}" if who.words.words else "words"
    named = f", named as {_quoted(who.named)}" if who.named else ""
    lines = [f"{words}: {_kept(who.mention_reason)}{named}", f"the entity: {_kept(who.entity_reason)}"]
    return stacked(f"{flat(who.name)} ({facts})", "\n".join(lines))


def _voice(report: Report, voice: StatementExplanation | None) -> "RenderableType":
    if voice is None:
        return stacked(flat(report.article.outlet or "") or "the outlet", "in its own voice")
    speaker = flat(voice.speaker.name or voice.speaker.words.words) if voice.speaker else "not named"
    lines = f"{_quoted(voice.cue)} in statement {voice.number}, {voice.act}, confidence {voice.confidence:.2f}"
    return stacked(speaker, f"{lines}\nfound by: {_kept(voice.reason)}")


def _when(when: When | None) -> "RenderableType":
    if when is None:
        return stacked("not dated", "")
    return stacked(days(DateRange(when.start, when.end)), _quoted(when.words) if when.words else f"words: {NOT_KEPT}")


def _others(others: Iterable[Other], kind: str) -> "RenderableType":
    lines = [f"{kind} {other.number}: {other.what} {_quoted(other.words)}" for other in others]
    return stacked("\n".join(lines) or "none", "")


def _marked(text: str, sentence: Words | None, trigger: Words) -> "RenderableType":
    """The sentence with its trigger in brackets."""
    from rich.text import Text

    if sentence is None:
        return Text(_quoted(trigger))
    (around,) = sentence.spans
    found, at = Text("“"), around.begin
    for span in trigger.spans:
        found.append(_line(Span(at, span.begin).of(text)))
        found.append(f"[{_line(span.of(text))}]", style="cyan")
        at = span.end
    return found.append(_line(Span(at, around.end).of(text))).append("”")


def _line(words: str) -> str:
    """Words without what a terminal obeys, and without line breaks; blanks at the ends stay."""
    return plain(words).replace("\n", " ")


def _quoted(words: Words) -> str:
    return f"“{shortened(words.words, _LONGEST)}”" if words.words else ""


def _rule(reason: str | None) -> str:
    """A rule with room to break its line: alternatives are many."""
    return _kept(reason and reason.replace("|", " | "))


def _kept(reason: str | None) -> str:
    return flat(reason) if reason else NOT_KEPT
