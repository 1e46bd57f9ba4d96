"""Whether the events of a sentence are those that a PETRARCH record expects."""

from collections.abc import Iterable, Iterator

import msgspec

from averment.evaluate import petrarch_suite as suite
from averment.evaluate.pairs import RECIPROCAL
from averment.ontology import CAMEO
from averment.records import Entity, Event, Party, Report

ANYBODY = ("---", "###")  # a side that PETRARCH could not tell
STATELESS = ("IGO", "IMG", "NGO", "NGM", "MNC", "ISM")  # organisations and groups of no country


class Wanted(msgspec.Struct, frozen=True):
    """One event that is expected: its sides' codes, its code, and the types that fit where the code is of WEIS.

    ``said`` marks codes that PLOVER drops: statements, which Averment keeps as statements.
    """

    source: str | None
    target: str | None
    code: str
    types: tuple[str, ...] | None = None
    said: bool = False


class Parties:
    """The countries and sectors of the parties of one report."""

    def __init__(self, report: Report) -> None:
        self._entities = {entity.id: entity for entity in report.entities}

    def countries(self, parties: Iterable[Party]) -> set[str]:
        """The countries of some parties."""
        return {entity.country for entity in self._known(parties) if entity.country}

    def sectors(self, parties: Iterable[Party]) -> set[str]:
        """Their sectors."""
        return {sector for entity in self._known(parties) for sector in entity.sectors}

    def _known(self, parties: Iterable[Party]) -> Iterator[Entity]:
        return (self._entities[party.entity] for party in parties if party.entity in self._entities)

    def has(self, parties: tuple[Party, ...], code: str | None) -> bool:
        """Whether the side of an event can be the one with PETRARCH's code."""
        if code is None or code.startswith(ANYBODY):
            return True
        return bool(parties) if code.startswith(STATELESS) else suite.country(code) in self.countries(parties)


def missed(wanted: Wanted, report: Report) -> str | None:
    """What is missing of an expected event: its code, or its sides where the code is found; None where nothing is."""
    if wanted.said:
        return None if _is_said(wanted, report) else "statement"
    right = [event for event in report.events if _fits(event, wanted)]
    if not right:
        return "code"
    parties = Parties(report)
    return None if any(_sides(event, wanted, parties) for event in right) else "sides"


def _fits(event: Event, wanted: Wanted) -> bool:
    if wanted.types is not None:
        return event.type in wanted.types
    return wanted.code[:2] in CAMEO.roots(event.type, event.mode)


def _sides(event: Event, wanted: Wanted, parties: Parties) -> bool:
    """Whether the sides agree; of reciprocal types PETRARCH codes each direction, and we one event."""
    if parties.has(event.actors, wanted.source) and parties.has(event.recipients, wanted.target):
        return True
    both = (*event.actors, *event.recipients)
    return event.type in RECIPROCAL and parties.has(both, wanted.source) and parties.has(both, wanted.target)


def _is_said(wanted: Wanted, report: Report) -> bool:
    """Whether the source says anything."""
    parties = Parties(report)
    speakers = tuple(Party(said.speaker, said.source[0]) for said in report.statements if said.source)
    return bool(report.statements) and parties.has(speakers, wanted.source)


def told(event: Event, report: Report) -> str:
    """An event in a line: its sides' countries, type, mode and status."""
    parties = Parties(report)
    sides = (",".join(sorted(parties.countries(side))) or "-" for side in (event.actors, event.recipients))
    return f"{'>'.join(sides)} {event.type} {event.mode or '-'} {event.status.value}"


def sectors(wanted: Wanted, report: Report) -> Iterator[bool]:
    """Yield, for each side of an event that is found, whether a party has the sector that the side's code tells."""
    parties = Parties(report)
    event = next((e for e in report.events if _fits(e, wanted) and _sides(e, wanted, parties)), None)
    if event is None:
        return
    both = (*event.actors, *event.recipients) if event.type in RECIPROCAL else ()
    for side, code in ((event.actors, wanted.source), (event.recipients, wanted.target)):
        if expected := suite.sectors(code):
            yield bool(expected & parties.sectors(both or side))
