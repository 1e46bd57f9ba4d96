"""PolNeAR as windows of word pieces: a tag for each role at each piece, and what belongs to each cue."""

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path

from averment.models.encoder import ROLES
from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, Bounds, Read, Window, pieces, windows

OUT, BEGIN, INSIDE = 0, 1, 2
Tags = tuple[int, int, int]
NOWHERE: Tags = (-100, -100, -100)  # the tags of a piece that stands for no text
STARTS = 4  # the first window of a document ends after so many sentences at most, drawn anew each epoch


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution as places of pieces: those of its cue, its source and its content; and its act, if marked."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    act: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its sentences and pieces, the tags of each piece, and its attributions."""

    doc: str
    sentences: list[Bounds]
    reads: list[Read]
    tags: list[Tags]
    links: list[Link]


@dataclass(frozen=True, slots=True)
class Sample:
    """A window with the tags of its pieces and the attributions whose cue stands in it, as places in the window.

    ``complete`` is whether all attributions are marked, so that what is not marked is none.
    """

    window: Window
    tags: list[Tags]
    links: list[Link]
    complete: bool = True


def read(path: Path, sentences: Path, vocabulary: Vocabulary) -> list[Document]:
    """Read a part of PolNeAR with the sentence bounds that the parser found (``sentences``: JSON lines)."""
    with sentences.open(encoding="utf-8") as lines:
        bounds = {row["doc"]: [Bounds(*some) for some in row["sentences"]] for row in map(json.loads, lines)}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_document(json.loads(line), bounds, vocabulary) for line in lines]


def _document(row: dict, bounds: dict[str, list[Bounds]], vocabulary: Vocabulary) -> Document:
    text, sentences = row["text"], bounds[row["doc"]]
    reads = pieces(text, sentences, vocabulary)
    marks = _marks(text, row["attributions"])
    tags = [tuple(_tag(mark[read.piece.begin : read.piece.end]) for mark in marks) for read in reads]
    at = {c: place for place, read in enumerate(reads) for c in range(read.piece.begin, read.piece.end)}

    def places(spans: list[list[int]]) -> tuple[int, ...]:
        return tuple(sorted({at[c] for begin, end in spans for c in range(begin, end) if c in at}))

    links = [Link(*(places(a[role]) for role in ("cue", "source", "content"))) for a in row["attributions"]]
    return Document(row["doc"], sentences, reads, tags, [link for link in links if link.cue])


def _marks(text: str, attributions: list[dict]) -> list[bytearray]:
    """For each role, OUT, BEGIN or INSIDE at every character; touching fragments of two attributions stay two."""
    marks = [bytearray(len(text)) for _ in ROLES]
    for mark, role in zip(marks, ROLES, strict=True):
        for attribution in attributions:
            for begin, end in attribution[role]:
                for at in range(begin, end):
                    mark[at] = mark[at] or INSIDE
                mark[begin] = BEGIN
    return marks


def _tag(marks: bytearray) -> int:
    return BEGIN if BEGIN in marks else INSIDE if INSIDE in marks else OUT


def samples(document: Document, vocabulary: Vocabulary, first: int = 0) -> list[Sample]:
    """The windows of a document, the first of them ended after ``first`` sentences if that is not 0."""
    found = []
    for window in windows(document.sentences, document.reads, vocabulary, first=first):
        tags = [NOWHERE if place == SEPARATING else document.tags[place] for place in window.places]
        found.append(Sample(window, tags, shifted(document.links, window)))
    return found


def shifted(links: list[Link], window: Window) -> list[Link]:
    """The links whose cue stands in a window, with the places of their pieces in it."""
    at = {place: k for k, place in enumerate(window.places) if place != SEPARATING}
    found = [
        Link(*(tuple(at[p] for p in part if p in at) for part in (link.cue, link.source, link.content)), link.act)
        for link in links
    ]
    return [link for link in found if link.cue]


def epoch(documents: list[Document], vocabulary: Vocabulary, dice: random.Random) -> list[Sample]:
    """All windows of an epoch, each document started at another sentence, in shuffled order."""
    found = [s for d in documents for s in samples(d, vocabulary, dice.randint(0, STARTS))]
    dice.shuffle(found)
    return found
