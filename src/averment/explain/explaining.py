"""From a report to the explanation of one of its rows."""

from collections.abc import Sequence

from averment.errors import AvermentError
from averment.explain.explanation import (
    EventExplanation,
    Explanation,
    Other,
    Source,
    StatementExplanation,
    When,
    Who,
    Words,
)
from averment.ledger.quotes import quote, sentence
from averment.records import DateRange, Entity, Event, Mention, MentionKind, Party, Report, Span, Statement


def explain(report: Report, id_: str) -> Explanation:
    """Explain the event or statement of ``report`` whose id is ``id_``; raises AvermentError where there is none."""
    return _Explaining(report).row(id_)


class _Explaining:
    """The rows of one report, found by id."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.article.text
        self.entities = {entity.id: entity for entity in report.entities}
        self.events = {event.id: (n, event) for n, event in enumerate(report.events, 1)}
        self.statements = {statement.id: (n, statement) for n, statement in enumerate(report.statements, 1)}

    def row(self, id_: str) -> Explanation:
        if id_ in self.events:
            return self._event(*self.events[id_])
        if id_ in self.statements:
            return self._statement(*self.statements[id_])
        raise AvermentError(f"{self.report.article.source} has no event and no statement {id_}")

    def _event(self, number: int, event: Event) -> EventExplanation:
        around = sentence(self.text, event.trigger, self.report.article.body)
        voice = self.statements.get(event.according_to or "")
        return EventExplanation(
            id=event.id,
            number=number,
            article=self._source(),
            sentence=self._words([around]) if around else None,
            trigger=self._words(event.trigger),
            type=event.type,
            mode=event.mode,
            reason=event.reason or None,
            confidence=event.confidence,
            actors=tuple(map(self._party, event.actors)),
            recipients=tuple(map(self._party, event.recipients)),
            status=event.status.value,
            stance=event.stance.value,
            according_to=self._statement(*voice) if voice else None,
            date=self._when(event.date),
            place=event.place,
            contexts=event.contexts,
            effects=event.effects,
            quantities=event.quantities,
            targets=event.targets,
            same_as=self._other(event.same_as),
        )

    def _statement(self, number: int, statement: Statement) -> StatementExplanation:
        told = (event.id for event in self.report.events if event.according_to == statement.id)
        return StatementExplanation(
            id=statement.id,
            number=number,
            article=self._source(),
            act=statement.act.value,
            quoted=statement.quoted.value,
            cue=self._words(statement.cue),
            content=self._words(statement.content),
            speaker=self._who(statement.speaker, statement.source),
            addressee=self._who(statement.addressee, ()),
            reason=statement.reason or None,
            confidence=statement.confidence,
            date=self._when(statement.date),
            parent=self._other(statement.parent),
            events=tuple(other for id_ in told if (other := self._other(id_))),
        )

    def _source(self) -> Source:
        article = self.report.article
        return Source(article.id, article.source, article.title, article.outlet, article.published)

    def _party(self, party: Party) -> Who:
        known = self.entities.get(party.entity or "")
        return self._told(known, self._mention(party.entity, [party.span]), (party.span,))

    def _who(self, entity: str | None, spans: tuple[Span, ...]) -> Who | None:
        """A speaker by the words of the source; an addressee, whose words are not kept, without any."""
        known = self.entities.get(entity or "")
        return self._told(known, self._mention(entity, spans), spans) if known or spans else None

    def _told(self, entity: Entity | None, mention: Mention | None, spans: tuple[Span, ...]) -> Who:
        words = self._words(spans)
        if entity is None:
            return Who(words)
        named = None if mention is not None and mention.kind is MentionKind.NAME else self._name_of(entity)
        return Who(
            words=words,
            mention=mention.kind.value if mention else None,
            mention_reason=(mention.reason or None) if mention else None,
            named=named,
            entity=entity.id,
            name=entity.name,
            kind=entity.kind.value,
            country=entity.country,
            sectors=entity.sectors,
            entity_reason=entity.reason or None,
        )

    def _mention(self, entity: str | None, spans: Sequence[Span]) -> Mention | None:
        """The mention that says why the words stand for the entity, or for a joint party that it is a member of."""
        here = [m for m in self.report.mentions if m.span in spans]
        inside = [m for m in self.report.mentions if any(m.span.overlaps(span) for span in spans)]
        own = (m for m in (*here, *inside) if m.entity == entity)
        return next(own, here[0] if here else None)

    def _name_of(self, entity: Entity) -> Words | None:
        names = (m for m in self.report.mentions if m.entity == entity.id and m.kind is MentionKind.NAME)
        return next((self._words([mention.span]) for mention in names), None)

    def _when(self, when: DateRange | None) -> When | None:
        return When(when.start, when.end, self._words([when.span]) if when.span else None) if when else None

    def _other(self, id_: str | None) -> Other | None:
        if id_ in self.events:
            number, event = self.events[id_]
            return Other(id_, number, " ".join(filter(None, (event.type, event.mode))), self._words(event.trigger))
        if id_ in self.statements:
            number, statement = self.statements[id_]
            return Other(id_, number, statement.act.value, self._words(statement.content))
        return None

    def _words(self, spans: Sequence[Span]) -> Words:
        return Words(tuple(spans), quote(self.text, spans))
