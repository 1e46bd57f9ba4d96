"""Speech acts, against sentences with one marked statement each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from averment.evaluate.attribution import SAME_CONTENT
from averment.evaluate.data import DataError, Sample
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.evaluate.marked import numbered, one_of, parsed
from averment.evaluate.matching import token_starts
from averment.records import Act, Report, Span, Statement

COLUMNS = ("act", "quoted", "register")
LETTERS = frozenset("sct")  # source, cue, content


class MarkedStatement(msgspec.Struct, frozen=True):
    """The act and the content of the marked statement."""

    act: str
    content: tuple[Span, ...]


class ActsTask:
    """One statement for each sentence: found if a content shares half of the tokens, right if its act agrees too.

    Other statements of a sentence are not marked, and count neither way.
    """

    name = "acts"

    def load(self, path: Path, texts: Path | None) -> list[Sample[MarkedStatement]]:
        """The sentences of a tab-separated file."""
        samples = []
        for number, raw in numbered(path):
            line = parsed(path, number, raw, COLUMNS, LETTERS)
            act = one_of(line, "act", frozenset(Act))
            content = tuple(Span(*span) for span in line.parts.get("t", ()))
            samples.append(Sample(f"{path.stem}-{number}", line.text, MarkedStatement(act, content)))
        if not samples:
            raise DataError(f"{path}: no sentences; the file is empty")
        return samples

    def count(self, sample: Sample[MarkedStatement], report: Report) -> Counts:
        """Whether the statement is found, and the acts that it has and should have."""
        found = marked_statement(sample, report)
        counts = Counts({"sentences": 1, f"gold: {sample.gold.act}": 1})
        if found is not None:
            counts["found"] = 1
            counts[f"said: {found.act.value}"] = 1
            counts[f"right: {sample.gold.act}"] = int(found.act.value == sample.gold.act)
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """The share found, the share of these with the right act, and F1 of the acts: their mean, and each."""
        each = [_of_act(act.value, counts) for act in Act]
        right = sum(counts[f"right: {act.value}"] for act in Act)
        sentences = counts["sentences"]
        return [
            share("found", counts["found"], sentences),
            share("act of those found", right, counts["found"]),
            Figure("act macro", ratio(sum(figure.value for figure in each), len(each)), sentences),
            *each,
        ]

    def prediction(self, sample: Sample[MarkedStatement], report: Report) -> dict[str, Any]:
        """The act of the marked statement, or null where it is not found."""
        found = marked_statement(sample, report)
        return {"doc": sample.doc, "act": found.act.value if found else None}

    def misses(self, sample: Sample[MarkedStatement], report: Report) -> Iterator[str]:
        """Yield the sentence whose statement is not found, or has another act."""
        found = marked_statement(sample, report)
        if found is None:
            yield f"not found, {sample.gold.act}: {sample.text}"
        elif found.act.value != sample.gold.act:
            yield f"{found.act.value}, not {sample.gold.act}: {sample.text}"


def marked_statement(sample: Sample[MarkedStatement], report: Report) -> Statement | None:
    """The statement whose content shares most tokens with the marked one, and at least half of them."""
    wanted = token_starts(sample.text, sample.gold.content)
    best, most = None, SAME_CONTENT
    for statement in report.statements:
        tokens = token_starts(sample.text, statement.content)
        alike = ratio(len(tokens & wanted), len(tokens | wanted))
        if alike > most or (alike == most and best is None):
            best, most = statement, alike
    return best


def _of_act(act: str, counts: Counts) -> Figure:
    right, said, gold = (counts[f"{what}: {act}"] for what in ("right", "said", "gold"))
    return f1(act, ratio(right, said), ratio(right, gold), gold)
