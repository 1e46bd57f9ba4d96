"""Article -> sentences, tokens, lemmas, dependencies and names, behind a small protocol."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from averment.parse.tree import Name, Parsed, Sentence, Token
from averment.records import Article


class Parser(Protocol):
    """Anything that turns articles into parsed articles, in order."""

    def parse(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """Yield one ``Parsed`` for each article."""
        ...


__all__ = ["Name", "Parsed", "Parser", "Sentence", "Token"]
