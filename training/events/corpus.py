"""Marked events, ours and PLV's, as windows of word pieces."""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpora.check import Line
from corpora.check import read as read_corpus

from averment.evaluate.marked import MarkedEvent, MarkedNews, read_news
from averment.models.kinds import IMPOSED, KINDS
from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, Bounds, Read, Window, pieces, windows
from averment.records import Stance, Status

STATUSES, STANCES = tuple(Status), tuple(Stance)
MARKS = {"trigger": "v", "actor": "a", "recipient": "r"}  # parts of an event, and how the corpora mark them
YIELD = ("CONCEDE", "RETREAT")  # one type in PLV
IGNORED = -100
STARTS = 3  # the first window of a report ends after so many sentences at most, drawn anew each time
IMPOSING = re.compile(
    r"sanction|embargo|blacklist|black-list|designat|freez|froze|asset|listing|\blist|restrictive|penalt", re.IGNORECASE
)
"""Triggers of SANCTION discontinue that are sanctions imposed, not relations cut."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Spans of trigger, actor and recipient, and the kinds that the event may be of (one, or all of a PLV type).

    ``status`` and ``stance`` are IGNORED where not marked; PLV has no triggers.
    """

    parts: tuple[Spans, ...]
    kinds: tuple[int, ...]
    status: int = IGNORED
    stance: int = IGNORED


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its sentences and events; ``complete`` is whether all events are marked."""

    text: str
    sentences: tuple[Bounds, ...]
    events: tuple[Event, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """An event as places of pieces in a window: trigger, actor, recipient, and the sentence."""

    parts: tuple[tuple[int, ...], ...]
    kinds: tuple[int, ...]
    status: int
    stance: int


@dataclass(frozen=True, slots=True)
class EventSample:
    """A window with its events; ``tags`` are OUT, BEGIN or INSIDE a trigger, or IGNORED."""

    window: Window
    tags: list[int]
    events: list[Marked]


def ours(folder: Path, pattern: str) -> list[Text]:
    """The sentences of our corpus files that match: each with one event marked, or none to be found."""
    lines = (line for file in sorted(folder.glob(pattern)) for line in read_corpus(file, "events"))
    return [_sentence(line) for line in lines if isinstance(line, Line)]


def _sentence(line: Line) -> Text:
    bounds = (Bounds(0, 0, len(line.text)),)
    if line.labels["type"] == "NONE":
        return Text(line.text, bounds, (), complete=True)
    mode = None if line.labels["mode"] == "-" else line.labels["mode"]
    status, stance = Status(line.labels["status"]), Stance(line.labels["stance"])
    event = _event(line.text, line.parts, line.labels["type"], mode, status, stance)
    return Text(line.text, bounds, (event,), complete=False)


def _event(
    text: str, parts: dict[str, list[tuple[int, int]]], kind: str, mode: str | None, status: Status, stance: Stance
) -> Event:
    spans = tuple(tuple(parts.get(mark, ())) for mark in MARKS.values())
    words = " ".join(text[b:e] for b, e in spans[0])
    number = next(k for k, known in enumerate(KINDS) if known[:2] == (kind, mode))
    if (kind, mode) == (IMPOSED.type, IMPOSED.mode) and IMPOSING.search(words):
        number = KINDS.index(IMPOSED)
    return Event(spans, (number,), STATUSES.index(status), STANCES.index(stance))


def news(folder: Path, pattern: str, sentences: Path) -> list[Text]:
    """The reports of our news files that match, with the sentence bounds that the parser found (JSON lines)."""
    with sentences.open(encoding="utf-8") as rows:
        bounds = {row["doc"]: tuple(Bounds(*some) for some in row["sentences"]) for row in map(json.loads, rows)}
    found = [report for file in sorted(folder.glob(pattern)) for report in read_news(file)]
    return [_report(report, bounds[report.doc]) for report in found if report.doc in bounds]


def _report(report: MarkedNews, bounds: tuple[Bounds, ...]) -> Text:
    def of(event: MarkedEvent) -> Event:
        return _event(report.text, event.parts, event.type, event.mode, event.status, event.stance)

    return Text(report.text, bounds, tuple(map(of, report.events.values())), complete=True)


def plv(path: Path) -> list[Text]:
    """The sentences of PLV: type, actor and recipient are marked, the trigger is not."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            parts = ((), tuple(map(tuple, row["actor"])), tuple(map(tuple, row["recipient"])))
            bounds = (Bounds(0, 0, len(row["text"])),)
            found.append(Text(row["text"], bounds, (Event(parts, kinds_of(row["root"])),), complete=False))
    return found


def kinds_of(root: str) -> tuple[int, ...]:
    """All kinds that PLV files under a type; it goes by the table from CAMEO."""
    names = YIELD if root in ("YIELD", *YIELD) else (root,)
    return tuple(i for i, kind in enumerate(KINDS) if kind.by_table in names)


def joined(texts: Iterable[Text]) -> Text:
    """Texts as the paragraphs of one, each with one sentence."""
    text, bounds, events, complete = "", [], [], True
    for number, one in enumerate(texts):
        start = len(text)
        bounds.append(Bounds(number, start, start + len(one.text)))
        for event in one.events:
            parts = tuple(tuple((b + start, e + start) for b, e in spans) for spans in event.parts)
            events.append(Event(parts, event.kinds, event.status, event.stance))
        complete &= one.complete
        text += one.text + "\n"
    return Text(text, tuple(bounds), tuple(events), complete)


def samples(text: Text, vocabulary: Vocabulary, first: int = 0, longest: int = 130) -> list[EventSample]:
    """The windows of a text, the first of them ended after ``first`` sentences if that is not 0."""
    reads = pieces(text.text, text.sentences, vocabulary)
    found = []
    for window in windows(text.sentences, reads, vocabulary, longest=longest, first=first):
        at = {place: k for k, place in enumerate(window.places) if place != SEPARATING}
        events = [marked for event in text.events if (marked := _marked(event, reads, at))]
        found.append(EventSample(window, _tags(window, events, text.complete), events))
    return found


def _marked(event: Event, reads: list[Read], at: dict[int, int]) -> Marked | None:
    """An event in a window that holds its trigger or, if none is marked, its actor."""
    parts = [
        tuple(k for p, k in at.items() if any(b <= reads[p].piece.begin < e for b, e in spans)) for spans in event.parts
    ]
    anchor = parts[0] if event.parts[0] else parts[1] or parts[2]
    if not anchor:
        return None
    places = {k: p for p, k in at.items()}
    sentence = reads[places[anchor[0]]].sentence
    return Marked(
        (*parts, tuple(k for p, k in at.items() if reads[p].sentence == sentence)),
        event.kinds, event.status, event.stance,
    )  # fmt: skip


def _tags(window: Window, events: list[Marked], complete: bool) -> list[int]:
    """Where not all events are marked, only triggers and what is sure to be none (sides, next pieces) count."""
    tags = [IGNORED if place == SEPARATING or not complete else 0 for place in window.places]
    if not complete:
        for event in events:
            for k in (*event.parts[1], *event.parts[2]):
                tags[k] = 0
    for event in events:
        trigger = event.parts[0]
        for k in (k for t in trigger for k in (t - 1, t + 1)):
            if 0 <= k < len(tags) and window.places[k] != SEPARATING and tags[k] == IGNORED:
                tags[k] = 0
    for event in events:
        for k in event.parts[0]:
            tags[k] = 2 if k - 1 in event.parts[0] else 1
    return tags


def packed(some: list[Text], vocabulary: Vocabulary, dice: random.Random, most: int = 3) -> list[EventSample]:
    """Sentences in shuffled order, one to ``most`` of them a window; reports by themselves."""
    single = [text for text in some if len(text.sentences) == 1]
    order, found = dice.sample(single, len(single)), []
    while order:
        n = dice.randint(1, most)
        group, order = order[:n], order[n:]
        for complete in (True, False):
            if part := [text for text in group if text.complete == complete]:
                found += samples(joined(part), vocabulary, longest=10_000)
    for text in some:
        if len(text.sentences) != 1:
            found += samples(text, vocabulary, dice.randint(0, STARTS))
    dice.shuffle(found)
    return found


def with_pairs(some: Iterable[Text], vocabulary: Vocabulary) -> list[EventSample]:
    """A window of one sentence for each event that has an actor or a recipient there, its pair to be shown."""
    found = []
    for text in some:
        for event in text.events:
            window = _around(text, event, vocabulary)
            if window is not None:
                found.append(window)
    return found


def _around(text: Text, event: Event, vocabulary: Vocabulary) -> EventSample | None:
    anchor = next((spans[0] for spans in (event.parts[0], event.parts[1], event.parts[2]) if spans), None)
    own = [b for b in text.sentences if anchor and b.begin <= anchor[0] < b.end]
    if not own or not (event.parts[1] or event.parts[2]):
        return None
    reads = pieces(text.text, own, vocabulary)
    window = windows(own, reads, vocabulary, longest=10_000)[0]
    at = {place: k for k, place in enumerate(window.places) if place != SEPARATING}
    marked = _marked(event, reads, at)
    if marked is None or not (marked.parts[1] or marked.parts[2]):
        return None
    return EventSample(window, [IGNORED] * len(window), [marked])
