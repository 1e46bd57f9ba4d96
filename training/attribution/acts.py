"""Our own corpora: sentences with one marked statement each, and reports with all of them, with their speech acts."""

import json
import random
from collections.abc import Iterable
from pathlib import Path

from corpora.check import Line
from corpora.check import read as read_corpus

from averment.evaluate.marked import MarkedReport, read_report
from averment.models.heads import ACTS
from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, Bounds, Read, Window, pieces, windows
from averment.records import Act
from training.attribution.corpus import BEGIN, INSIDE, NOWHERE, OUT, Document, Link, Sample, Tags

PARTS = {"cue": "c", "source": "s", "content": "t"}  # of a link, and how the corpora mark them


def lines(folder: Path, pattern: str) -> list[Line]:
    """The sound lines of the corpus files that match."""
    return [
        line for file in sorted(folder.glob(pattern)) for line in read_corpus(file, "acts") if isinstance(line, Line)
    ]


def sample(some: list[Line], vocabulary: Vocabulary) -> Sample:
    """Sentences as the paragraphs of one window."""
    text, bounds, starts = "", [], []
    for number, line in enumerate(some):
        starts.append(len(text))
        bounds.append(Bounds(number, len(text), len(text) + len(line.text)))
        text += line.text + "\n"
    reads = pieces(text, bounds, vocabulary)
    window = windows(bounds, reads, vocabulary, longest=10_000)[0]
    at = {place: k for k, place in enumerate(window.places) if place != SEPARATING}
    links = []
    for number, (line, start) in enumerate(zip(some, starts, strict=True)):
        mine = [(at[p], r.piece.begin - start) for p, r in enumerate(reads) if r.sentence == number]
        parts = (
            tuple(k for k, begin in mine if any(b <= begin < e for b, e in line.parts.get(mark, ())))
            for mark in PARTS.values()
        )
        links.append(Link(*parts, ACTS.index(Act(line.labels["act"]))))
    return Sample(window, tags(window, links), links, complete=False)


def tags(window: Window, links: list[Link]) -> list[Tags]:
    """The tags of a window's pieces; a run of a part's pieces is a fragment."""
    found = [list(NOWHERE) if place == SEPARATING else [OUT] * 3 for place in window.places]
    _tag(found, links)
    return [tuple(row) for row in found]


def _tag(found: list[list[int]], links: list[Link]) -> None:
    for link in links:
        for role, part in enumerate((link.source, link.cue, link.content)):
            for place in part:
                found[place][role] = INSIDE if place - 1 in part else BEGIN


def packed(some: list[Line], vocabulary: Vocabulary, dice: random.Random, most: int = 4) -> list[Sample]:
    """The lines in shuffled order, one to ``most`` of them a window."""
    order, found = dice.sample(some, len(some)), []
    while order:
        n = dice.randint(1, most)
        found.append(sample(order[:n], vocabulary))
        order = order[n:]
    return found


def reports(folder: Path, sentences: Path, vocabulary: Vocabulary) -> list[Document]:
    """The reports of a folder with the sentence bounds that the parser found (``sentences``: JSON lines)."""
    with sentences.open(encoding="utf-8") as rows:
        bounds = {row["doc"]: [Bounds(*some) for some in row["sentences"]] for row in map(json.loads, rows)}
    return [
        _report(read_report(file), bounds[file.stem], vocabulary)
        for file in sorted(folder.glob("*.txt"))
        if file.stem in bounds
    ]


def _report(marked: MarkedReport, bounds: list[Bounds], vocabulary: Vocabulary) -> Document:
    """A report: its tags are those of statements that stand in no other, since a piece has one tag a role."""
    reads = pieces(marked.text, bounds, vocabulary)
    links = []
    for statement in marked.statements:
        parts = (_places(reads, statement.parts.get(mark, ())) for mark in PARTS.values())
        links.append((statement.parent, Link(*parts, ACTS.index(Act(statement.act)))))
    found = [[OUT] * 3 for _ in reads]
    _tag(found, [link for parent, link in links if parent is None])
    every = [link for _, link in links if link.cue]
    return Document(marked.doc, bounds, reads, [tuple(row) for row in found], every)


def _places(reads: list[Read], spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(k for k, read in enumerate(reads) if any(b <= read.piece.begin < e for b, e in spans))
