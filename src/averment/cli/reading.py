"""A report as a reader follows it: statements and events numbered in text order, ids resolved to names."""

from collections.abc import Sequence

from averment.cli.words import flat, named, quote
from averment.records import Event, Party, Report, Span


class Reading:
    """One report with its numbers: statements and events count from 1, each in the order of the report."""

    def __init__(self, report: Report) -> None:
        """Number the statements and events of ``report``."""
        self.report = report
        self.text = report.article.text
        self.entities = {entity.id: entity for entity in report.entities}
        self.statements = {statement.id: n for n, statement in enumerate(report.statements, 1)}
        self.events = {event.id: n for n, event in enumerate(report.events, 1)}

    def who(self, entity: str | None, spans: Sequence[Span]) -> str:
        """An entity's name, or the words that stand for a party that could not be told."""
        return named(self.entities[entity]) if entity in self.entities else quote(self.text, spans, 80)

    def parties(self, parties: Sequence[Party]) -> str:
        """The members of one side, each once, joined by commas."""
        return ", ".join(dict.fromkeys(self.who(party.entity, [party.span]) for party in parties))

    def according_to(self, event: Event) -> str:
        """Whose word an event rests on: the statement's number and speaker, or the outlet."""
        number = self.statements.get(event.according_to or "")
        if number is None:
            return flat(self.report.article.outlet or "") or "the outlet"
        statement = self.report.statements[number - 1]
        return f"{number}: {self.who(statement.speaker, statement.source) or 'not named'}"
