"""Which events a strict PLOVER file takes, and why it leaves out the others."""

from collections.abc import Iterator
from enum import StrEnum

from averment.ontology import PLOVER
from averment.records import Event, Report, Stance, Status


class LeftOut(StrEnum):
    """Why an event has no place in a strict PLOVER file, in the words of a summary."""

    NO_ACTOR = "without an actor"
    NO_RECIPIENT = "without the recipient that their type needs"
    NOT_DONE = "negated, hypothetical or future"
    NOT_HELD = "alleged, denied or doubted"
    NO_DATE = "without a date"
    TOLD_BEFORE = "told before in the same article"


_DONE = (Status.FACTUAL, Status.HISTORICAL)


def judged(report: Report, only: frozenset[str] | None = None) -> Iterator[tuple[Event, LeftOut | None]]:
    """Yield the events of a report (those whose ids are in ``only``), each with the reason to leave it out, or None.

    The standard asks for an actor, a date, and in some types a recipient. It has no field for negation, modality, or
    the stance of a voice, so that an event which is not said to have happened would read as one that has; that it is
    alleged is an event of its own, ACCUSE. An act that is told several times is one event: its first mention that
    passes stands for it.
    """
    told: set[str] = set()
    for event in report.events:
        if only is not None and event.id not in only:
            continue
        act = event.same_as or event.id
        reason = _reason(event, report)
        if reason is None and act in told:
            reason = LeftOut.TOLD_BEFORE
        if reason is None:
            told.add(act)
        yield event, reason


def _reason(event: Event, report: Report) -> LeftOut | None:
    kind = PLOVER.types.get(event.type)
    if not event.actors:
        return LeftOut.NO_ACTOR
    if kind and kind.recipient and not event.recipients:
        return LeftOut.NO_RECIPIENT
    if event.status not in _DONE:
        return LeftOut.NOT_DONE
    if event.stance is not Stance.ASSERTED:
        return LeftOut.NOT_HELD
    return None if event.date or report.article.published else LeftOut.NO_DATE
