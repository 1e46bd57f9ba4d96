"""Word pieces of a text for an uncased BERT vocabulary, with their characters and their letter case.

The algorithm is BERT's (Devlin and others 2019): split at white space and punctuation, lower-case, drop accents, then
take the longest piece of the vocabulary again and again.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
LONGEST_WORD = 100  # characters; BERT calls longer words unknown


class Case(IntEnum):
    """The letter case of the word that a piece belongs to; an uncased vocabulary loses it."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    NONE = 4


class Quote(IntEnum):
    """Where a piece stands to the quotation marks of its paragraph."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece: its number in the vocabulary, its characters, whether it opens a word, and the word's case."""

    number: int
    begin: int
    end: int
    opens: bool
    case: Case


class Vocabulary:
    """An uncased BERT vocabulary: one piece a line, its number is the line's."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._numbers = {line.rstrip("\n"): number for number, line in enumerate(lines)}
        self.unknown = self._numbers["[UNK]"]
        self.start = self._numbers["[CLS]"]
        self.separator = self._numbers["[SEP]"]
        self.padding = self._numbers["[PAD]"]
        self._pieces = lru_cache(maxsize=50_000)(self._split)

    def pieces(self, text: str, begin: int = 0, end: int | None = None) -> list[Piece]:
        """The pieces of ``text`` from ``begin`` to ``end``; offsets are code points into ``text``."""
        found: list[Piece] = []
        for match in _WORD.finditer(text, begin, len(text) if end is None else end):
            word, at = match[0], match.start()
            case = case_of(word)
            for number, first, last in self._pieces(word):
                found.append(Piece(number, at + first, at + last, first == 0, case))
        return found

    def _split(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """(number, begin, end) of each piece of a word, or of the whole word as unknown."""
        letters, places = _plain_letters(word)
        if not letters or len(letters) > LONGEST_WORD:
            return ((self.unknown, 0, len(word)),)
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(letters):
            for stop in range(len(letters), start, -1):
                number = self._numbers.get(("##" if start else "") + letters[start:stop])
                if number is not None:
                    break
            else:
                return ((self.unknown, 0, len(word)),)
            found.append((number, places[start], places[stop] if stop < len(letters) else len(word)))
            start = stop
        return tuple(found)


def case_of(word: str) -> Case:
    """The letter case of a word."""
    if not any(c.isalpha() for c in word):
        return Case.NONE
    if word.islower():
        return Case.LOWER
    if word.isupper():
        return Case.UPPER if len(word) > 1 else Case.TITLE
    return Case.TITLE if word.istitle() else Case.MIXED


def quotes(text: str, pieces: list[Piece]) -> list[Quote]:
    """Each piece's place to the quotation marks, taken as opening and closing in turn."""
    found: list[Quote] = []
    inside = False
    for piece in pieces:
        if text[piece.begin : piece.end] == '"':
            inside = not inside
            found.append(Quote.MARK)
        else:
            found.append(Quote.INSIDE if inside else Quote.OUTSIDE)
    return found


def _plain_letters(word: str) -> tuple[str, list[int]]:
    """The word lower-cased and without accents, and where each letter stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(word):
        for letter in unicodedata.normalize("NFD", char.lower()):
            if unicodedata.category(letter) != "Mn":
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
