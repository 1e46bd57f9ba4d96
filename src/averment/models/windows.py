"""Windows of word pieces: whole sentences packed together, as the tagger was trained to read them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from averment.models.pieces import Case, Piece, Quote, Vocabulary, quotes
from averment.parse.plain import plain
from averment.parse.tree import Parsed

LONGEST = 130  # pieces a window; 250 were no better, and slower
SEPARATING = -1  # the place of a piece that stands for no text


@dataclass(slots=True)
class Window:
    """Pieces in a row: their numbers, letter cases and quotation states, and for each its place in the article's."""

    numbers: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.numbers)

    def add(self, number: int, case: int = Case.NONE, quote: int = Quote.OUTSIDE, place: int = SEPARATING) -> None:
        """Append a piece; one without a place is a start or a separator."""
        self.numbers.append(number)
        self.cases.append(case)
        self.quotes.append(quote)
        self.places.append(place)


@dataclass(frozen=True, slots=True)
class Read:
    """A piece of an article with its quotation state and its sentence's number; offsets are the article's."""

    piece: Piece
    quote: Quote
    sentence: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A sentence: the number of its paragraph and its characters."""

    paragraph: int
    begin: int
    end: int


def bounds(parsed: Parsed) -> list[Bounds]:
    """The sentences of a parsed article."""
    tokens = parsed.tokens
    return [Bounds(s.paragraph, tokens[s.begin].begin, tokens[s.end - 1].end) for s in parsed.sentences]


def pieces(text: str, sentences: Sequence[Bounds], vocabulary: Vocabulary) -> list[Read]:
    """The word pieces of an article's sentences, in text order; what stands between two sentences is left out."""
    found: list[Read] = []
    for _, group in groupby(enumerate(sentences), key=lambda numbered: numbered[1].paragraph):
        found += _paragraph(text, list(group), vocabulary)
    return found


def _paragraph(text: str, sentences: Sequence[tuple[int, Bounds]], vocabulary: Vocabulary) -> list[Read]:
    """The pieces of a paragraph's numbered sentences."""
    offset = sentences[0][1].begin
    made = plain(text[offset : sentences[-1][1].end])
    cut = vocabulary.pieces(made.text)
    found: list[Read] = []
    k = 0
    for piece, quote in zip(cut, quotes(made.text, cut), strict=True):
        begin, end = offset + made.begin(piece.begin), offset + made.end(piece.end)
        while k < len(sentences) and sentences[k][1].end <= begin:
            k += 1
        if k < len(sentences) and sentences[k][1].begin <= begin:
            found.append(Read(Piece(piece.number, begin, end, piece.opens, piece.case), quote, sentences[k][0]))
    return found


def windows(
    sentences: Sequence[Bounds], reads: Sequence[Read], vocabulary: Vocabulary, longest: int = LONGEST, first: int = 0
) -> list[Window]:
    """The article's pieces in windows, the first of them ended after ``first`` sentences if that is not 0.

    A separator stands between paragraphs; a sentence longer than two windows is cut.
    """
    found: list[Window] = []
    window = _opened(vocabulary)
    paragraph: int | None = None

    def close() -> Window:
        window.add(vocabulary.separator)
        found.append(window)
        return _opened(vocabulary)

    for count, (begin, end) in enumerate(_by_sentence(reads)):
        full = len(window) + end - begin + 2 > longest or (count == first and first > 0)
        if full and len(window) > 1:
            window, paragraph = close(), None
        here = sentences[reads[begin].sentence].paragraph
        if paragraph is not None and here != paragraph:
            window.add(vocabulary.separator)
        paragraph = here
        for place in range(begin, end):
            if len(window) >= 2 * longest:
                window = close()
            read = reads[place]
            window.add(read.piece.number, read.piece.case, read.quote, place)
    if len(window) > 1:
        close()
    return found


def _opened(vocabulary: Vocabulary) -> Window:
    window = Window()
    window.add(vocabulary.start)
    return window


def _by_sentence(reads: Sequence[Read]) -> list[tuple[int, int]]:
    """First and last (exclusive) place of the pieces of each sentence."""
    begun = [i for i, read in enumerate(reads) if i == 0 or read.sentence != reads[i - 1].sentence]
    return list(pairwise([*begun, len(reads)]))
