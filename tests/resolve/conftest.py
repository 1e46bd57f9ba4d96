"""A resolved text that tests ask about by its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from averment.attribute.rules import RuleAttributor
from averment.parse.spacy_parser import SpacyParser
from averment.parse.tree import Parsed
from averment.records import Article, Entity, Mention, Span
from averment.resolve import Resolution
from averment.resolve.rules import RuleResolver

PARSER = SpacyParser()


@dataclass(frozen=True)
class Resolved:
    """A text with its resolution."""

    parsed: Parsed
    resolution: Resolution

    def mention(self, word: str, nth: int = 0) -> Mention | None:
        """The mention on the nth token that reads ``word``."""
        token = [t for t in self.parsed.tokens if t.text == word][nth]
        return self.resolution.mention(token)

    def entity(self, word: str, nth: int = 0) -> Entity | None:
        """The entity that the nth token that reads ``word`` stands for."""
        found = self.mention(word, nth)
        return self.resolution.entities[found.entity] if found else None

    def id(self, word: str, nth: int = 0) -> str | None:
        """The id of that entity."""
        found = self.entity(word, nth)
        return found.id if found else None

    def country(self, word: str, nth: int = 0) -> str | None:
        """The country of that entity."""
        found = self.entity(word, nth)
        return found.country if found else None

    def words(self, word: str, nth: int = 0) -> str:
        """The words of that mention."""
        found = self.mention(word, nth)
        assert found is not None, f"{word!r} has no mention"
        return found.span.of(self.parsed.text)

    def dates(self) -> dict[str, tuple[str, str]]:
        """First and last day under the words of each date expression."""
        return {
            m.when.span.of(self.parsed.text): (m.when.start.isoformat(), m.when.end.isoformat())
            for m in self.resolution.dates
            if m.when.span
        }


def read(text: str, published: date | None = date(2022, 9, 9)) -> Resolved:
    """Parse, attribute and resolve ``text``, whose lines are paragraphs."""
    body, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            body.append(Span(at, at + len(line)))
        at += len(line) + 1
    article = Article("a", "test", text, body=tuple(body), published=published)
    parsed = next(PARSER.parse([article]))
    return Resolved(parsed, RuleResolver().resolve(article, parsed, RuleAttributor().attribute(parsed)))


@pytest.fixture(scope="session")
def resolved() -> Callable[..., Resolved]:
    """The function that resolves a text."""
    return read
