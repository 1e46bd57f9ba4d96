"""The parts of a report's text: title, body, and what is neither."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from averment.read.dateline import read_stamp, without_dateline
from averment.read.furniture import Furniture, furniture
from averment.read.paragraphs import Paragraph, paragraphs
from averment.records import Span

_TITLE_WORDS, _TITLE_LENGTH = 25, 200
_QUESTION_WORDS = 15  # a longer first line that asks or exclaims is text
_HEADING_WORDS, _HEADING_LENGTH = 10, 80
_LINK_WORDS = 25
_KICKER_WORDS = 2  # "World", "Middle East": a section's name above the title
_DECK_WORDS = 6  # a line of this length under the title sums the report up
_MOST_HEADINGS = 2  # a heading and its subheading; a longer run of short lines is a list without marks
_HEAD = 6  # bylines and dates stand among the first paragraphs
_DATELINES = 3  # a summary may stand above the paragraph with the dateline
_SAME_TITLE = 0.6  # share of words that a first line has in common with a title that metadata gives
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|you|this|these|that|those|there)\b", re.IGNORECASE)
_INNER_END = re.compile(r"[.!?]\s")
_OPEN_END = re.compile(r"[,;:(–—-]$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Corp|Inc|Ltd|Co|Jr|Sr)\.$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a report's parts stand: ``body`` begins with the title if one is in the text; see ``Article``."""

    body: tuple[Span, ...]
    related: tuple[Span, ...] = ()
    title_span: Span | None = None
    published: date | None = None


def lay_out(
    text: str, *, title: str | None = None, outlet: str | None = None, headings: Collection[int] = ()
) -> Layout:
    """Tell the parts of ``text`` apart.

    ``title`` is the title where metadata gives one: the text's first line is then the title only if it says the
    same. ``headings`` are offsets of paragraphs that are marked as headings in the document itself.
    """
    parts = paragraphs(text)
    if headings:
        parts = [replace(part, is_heading=True) if part.begin in headings else part for part in parts]
    return _Reader(title, outlet, furniture()).read(parts)


class _Reader:
    """One pass over an article's paragraphs."""

    def __init__(self, title: str | None, outlet: str | None, phrases: Furniture) -> None:
        self.title = title
        self.outlet = outlet
        self.phrases = phrases
        self.title_span: Span | None = None
        self.published: date | None = None
        self.body: list[Span] = []
        self.related: list[Span] = []

    def read(self, parts: list[Paragraph]) -> Layout:
        kept = [part for part in parts if not self.phrases.is_furniture(part.text)]
        self._tell(self._behind_head(kept))
        if not self.body and self.title_span is None:  # better everything than nothing
            self.body, self.related = [part.span for part in kept or parts], []
        body = ([self.title_span] if self.title_span else []) + self.body
        return Layout(tuple(body), tuple(self.related), self.title_span, self.published)

    def _behind_head(self, parts: list[Paragraph]) -> list[Paragraph]:
        """Take the title and the lines about the report's making; the paragraphs that are left."""
        rest = [part for part in parts[:_HEAD] if not self._take_stamp(part)] + parts[_HEAD:]
        if len(rest) > 2 and _is_kicker(rest[0]) and _is_title(rest[1]) and not _is_kicker(rest[1]):
            rest = rest[1:]
        if rest and self._is_this_title(rest):
            self.title_span = rest[0].span
            return rest[1:]
        return rest

    def _take_stamp(self, part: Paragraph) -> bool:
        stamp = read_stamp(part.text)
        if stamp is not None:
            self.published = self.published or stamp.published
        return stamp is not None

    def _is_this_title(self, parts: list[Paragraph]) -> bool:
        first = parts[0]
        if self.title:
            return _says_the_same(first.text, self.title)
        return len(parts) > 1 and _is_title(first) and self.phrases.link_headline(first.text) is None

    def _tell(self, parts: list[Paragraph]) -> None:
        headings = _headings(parts, has_title=self.title_span is not None)
        in_links, count = False, 0
        for i, part in enumerate(parts):
            headline = self.phrases.link_headline(part.text)
            if headline is not None:
                in_links = self._take_link(part, headline) or in_links
            elif i in headings or (in_links and _is_headline(part)):
                self.related.append(part.span)
            else:
                in_links = False
                self._take_body(part, count)
                count += 1

    def _take_link(self, part: Paragraph, headline: int) -> bool:
        """Note the headline of a link; true if the line has none, so that a list of headlines follows."""
        if headline >= len(part.text):
            return True
        self.related.append(part.after(headline).span)
        return False

    def _take_body(self, part: Paragraph, count: int) -> None:
        if count < _DATELINES:
            part, day = without_dateline(part, is_first=count == 0)
            self.published = self.published or day
        self.body.append(part.after(self.phrases.label_end(part.text, self.outlet)).span)


def _headings(parts: list[Paragraph], *, has_title: bool) -> set[int]:
    """Which paragraphs are section headings: marked ones, and one or two short lines before an ordinary paragraph.

    In a text of short lines alone, each line is text. So is a line of some length directly under the title.
    """
    found = {i for i, part in enumerate(parts) if part.is_heading and not _is_sentence(part)}
    run: list[int] = []
    for i, part in enumerate(parts):
        if i not in found and _looks_like_heading(part) and not (i == 0 and has_title and _is_deck(part)):
            run.append(i)
            continue
        if run and len(run) <= _MOST_HEADINGS and i not in found and (part.is_closed or part.is_item):
            found.update(run)
        run = []
    return found


def _looks_like_heading(part: Paragraph) -> bool:
    text = part.text
    return (
        len(text) <= _HEADING_LENGTH
        and not (part.is_item or part.is_closed or text[0].islower())
        and len(text.split()) <= _HEADING_WORDS
        and not (_PRONOUN.match(text) or _OPEN_END.search(text))
    )


def _is_sentence(part: Paragraph) -> bool:
    """Whether a paragraph marked as a heading is text in a large letter."""
    return part.is_closed and len(part.text.split()) > _HEADING_WORDS


def _is_deck(part: Paragraph) -> bool:
    return len(part.text.split()) >= _DECK_WORDS


def _is_headline(part: Paragraph) -> bool:
    """Whether the paragraph can be a headline in a list of links."""
    text = part.text
    unclosed = not part.is_closed or text[-1] in "?!…"
    return unclosed and len(text.split()) <= _LINK_WORDS and not (_PRONOUN.match(text) or _OPEN_END.search(text))


def _is_title(part: Paragraph) -> bool:
    text = part.text
    if len(text) > _TITLE_LENGTH or part.is_item or text[0].islower() or _OPEN_END.search(text):
        return False
    words = len(text.split())
    if part.is_closed and not _ABBREVIATION.search(text):
        return text[-1] in "?!" and words <= _QUESTION_WORDS and not _INNER_END.search(text)
    return _KICKER_WORDS < words <= _TITLE_WORDS


def _is_kicker(part: Paragraph) -> bool:
    return len(part.text.split()) <= _KICKER_WORDS and not part.is_closed


def _says_the_same(line: str, title: str) -> bool:
    """Whether a line has most of its words in common with the title."""
    if len(line) > 2 * _TITLE_LENGTH:
        return False
    ours, theirs = set(_WORD.findall(line.lower())), set(_WORD.findall(title.lower()))
    return bool(ours) and len(ours & theirs) >= _SAME_TITLE * len(ours | theirs)
