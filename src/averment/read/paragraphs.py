"""A text's paragraphs: its lines, or, where lines are cut at some width, the blocks between blank lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from averment.records import Span

_ITEM = re.compile(r"(?:[*•·▪◦‣●○■+–-]|\(?\d{1,3}\\?[.)]|\([a-z]\))[ \t\u00a0]+(?=\S)")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_CLOSED = re.compile(r"[.!?…。][\"'”’»)\]*_]*$")
_UNDERLINE = re.compile(r"(?:-{3,}|={3,})$")
_WIDEST = 90  # no editor or mail program cuts lines beyond this width
_NARROWEST = 55  # half of the lines of cut text are longer; lists, headlines and short messages are not
_RUN_ON = (
    0.3  # share of lines that go on in lower case: over .6 in nine of ten cut texts, under .2 in nearly all others
)
_FULL, _RAGGED = 0.5, 4  # most lines have no room for the next word; the width is known to some characters
_SHORT = 0.7  # a line that ends a sentence and leaves the rest of the width free ends its paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: where it stands, its words on one line, and what its marks say of it."""

    begin: int
    end: int
    text: str
    is_item: bool = False
    is_heading: bool = False
    follows_blank: bool = True

    @property
    def span(self) -> Span:
        """The paragraph's span."""
        return Span(self.begin, self.end)

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _CLOSED.search(self.text) is not None

    def after(self, count: int) -> "Paragraph":
        """The paragraph without its first ``count`` characters and the white space behind them."""
        rest = self.text[count:].lstrip()
        return replace(self, begin=self.end - len(rest), text=rest)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order, without white space around them; the marks of list items are left out.

    A line that is underlined or begins with ``#`` is a heading.
    """
    lines = _without_underlines(list(_lines(text)))
    if _is_cut(lines):
        lines = list(_joined(text, lines))
    return [_unmarked(line) for line in lines]


def _lines(text: str) -> Iterator[Paragraph]:
    """The lines that are not blank."""
    at, blank = 0, True
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            begin = at + len(line) - len(line.lstrip())
            yield Paragraph(begin, begin + len(words), words, follows_blank=blank)
        blank = not words
        at += len(line)


def _without_underlines(lines: list[Paragraph]) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for line in lines:
        if kept and not line.follows_blank and _UNDERLINE.match(line.text):
            kept[-1] = replace(kept[-1], is_heading=True)
        else:
            kept.append(line)
    return kept


def _is_cut(lines: list[Paragraph]) -> bool:
    """Whether the lines are cut at some width, so that sentences run over them."""
    pairs = [(line, then) for line, then in pairwise(lines) if not then.follows_blank]
    if len(pairs) < 2:
        return False
    widths = sorted(len(line.text) for line, _ in pairs)
    run_on = sum(then.text[0].islower() for _, then in pairs)
    wide, half = widths[len(widths) * 19 // 20], widths[len(widths) // 2]
    full = sum(len(line.text) + 1 + len(then.text.split(maxsplit=1)[0]) > wide - _RAGGED for line, then in pairs)
    return wide <= _WIDEST and half >= _NARROWEST and run_on >= _RUN_ON * len(pairs) and full >= _FULL * len(pairs)


def _joined(text: str, lines: list[Paragraph]) -> Iterator[Paragraph]:
    """Blocks of lines that belong together, each line break in their words made a space."""
    width = max(len(line.text) for line in lines if len(line.text) <= _WIDEST)
    block = [lines[0]]
    for line in lines[1:]:
        if line.follows_blank or line.is_heading or _ends_paragraph(block[-1], width) or _ITEM.match(line.text):
            yield _joint(text, block)
            block = []
        block.append(line)
    yield _joint(text, block)


def _joint(text: str, block: list[Paragraph]) -> Paragraph:
    begin, end = block[0].begin, block[-1].end
    words = text[begin:end].replace("\n", " ").replace("\r", " ")
    return replace(block[0], end=end, text=words)


def _ends_paragraph(line: Paragraph, width: int) -> bool:
    return line.is_heading or (line.is_closed and len(line.text) < _SHORT * width)


def _unmarked(line: Paragraph) -> Paragraph:
    """The paragraph without the mark of a list item or a heading before it."""
    if mark := _HASHES.match(line.text):
        return replace(line.after(mark.end()), is_heading=True)
    if mark := _ITEM.match(line.text):
        return replace(line.after(mark.end()), is_item=True)
    return line
