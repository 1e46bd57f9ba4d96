"""Events from raw sentences: is the marked pair found, with the right type?"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from averment.evaluate import pairs
from averment.evaluate.data import Sample
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.evaluate.matching import meet
from averment.evaluate.pairs import RECIPROCAL, PairSentence
from averment.records import Event, Report, Span

LONGEST_SIDE = 60
"""Longest span of a side under the bounded rule; of the marked ones 95% have at most 50 characters."""

LEAST_IOU = 0.5

Spans = Sequence[Span]
Touch = Callable[[Spans, Spans], bool]


def overlap_half(some: Spans, others: Spans) -> bool:
    """Whether a span of the one and a span of the other share half of the characters that either has."""
    return any(
        shared > 0 and shared / (max(one.end, other.end) - min(one.begin, other.begin)) >= LEAST_IOU
        for one in some
        for other in others
        for shared in [min(one.end, other.end) - max(one.begin, other.begin)]
    )


RULES: dict[str, tuple[Touch, bool]] = {
    "": (meet, False),
    " (bounded)": (meet, True),
    " (IoU .5)": (overlap_half, False),
}
"""When a side is found: at one shared character; the same, but spans bounded in length and sides apart; at half."""


class EventsTask:
    """Each sentence marks one event; events on other pairs are neither right nor wrong, since nobody coded them."""

    name = "events"

    def load(self, path: Path, texts: Path | None) -> list[Sample[PairSentence]]:
        """The sentences of a JSONL file."""
        return pairs.load(path)

    def count(self, sample: Sample[PairSentence], report: Report) -> Counts:
        """What is found of the marked event, under each rule of overlap."""
        gold = sample.gold
        counts = Counts({"rows": 1, "rows coded": bool(report.events), "events": len(report.events)})
        counts["type"] = any(pairs.merged(event.type) == _type(gold) for event in report.events)
        for rule, (touch, bounded) in RULES.items():
            on_pair = [event for event in report.events if lies_on_pair(event, gold, touch, bounded)]
            right = sum(pairs.merged(event.type) == _type(gold) for event in on_pair)
            counts[f"pair{rule}"] = bool(on_pair)
            counts[f"event{rule}"] = bool(right)
            counts[f"class{rule}"] = any(_class(event) == gold.class_number for event in on_pair)
            counts[f"on pair{rule}"] = len(on_pair)
            counts[f"right on pair{rule}"] = right
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """Recall of type, pair and event, and precision on the pair; under each rule of overlap."""
        rows = counts["rows"]
        figures = [share("events a row", counts["events"], rows), share("type recall", counts["type"], rows)]
        for rule in RULES:
            precision = ratio(counts[f"right on pair{rule}"], counts[f"on pair{rule}"])
            recall = ratio(counts[f"event{rule}"], rows)
            figures += [
                share(f"pair recall{rule}", counts[f"pair{rule}"], rows),
                share(f"event recall{rule}", counts[f"event{rule}"], rows),
                share(f"class recall{rule}", counts[f"class{rule}"], rows),
                f1(f"event on pair{rule}", precision, recall, rows),
            ]
        return figures

    def prediction(self, sample: Sample[PairSentence], report: Report) -> dict[str, Any]:
        """All events of the sentence, with the spans of their sides."""
        return {"id": sample.doc, "events": [_plain(event) for event in report.events]}

    def misses(self, sample: Sample[PairSentence], report: Report) -> Iterator[str]:
        """Yield the marked event where it is not found, with what was coded instead."""
        gold = sample.gold
        on_pair = [event for event in report.events if lies_on_pair(event, gold, meet, bounded=False)]
        if not any(pairs.merged(event.type) == _type(gold) for event in on_pair):
            coded = ", ".join(event.type for event in on_pair) or "nothing on the pair"
            yield f"missed event: {gold.root}, coded {coded}: {sample.text}"


def lies_on_pair(event: Event, gold: PairSentence, touch: Touch, bounded: bool) -> bool:
    """Whether the event's sides are the marked ones; in reciprocal types they may be swapped, or both be actors."""
    actors, recipients = pairs.sides(event)
    if bounded:
        actors = [span for span in actors if span.end - span.begin <= LONGEST_SIDE]
        recipients = [s for s in recipients if s.end - s.begin <= LONGEST_SIDE and not meet(actors, [s])]
    if not gold.recipient:
        return touch(actors, gold.actor)
    if touch(actors, gold.actor) and touch(recipients, gold.recipient):
        return True
    if event.type not in RECIPROCAL:
        return False
    swapped = touch(actors, gold.recipient) and touch(recipients, gold.actor)
    return swapped or (not recipients and touch(actors, gold.actor) and touch(actors, gold.recipient))


def _type(gold: PairSentence) -> str:
    return pairs.merged(gold.root)


def _class(event: Event) -> int | None:
    return pairs.CLASSES.get(pairs.merged(event.type))


def _plain(event: Event) -> dict[str, Any]:
    actors, recipients = pairs.sides(event)
    return {"actor": actors, "recipient": recipients or None, "type": event.type}
