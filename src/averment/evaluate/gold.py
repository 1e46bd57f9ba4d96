"""Whole articles coded by hand: their shape, and the task that scores reports against them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from averment.evaluate import gold_events, gold_statements
from averment.evaluate.data import DataError, Sample, read_document, read_text, unique
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.records import Report


class GoldStatement(msgspec.Struct, frozen=True):
    """A statement as coded: every string is an exact piece of the text."""

    speaker: str | None
    act: str
    content: str
    speaker_country: str | None = None
    speaker_countries: tuple[str, ...] = ()

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the speaker may stand for."""
        one = (self.speaker_country,) if self.speaker_country else ()
        return frozenset(self.speaker_countries or one)


class GoldEvent(msgspec.Struct, frozen=True):
    """An event as coded; ``optional`` ones may be found or not, and ``accept`` names types that are right too."""

    actor: str | None
    recipient: str | None
    type: str
    mode: str | None
    according_to: str
    status: str
    quote: str
    actor_countries: tuple[str, ...] = ()
    recipient_countries: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    optional: bool = False


class GoldArticle(msgspec.Struct, frozen=True):
    """One article's coding; the text stands in a file named after ``doc``."""

    doc: str
    statements: tuple[GoldStatement, ...]
    events: tuple[GoldEvent, ...]
    outlet: str | None = None
    published: date | None = None


class GoldTask:
    """Statements and events of whole articles."""

    name = "gold"

    def load(self, path: Path, texts: Path | None) -> list[Sample[GoldArticle]]:
        """The articles of a coding file; texts are looked for in ``texts``, else in ``articles`` beside the file."""
        articles = read_document(path, tuple[GoldArticle, ...])
        unique((article.doc for article in articles), path)
        folder = texts or path.parent / "articles"
        return [_sample(article, folder / f"{article.doc}.txt") for article in articles]

    def count(self, sample: Sample[GoldArticle], report: Report) -> Counts:
        """Rows that agree, of statements and of events."""
        return gold_statements.count(sample.gold.statements, report) + gold_events.count(sample.gold.events, report)

    def figures(self, counts: Counts) -> list[Figure]:
        """F1 of statements, with their speakers and acts, and of events, with their voices and status."""
        statements, events = counts["statements matched"], counts["events matched"]
        recall = ratio(counts["required events matched"], counts["events required"])
        return [
            _f1(counts, "statements", statements),
            _f1(counts, "attributed", counts["statements attributed"]),
            share("act", counts["acts right"], statements),
            f1("events", ratio(events, counts["events counted"]), recall, counts["events required"]),
            share("according", counts["voices right"], events),
            share("status", counts["status right"], events),
        ]

    def prediction(self, sample: Sample[GoldArticle], report: Report) -> dict[str, Any]:
        """The report as ``averment read --format jsonl`` writes it."""
        from averment.report import to_json

        return to_json(report)

    def misses(self, sample: Sample[GoldArticle], report: Report) -> Iterator[str]:
        """Yield the statements and events missed, and those in excess."""
        yield from gold_statements.misses(sample.gold.statements, report)
        yield from gold_events.misses(sample.gold.events, report)


def _sample(article: GoldArticle, path: Path) -> Sample[GoldArticle]:
    text = read_text(path)
    for row in (*(s.content for s in article.statements), *(e.quote for e in article.events)):
        if row not in text:
            raise DataError(f"{path}: the text does not contain {row[:80]!r}, which is coded for it")
    return Sample(article.doc, text, article, article.published, article.outlet)


def _f1(counts: Counts, name: str, right: int) -> Figure:
    gold, predicted = counts["statements coded"], counts["statements predicted"]
    return f1(name, ratio(right, predicted), ratio(right, gold), gold)
