"""A parsed article: tokens, sentences and names, free of the library that made them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from averment.records import Span


class Token:
    """A word in its dependency tree.

    ``i`` counts over the whole article; ``begin`` and ``end`` are code points into ``Article.text``; ``pos`` is the
    universal part of speech, ``tag`` Penn's, ``dep`` the ClearNLP label that spaCy's English models use; ``ent`` is the
    label of the name that the token belongs to, or an empty string. The root's ``head`` is itself.
    """

    __slots__ = (
        "begin", "children", "dep", "end", "ent", "head", "i", "left", "lemma", "lower", "pos", "right", "sentence",
        "tag", "text",
    )  # fmt: skip

    def __init__(self, i: int, begin: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str) -> None:
        self.i = i
        self.begin = begin
        self.end = begin + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma.lower()
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.ent = ent
        self.head = self
        self.children: list[Token] = []
        self.sentence = 0
        self.left = i  # index of the leftmost token of the subtree
        self.right = i  # index of the rightmost token of the subtree

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.dep}<-{self.head.text!r})"

    @property
    def span(self) -> Span:
        """The token's own span."""
        return Span(self.begin, self.end)

    def child(self, *deps: str) -> "Token | None":
        """The first child with one of the labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def each(self, *deps: str) -> list["Token"]:
        """All children with one of the labels, in order."""
        return [c for c in self.children if c.dep in deps]

    def subtree(self) -> list["Token"]:
        """The token and all that depend on it, in text order."""
        found, queue = [], [self]
        while queue:
            token = queue.pop()
            found.append(token)
            queue.extend(token.children)
        return sorted(found, key=_position)

    def ancestors(self) -> Iterator["Token"]:
        """The chain of heads, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_inside(self, other: "Token") -> bool:
        """Whether this token is ``other`` or depends on it, directly or not."""
        return self is other or any(above is other for above in self.ancestors())

    def conjuncts(self) -> list["Token"]:
        """The members of the coordination that this token opens, itself first."""
        found, last = [self], self
        while (following := last.child("conj")) is not None:
            found.append(following)
            last = following
        return found


def _position(token: Token) -> int:
    return token.i


@dataclass(slots=True)
class Sentence:
    """Tokens ``begin`` to ``end`` (indices, end exclusive) of paragraph number ``paragraph``."""

    begin: int
    end: int
    paragraph: int
    root: Token


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the parser found: tokens ``begin`` to ``end`` (indices, end exclusive), label as in OntoNotes."""

    begin: int
    end: int
    label: str


@dataclass
class Parsed:
    """An article's tokens, sentences and names, in text order; ``paragraphs`` are the spans that were parsed."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    paragraphs: tuple[Span, ...] = ()

    @cached_property
    def _sentence_begins(self) -> list[int]:
        return [self.tokens[sentence.begin].begin for sentence in self.sentences]

    def sentences_in(self, span: Span) -> range:
        """The numbers of the sentences that a span touches."""
        first = bisect_right(self._sentence_begins, span.begin) - 1
        return range(max(first, 0), bisect_left(self._sentence_begins, span.end))

    def words(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.begin : sentence.end]

    def span(self, begin: int, end: int) -> Span:
        """The text span of tokens ``begin`` to ``end`` (indices, end exclusive)."""
        return Span(self.tokens[begin].begin, self.tokens[end - 1].end)

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[token.sentence]
