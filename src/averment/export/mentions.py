"""The mentions of a ledger's articles as rows: which words stand for whom, where, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from averment.records import Report


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Words that stand for an entity: ``article.text[begin:end]`` are ``words``; ``kind`` is the mention's."""

    article: str
    source: str
    begin: int
    end: int
    words: str
    kind: str
    entity: str
    name: str
    entity_kind: str
    country: str | None
    sectors: tuple[str, ...]
    reason: str


def mentions(report: Report) -> Iterator[MentionRow]:
    """Yield the mentions of a report, in the order of the text."""
    entities = {entity.id: entity for entity in report.entities}
    for mention in report.mentions:
        entity = entities[mention.entity]
        yield MentionRow(
            article=report.article.id,
            source=report.article.source,
            begin=mention.span.begin,
            end=mention.span.end,
            words=mention.span.of(report.article.text),
            kind=mention.kind.value,
            entity=entity.id,
            name=entity.name,
            entity_kind=entity.kind.value,
            country=entity.country,
            sectors=entity.sectors,
            reason=mention.reason,
        )
