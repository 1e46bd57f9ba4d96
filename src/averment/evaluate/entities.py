"""Who is who and when, against texts whose parties and dates are marked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from averment.evaluate import entity_links, entity_marks
from averment.evaluate.coreference import MEASURES, Measure, Tally, mentions, of_shared
from averment.evaluate.data import DataError, Sample, unique
from averment.evaluate.entity_links import Compared
from averment.evaluate.entity_marks import KINDS, MarkedText
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.records import Report

MILLION = 1_000_000
"""B-cubed and CEAF-e add up fractions; counts are whole numbers, so these are counted in millionths."""

SHARED = " of shared"
COREFERENCE: dict[str, Measure] = {"mentions": mentions, **MEASURES}


class EntitiesTask:
    """Coreference of marked mentions, and of what the report says of them: speakers, countries, dates."""

    name = "entities"

    def load(self, path: Path, texts: Path | None) -> list[Sample[MarkedText]]:
        """The marked texts of a folder, or of one file."""
        samples = list(entity_marks.samples(path))
        unique((sample.doc for sample in samples), path)
        for sample in samples:
            if not sample.gold.mentions:
                raise DataError(f"{path}, {sample.doc}: no mention is marked; mark at least one as [key|words]")
        return samples

    def count(self, sample: Sample[MarkedText], report: Report) -> Counts:
        """Links of mentions, speakers, countries by kind, and dates that agree."""
        compared = Compared(sample.text, sample.gold, report)
        counts = _coreference(compared)
        for speaker in compared.speakers():
            counts.update({"speakers": 1, "speakers right": speaker.right, "speakers alone": speaker.alone})
        for named in compared.countries():
            counts.update({f"countries: {named.kind}": 1, f"right countries: {named.kind}": named.right})
        for dated in compared.dates():
            counts.update({"dates": 1, "dates found": dated.found != "", "dates right": dated.right})
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """F1 of mentions and of links, then shares right: of speakers, of countries in all and by kind, of dates."""
        kinds = [kind for kind in KINDS if kind != entity_marks.JOINT or counts[f"countries: {kind}"]]
        named = sum(counts[f"countries: {kind}"] for kind in kinds)
        right = sum(counts[f"right countries: {kind}"] for kind in kinds)
        return [
            *(_f1(name, counts) for name in COREFERENCE),
            _conll("", counts),
            _conll(SHARED, counts),
            share("speakers", counts["speakers right"], counts["speakers"]),
            share("speakers one to one", counts["speakers alone"], counts["speakers"]),
            share("countries", right, named),
            *(share(f"countries: {k}", counts[f"right countries: {k}"], counts[f"countries: {k}"]) for k in kinds),
            share("dates found", counts["dates found"], counts["dates"]),
            share("dates right", counts["dates right"], counts["dates"]),
        ]

    def prediction(self, sample: Sample[MarkedText], report: Report) -> dict[str, Any]:
        """The report as ``averment read --format jsonl`` writes it, with the date expressions."""
        from averment.report import to_json

        dates = [{"span": when.span, "start": str(when.start), "end": str(when.end)} for when in report.dates]
        return {**to_json(report), "dates": dates}

    def misses(self, sample: Sample[MarkedText], report: Report) -> Iterator[str]:
        """Yield the mentions that are missed or linked otherwise, the wrong speakers, countries and dates."""
        yield from entity_links.misses(Compared(sample.text, sample.gold, report))


def _coreference(compared: Compared) -> Counts:
    key, response = compared.key(), compared.response()
    both = of_shared(key, response)
    counts = Counts()
    for name, measure in COREFERENCE.items():
        counts.update(_tallied(name, measure(key, response)))
        counts.update(_tallied(name + SHARED, measure(*both)))
    return counts


def _tallied(name: str, tally: Tally) -> dict[str, int]:
    return {
        f"{name}: recalled": round(MILLION * tally.recalled),
        f"{name}: key": MILLION * tally.key,
        f"{name}: precise": round(MILLION * tally.precise),
        f"{name}: response": MILLION * tally.response,
    }


def _f1(name: str, counts: Counts) -> Figure:
    recalled, key, precise, response = (counts[f"{name}: {what}"] for what in Tally.__dataclass_fields__)
    return f1(name, ratio(precise, response), ratio(recalled, key), key // MILLION)


def _conll(which: str, counts: Counts) -> Figure:
    """The mean F1 of the three measures, and how many marked mentions it stands on."""
    each = [_f1(name + which, counts).value for name in MEASURES]
    return Figure("CoNLL" + which, ratio(sum(each), len(each)), counts[f"mentions{which}: key"] // MILLION)
