"""Events against hand coding: type, place in the text and parties must agree; then voice and status are looked at."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from averment.evaluate.figures import Counts
from averment.evaluate.gold_statements import speaker_agrees
from averment.evaluate.matching import best_first, meet, occurrences
from averment.records import Event, Party, Report

if TYPE_CHECKING:
    from averment.evaluate.gold import GoldEvent

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types of which the wording decides who acts: the two sides are compared together."""

OUTLET = "outlet"
PLAIN = frozenset({"factual", "asserted"})


def count(gold: "Sequence[GoldEvent]", report: Report) -> Counts:
    """How many events there are on both sides, how many match, and how many of these have voice and status right.

    A further mention of an act that is matched already is not counted as predicted, an optional gold event not as
    required.
    """
    matched = matches(gold, report)
    pairs = [(gold[i], report.events[j]) for i, j in matched]
    repeated = further_mentions(report.events, {j for _, j in matched})
    return Counts(
        {
            "events required": sum(not row.optional for row in gold),
            "events counted": len(report.events) - len(repeated),
            "events matched": len(matched),
            "required events matched": sum(not row.optional for row, _ in pairs),
            "voices right": sum(voice_agrees(report, row, event) for row, event in pairs),
            "status right": sum(status_agrees(row, event) for row, event in pairs),
        }
    )


def matches(gold: "Sequence[GoldEvent]", report: Report) -> list[tuple[int, int]]:
    """Pairs (gold, event) of one type, the trigger in the coded quote, with the same parties; the same mode first."""
    candidates = []
    for i, row in enumerate(gold):
        quote = occurrences(report.article.text, row.quote)
        for j, event in enumerate(report.events):
            if event.type in _types(row) and meet(event.trigger, quote) and parties_agree(report, row, event):
                same_mode = not row.mode or event.mode == row.mode
                candidates.append((1.0 + same_mode, i, j))
    return best_first(candidates)


def parties_agree(report: Report, row: "GoldEvent", event: Event) -> bool:
    """Whether actors and recipients agree, each side by itself or, in reciprocal types, both together."""
    actors = _side_agrees(report, event.actors, row.actor, row.actor_countries)
    if actors and _side_agrees(report, event.recipients, row.recipient, row.recipient_countries):
        return True
    if row.type not in RECIPROCAL:
        return False
    together = {*row.actor_countries, *row.recipient_countries}
    return bool(together) and together == _countries(report, (*event.actors, *event.recipients))


def voice_agrees(report: Report, row: "GoldEvent", event: Event) -> bool:
    """Whether the event is reported by the coded speaker, or in the outlet's own voice where that is coded."""
    statement = next((s for s in report.statements if s.id == event.according_to), None)
    if row.according_to == OUTLET:
        return statement is None
    return statement is not None and speaker_agrees(report, statement, row.according_to, ())


def status_agrees(row: "GoldEvent", event: Event) -> bool:
    """Whether status or stance is the coded word; plain facts may be called factual or asserted."""
    have = {str(event.status), str(event.stance)}
    return row.status in have or (row.status in PLAIN and have <= PLAIN)


def further_mentions(events: Sequence[Event], matched: Collection[int]) -> set[int]:
    """The unmatched events that repeat, with the same type, an act of which another mention is matched."""
    first = {event.id: event for event in events}
    hit = {_first_mention(events[j], first) for j in matched}
    return {
        j
        for j, event in enumerate(events)
        if j not in matched and (act := _first_mention(event, first)) in hit and act[1] == event.type
    }


def misses(gold: "Sequence[GoldEvent]", report: Report) -> Iterator[str]:
    """Yield what is missed, what is in excess, and where voice or status differ."""
    matched = matches(gold, report)
    hit = {j for _, j in matched}
    for i in sorted(set(range(len(gold))) - {i for i, _ in matched}):
        if not gold[i].optional:
            yield f"missed event: {gold[i].type} {gold[i].actor} -> {gold[i].recipient} in {gold[i].quote[:80]!r}"
    for j in sorted(set(range(len(report.events))) - hit - further_mentions(report.events, hit)):
        yield f"extra event: {_described(report, report.events[j])}"
    for i, j in sorted(matched):
        row, event = gold[i], report.events[j]
        if not voice_agrees(report, row, event):
            yield f"wrong voice, not {row.according_to}: {_described(report, event)}"
        if not status_agrees(row, event):
            yield f"wrong status: {event.status}, {event.stance}, not {row.status}: {_described(report, event)}"


def _types(row: "GoldEvent") -> set[str]:
    accepted = {row.type, *row.accept}
    return accepted | {"COERCE"} if row.type == "CYBERATTACK" else accepted


def _side_agrees(report: Report, parties: Sequence[Party], name: str | None, coded: Collection[str]) -> bool:
    found = _countries(report, parties)
    wanted = {country for country in coded if country}
    if wanted:
        return wanted == found
    if name:
        return meet([party.span for party in parties], occurrences(report.article.text, name))
    return not found


def _countries(report: Report, parties: Sequence[Party]) -> set[str]:
    country = {entity.id: entity.country for entity in report.entities}
    return {where for party in parties if (where := country.get(party.entity or ""))}


def _first_mention(event: Event, by_id: dict[str, Event]) -> tuple[str, str]:
    """The act that an event is a mention of: id and type of its first mention."""
    seen: set[str] = set()
    while event.same_as in by_id and event.id not in seen:
        seen.add(event.id)
        event = by_id[event.same_as]
    return event.id, event.type


def _described(report: Report, event: Event) -> str:
    text = report.article.text
    actors, recipients = ([party.span.of(text) for party in side] for side in (event.actors, event.recipients))
    return f"{event.type} {actors} -> {recipients} at {event.trigger[0].of(text)!r}"
