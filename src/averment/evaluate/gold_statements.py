"""Statements against hand coding: which agree in content, and then in speaker and act."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from averment.evaluate.figures import Counts
from averment.evaluate.matching import best_first, meet, occurrences, token_starts
from averment.records import Report, Span, Statement

if TYPE_CHECKING:
    from averment.evaluate.gold import GoldStatement

SAME_CONTENT = 0.5
"""Least Jaccard index of the tokens of two contents that are one; a different cut of the same clause stays above it."""

CODED_AS = {"DECLINE": "OTHER", "ADMIT": "ASSERT"}
"""Acts that the hand coding does not tell apart from others."""


def count(gold: "Sequence[GoldStatement]", report: Report) -> Counts:
    """How many statements there are on both sides, how many match, and how many of these have speaker and act right."""
    matched = matches(gold, report)
    pairs = [(gold[i], report.statements[j]) for i, j in matched]
    return Counts(
        {
            "statements coded": len(gold),
            "statements predicted": len(report.statements),
            "statements matched": len(matched),
            "statements attributed": sum(speaker_agrees(report, s, g.speaker, g.countries) for g, s in pairs),
            "acts right": sum(_act(s) == g.act for g, s in pairs),
        }
    )


def matches(gold: "Sequence[GoldStatement]", report: Report) -> list[tuple[int, int]]:
    """Pairs (gold, statement) that share at least half of the tokens of their contents, the best overlap first."""
    text = report.article.text
    found = [token_starts(text, statement.content) for statement in report.statements]
    candidates = []
    for i, row in enumerate(gold):
        wanted = [token_starts(text, [place]) for place in occurrences(text, row.content)]
        for j, tokens in enumerate(found):
            score = max((_jaccard(want, tokens) for want in wanted), default=0.0)
            if score >= SAME_CONTENT:
                candidates.append((score, i, j))
    return best_first(candidates)


def speaker_agrees(report: Report, statement: Statement, speaker: str | None, countries: Collection[str]) -> bool:
    """Whether the source, or another mention of the speaker, meets the coded name, or the speaker's country agrees."""
    if meet([*statement.source, *_mentions(report, statement.speaker)], occurrences(report.article.text, speaker)):
        return True
    entity = next((e for e in report.entities if e.id == statement.speaker), None)
    return entity is not None and entity.country in countries


def misses(gold: "Sequence[GoldStatement]", report: Report) -> Iterator[str]:
    """Yield what is missed, what is in excess, and where speaker or act differ."""
    matched = matches(gold, report)
    text = report.article.text
    for i in sorted(set(range(len(gold))) - {i for i, _ in matched}):
        yield f"missed statement: {gold[i].speaker} / {gold[i].act} / {gold[i].content[:90]}"
    for j in sorted(set(range(len(report.statements))) - {j for _, j in matched}):
        yield f"extra statement: {_words(text, report.statements[j].content)[:100]}"
    for i, j in sorted(matched):
        row, statement = gold[i], report.statements[j]
        if not speaker_agrees(report, statement, row.speaker, row.countries):
            yield f"wrong speaker: {_words(text, statement.source) or 'none'}, not {row.speaker}: {row.content[:60]}"
        if _act(statement) != row.act:
            yield f"wrong act: {_act(statement)}, not {row.act}: {row.speaker} / {row.content[:60]}"


def _mentions(report: Report, speaker: str | None) -> list[Span]:
    return [mention.span for mention in report.mentions if mention.entity == speaker]


def _act(statement: Statement) -> str:
    act = statement.act.upper()
    return CODED_AS.get(act, act)


def _jaccard(some: set[int], others: set[int]) -> float:
    return len(some & others) / len(some | others) if some or others else 0.0


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ... ".join(text[begin:end] for begin, end in spans)
