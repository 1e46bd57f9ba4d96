"""The type of event between a pair that is given: fifteen types, four classes, cooperation or conflict."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from averment.evaluate import pairs
from averment.evaluate.data import Sample
from averment.evaluate.figures import Counts, Figure, f1, harmonic, ratio, share
from averment.evaluate.pairs import CLASSES, RECIPROCAL, PairSentence
from averment.records import Event, Report, Span

LEVELS = ("root", "penta", "binary")
"""Fifteen types, four classes, two sorts: each counted by itself."""


class RelationTask:
    """One type for each sentence and its marked pair; saying nothing costs recall, not precision."""

    name = "relation"

    def load(self, path: Path, texts: Path | None) -> list[Sample[PairSentence]]:
        """The sentences of a JSONL file."""
        return pairs.load(path)

    def count(self, sample: Sample[PairSentence], report: Report) -> Counts:
        """Gold, predicted and right, of each class at each level."""
        gold = sample.gold
        wanted = _levels(gold.root, gold.class_number)
        found = _predicted(gold, report)
        counts = Counts()
        for level, want, have in zip(LEVELS, wanted, found, strict=True):
            counts[f"{level} rows"] = 1
            counts[f"{level} gold: {want}"] = 1
            if have is not None:
                counts[f"{level} coded"] = 1
                counts[f"{level} said: {have}"] = 1
                counts[f"{level} right: {want}"] = int(have == want)
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """Accuracy over all rows, F1 over those coded, mean F1 of the classes; then F1 of each of the fifteen types."""
        figures = []
        for level in LEVELS:
            figures += _of_level(level, counts)
        return figures + _by_class("root", counts)

    def prediction(self, sample: Sample[PairSentence], report: Report) -> dict[str, Any]:
        """The type on the marked pair, or null."""
        found = type_on_pair(report.events, sample.gold.actor, sample.gold.recipient)
        return {"uid": sample.doc, "sentence_id": sample.gold.sentence_id, "root": found}

    def misses(self, sample: Sample[PairSentence], report: Report) -> Iterator[str]:
        """Yield the sentence where its type is not the marked one."""
        gold = sample.gold
        found = type_on_pair(report.events, gold.actor, gold.recipient)
        if found is None or pairs.merged(found) != pairs.merged(gold.root):
            yield f"{gold.root}, coded {found or 'nothing'}: {sample.text}"


def type_on_pair(events: Sequence[Event], actor: Sequence[Span], recipient: Sequence[Span]) -> str | None:
    """The type of the event that lies best on a given pair; None where no event touches either side.

    An event that meets both sides goes before one that meets a single side, and then the one whose spans fit
    better (intersection over union), then the earlier one. Of reciprocal types the sides may be swapped, or both
    be actors.
    """
    best, event_type = (0, 0.0), None
    for event in events:
        fit = _fit_on_pair(event, actor, recipient)
        if fit > best:
            best, event_type = fit, event.type
    return event_type


def _fit_on_pair(event: Event, actor: Sequence[Span], recipient: Sequence[Span]) -> tuple[int, float]:
    actors, recipients = pairs.sides(event)
    fits = [_fit((actors, actor), (recipients, recipient))]
    if event.type in RECIPROCAL:
        fits += [_fit((actors, recipient), (recipients, actor)), _fit((actors, actor), (actors, recipient))]
    return max(fits)


def _fit(*sides: tuple[Sequence[Span], Sequence[Span]]) -> tuple[int, float]:
    """How many sides (found, given) meet, and how well they fit together."""
    each = [_closeness(found, given) for found, given in sides]
    return sum(close > 0 for close in each), sum(each)


def _closeness(some: Sequence[Span], others: Sequence[Span]) -> float:
    """The best intersection over union of a span of the one and a span of the other."""
    return max((_intersection_over_union(one, other) for one in some for other in others), default=0.0)


def _intersection_over_union(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.begin, other.begin)
    return max(shared, 0) / (max(one.end, other.end) - min(one.begin, other.begin))


def _levels(root: str, class_number: int) -> tuple[str, str, str]:
    return pairs.merged(root), str(class_number), "cooperation" if class_number < 3 else "conflict"


def _predicted(gold: PairSentence, report: Report) -> tuple[str | None, str | None, str | None]:
    found = type_on_pair(report.events, gold.actor, gold.recipient)
    return (None, None, None) if found is None else _levels(found, CLASSES[pairs.merged(found)])


def _of_level(level: str, counts: Counts) -> list[Figure]:
    rows, coded = counts[f"{level} rows"], counts[f"{level} coded"]
    right = sum(n for name, n in counts.items() if name.startswith(f"{level} right: "))
    each = [harmonic(figure.precision or 0.0, figure.recall or 0.0) for figure in _by_class(level, counts)]
    return [
        share(f"{level} accuracy", right, rows),
        f1(f"{level} micro", ratio(right, coded), ratio(right, rows), rows),
        Figure(f"{level} macro", ratio(sum(each), len(each)), rows),
    ]


def _by_class(level: str, counts: Counts) -> list[Figure]:
    """F1 of each class that gold has, in alphabetical order."""
    prefix = f"{level} gold: "
    names = sorted(name.removeprefix(prefix) for name, n in counts.items() if name.startswith(prefix) and n)
    return [_of_class(level, name, counts) for name in names]


def _of_class(level: str, name: str, counts: Counts) -> Figure:
    right, said, gold = (counts[f"{level} {what}: {name}"] for what in ("right", "said", "gold"))
    return f1(name, ratio(right, said), ratio(right, gold), gold)
