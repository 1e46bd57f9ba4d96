"""PolNeAR as windows of word pieces with a tag for each role."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from averment.models.pieces import Piece, Vocabulary, quotes
from averment.parse.plain import plain

ROLES = ("source", "cue", "content")
OUT, BEGIN, INSIDE = 0, 1, 2
LONGEST = 130  # pieces a window; 250 were no better in an earlier probe, and slower


@dataclass(slots=True)
class Unit:
    """A sentence: its pieces, and for each piece the quotation state and the tag of each role."""

    pieces: list[Piece]
    quotes: list[int]
    tags: list[tuple[int, int, int]]
    paragraph: int


@dataclass(slots=True)
class Document:
    """One article as units in text order."""

    doc: str
    text: str
    units: list[Unit] = field(default_factory=list)


def read(path: Path, sentences: Path, vocabulary: Vocabulary) -> list[Document]:
    """Read a part of PolNeAR with the sentence bounds that the parser found (``sentences``: JSON lines)."""
    bounds = {row["doc"]: row["sentences"] for row in map(json.loads, sentences.open(encoding="utf-8"))}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_document(json.loads(line), bounds, vocabulary) for line in lines]


def _document(row: dict, bounds: dict[str, list[list[int]]], vocabulary: Vocabulary) -> Document:
    text = row["text"]
    marks = _marks(text, row["attributions"])
    document = Document(row["doc"], text)
    by_paragraph: dict[int, list[tuple[int, int]]] = {}
    for paragraph, begin, end in bounds[row["doc"]]:
        by_paragraph.setdefault(paragraph, []).append((begin, end))
    for paragraph, sentences in by_paragraph.items():
        begin, end = sentences[0][0], sentences[-1][1]
        made = plain(text[begin:end])
        pieces = [
            Piece(p.number, begin + made.begin(p.begin), begin + made.end(p.end), p.opens, p.case)
            for p in vocabulary.pieces(made.text)
        ]
        states = quotes(made.text, vocabulary.pieces(made.text))
        for first, last in sentences:
            inside = [i for i, p in enumerate(pieces) if first <= p.begin < last]
            if inside:
                document.units.append(
                    Unit(
                        [pieces[i] for i in inside],
                        [int(states[i]) for i in inside],
                        [tuple(_tag(marks[r], pieces[i]) for r in range(3)) for i in inside],
                        paragraph,
                    )
                )
    return document


def _marks(text: str, attributions: list[dict]) -> list[bytearray]:
    """For each role, OUT, BEGIN or INSIDE at every character; touching fragments of two attributions stay two."""
    marks = [bytearray(len(text)) for _ in ROLES]
    for number, role in enumerate(ROLES):
        for attribution in attributions:
            for begin, end in attribution[role]:
                for at in range(begin, end):
                    marks[number][at] = marks[number][at] or INSIDE
                marks[number][begin] = BEGIN
    return marks


def _tag(marks: bytearray, piece: Piece) -> int:
    here = marks[piece.begin : piece.end]
    return BEGIN if BEGIN in here else INSIDE if INSIDE in here else OUT


@dataclass(slots=True)
class Window:
    """Pieces of neighbouring sentences, with a separator between paragraphs (piece None)."""

    numbers: list[int]
    cases: list[int]
    quotes: list[int]
    tags: list[tuple[int, int, int]]
    places: list[tuple[int, int]]  # characters of each piece; (-1, -1) for separators


def windows(document: Document, vocabulary: Vocabulary, first: int = 0, longest: int = LONGEST) -> Iterator[Window]:
    """Pack whole sentences into windows, the first of them ended after ``first`` sentences."""
    window = _opened(vocabulary)
    paragraph = None
    for count, unit in enumerate(document.units):
        full = len(window.numbers) + len(unit.pieces) + 2 > longest or (count == first and first)
        if full and len(window.numbers) > 1:
            yield _closed(window, vocabulary)
            window, paragraph = _opened(vocabulary), unit.paragraph
        if paragraph is not None and unit.paragraph != paragraph:
            _add(window, vocabulary.separator)
        paragraph = unit.paragraph
        for piece, quote, tags in zip(unit.pieces, unit.quotes, unit.tags, strict=True):
            if len(window.numbers) >= 2 * longest:  # a sentence longer than any window is cut
                yield _closed(window, vocabulary)
                window = _opened(vocabulary)
            _add(window, piece.number, int(piece.case), quote, tags, (piece.begin, piece.end))
    if len(window.numbers) > 1:
        yield _closed(window, vocabulary)


def _opened(vocabulary: Vocabulary) -> Window:
    window = Window([], [], [], [], [])
    _add(window, vocabulary.start)
    return window


def _closed(window: Window, vocabulary: Vocabulary) -> Window:
    _add(window, vocabulary.separator)
    return window


def _add(
    window: Window,
    number: int,
    case: int = 4,
    quote: int = 0,
    tags: tuple[int, int, int] = (-100, -100, -100),
    place: tuple[int, int] = (-1, -1),
) -> None:
    window.numbers.append(number)
    window.cases.append(case)
    window.quotes.append(quote)
    window.tags.append(tags)
    window.places.append(place)


def epoch(documents: list[Document], vocabulary: Vocabulary, dice: random.Random) -> list[Window]:
    """All windows of an epoch, each document started at another sentence, in shuffled order."""
    found = [w for d in documents for w in windows(d, vocabulary, dice.randint(0, 4))]
    dice.shuffle(found)
    return found
