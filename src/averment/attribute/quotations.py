"""Quotations: what stands between quotation marks, also where a mark is missing."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from averment.parse.tree import Parsed, Token

_OPENING = frozenset("“„«‟‘")
_CLOSING = frozenset("”»’")
_BRACKETS = frozenset("([{-–—/")
SCARE_WORDS = 3  # quotations of so few words are words in quotes, not speech by themselves


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``begin`` to ``end`` (indices, end exclusive, marks included); which marks are there."""

    begin: int
    end: int
    opened: bool
    closed: bool

    @property
    def words(self) -> int:
        """How many tokens stand between the marks."""
        return self.end - self.begin - self.opened - self.closed

    def holds(self, token: Token) -> bool:
        """Whether the token stands inside."""
        return self.begin <= token.i < self.end


class Quotations:
    """The quotations of an article in text order, none inside another."""

    def __init__(self, found: list[Quotation]) -> None:
        """Hold quotations that are in text order and disjoint."""
        self.all = found
        self._begins = [quotation.begin for quotation in found]

    def at(self, i: int) -> Quotation | None:
        """The quotation that token ``i`` stands in."""
        k = bisect_right(self._begins, i) - 1
        return self.all[k] if k >= 0 and i < self.all[k].end else None

    def within(self, begin: int, end: int) -> list[Quotation]:
        """The quotations that share a token with tokens ``begin`` to ``end``."""
        k = bisect_right(self._begins, begin) - 1
        if k < 0 or self.all[k].end <= begin:
            k += 1
        last = bisect_right(self._begins, end - 1)
        return self.all[k:last]


def find_quotations(parsed: Parsed) -> Quotations:
    """Pair the quotation marks of each paragraph; a missing mark is made up for by the paragraph or sentence bound."""
    found: list[Quotation] = []
    for begin, end in _paragraphs(parsed):
        found += _pair(parsed, begin, end)
    return Quotations(found)


def _paragraphs(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each paragraph."""
    begin, number = 0, parsed.sentences[0].paragraph if parsed.sentences else 0
    for sentence in parsed.sentences:
        if sentence.paragraph != number:
            yield begin, sentence.begin
            begin, number = sentence.begin, sentence.paragraph
    if parsed.tokens:
        yield begin, len(parsed.tokens)


def _pair(parsed: Parsed, begin: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    last = begin
    for token in parsed.tokens[begin:end]:
        if token.text != '"':
            continue
        side = _side(parsed.text, token)
        if opened is None and side == "close":
            start = max(last, parsed.sentence_of(token).begin)
            if token.i - start > SCARE_WORDS:
                yield Quotation(start, token.i + 1, opened=False, closed=True)
                last = token.i + 1
        elif opened is None:
            opened = token.i
        elif side == "open" and token.i - opened > 1:
            stop = parsed.sentence_of(parsed.tokens[token.i - 1]).end
            yield Quotation(opened, min(stop, token.i), opened=True, closed=False)
            opened = last = token.i
        else:
            yield Quotation(opened, token.i + 1, opened=True, closed=True)
            opened, last = None, token.i + 1
    if opened is not None and end - opened > 1:
        yield Quotation(opened, end, opened=True, closed=False)


def _side(text: str, token: Token) -> str:
    """Whether a mark opens or closes, by its shape and the spaces around it; empty if neither tells."""
    mark = text[token.begin : token.begin + 1]
    if mark in _OPENING:
        return "open"
    if mark in _CLOSING:
        return "close"
    before = text[token.begin - 1 : token.begin]
    after = text[token.end : token.end + 1]
    free_before = not before or before.isspace() or before in _BRACKETS
    free_after = not after or after.isspace()
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    return ""
