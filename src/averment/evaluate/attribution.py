"""Who says what, against PolNeAR: token sets of sources, cues and contents, and whole attributions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from averment.evaluate.data import Sample, inside, read_lines, unique
from averment.evaluate.figures import Counts, Figure, ratio
from averment.evaluate.matching import TOKEN
from averment.parse.plain import plain
from averment.records import Report, Span, Statement

ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed", "no source")
SAME_CONTENT = 0.5  # least Jaccard index of the tokens of two contents that are one


class GoldAttribution(msgspec.Struct, frozen=True):
    """One attribution: the fragments of its source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class GoldDocument(msgspec.Struct, frozen=True):
    """A text with all its attributions."""

    doc: str
    text: str
    attributions: tuple[GoldAttribution, ...]


Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution as sets of token numbers; ``core`` is the content without marks at its ends."""

    source: Tokens
    cue: Tokens
    content: Tokens
    core: Tokens


Agreement = Callable[[float, Attributed, Attributed], bool]


def _meet(some: Tokens, others: Tokens) -> bool:
    return bool(some & others) or not (some or others)


def _content(jaccard: float, _p: Attributed, _g: Attributed) -> bool:
    return jaccard >= SAME_CONTENT


def _attributed(jaccard: float, p: Attributed, g: Attributed) -> bool:
    return jaccard >= SAME_CONTENT and _meet(p.source, g.source)


def _linked(jaccard: float, p: Attributed, g: Attributed) -> bool:
    return _attributed(jaccard, p, g) and _meet(p.cue, g.cue)


LEVELS: dict[str, Agreement] = {
    "content": _content,
    "attributed": _attributed,
    "linked": _linked,
    "exact": lambda _jaccard, p, g: p.content == g.content,
    "exact~": lambda _jaccard, p, g: p.core == g.core,
}
"""When a prediction and a gold row, whose contents share a token, agree: from half the content to all of it."""


class AttributionTask:
    """Attributions, matched one to one within each document; token figures look at each role by itself.

    Statements inside other statements (with a parent) are left out: the corpus does not annotate them.
    """

    name = "attribution"

    def load(self, path: Path, texts: Path | None) -> list[Sample[GoldDocument]]:
        """The documents of a JSONL file."""
        rows = read_lines(path, GoldDocument)
        unique((row.doc for row in rows), path)
        for row in rows:
            spans = chain.from_iterable((*a.source, *a.cue, *a.content) for a in row.attributions)
            inside(spans, row.text, f"{path}, document {row.doc}")
        return [Sample(row.doc, row.text, row) for row in rows]

    def count(self, sample: Sample[GoldDocument], report: Report) -> Counts:
        """Right, predicted and gold, for each role's tokens and each level of agreement."""
        numbers = TokenNumbers(sample.text)
        predicted = [numbers.attributed(s.source, s.cue, s.content) for s in outermost(report)]
        gold = [numbers.attributed(a.source, a.cue, a.content) for a in sample.gold.attributions]
        counts = Counts()
        for role in ROLES:
            some, others = _role(predicted, role), _role(gold, role)
            counts.update(_named(f"token {role}", len(some & others), len(some), len(others)))
        for level, matched in matches(predicted, gold).items():
            counts.update(_named(level, len(matched), len(predicted), len(gold)))
            if level == "attributed":
                hits = {i for i, _ in matched}
                for i, attribution in enumerate(sample.gold.attributions):
                    for kind in kinds_of(sample.text, attribution):
                        counts.update({f"{kind}: gold": 1, f"{kind}: right": int(i in hits)})
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """F1, precision and recall, of tokens by role and of attributions by level; nothing found of nothing is 1.

        Last the recall of attributed by kind.
        """
        names = [*(f"token {role}" for role in ROLES), *LEVELS]
        return [*(_figure(name, counts) for name in names), *(_recall(kind, counts) for kind in KINDS)]

    def prediction(self, sample: Sample[GoldDocument], report: Report) -> dict[str, Any]:
        """The statements as source, cue and content spans."""
        return {
            "doc": sample.doc,
            "attributions": [{role: getattr(s, role) for role in ROLES} for s in outermost(report)],
        }

    def misses(self, sample: Sample[GoldDocument], report: Report) -> Iterator[str]:
        """Yield the attributions missed and those in excess, by content and source."""
        numbers = TokenNumbers(sample.text)
        gold, found = sample.gold.attributions, outermost(report)
        predicted = [numbers.attributed(s.source, s.cue, s.content) for s in found]
        matched = matches(predicted, [numbers.attributed(a.source, a.cue, a.content) for a in gold])["attributed"]
        for i in sorted(set(range(len(gold))) - {i for i, _ in matched}):
            yield f"missed attribution: {_words(sample.text, gold[i])}"
        for j in sorted(set(range(len(predicted))) - {j for _, j in matched}):
            yield f"extra attribution: {_words(sample.text, found[j])}"


def outermost(report: Report) -> list[Statement]:
    """The statements that stand in no other."""
    return [statement for statement in report.statements if statement.parent is None]


def kinds_of(text: str, attribution: GoldAttribution) -> tuple[str, ...]:
    """Direct, indirect or mixed, by the quotation marks of its content; and whether it is without a source."""
    content = plain(" ".join(span.of(text) for span in attribution.content)).text.strip()
    whole = content.startswith('"') and content.rstrip(".,;:?!)-").endswith('"')
    kind = "direct" if whole else "mixed" if '"' in content else "indirect"
    return (kind,) if attribution.source else (kind, "no source")


class TokenNumbers:
    """The tokens of a text by number, so that spans which touch the same token agree on it."""

    def __init__(self, text: str) -> None:
        """Number the tokens of ``text``."""
        self._tokens = [found.span() for found in TOKEN.finditer(text)]
        self._at = {place: i for i, (begin, end) in enumerate(self._tokens) for place in range(begin, end)}
        self._is_word = [text[begin].isalnum() or text[begin] == "_" for begin, _ in self._tokens]

    def touched(self, spans: Sequence[Span]) -> Tokens:
        """The numbers of the tokens that the spans touch."""
        return frozenset(self._at[place] for begin, end in spans for place in range(begin, end) if place in self._at)

    def attributed(self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> Attributed:
        """An attribution by the numbers of its tokens."""
        tokens = self.touched(content)
        return Attributed(self.touched(source), self.touched(cue), tokens, self._trimmed(tokens))

    def _trimmed(self, tokens: Tokens) -> Tokens:
        words = [token for token in tokens if self._is_word[token]]
        if not words:
            return tokens
        first, last = min(words), max(words)
        return frozenset(token for token in tokens if first <= token <= last)


def matches(predicted: Sequence[Attributed], gold: Sequence[Attributed]) -> dict[str, list[tuple[int, int]]]:
    """For each level the pairs (gold, prediction), one to one; the greatest overlap of contents goes first."""
    overlapping = sorted(
        (-len(p.content & g.content) / len(p.content | g.content), j, i)
        for j, p in enumerate(predicted)
        for i, g in enumerate(gold)
        if p.content & g.content
    )
    return {level: _one_to_one(overlapping, predicted, gold, agree) for level, agree in LEVELS.items()}


def _one_to_one(
    overlapping: Sequence[tuple[float, int, int]],
    predicted: Sequence[Attributed],
    gold: Sequence[Attributed],
    agree: Agreement,
) -> list[tuple[int, int]]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for minus_jaccard, j, i in overlapping:
        if i not in pairs and j not in taken and agree(-minus_jaccard, predicted[j], gold[i]):
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def _words(text: str, row: GoldAttribution | Statement) -> str:
    return " / ".join(" ".join(span.of(text) for span in spans) for spans in (row.source, row.cue, row.content))


def _role(attributions: Sequence[Attributed], role: str) -> Tokens:
    return frozenset(chain.from_iterable(getattr(attributed, role) for attributed in attributions))


def _named(name: str, right: int, predicted: int, gold: int) -> dict[str, int]:
    return {f"{name}: right": right, f"{name}: predicted": predicted, f"{name}: gold": gold}


def _figure(name: str, counts: Counts) -> Figure:
    right, predicted, gold = (counts[f"{name}: {what}"] for what in ("right", "predicted", "gold"))
    precision = ratio(right, predicted) if predicted else float(gold == 0)
    recall = ratio(right, gold) if gold else 1.0
    value = ratio(2 * right, predicted + gold) if predicted + gold else 1.0
    return Figure(name, value, gold, precision, recall)


def _recall(kind: str, counts: Counts) -> Figure:
    gold = counts[f"{kind}: gold"]
    return Figure(f"recall {kind}", ratio(counts[f"{kind}: right"], gold) if gold else 1.0, gold)
