"""The type of event between a pair that is given: fifteen types, four classes, cooperation or conflict."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from averment.code.given import relation
from averment.evaluate import pairs
from averment.evaluate.data import Sample
from averment.evaluate.figures import Counts, Figure, f1, harmonic, ratio, share
from averment.evaluate.pairs import CLASSES, PairSentence
from averment.records import Report

Relate = Callable[[PairSentence], Mapping[str, float]]

LEVELS = ("root", "penta", "binary")
"""Fifteen types, four classes, two sorts: each counted by itself."""


class RelationTask:
    """One type for each sentence and its marked pair, by the encoder to which the pair is shown.

    ``relate`` gives the probability of each type, by the table from CAMEO, that PLV goes by.
    """

    name = "relation"

    def __init__(self, relate: Relate | None = None) -> None:
        """With the package's encoder, if ``relate`` is not given."""
        self._relate = relate or by_encoder()

    def load(self, path: Path, texts: Path | None) -> list[Sample[PairSentence]]:
        """The sentences of a JSONL file."""
        return pairs.load(path)

    def count(self, sample: Sample[PairSentence], report: Report) -> Counts:
        """Gold, predicted and right, of each class at each level."""
        gold = sample.gold
        wanted = _levels(gold.root, gold.class_number)
        found = answer(self._relate(gold))
        counts = Counts()
        for level, want, have in zip(LEVELS, wanted, found, strict=True):
            counts[f"{level} rows"] = 1
            counts[f"{level} gold: {want}"] = 1
            counts[f"{level} said: {have}"] = 1
            counts[f"{level} right: {want}"] = int(have == want)
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """The share right and the mean F1 of the classes at each level; then F1 of each of the fifteen types."""
        figures = []
        for level in LEVELS:
            figures += _of_level(level, counts)
        return figures + _by_class("root", counts)

    def prediction(self, sample: Sample[PairSentence], report: Report) -> dict[str, Any]:
        """The type of the marked pair, and its class."""
        root, penta, _ = answer(self._relate(sample.gold))
        return {"uid": sample.doc, "sentence_id": sample.gold.sentence_id, "root": root, "penta": int(penta)}

    def misses(self, sample: Sample[PairSentence], report: Report) -> Iterator[str]:
        """Yield the sentence where its type is not the marked one."""
        found = answer(self._relate(sample.gold))[0]
        if found != pairs.merged(sample.gold.root):
            yield f"{found}, not {sample.gold.root}: {sample.text}"


def by_encoder(folder: Path | None = None) -> Relate:
    """The encoder's answers; ``folder`` holds weights other than the package's own."""
    return lambda gold: relation(gold.text, gold.actor, gold.recipient, folder).by_table


def answer(types: Mapping[str, float]) -> tuple[str, str, str]:
    """The likeliest root and the likeliest class, each the sum of the types that it holds, and the class's sort."""
    roots: dict[str, float] = {}
    classes: dict[int, float] = {}
    for kind, chance in types.items():
        root = pairs.merged(kind)
        roots[root] = roots.get(root, 0.0) + chance
        classes[CLASSES[root]] = classes.get(CLASSES[root], 0.0) + chance
    return _levels(max(roots, key=roots.__getitem__), max(classes, key=classes.__getitem__))


def _levels(root: str, class_number: int) -> tuple[str, str, str]:
    return pairs.merged(root), str(class_number), "cooperation" if class_number < 3 else "conflict"


def _of_level(level: str, counts: Counts) -> list[Figure]:
    rows = counts[f"{level} rows"]
    right = sum(n for name, n in counts.items() if name.startswith(f"{level} right: "))
    each = [harmonic(figure.precision or 0.0, figure.recall or 0.0) for figure in _by_class(level, counts)]
    return [
        share(f"{level} accuracy", right, rows),
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
