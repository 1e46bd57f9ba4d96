"""The words that rows stand on, and the sentence around them, for people to read and search."""

import re
from collections.abc import Iterable, Sequence

from averment.records import Span

GAP = " … "
"""Stands between the pieces of a discontinuous quote."""

SENTENCE_REACH = 600
"""Characters kept on each side of an event's words where no sentence ends sooner (a line of 20 MB has none)."""

_BREAK = re.compile(
    r"\n"
    r"|(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No)\.)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt)\.)(?<=[.!?…])[\"'”’)\]]*\s+"
    r"(?=[\"'“‘(\[]?[A-Z0-9])"
)


def quote(text: str, spans: Iterable[Span]) -> str:
    """The words of ``spans``, in text order, a gap sign between pieces that do not touch."""
    pieces: list[str] = []
    last: Span | None = None
    for span in sorted(spans):
        if last is not None:
            pieces.append(GAP if span.begin > last.end else "")
        pieces.append(span.of(text))
        last = span
    return "".join(pieces)


def sentence(text: str, words: Sequence[Span], paragraphs: Iterable[Span]) -> Span | None:
    """The sentence that ``words`` stand in, never beyond their paragraph; None where there are no words.

    Read off the punctuation alone, so that it holds for every parser.
    """
    if not words:
        return None
    inner = Span(min(span.begin for span in words), max(span.end for span in words))
    outer = next((paragraph for paragraph in paragraphs if paragraph.covers(inner)), Span(0, len(text)))
    begin, end = max(outer.begin, inner.begin - SENTENCE_REACH), min(outer.end, inner.end + SENTENCE_REACH)
    stops = [stop.end() for stop in _BREAK.finditer(text, begin, end)]
    begin = max((stop for stop in stops if stop <= inner.begin), default=begin)
    end = min((stop for stop in stops if stop >= inner.end), default=end)
    return _stripped(text, Span(begin, end), inner)


def _stripped(text: str, span: Span, inner: Span) -> Span:
    """``span`` without the white space at its ends, but never less than ``inner``."""
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    return Span(min(begin, inner.begin), max(span.begin + len(words.rstrip()), inner.end))
