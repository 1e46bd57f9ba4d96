"""Names and words that are hard to resolve, one in a sentence each, against a table of the expected answers."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from averment.evaluate.data import DataError, Sample, read_text
from averment.evaluate.entity_marks import interval
from averment.evaluate.entity_spans import LEAST_IOU, iou, trimmed
from averment.evaluate.figures import Counts, Figure, share
from averment.records import DateRange, Entity, EntityKind, Report, Span

COLUMNS = ["form", "context", "published", "expected"]
OPEN, NOBODY = "open", "none"
COUNTRIES = re.compile(r"[A-Z]{3}(?:\+[A-Z]{3})*\Z")


class Form(msgspec.Struct, frozen=True):
    """The words asked about, and the answers that all have to be right; see docs/evaluation.md for their shapes."""

    span: Span
    expected: tuple[str, ...]

    @property
    def group(self) -> str:
        """What is measured by itself: forms that stay open, those that are no party, and those with an answer."""
        return {OPEN: "kept open", NOBODY: "kept out"}.get(self.expected[0], "told")


class FormsTask:
    """What the coder makes of each form: its country, kind, name or date, or nothing where nothing can be told."""

    name = "forms"

    def load(self, path: Path, texts: Path | None) -> list[Sample[Form]]:
        """The rows of a CSV file; lines that begin with # are comments."""
        samples = [_sample(path, number, cells) for number, cells in _rows(path)]
        if not samples:
            raise DataError(f"{path}: no forms; the file is empty")
        return samples

    def count(self, sample: Sample[Form], report: Report) -> Counts:
        """Whether all that is expected of the form is so."""
        group = sample.gold.group
        return Counts({group: 1, f"right: {group}": _is_right(sample, report)})

    def figures(self, counts: Counts) -> list[Figure]:
        """The share right of all forms, and of those to be told, to be kept open and to be kept out."""
        groups = ("told", "kept open", "kept out")
        right, every = sum(counts[f"right: {g}"] for g in groups), sum(counts[g] for g in groups)
        return [share("right", right, every), *(share(g, counts[f"right: {g}"], counts[g]) for g in groups)]

    def prediction(self, sample: Sample[Form], report: Report) -> dict[str, Any]:
        """The form with what was expected and what was found."""
        form = sample.gold.span.of(sample.text)
        return {"doc": sample.doc, "form": form, "expected": sample.gold.expected, "found": answer(sample, report)}

    def misses(self, sample: Sample[Form], report: Report) -> Iterator[str]:
        """Yield the form whose answer is wrong, with its sentence."""
        if not _is_right(sample, report):
            found = answer(sample, report) or "nothing"
            form, expected = sample.gold.span.of(sample.text), "; ".join(sample.gold.expected)
            yield f"{form!r} is {found}, not {expected}: {sample.text}"


def answer(sample: Sample[Form], report: Report) -> str:
    """What the report makes of the form, in words; empty where it makes nothing of it."""
    when, entity = _date(sample, report), _entity(sample, report)
    told = [f"{when.start}/{when.end}"] if when else []
    if entity is not None:
        told += [entity.name, entity.kind, "+".join(sorted(filter(None, _countries(entity, report)))) or "no country"]
    return ", ".join(told)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows behind the head with their line numbers."""
    reader = csv.reader(read_text(path).splitlines(keepends=True))
    head = None
    for cells in reader:
        if not cells or cells[0].startswith("#"):
            continue
        if len(cells) != len(COLUMNS):
            raise DataError(f"{path}:{reader.line_num}: {len(cells)} columns, not {len(COLUMNS)}; quote a comma")
        if head is None:
            head = cells
            if head != COLUMNS:
                raise DataError(f"{path}:{reader.line_num}: the columns must be {', '.join(COLUMNS)}")
        else:
            yield reader.line_num, cells


def _sample(path: Path, number: int, cells: list[str]) -> Sample[Form]:
    form, context, published, expected = cells
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", context)]
    if len(places) != 1:
        raise DataError(f"{path}:{number}: {form!r} stands {len(places)} times in its sentence; it must stand once")
    answers = tuple(part.strip() for part in expected.split(";") if part.strip())
    if not answers or (len(answers) > 1 and {OPEN, NOBODY} & set(answers)):
        raise DataError(f"{path}:{number}: expected {expected!r}; name countries, a kind, a name, a date, open or none")
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as error:
        raise DataError(f"{path}:{number}: published {published!r} is not a day as in 2022-09-08") from error
    return Sample(f"{path.stem}-{number}", context, Form(Span(*places[0]), answers), day)


def _is_right(sample: Sample[Form], report: Report) -> bool:
    entity = _entity(sample, report)
    when = _date(sample, report)
    return all(_agrees(expected, entity, when, report) for expected in sample.gold.expected)


def _agrees(expected: str, entity: Entity | None, when: DateRange | None, report: Report) -> bool:
    if expected == NOBODY:
        return entity is None and when is None
    if expected == OPEN:
        return when is None and (entity is None or not any(_countries(entity, report)))
    if (days := interval(expected)) is not None:
        return when is not None and (when.start, when.end) == (days.start, days.end)
    if entity is None:
        return False
    if COUNTRIES.match(expected):
        return _countries(entity, report) == set(expected.split("+"))
    return expected == entity.kind if expected in set(EntityKind) else expected == entity.name


def _countries(entity: Entity, report: Report) -> set[str | None]:
    """The country of a party, or the countries of the members of a joint one."""
    members = {other.country for other in report.entities if other.id in entity.members}
    return members or {entity.country}


def _entity(sample: Sample[Form], report: Report) -> Entity | None:
    """The party whose mention fits the form best: it covers half of what the two cover, or the form as a whole.

    A form that is to be kept out may be a part of a longer mention.
    """
    wanted = trimmed(sample.text, sample.gold.span)
    entities = {entity.id: entity for entity in report.entities}
    mentions = [(trimmed(sample.text, m.span), entities[m.entity]) for m in report.mentions]
    whole = sample.gold.expected[0] != NOBODY
    fitting = [
        (iou(wanted, span), len(entity.members), entity)
        for span, entity in mentions if iou(wanted, span) >= LEAST_IOU or (whole and span.covers(wanted))
    ]  # fmt: skip
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None


def _date(sample: Sample[Form], report: Report) -> DateRange | None:
    return next((when for when in report.dates if when.span and when.span.overlaps(sample.gold.span)), None)
