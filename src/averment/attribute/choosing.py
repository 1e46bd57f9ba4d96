"""Choosing: of all that is offered, the attributions that are likely enough and do not clash."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from averment.attribute.features import Features
from averment.attribute.fragments import Run
from averment.attribute.judging import Judge
from averment.attribute.proposals import Offer
from averment.attribute.tagged import size

CLASH = 0.3  # share of the shorter content's tokens from which two contents clash


@dataclass(frozen=True, slots=True)
class Chosen:
    """One offer with the source and content taken from it; ``score`` orders rivals, ``confidence`` is the chance."""

    offer: Offer
    source: Run | None
    content: tuple[Run, ...]
    score: float
    confidence: float


def judged(offers: Sequence[Offer], features: Features, judge: Judge) -> list[Chosen]:
    """Every source of each offer with every content, judged together."""
    about: list[list[float]] = []  # a row for each content of each offer
    whom: list[list[float]] = []  # a row for each source with each content
    made: list[tuple[int, Offer, Run | None, tuple[Run, ...]]] = []
    for offer in offers:
        cue = features.cue(offer)
        sources = [features.source(offer, source, rank) for rank, source in enumerate(offer.sources)]
        for content in offer.contents:
            what = features.content(offer, content)
            about.append(cue + what)
            for source, speaking in zip(offer.sources, sources, strict=True):
                whom.append(cue + speaking + what + features.joint(offer, source, content))
                made.append((len(about) - 1, offer, source, content))
    right, exact = judge.chances("content", about), judge.chances("exact", about)
    found: list[Chosen] = []
    for (row, offer, source, content), spoken in zip(made, judge.chances("source", whom), strict=True):
        score = (right[row] * exact[row]) ** 0.5 * spoken * (judge.unnamed if source is None else 1.0)
        found.append(Chosen(offer, source, content, score, judge.confidence(right[row] * spoken)))
    return found


def choose(judged: Sequence[Chosen], least: float) -> list[Chosen]:
    """The best, then the best that does not clash with it, and so on down to the score ``least``; one for a cue."""
    kept: list[Chosen] = []
    cues: set[int] = set()
    contents: dict[int, int] = {}  # token -> place in ``kept``
    for one in sorted((c for c in judged if c.score >= least), key=_order):
        cue = range(one.offer.cue.begin, one.offer.cue.end)
        if not cues.isdisjoint(cue) or _clashes(one, kept, contents):
            continue
        cues.update(cue)
        contents.update((i, len(kept)) for i in _tokens(one.content))
        kept.append(one)
    return sorted(kept, key=lambda one: one.offer.cue)


def _clashes(one: Chosen, kept: Sequence[Chosen], contents: Mapping[int, int]) -> bool:
    shared = Counter(contents[i] for i in _tokens(one.content) if i in contents)
    length = size(one.content)
    return any(both > CLASH * min(length, size(kept[k].content)) for k, both in shared.items())


def _tokens(runs: Sequence[Run]) -> Iterator[int]:
    return (i for run in runs for i in range(run.begin, run.end))


def _order(one: Chosen) -> tuple[float, Run, tuple[Run, ...]]:
    return -one.score, one.offer.cue, one.content
