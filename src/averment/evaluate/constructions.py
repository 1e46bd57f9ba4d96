"""Event sentences: one marked event each, in many constructions, or none to be found."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from averment.code.given import event_at
from averment.evaluate.data import DataError, Sample
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.evaluate.marked import numbered, parsed
from averment.evaluate.matching import meet
from averment.ontology import PLOVER
from averment.records import Event, Report, Span, Stance, Status

COLUMNS = ("type", "mode", "status", "stance", "construction", "register")
LETTERS = frozenset("avr")  # actor, trigger, recipient
NONE = "NONE"


class MarkedEventSentence(msgspec.Struct, frozen=True):
    """Type, mode and status of the marked event and the spans of its parts; the type is NONE where there is none."""

    type: str
    mode: str
    status: str
    stance: str
    trigger: tuple[Span, ...]
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]


class ConstructionsTask:
    """The marked event is found if a trigger meets its own; other events of a sentence count neither way.

    *Given* figures ask the encoder alone, which is told trigger and sides. In sentences marked NONE every event is one
    too many.
    """

    name = "constructions"

    def __init__(self, folder: Path | None = None) -> None:
        """With the package's weights, if ``folder`` is not given."""
        self._folder = folder

    def load(self, path: Path, texts: Path | None) -> list[Sample[MarkedEventSentence]]:
        """The sentences of a tab-separated file."""
        samples = []
        for number, raw in numbered(path):
            line = parsed(path, number, raw, COLUMNS, LETTERS)
            labels = [line.labels[column] for column in COLUMNS[:4]]
            if labels[0] != NONE and labels[0] not in PLOVER.types:
                raise DataError(f"{path}:{number}: {labels[0]!r} is no event type")
            trigger, actor, recipient = (tuple(Span(*s) for s in line.parts.get(part, ())) for part in "var")
            kind, mode, status, stance = labels
            gold = MarkedEventSentence(kind, mode, status, stance, trigger, actor, recipient)
            samples.append(Sample(f"{path.stem}-{number}", line.text, gold))
        if not samples:
            raise DataError(f"{path}: no sentences; the file is empty")
        return samples

    def count(self, sample: Sample[MarkedEventSentence], report: Report) -> Counts:
        """Whether the event is found with its type and status, and what the encoder says where it is given."""
        gold = sample.gold
        if gold.type == NONE:
            return Counts({"event-free": 1, "event-free coded": bool(report.events)})
        counts = Counts({"marked": 1, f"gold: {gold.type}": 1})
        told = event_at(sample.text, gold.trigger, gold.actor, gold.recipient, self._folder)
        given = told.best_kind()[0].type
        counts[f"given: {given}"] = 1
        counts[f"given right: {gold.type}"] = given == gold.type
        counts["given status"] = told.best_status(Status.FACTUAL, 0.0) == gold.status
        counts["given stance"] = told.best_stance(Stance.ASSERTED, 0.0) == gold.stance
        found = marked_event(gold, report)
        if found is not None:
            counts["found"] = 1
            counts[f"said: {found.type}"] = 1
            counts[f"right: {gold.type}"] = found.type == gold.type
            counts["type"] = found.type == gold.type
            counts["status"] = found.status == gold.status
            counts["stance"] = found.stance == gold.stance
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """Shares found and right; macro F1 of the types, given and found; the share of event-free sentences coded."""
        marked, found = counts["marked"], counts["found"]
        return [
            _macro("type macro, given", "given", counts),
            share("status, given", counts["given status"], marked),
            share("stance, given", counts["given stance"], marked),
            share("found", found, marked),
            *(share(f"{name} of those found", counts[name], found) for name in ("type", "status", "stance")),
            _macro("type macro", "said", counts),
            share("event-free coded", counts["event-free coded"], counts["event-free"]),
        ]

    def prediction(self, sample: Sample[MarkedEventSentence], report: Report) -> dict[str, Any]:
        """The type and status of the marked event, or nulls where it is not found, and the number of all events."""
        found = marked_event(sample.gold, report)
        known = {"type": found.type, "status": found.status.value} if found else {"type": None, "status": None}
        return {"doc": sample.doc, "events": len(report.events), **known}

    def misses(self, sample: Sample[MarkedEventSentence], report: Report) -> Iterator[str]:
        """Yield the sentence whose event is not found or is another, or that has events and should have none."""
        gold = sample.gold
        if gold.type == NONE:
            for event in report.events:
                yield f"excess {event.type} at {event.trigger[0].of(sample.text)!r}: {sample.text}"
            return
        found = marked_event(gold, report)
        if found is None:
            yield f"not found, {gold.type}: {sample.text}"
        elif (found.type, found.status) != (gold.type, gold.status):
            yield f"{found.type} {found.status}, not {gold.type} {gold.status}: {sample.text}"


def marked_event(gold: MarkedEventSentence, report: Report) -> Event | None:
    """The event whose trigger meets the marked one, rather one of the marked type."""
    met = [event for event in report.events if meet(event.trigger, gold.trigger)]
    return max(met, key=lambda event: event.type == gold.type, default=None)


def _macro(name: str, said: str, counts: Counts) -> Figure:
    right = "given right" if said == "given" else "right"
    types = [kind for kind in PLOVER.types if counts[f"gold: {kind}"]]
    each = [
        f1(
            kind,
            ratio(counts[f"{right}: {kind}"], counts[f"{said}: {kind}"]),
            ratio(counts[f"{right}: {kind}"], counts[f"gold: {kind}"]),
            counts[f"gold: {kind}"],
        )
        for kind in types
    ]
    return Figure(name, ratio(sum(figure.value for figure in each), len(each)), counts["marked"])
