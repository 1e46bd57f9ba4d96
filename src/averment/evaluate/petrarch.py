"""Events of single sentences, against the records that PETRARCH is tested with: CAMEO or WEIS codes and two sides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from averment.evaluate import petrarch_suite as suite
from averment.evaluate.data import DataError, Sample, read_lines
from averment.evaluate.figures import Counts, Figure, share
from averment.evaluate.pairs import RECIPROCAL
from averment.ontology import CAMEO, CodeError
from averment.records import Event, Party, Report, Status

if TYPE_CHECKING:
    from averment.pipeline import Pipeline

ANYBODY = ("---", "###")  # a side that PETRARCH could not tell
STATELESS = ("IGO", "IMG", "NGO", "NGM", "MNC", "ISM")  # organisations and groups of no country
DONE = (Status.FACTUAL, Status.HISTORICAL)


class Wanted(msgspec.Struct, frozen=True):
    """One event that is expected: its sides' codes, its code, and the types that fit where the code is of WEIS.

    ``said`` marks codes that PLOVER drops: statements, which Averment keeps as statements.
    """

    source: str | None
    target: str | None
    code: str
    types: tuple[str, ...] | None = None
    said: bool = False


class PetrarchRecord(msgspec.Struct, frozen=True):
    """What is expected of a sentence; ``unusable`` is the reason where nothing can be."""

    category: str
    wanted: tuple[Wanted, ...]
    unusable: str | None = None


class _Line(msgspec.Struct, frozen=True):
    id: str
    category: str
    sentence: str
    events: tuple[tuple[str | None, str | None, str], ...]
    date: str = ""
    active: bool = True


class PetrarchTask:
    """A record is right where every code that it expects is found, whoever the sides are; and then with its sides."""

    name = "petrarch"

    def prepare(self, pipeline: "Pipeline") -> "Pipeline":
        """The pipeline with the actors of the suites' made-up world in its resolver's lists."""
        from averment.pipeline import Pipeline
        from averment.resolve.rules import RuleResolver

        known = isinstance(pipeline, Pipeline) and isinstance(pipeline.resolver, RuleResolver)
        return replace(pipeline, resolver=RuleResolver(suite.actors())) if known else pipeline

    def load(self, path: Path, texts: Path | None) -> list[Sample[PetrarchRecord]]:
        """The records of a JSONL file, numbered where two bear one name; raises DataError."""
        lines = read_lines(path, _Line)
        validation = suite.is_validation(line.category for line in lines)
        seen = Counts()
        samples = []
        for line in lines:
            seen[line.id] += 1
            name = line.id if seen[line.id] == 1 else f"{line.id}#{seen[line.id]}"
            gold = _gold(line, validation, f"{path}, record {name}")
            samples.append(Sample(name, line.sentence, gold, published=_day(line.date)))
        return samples

    def count(self, sample: Sample[PetrarchRecord], report: Report) -> Counts:
        """Which of the codes that are expected are found, and whether nothing is where nothing is expected."""
        gold, counts = sample.gold, Counts({"all": 1})
        if gold.unusable:
            return counts
        counts.update({"used": 1, "events": len(report.events)})
        coded = [wanted for wanted in gold.wanted if not wanted.said]
        if coded:
            counts.update(_of_record("", coded, report))
            counts.update(_of_record(f" {gold.category}", coded, report))
        elif gold.wanted:
            counts.update({"said": 1, "said found": all(_is_said(wanted, report) for wanted in gold.wanted)})
        else:
            done = any(event.status in DONE for event in report.events)
            counts.update({"none": 1, "none coded": not report.events, "none done": not done})
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """The shares of records that are right: codes, codes with their sides, statements, no events; by category."""
        categories = sorted(name.removeprefix("records ") for name in counts if name.startswith("records "))
        return [
            share("used", counts["used"], counts["all"]),
            share("events a record", counts["events"], counts["used"]),
            *_figures("", counts),
            share("statement", counts["said found"], counts["said"]),
            share("no event", counts["none coded"], counts["none"]),
            share("no event done", counts["none done"], counts["none"]),
            *(figure for category in categories for figure in _figures(f" {category}", counts)),
        ]

    def prediction(self, sample: Sample[PetrarchRecord], report: Report) -> dict[str, Any]:
        """The events of the sentence as PETRARCH writes them: sides as country codes, and the CAMEO code."""
        countries = _Countries(report)
        events = [
            {
                "source": sorted(countries.of(event.actors)),
                "target": sorted(countries.of(event.recipients)),
                "code": CAMEO.code(event.type, event.mode),
                "type": event.type,
                "mode": event.mode,
                "status": event.status.value,
            }
            for event in report.events
        ]
        return {"id": sample.doc, "events": events}

    def misses(self, sample: Sample[PetrarchRecord], report: Report) -> Iterator[str]:
        """Yield why a record is not used, what it expects and does not get, and what is coded where nothing should."""
        gold = sample.gold
        if gold.unusable:
            yield f"not used: {gold.unusable}"
            return
        coded = "; ".join(_told(event, report) for event in report.events) or "nothing"
        for wanted in gold.wanted:
            if missed := _missed(wanted, report):
                yield f"{missed} {wanted.source}>{wanted.target} {wanted.code}, coded {coded}: {sample.text}"
        if not gold.wanted and report.events:
            yield f"no event expected, coded {coded}: {sample.text}"


class _Countries:
    """The countries of the parties of one report."""

    def __init__(self, report: Report) -> None:
        self._entities = {entity.id: entity for entity in report.entities}

    def of(self, parties: Iterable[Party]) -> set[str]:
        found = (self._entities.get(party.entity or "") for party in parties)
        return {entity.country for entity in found if entity and entity.country}

    def has(self, parties: tuple[Party, ...], code: str | None) -> bool:
        """Whether the side of an event can be the one with PETRARCH's code."""
        if code is None or code.startswith(ANYBODY):
            return True
        return bool(parties) if code.startswith(STATELESS) else code[:3] in self.of(parties)


def _gold(line: _Line, validation: bool, where: str) -> PetrarchRecord:
    reason = suite.unusable(line.id, line.category, validation=validation)
    if reason is None and not line.active:
        reason = "switched off by PETRARCH's developers"
    if reason:
        return PetrarchRecord(line.category, (), reason)
    read = _cameo if validation or suite.in_cameo(line.id) else _weis
    try:
        return PetrarchRecord(line.category, tuple(read(*event) for event in line.events))
    except CodeError as error:
        raise DataError(f"{where}: {error}") from error


def _cameo(source: str | None, target: str | None, code: str) -> Wanted:
    return Wanted(source, target, code, said=CAMEO.plover(code) is None)


def _weis(source: str | None, target: str | None, code: str) -> Wanted:
    types = suite.weis_types(code)
    return Wanted(source, target, code, types, said=not types)


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%Y%m%d").date()  # a day without a time
    except ValueError:
        return None


def _of_record(name: str, wanted: list[Wanted], report: Report) -> Counts:
    missed = [_missed(one, report) for one in wanted]
    return Counts(
        {
            f"records{name}": 1,
            f"code{name}": "code" not in missed,
            f"sides{name}": not any(missed),
        }
    )


def _figures(name: str, counts: Counts) -> Iterator[Figure]:
    yield share(f"code{name}", counts[f"code{name}"], counts[f"records{name}"])
    yield share(f"code and sides{name}", counts[f"sides{name}"], counts[f"records{name}"])


def _missed(wanted: Wanted, report: Report) -> str | None:
    """What is missing of an expected event: its code, or its sides where the code is found; None where nothing is."""
    if wanted.said:
        return None if _is_said(wanted, report) else "statement"
    right = [event for event in report.events if _fits(event, wanted)]
    if not right:
        return "code"
    countries = _Countries(report)
    return None if any(_sides(event, wanted, countries) for event in right) else "sides"


def _fits(event: Event, wanted: Wanted) -> bool:
    if wanted.types is not None:
        return event.type in wanted.types
    return wanted.code[:2] in CAMEO.roots(event.type, event.mode)


def _sides(event: Event, wanted: Wanted, countries: _Countries) -> bool:
    """Whether the sides agree; of reciprocal types PETRARCH codes each direction, and we one event."""
    if countries.has(event.actors, wanted.source) and countries.has(event.recipients, wanted.target):
        return True
    both = (*event.actors, *event.recipients)
    return event.type in RECIPROCAL and countries.has(both, wanted.source) and countries.has(both, wanted.target)


def _is_said(wanted: Wanted, report: Report) -> bool:
    """Whether the source says anything."""
    countries = _Countries(report)
    speakers = (tuple(Party(s.speaker, s.source[0]) for s in report.statements if s.source), wanted.source)
    return bool(report.statements) and countries.has(*speakers)


def _told(event: Event, report: Report) -> str:
    countries = _Countries(report)
    sides = (",".join(sorted(countries.of(side))) or "-" for side in (event.actors, event.recipients))
    return f"{'>'.join(sides)} {event.type} {event.mode or '-'} {event.status.value}"
