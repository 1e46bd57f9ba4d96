"""Did it happen? The status of cyber attacks, against texts in which the attacks are marked with their realis."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from averment.evaluate.data import Sample, inside, read_lines, unique
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.evaluate.matching import meet
from averment.records import Event, Report, Span, Status

ATTACK, VICTIM = "Attack", "Victim"
ACTUAL, OTHER, GENERIC = "Actual", "Other", "Generic"
SAID = {
    Status.FACTUAL: ACTUAL,
    Status.HISTORICAL: ACTUAL,
    Status.NEGATED: OTHER,
    Status.HYPOTHETICAL: OTHER,
    Status.FUTURE: OTHER,
}
"""The realis that each status amounts to. None amounts to Generic: an event is never coded as one of a kind."""

TOLD = (ACTUAL, OTHER)


class _Words(msgspec.Struct, frozen=True):
    start: int
    end: int


class _Argument(msgspec.Struct, frozen=True):
    role: str
    start: int
    end: int


class _Event(msgspec.Struct, frozen=True):
    type: str
    realis: Literal["Actual", "Other", "Generic"]
    nugget: _Words
    arguments: tuple[_Argument, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    id: str
    text: str
    events: tuple[_Event, ...]


class Attack(msgspec.Struct, frozen=True):
    """An attack as it is marked: the words that tell it, whether it took place, and whom it struck."""

    span: Span
    realis: str
    victims: tuple[Span, ...] = ()


class RealisTask:
    """Every marked attack; the event that answers to it is the one whose trigger shares most characters with it.

    Only attacks are asked for, and of those found only the status and the victims. Texts without an attack are left
    out; what the coder finds beside the marked attacks counts neither way.
    """

    name = "realis"

    def load(self, path: Path, texts: Path | None) -> list[Sample[tuple[Attack, ...]]]:
        """The texts of a JSONL file in the shape of CASIE that tell of an attack."""
        lines = read_lines(path, _Line)
        unique((line.id for line in lines), path)
        samples = [Sample(line.id, line.text, _attacks(line, path)) for line in lines]
        return [sample for sample in samples if sample.gold]

    def count(self, sample: Sample[tuple[Attack, ...]], report: Report) -> Counts:
        """How many attacks are found, with which status, and how many victims are recipients."""
        counts = Counts()
        for attack, event in _answers(sample, report):
            counts += Counts({f"gold: {attack.realis}": 1, "victims": len(attack.victims)})
            if event is None:
                continue
            said, recipients = SAID[event.status], [party.span for party in event.recipients]
            counts += Counts({f"found: {attack.realis}": 1, f"{attack.realis} said {said}": 1})
            counts["cyber"] += event.mode == "cyber"
            counts["victims of found"] += len(attack.victims)
            counts["victims met"] += sum(meet([victim], recipients) for victim in attack.victims)
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """The share found, realis of those found, what is made of generic ones, and the victims."""
        found = sum(counts[f"found: {realis}"] for realis in (*TOLD, GENERIC))
        judged = sum(counts[f"found: {realis}"] for realis in TOLD)
        right = sum(counts[f"{realis} said {realis}"] for realis in TOLD)
        each = [_of_class(realis, counts) for realis in TOLD]
        return [
            share("found", found, sum(counts[f"gold: {realis}"] for realis in (*TOLD, GENERIC))),
            *(share(f"found {r}", counts[f"found: {r}"], counts[f"gold: {r}"]) for r in (*TOLD, GENERIC)),
            share("found as cyber", counts["cyber"], found),
            share("realis", right, judged),
            Figure("realis macro", ratio(sum(figure.value for figure in each), len(each)), judged),
            *each,
            share("Generic as Actual", counts[f"{GENERIC} said {ACTUAL}"], counts[f"found: {GENERIC}"]),
            share("victims", counts["victims met"], counts["victims"]),
            share("victims of found", counts["victims met"], counts["victims of found"]),
        ]

    def prediction(self, sample: Sample[tuple[Attack, ...]], report: Report) -> dict[str, Any]:
        """The status found for each marked attack, or null where there is none."""
        answers = _answers(sample, report)
        told = [{"span": a.span, "realis": a.realis, "status": e.status.value if e else None} for a, e in answers]
        return {"id": sample.doc, "attacks": told}

    def misses(self, sample: Sample[tuple[Attack, ...]], report: Report) -> Iterator[str]:
        """Yield each attack that took place, or expressly did not, and is not found or has another status."""
        for attack, event in _answers(sample, report):
            words = attack.span.of(sample.text)
            if event is None:
                yield f"not found, {attack.realis}: {words}"
            elif attack.realis in TOLD and SAID[event.status] != attack.realis:
                yield f"{event.status}, not {attack.realis}: {words}"


def _attacks(line: _Line, path: Path) -> tuple[Attack, ...]:
    """The attacks of a line, in the order of the text; raises DataError for a span outside it.

    A span that runs out of the text ends where the text does: one of CASIE's does so by a character.
    """
    end, found = len(line.text), []
    for event in line.events:
        if event.type == ATTACK:
            victims = tuple(Span(a.start, min(a.end, end)) for a in event.arguments if a.role == VICTIM)
            found.append(Attack(Span(event.nugget.start, min(event.nugget.end, end)), event.realis, victims))
    inside((span for attack in found for span in (attack.span, *attack.victims)), line.text, f"{path}, {line.id}")
    return tuple(sorted(found, key=lambda attack: attack.span))


def _answers(sample: Sample[tuple[Attack, ...]], report: Report) -> Iterator[tuple[Attack, Event | None]]:
    """Each marked attack with the event on its words that shares most with them, a cyber attack first."""
    for attack in sample.gold:
        near = [event for event in report.events if meet(event.trigger, [attack.span])]
        yield attack, max(near, key=lambda e: (e.mode == "cyber", _shared(e.trigger, attack.span)), default=None)


def _shared(trigger: Iterable[Span], words: Span) -> int:
    return sum(max(0, min(span.end, words.end) - max(span.begin, words.begin)) for span in trigger)


def _of_class(realis: str, counts: Counts) -> Figure:
    said = sum(counts[f"{gold} said {realis}"] for gold in TOLD)
    right, gold = counts[f"{realis} said {realis}"], counts[f"found: {realis}"]
    return f1(realis, ratio(right, said), ratio(right, gold), gold)
