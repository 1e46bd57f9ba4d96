"""Fit the judge of proposed attributions on PolNeAR's development part, with the weights that are shipped.

    python -m training.attribution.fit --data ../shared/data/polnear/dev.jsonl.gz --acts corpora/acts \
        --models src/averment/models

With ``--fp32 FOLDER`` the weights before they were made small are scored too, and must agree within .004.

The tagger has learned the training part by heart, so its probabilities there are no guide; the judge is fitted on the
development part. What is printed is out of fold: each document is judged by weights fitted without it (five folds of
documents). The weights written are fitted on all documents. Needs numpy and onnxruntime, not torch.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from averment.attribute.choosing import Chosen, choose
from averment.attribute.features import Features
from averment.attribute.fragments import Run, spans
from averment.attribute.judging import ABOUT_CONTENT, ABOUT_SOURCE, FILE, QUESTIONS, odds, sigmoid
from averment.attribute.proposals import Offer, fragments, offers
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagged import Tagged
from averment.evaluate.attribution import (
    KINDS,
    SAME_CONTENT,
    Attributed,
    AttributionTask,
    TokenNumbers,
    kinds_of,
    matches,
)
from averment.evaluate.run import article
from averment.models.encoder import Encoder
from averment.parse.spacy_parser import SpacyParser
from averment.parse.tree import Parsed
from training.attribution.card import acts, card

FOLDS = 5
PENALTY = 10.0  # on squared weights of standardised features; 3 and 30 were no better
UNNAMED = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
PROMISED = {"direct": 0.93, "no source": 0.30}  # least recall, for which a little of attributed F1 is given
THRESHOLDS = tuple(round(0.16 + 0.02 * i, 2) for i in range(10))
NOISE = 0.001  # less than what another quantisation of the same weights changes
AGREEING = 0.004  # most that int8 may differ from fp32 in attributed F1
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

    doc: str
    parsed: Parsed
    numbers: TokenNumbers
    gold: list[Attributed]
    kinds: list[tuple[str, ...]]  # of each gold attribution
    rows: list[Row] = field(default_factory=list)

    def attributed(self, source: Run | None, cue: Run, content: Sequence[Run]) -> Attributed:
        """A proposal as token sets."""
        runs = ([source] if source else [], [cue], content)
        return self.numbers.attributed(*(spans(self.parsed, some) for some in runs))


def read(data: Path, models: Path) -> list[Document]:
    """The documents with their proposals."""
    samples = AttributionTask().load(data, None)
    tagger, rules = Encoder(models), RuleAttributor()
    documents = []
    for sample, parsed in zip(samples, SpacyParser().parse(map(article, samples)), strict=True):
        numbers = TokenNumbers(sample.text)
        gold = [numbers.attributed(a.source, a.cue, a.content) for a in sample.gold.attributions]
        kinds = [kinds_of(sample.text, a) for a in sample.gold.attributions]
        document = Document(sample.doc, parsed, numbers, gold, kinds)
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
            asked = ABOUT_CONTENT.of(cue + about)[0].tolist()
            for rank, source in enumerate(offer.sources):
                joint = features.joint(offer, source, content)
                speaking = ABOUT_SOURCE.of(cue + features.source(offer, source, rank) + about + joint)[0].tolist()
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
    """F1 by level, and of the attributed level the recall by kind."""
    counts: Counter[str] = Counter()
    for document, found in zip(documents, scored, strict=True):
        kept = [document.attributed(c.source, c.offer.cue, c.content) for c in choose(found, least)]
        pairs = matches(kept, document.gold)
        counts["all"] += len(kept) + len(document.gold)
        counts.update({level: 2 * len(some) for level, some in pairs.items()})
        hits = {i for i, _ in pairs["attributed"]}
        for i, kinds in enumerate(document.kinds):
            counts.update({f"{kind} gold": 1 for kind in kinds})
            counts.update({kind: int(i in hits) for kind in kinds})
    recalls = {kind: round(counts[kind] / max(1, counts[f"{kind} gold"]), 4) for kind in KINDS}
    return {level: round(counts[level] / max(1, counts["all"]), 4) for level in LEVELS} | recalls


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


def outcomes(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> list[tuple[float, bool]]:
    """The chance of each attribution that is chosen, and whether it is right."""
    found: list[tuple[float, bool]] = []
    for document, proposed in zip(documents, scored, strict=True):
        kept = choose(proposed, least)
        said = [document.attributed(c.source, c.offer.cue, c.content) for c in kept]
        hits = {j for _, j in matches(said, document.gold)["attributed"]}
        found += [(one.confidence, j in hits) for j, one in enumerate(kept)]
    return found


def calibrated(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> tuple[float, float]:
    """Factor and constant on the log odds of a chance that make it the share that is right."""
    rows = outcomes(documents, scored, least)
    model = logistic(np.array([[odds(chance)] for chance, _ in rows]), np.array([float(right) for _, right in rows]))
    return round(float(model.weights[0]), 4), round(model.constant, 4)


def reliability(
    documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float, calibration: tuple[float, float]
) -> list[str]:
    """Of the attributions chosen with each confidence, how many are right."""
    factor, constant = calibration
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in outcomes(documents, scored, least):
        confidence = sigmoid(factor * odds(chance) + constant)
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    return [
        f"{b / 10:.1f}-{b / 10 + 0.1:.1f}  {len(rows):5}  said {np.mean([c for c, _ in rows]):.3f}"
        f"  right {np.mean([h for _, h in rows]):.3f}"
        for b, rows in sorted(bins.items())
    ]


def interval(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> tuple[float, float]:
    """95% range of attributed F1 over 500 samples of the documents."""
    dice = np.random.RandomState(0)
    draws = (dice.choice(len(documents), len(documents)) for _ in range(500))
    counts = np.array([count(d, s, least) for d, s in zip(documents, scored, strict=True)])
    sums = np.array([counts[draw].sum(0) for draw in draws])
    low, high = np.percentile(2 * sums[:, 0] / sums[:, 1], [2.5, 97.5])
    return round(float(low), 3), round(float(high), 3)


def count(document: Document, found: list[Chosen], least: float) -> tuple[int, int]:
    """How many attributions are right, and how many there are on both sides together."""
    kept = [document.attributed(c.source, c.offer.cue, c.content) for c in choose(found, least)]
    return len(matches(kept, document.gold)["attributed"]), len(kept) + len(document.gold)


def main() -> None:
    """Fit, print figures out of fold, write the judge and the model card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--acts", type=Path, required=True, help="the folder of act sentences; held.tsv is measured")
    parser.add_argument("--fp32", type=Path)
    parser.add_argument("--predictions", type=Path, help="write what is chosen out of fold, for other scorers")
    args = parser.parse_args()
    documents = read(args.data, args.models)
    scored = out_of_fold(documents)
    choice = chosen(documents, scored)
    scored = weighed(scored, choice.unnamed)
    figures = score(documents, scored, choice.least)
    calibration = calibrated(documents, scored, choice.least)
    reliable = reliability(documents, scored, choice.least, calibration)
    print(f"{choice}, calibration {calibration}; reliability out of fold:", *reliable, sep="\n  ")
    if args.predictions:
        args.predictions.write_text(predictions(documents, scored, choice.least), encoding="utf-8")
    write(args.models, fit(documents), choice, calibration, figures)
    whole = fp32_scores(args.data, args.fp32, choice) if args.fp32 else None
    print("int8", figures, "fp32", whole)
    told = acts(args.acts / "held.tsv", args.models)
    print("acts", told)
    card(args.models, figures, interval(documents, scored, choice.least), whole, reliable, told)
    if whole and abs(whole["attributed"] - figures["attributed"]) > AGREEING:
        raise SystemExit(f"int8 and fp32 differ by more than {AGREEING}")


@dataclass(frozen=True, slots=True)
class Choice:
    """The threshold, and the weight of proposals without a source."""

    least: float
    unnamed: float


def chosen(documents: Sequence[Document], scored: Sequence[list[Chosen]]) -> Choice:
    """The choice with the best attributed F1 of those that keep what is promised, or of all if none does.

    Of those that are within ``NOISE`` of it, that with the lowest threshold, since it finds more.
    """
    table: dict[Choice, dict[str, float]] = {}
    for unnamed in UNNAMED:
        again = weighed(scored, unnamed)
        for least in THRESHOLDS:
            table[Choice(least, unnamed)] = score(documents, again, least)
    for choice, figures in table.items():
        print(choice, figures)
    kept = [c for c, figures in table.items() if all(figures[kind] >= least for kind, least in PROMISED.items())]
    best = max(kept or table, key=lambda choice: table[choice]["attributed"])
    near = [c for c in kept or table if table[c]["attributed"] >= table[best]["attributed"] - NOISE]
    return min((c for c in near if c.unnamed == best.unnamed), key=lambda choice: choice.least)


def weighed(scored: Sequence[list[Chosen]], unnamed: float) -> list[list[Chosen]]:
    """The proposals with the scores of those without a source multiplied."""
    return [
        [replace(one, score=one.score * unnamed) if one.source is None else one for one in found] for found in scored
    ]


def predictions(documents: Sequence[Document], scored: Sequence[list[Chosen]], least: float) -> str:
    """What is chosen, a JSON line a document."""
    lines = []
    for document, found in zip(documents, scored, strict=True):
        rows = []
        for one in choose(found, least):
            runs = {"source": [one.source] if one.source else [], "cue": [one.offer.cue], "content": one.content}
            rows.append({role: spans(document.parsed, some) for role, some in runs.items()})
        lines.append(json.dumps({"doc": document.doc, "attributions": rows}) + "\n")
    return "".join(lines)


def write(
    folder: Path,
    models: dict[str, Logistic],
    choice: Choice,
    calibration: tuple[float, float],
    figures: dict[str, float],
) -> None:
    """Write the judge."""
    row = {
        q: {"constant": round(m.constant, 5), "weights": [round(float(w), 5) for w in m.weights]}
        for q, m in models.items()
    }
    text = json.dumps(
        {"least": choice.least, "unnamed": choice.unnamed, "calibration": calibration, "out of fold": figures, **row},
        indent=1,
    )
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def fp32_scores(data: Path, folder: Path, choice: Choice) -> dict[str, float]:
    """F1 by level of the weights before they were made small, judged by weights fitted on them."""
    documents = read(data, folder)
    return score(documents, weighed(out_of_fold(documents), choice.unnamed), choice.least)


if __name__ == "__main__":
    main()
