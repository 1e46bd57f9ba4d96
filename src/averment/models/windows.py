"""Windows of word pieces: whole sentences packed together, as the tagger was trained to read them."""

from dataclasses import dataclass, field
from itertools import pairwise

from averment.models.pieces import Case, Piece, Quote, Vocabulary, quotes
from averment.parse.plain import plain
from averment.parse.tree import Parsed, Sentence

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
    """A piece of an article with its quotation state and the number of its sentence; offsets are the article's."""

    piece: Piece
    quote: Quote
    sentence: int


def pieces(parsed: Parsed, vocabulary: Vocabulary) -> list[Read]:
    """The word pieces of an article's sentences, in text order."""
    found: list[Read] = []
    first = 0
    while first < len(parsed.sentences):
        last = first
        while last < len(parsed.sentences) and _same_paragraph(parsed, first, last):
            last += 1
        found += _paragraph(parsed, range(first, last), vocabulary)
        first = last
    return found


def _same_paragraph(parsed: Parsed, first: int, other: int) -> bool:
    return parsed.sentences[first].paragraph == parsed.sentences[other].paragraph


def _paragraph(parsed: Parsed, numbers: range, vocabulary: Vocabulary) -> list[Read]:
    """The pieces of a paragraph's sentences; pieces between two sentences are left out."""
    sentences = [parsed.sentences[n] for n in numbers]
    bounds = [_span(parsed, sentence) for sentence in sentences]
    offset = bounds[0][0]
    made = plain(parsed.text[offset : bounds[-1][1]])
    cut = vocabulary.pieces(made.text)
    found: list[Read] = []
    k = 0
    for piece, quote in zip(cut, quotes(made.text, cut), strict=True):
        begin, end = offset + made.begin(piece.begin), offset + made.end(piece.end)
        while k < len(bounds) and bounds[k][1] <= begin:
            k += 1
        if k < len(bounds) and bounds[k][0] <= begin:
            found.append(Read(Piece(piece.number, begin, end, piece.opens, piece.case), quote, numbers[k]))
    return found


def _span(parsed: Parsed, sentence: Sentence) -> tuple[int, int]:
    return parsed.tokens[sentence.begin].begin, parsed.tokens[sentence.end - 1].end


def windows(parsed: Parsed, reads: list[Read], vocabulary: Vocabulary, longest: int = LONGEST) -> list[Window]:
    """The article's pieces in windows; a sentence longer than two windows is cut."""
    found: list[Window] = []
    window = _opened(vocabulary)
    paragraph: int | None = None

    def close() -> Window:
        window.add(vocabulary.separator)
        found.append(window)
        return _opened(vocabulary)

    for first, last in _by_sentence(reads):
        if len(window) + last - first + 2 > longest and len(window) > 1:
            window, paragraph = close(), None
        here = parsed.sentences[reads[first].sentence].paragraph
        if paragraph is not None and here != paragraph:
            window.add(vocabulary.separator)
        paragraph = here
        for place in range(first, last):
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


def _by_sentence(reads: list[Read]) -> list[tuple[int, int]]:
    """First and last (exclusive) place of the pieces of each sentence."""
    bounds = [i for i, read in enumerate(reads) if i == 0 or read.sentence != reads[i - 1].sentence]
    return list(pairwise([*bounds, len(reads)]))
