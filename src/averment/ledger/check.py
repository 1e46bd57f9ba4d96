"""What must hold of a report before it may be kept: spans inside the text, and references that lead somewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

from averment.errors import SpanError
from averment.ledger.failures import RecordError
from averment.records import DateRange, Event, Report, Span, Statement


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold: the record it is about, what is wrong, and whether a span is."""

    record: str
    message: str
    of_span: bool = False


def check(report: Report) -> None:
    """Raise SpanError or RecordError, naming article and record, for the first problem of ``report``."""
    for problem in problems(report):
        kind = SpanError if problem.of_span else RecordError
        raise kind(f"{report.article.source}: {problem.record}: {problem.message}")


def problems(report: Report) -> Iterator[Problem]:
    """Everything that does not hold of ``report``, spans first."""
    length = len(report.article.text)
    for record, span in spans(report):
        if not 0 <= span.begin < span.end <= length:
            message = f"the span {span.begin}-{span.end} is empty or leaves the text, which has {length} characters"
            yield Problem(record, message, of_span=True)
    yield from _doubled("entity", (entity.id for entity in report.entities))
    yield from _doubled("statement", (statement.id for statement in report.statements))
    yield from _doubled("event", (event.id for event in report.events))
    yield from _dangling(report)
    yield from _immeasurable([*report.statements, *report.events])


def spans(report: Report) -> Iterator[tuple[str, Span]]:
    """Every span of ``report``, with the name of the record that it belongs to."""
    article = report.article
    title = [article.title_span] if article.title_span else []
    named = {"title": title, "body": article.body, "related": article.related}
    for name, several in named.items():
        yield from ((name, span) for span in several)
    yield from ((f"mention {n}", mention.span) for n, mention in enumerate(report.mentions))
    for statement in report.statements:
        record = f"statement {statement.id}"
        yield from ((record, span) for span in (*statement.source, *statement.cue, *statement.content))
        yield from _dated(record, statement.date)
    for event in report.events:
        record = f"event {event.id}"
        yield from ((record, span) for span in event.trigger)
        yield from ((record, party.span) for party in (*event.actors, *event.recipients))
        yield from _dated(record, event.date)


def _dated(record: str, when: DateRange | None) -> Iterator[tuple[str, Span]]:
    if when and when.span:
        yield record, when.span


def _doubled(kind: str, ids: Iterable[str]) -> Iterator[Problem]:
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Problem(f"{kind} {id_}", f"{count} records have this id")


def _dangling(report: Report) -> Iterator[Problem]:
    """References to records that the report does not hold."""
    known = {
        "entity": {entity.id for entity in report.entities},
        "statement": {statement.id for statement in report.statements},
        "event": {event.id for event in report.events},
    }
    for record, role, kind, id_ in _references(report):
        if id_ is not None and id_ not in known[kind]:
            yield Problem(record, f"its {role} is the {kind} {id_}, which is missing")


def _references(report: Report) -> Iterator[tuple[str, str, str, str | None]]:
    """Record, role, kind of the record referred to, and its id."""
    for n, mention in enumerate(report.mentions):
        yield f"mention {n}", "entity", "entity", mention.entity
    for entity in report.entities:
        yield from ((f"entity {entity.id}", "member", "entity", member) for member in entity.members)
    for statement in report.statements:
        record = f"statement {statement.id}"
        yield record, "speaker", "entity", statement.speaker
        yield record, "addressee", "entity", statement.addressee
        yield record, "parent", "statement", statement.parent
    for event in report.events:
        record = f"event {event.id}"
        yield from ((record, "actor", "entity", party.entity) for party in event.actors)
        yield from ((record, "recipient", "entity", party.entity) for party in event.recipients)
        yield record, "according_to", "statement", event.according_to
        yield record, "same_as", "event", event.same_as


def _immeasurable(records: Iterable[Statement | Event]) -> Iterator[Problem]:
    for record in records:
        if not isfinite(record.confidence):
            yield Problem(f"{type(record).__name__.lower()} {record.id}", f"its confidence is {record.confidence}")
