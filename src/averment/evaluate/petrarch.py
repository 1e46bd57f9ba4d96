"""Events of single sentences, against the records that PETRARCH is tested with: CAMEO or WEIS codes and two sides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from averment.evaluate import petrarch_suite as suite
from averment.evaluate.data import DataError, Sample, read_lines
from averment.evaluate.figures import Counts, Figure, share
from averment.evaluate.petrarch_match import Parties, Wanted, missed, sectors, told
from averment.ontology import CAMEO, CodeError
from averment.records import Report, Status

if TYPE_CHECKING:
    from averment.pipeline import Pipeline

DONE = (Status.FACTUAL, Status.HISTORICAL)


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
            found = [right for wanted in coded for right in sectors(wanted, report)]
            counts.update({"sectors": len(found), "sectors found": sum(found)})
        elif gold.wanted:
            counts.update({"said": 1, "said found": not any(missed(wanted, report) for wanted in gold.wanted)})
        else:
            done = any(event.status in DONE for event in report.events)
            counts.update({"none": 1, "none coded": not report.events, "none done": not done})
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """The shares that are right: of records the codes, and codes with sides; sectors; statements; no events."""
        categories = sorted(name.removeprefix("records ") for name in counts if name.startswith("records "))
        return [
            share("used", counts["used"], counts["all"]),
            share("events a record", counts["events"], counts["used"]),
            *_figures("", counts),
            share("sector", counts["sectors found"], counts["sectors"]),
            share("statement", counts["said found"], counts["said"]),
            share("no event", counts["none coded"], counts["none"]),
            share("no event done", counts["none done"], counts["none"]),
            *(figure for category in categories for figure in _figures(f" {category}", counts)),
        ]

    def prediction(self, sample: Sample[PetrarchRecord], report: Report) -> dict[str, Any]:
        """The events of the sentence as PETRARCH writes them: sides as country codes, and the CAMEO code."""
        parties = Parties(report)
        events = [
            {
                "source": sorted(parties.countries(event.actors)),
                "target": sorted(parties.countries(event.recipients)),
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
        coded = "; ".join(told(event, report) for event in report.events) or "nothing"
        for wanted in gold.wanted:
            if what := missed(wanted, report):
                yield f"{what} {wanted.source}>{wanted.target} {wanted.code}, coded {coded}: {sample.text}"
        if not gold.wanted and report.events:
            yield f"no event expected, coded {coded}: {sample.text}"


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
    lacking = [missed(one, report) for one in wanted]
    right = {"records": True, "code": "code" not in lacking, "sides": not any(lacking)}
    return Counts({f"{what}{name}": int(whether) for what, whether in right.items()})


def _figures(name: str, counts: Counts) -> Iterator[Figure]:
    yield share(f"code{name}", counts[f"code{name}"], counts[f"records{name}"])
    yield share(f"code and sides{name}", counts[f"sides{name}"], counts[f"records{name}"])
