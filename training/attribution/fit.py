"""Fit the judge of proposed attributions on PolNeAR's development part, with the weights that are shipped.

    python -m training.attribution.fit --data ../shared/data/polnear/dev.jsonl.gz --models src/averment/models

The tagger has learned the training part by heart, so its probabilities there are no guide; the judge is fitted on the
development part. What is printed is out of fold: each document is judged by weights fitted without it (five folds of
documents). The weights written are fitted on all documents. Needs numpy and onnxruntime, not torch.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from averment.attribute.choosing import Chosen, choose
from averment.attribute.features import Features
from averment.attribute.fragments import Run, spans
from averment.attribute.judging import ABOUT_CONTENT, ABOUT_SOURCE, EXPANSIONS, FILE, QUESTIONS
from averment.attribute.proposals import Offer, fragments, offers
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagged import Tagged
from averment.evaluate.attribution import SAME_CONTENT, Attributed, AttributionTask, TokenNumbers, matches
from averment.evaluate.run import article
from averment.models.tagger import Tagger
from averment.parse.spacy_parser import SpacyParser
from averment.parse.tree import Parsed

FOLDS = 5
PENALTY = 10.0  # on squared weights of standardised features; 3 and 30 were no better
THRESHOLDS = tuple(round(0.16 + 0.02 * i, 2) for i in range(10))
LEVELS = ("content", "attributed", "exact")


@dataclass(slots=True)
class Row:
    """A proposal of a document: its features and what is true of it."""

    offer: Offer
    source: Run | None
    content: tuple[Run, ...]
    asked: dict[str, list[float]]
    right: dict[str, bool]


@dataclass(slots=True)
class Document:
    """A parsed document with its proposals and its gold attributions."""

    parsed: Parsed
    numbers: TokenNumbers
    gold: list[Attributed]
    rows: list[Row] = field(default_factory=list)

    def attributed(self, source: Run | None, cue: Run, content: Sequence[Run]) -> Attributed:
        """A proposal as token sets."""
        runs = ([source] if source else [], [cue], content)
        return self.numbers.attributed(*(spans(self.parsed, some) for some in runs))


def read(data: Path, models: Path) -> list[Document]:
    """The documents with their proposals."""
    samples = AttributionTask().load(data, None)
    tagger, rules = Tagger(models), RuleAttributor()
    documents = []
    for sample, parsed in zip(samples, SpacyParser().parse(map(article, samples)), strict=True):
        numbers = TokenNumbers(sample.text)
        gold = [numbers.attributed(a.source, a.cue, a.content) for a in sample.gold.attributions]
        document = Document(parsed, numbers, gold)
        document.rows = rows(document, tagger.scores(parsed), rules)
        documents.append(document)
    return documents


def rows(document: Document, scores: object, rules: RuleAttributor) -> list[Row]:
    """All proposals of a document."""
    tagged = Tagged(document.parsed, scores)
    findings, quotations = rules.findings(document.parsed)
    found = fragments(tagged)
    features = Features(tagged, found, quotations)
    made = []
    for offer in offers(tagged, found, findings, quotations):
        cue = features.cue(offer)
        for content in offer.contents:
            about = features.content(offer, content)
            asked = ABOUT_CONTENT.of(cue + about)
            for rank, source in enumerate(offer.sources):
                joint = features.joint(offer, source, content)
                speaking = ABOUT_SOURCE.of(cue + features.source(offer, source, rank) + about + joint)
                said = document.attributed(source, offer.cue, content)
                made.append(
                    Row(offer, source, content, {"content": asked, "exact": asked, "source": speaking},
                        truth(said, document.gold))
                )  # fmt: skip
    return made


def truth(said: Attributed, gold: list[Attributed]) -> dict[str, bool]:
    """Whether some gold attribution has this content, exactly this content, and this content with this source."""
    found = dict.fromkeys(QUESTIONS, False)
    for other in gold:
        both = len(said.content & other.content)
        if both and both / len(said.content | other.content) >= SAME_CONTENT:
            found["content"] = True
            found["exact"] |= said.content == other.content
            found["source"] |= bool(said.source & other.source) or not (said.source or other.source)
    return found


@dataclass(slots=True)
class Logistic:
    """Weights and constant of one question."""

    weights: np.ndarray
    constant: float

    def chances(self, asked: np.ndarray) -> np.ndarray:
        """Probabilities, one a row."""
        return 1 / (1 + np.exp(-np.clip(asked @ self.weights + self.constant, -30, 30)))


def logistic(asked: np.ndarray, right: np.ndarray) -> Logistic:
    """Fit by Newton's method with an L2 penalty on standardised features."""
    mean, spread = asked.mean(0), asked.std(0)
    spread[spread < 1e-9] = 1
    x = np.hstack([(asked - mean) / spread, np.ones((len(asked), 1))])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 0
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - right) + penalty * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return Logistic(w[:-1] / spread, float(w[-1] - (w[:-1] * mean / spread).sum()))


def fit(documents: Sequence[Document]) -> dict[str, Logistic]:
    """One model a question; that of the source is asked where the content is right."""
    made = {}
    for question in QUESTIONS:
        chosen = [r for d in documents for r in d.rows if question != "source" or r.right["content"]]
        made[question] = logistic(
            np.array([r.asked[question] for r in chosen], float), np.array([r.right[question] for r in chosen], float)
        )
    return made


def judged(document: Document, models: dict[str, Logistic]) -> list[Chosen]:
    """The proposals of a document with their scores."""
    if not document.rows:
        return []
    chances = {q: models[q].chances(np.array([r.asked[q] for r in document.rows], float)) for q in QUESTIONS}
    right, exact, spoken = (chances[q] for q in QUESTIONS)
    return [
        Chosen(
            r.offer, r.source, r.content, float((right[i] * exact[i]) ** 0.5 * spoken[i]), float(right[i] * spoken[i])
        )
        for i, r in enumerate(document.rows)
    ]


def score(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> dict[str, float]:
    """F1 by level."""
    counts: Counter[str] = Counter()
    for document, found in zip(documents, scored, strict=True):
        kept = [document.attributed(c.source, c.offer.cue, c.content) for c in choose(found, least)]
        counts["all"] += len(kept) + len(document.gold)
        counts.update({level: 2 * len(pairs) for level, pairs in matches(kept, document.gold).items()})
    return {level: round(counts[level] / max(1, counts["all"]), 4) for level in LEVELS}


def out_of_fold(documents: Sequence[Document]) -> list[list[Chosen]]:
    """Each document's proposals as weights fitted on other folds score them."""
    order = np.random.RandomState(0).permutation(len(documents))
    scored: list[list[Chosen]] = [[] for _ in documents]
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        models = fit([d for i, d in enumerate(documents) if i not in held])
        for i in held:
            scored[i] = judged(documents[i], models)
    return scored


def reliability(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> list[str]:
    """Of the attributions chosen with each confidence, how many are right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for document, found in zip(documents, scored, strict=True):
        kept = choose(found, least)
        said = [document.attributed(c.source, c.offer.cue, c.content) for c in kept]
        hits = {j for _, j in matches(said, document.gold)["attributed"]}
        for j, one in enumerate(kept):
            bins.setdefault(min(9, int(one.confidence * 10)), []).append((one.confidence, j in hits))
    return [
        f"{b / 10:.1f}-{b / 10 + 0.1:.1f}  {len(rows):5}  said {np.mean([c for c, _ in rows]):.3f}"
        f"  right {np.mean([h for _, h in rows]):.3f}"
        for b, rows in sorted(bins.items())
    ]


def main() -> None:
    """Fit, print figures out of fold, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    args = parser.parse_args()
    documents = read(args.data, args.models)
    scored = out_of_fold(documents)
    table = {least: score(documents, scored, least) for least in THRESHOLDS}
    for least, figures in table.items():
        print(least, figures)
    least = max(table, key=lambda t: table[t]["attributed"])
    print(f"threshold {least}; reliability out of fold:", *reliability(documents, scored, least), sep="\n  ")
    models = fit(documents)
    row = {
        q: {"constant": round(m.constant, 5), "weights": [round(float(w), 5) for w in m.weights]}
        for q, m in models.items()
    }
    assert all(len(row[q]["weights"]) == EXPANSIONS[q].width for q in QUESTIONS)
    text = json.dumps({"least": least, "out of fold": table[least], **row}, indent=1)
    (args.models / FILE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
