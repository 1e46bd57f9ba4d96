"""The events of reports as PLOVER records, and the account of what has no place there."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec

from averment.export.record import CODEBOOK, CiteInfo, ExtendedRecord, Extension, PloverEntity, PloverRecord, TextInfo
from averment.export.size import size
from averment.export.strict import LeftOut, judged
from averment.ledger.quotes import sentence
from averment.ledger.tables import printable
from averment.ontology import CAMEO, PLOVER
from averment.records import Article, Entity, Event, Party, Report, Span

SECTORS = 2  # a sector has three characters, or six: the primary one and one more


class Writer:
    """Makes the PLOVER records of reports, and counts what it leaves out."""

    def __init__(self, *, extended: bool = False) -> None:
        """``extended`` adds the field ``averment`` to every record."""
        from averment import __version__

        self.extended = extended
        self._coder = f"averment {__version__}"
        self.written = 0
        self.left_out: Counter[LeftOut] = Counter()

    @property
    def shape(self) -> type[PloverRecord]:
        """The type of the records."""
        return ExtendedRecord if self.extended else PloverRecord

    def records(self, report: Report, only: frozenset[str] | None = None) -> Iterator[PloverRecord]:
        """Yield one record for each event that a strict file takes; ``only`` says which events (ids) are wanted."""
        told = _Told(report, self._coder)
        for event, reason in judged(report, only):
            if reason is not None:
                self.left_out[reason] += 1
                continue
            self.written += 1
            yield told.extended(event) if self.extended else told.record(event)

    def account(self) -> str:
        """What became of the events, in a line: ``3 events = 1 record + 2 without an actor``."""
        reasons = [f"{count:,} {reason}" for reason in LeftOut if (count := self.left_out[reason])]
        events = self.written + self.left_out.total()
        records = f"{self.written:,} record{'' if self.written == 1 else 's'}"
        return f"{events:,} event{'' if events == 1 else 's'} = {' + '.join([records, *reasons])}"


class _Told:
    """The events of one report as records."""

    def __init__(self, report: Report, coder: str) -> None:
        self._article = report.article
        self._entities = {entity.id: entity for entity in report.entities}
        self._statements = {statement.id: statement for statement in report.statements}
        self._cite = _cite(report.article)
        self._coder = coder

    def record(self, event: Event) -> PloverRecord:
        begun, ended = self._days(event)
        kind = PLOVER.types.get(event.type)
        return PloverRecord(
            id=event.id,
            date=begun,
            enddate=ended if ended != begun else None,
            actor=tuple(self._entity(party) for party in event.actors),
            recipient=tuple(self._entity(party) for party in event.recipients),
            event=(event.type,),
            event_text=tuple(_words(span, self._article) for span in event.trigger),
            quad_code=kind.quad if kind else None,
            mode=(event.mode,) if event.mode else (),
            context=event.contexts,
            size=size(event.quantities),
            text_info=self._text_info(event),
            cite_info=self._cite,
            coder=self._coder,
        )

    def extended(self, event: Event) -> ExtendedRecord:
        extension = Extension(
            cameo=CAMEO.code(event.type, event.mode),
            status=event.status,
            confidence=event.confidence,
            according_to=self._according_to(event),
            quantities=event.quantities,
            targets=event.targets,
        )
        return ExtendedRecord(**msgspec.structs.asdict(self.record(event)), averment=extension)

    def _days(self, event: Event) -> tuple[date, date]:
        """The first and the last day that the event may be of; the article's own where the text does not say."""
        if event.date:
            return event.date.start, event.date.end
        assert self._article.published  # noqa: S101  # else the event is left out
        return self._article.published, self._article.published

    def _entity(self, party: Party) -> PloverEntity:
        words, entity = _words(party.span, self._article), self._entities.get(party.entity or "")
        return PloverEntity(words) if entity is None else _known(words, entity)

    def _text_info(self, event: Event) -> TextInfo | None:
        found = sentence(self._article.text, event.trigger, self._article.body)
        return TextInfo(*found) if found else None

    def _according_to(self, event: Event) -> str | None:
        """The speaker's name, or the words for a speaker that could not be told."""
        statement = self._statements.get(event.according_to or "")
        if statement is None:
            return None
        entity = self._entities.get(statement.speaker or "")
        return entity.name if entity else " ".join(_words(span, self._article) for span in statement.source)


def _known(words: str, entity: Entity) -> PloverEntity:
    return PloverEntity(
        entity_text=words,
        code=entity.country,
        sector="".join(entity.sectors[:SECTORS]) or None,
        identifier_id=entity.ids.get("wikidata"),
        identifier_text=entity.name,
    )


def _words(span: Span, article: Article) -> str:
    return " ".join(span.of(article.text).split())


def _cite(article: Article) -> CiteInfo:
    source = printable(article.source)
    web = source.startswith(("https://", "http://"))
    return CiteInfo(
        CODEBOOK,
        citation=None if web else source,
        url=source if web else None,
        title=printable(article.title) if article.title else None,
        language=article.language or None,
        publication=printable(article.outlet) if article.outlet else None,
    )
