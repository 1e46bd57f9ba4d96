"""Events, against short reports in which all events are marked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from averment.evaluate.data import DataError, Sample
from averment.evaluate.figures import Counts, Figure, f1, ratio, share
from averment.evaluate.marked import MarkedEvent, MarkedNews, read_news
from averment.evaluate.matching import best_first, meet
from averment.evaluate.pairs import RECIPROCAL
from averment.records import Event, Report, Span


class NewsTask:
    """Each event is matched once: its triggers must meet; then type, sides, status and stance are compared."""

    name = "news"

    def load(self, path: Path, texts: Path | None) -> list[Sample[MarkedNews]]:
        """The reports of a file."""
        samples = [Sample(report.doc, report.text, report) for report in read_news(path)]
        if not samples:
            raise DataError(f"{path}: no reports; the file is empty")
        return samples

    def count(self, sample: Sample[MarkedNews], report: Report) -> Counts:
        """What is found of the marked events, and what was found in excess."""
        gold = list(sample.gold.events.values())
        pairs = matched(gold, report.events)
        counts = Counts({"gold": len(gold), "said": len(report.events), "triggers": len(pairs)})
        for wanted, found in pairs:
            typed, sided = wanted.type == found.type, sides_agree(wanted, found)
            counts["types"] += typed
            counts["events"] += typed and sided
            counts["sides"] += sided
            if typed:
                counts["status"] += wanted.status == found.status
                counts["stance"] += wanted.stance == found.stance
                counts["mode"] += wanted.mode == found.mode
                counts["voice"] += wanted.said == (found.according_to is not None)
            counts["fully"] += typed and sided and wanted.status == found.status
        return counts

    def figures(self, counts: Counts) -> list[Figure]:
        """F1 of triggers, of triggers with type, and of events; shares of these with mode, status, stance and voice."""
        gold, said = counts["gold"], counts["said"]

        def measured(name: str, count: str) -> Figure:
            return f1(name, ratio(counts[count], said), ratio(counts[count], gold), gold)

        return [
            measured("triggers", "triggers"), measured("typed", "types"), measured("events", "events"),
            measured("events with status", "fully"),
            share("sides", counts["sides"], counts["triggers"]),
            *(share(name, counts[name], counts["types"]) for name in ("mode", "status", "stance", "voice")),
        ]  # fmt: skip

    def prediction(self, sample: Sample[MarkedNews], report: Report) -> dict[str, Any]:
        """The events with their spans."""
        return {"doc": sample.doc, "events": [_plain(event) for event in report.events]}

    def misses(self, sample: Sample[MarkedNews], report: Report) -> Iterator[str]:
        """Yield a line for each event missed, found in excess, or found otherwise."""
        gold = list(sample.gold.events.values())
        pairs = matched(gold, report.events)
        for wanted, found in pairs:
            if wanted.type != found.type:
                yield f"{found.type}, not {wanted.type}: {_quote(sample.text, wanted.parts['v'])}"
            elif not sides_agree(wanted, found):
                yield f"other sides: {_told(sample.text, wanted)}, coded {_event_told(sample.text, found)}"
        known = [wanted for wanted, _ in pairs]
        for wanted in (w for w in gold if w not in known):
            yield f"missed {wanted.type}: {_told(sample.text, wanted)}"
        for found in (e for e in report.events if all(e is not other for _, other in pairs)):
            yield f"excess {found.type}: {_event_told(sample.text, found)}"


def matched(gold: list[MarkedEvent], found: tuple[Event, ...]) -> list[tuple[MarkedEvent, Event]]:
    """Pairs of events whose triggers meet, each used once; those that agree in more go first."""
    candidates = [
        (1.0 + 2 * (wanted.type == event.type) + sides_agree(wanted, event), g, e)
        for g, wanted in enumerate(gold)
        for e, event in enumerate(found)
        if meet(_spans(wanted, "v"), event.trigger)
    ]
    return [(gold[g], found[e]) for g, e in best_first(candidates)]


def sides_agree(wanted: MarkedEvent, found: Event) -> bool:
    """Whether each marked side meets the one found; of reciprocal types the sides count together.

    A side that is not marked may be found all the same: a further mention is marked without its sides.
    """
    actors, recipients = ([party.span for party in side] for side in (found.actors, found.recipients))
    wanted_actors, wanted_recipients = _spans(wanted, "a"), _spans(wanted, "r")
    if wanted.type in RECIPROCAL:
        actors = recipients = [*actors, *recipients]
    return all(
        not marked or meet(marked, side) for marked, side in ((wanted_actors, actors), (wanted_recipients, recipients))
    )


def _spans(event: MarkedEvent, part: str) -> list[Span]:
    return [Span(*span) for span in event.parts.get(part, ())]


def _quote(text: str, spans: list[tuple[int, int]]) -> str:
    return " ... ".join(text[b:e] for b, e in spans) or "-"


def _told(text: str, event: MarkedEvent) -> str:
    return " / ".join(_quote(text, event.parts.get(part, [])) for part in "avr")


def _event_told(text: str, event: Event) -> str:
    words = ([p.span for p in event.actors], event.trigger, [p.span for p in event.recipients])
    return " / ".join(" ... ".join(span.of(text) for span in spans) or "-" for spans in words)


def _plain(event: Event) -> dict[str, Any]:
    return {
        "type": event.type, "mode": event.mode, "trigger": event.trigger, "status": event.status.value,
        "stance": event.stance.value, "actor": [p.span for p in event.actors],
        "recipient": [p.span for p in event.recipients],
    }  # fmt: skip
