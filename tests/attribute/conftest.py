"""Fixtures: texts parsed and attributed, and a parse without a model."""

import re
from collections.abc import Callable

import pytest

from averment.attribute.attribution import Attribution
from averment.attribute.rules import RuleAttributor
from averment.parse.tree import Parsed, Sentence, Token
from averment.records import Article, Span

WORD = re.compile(r"\w+|[^\w\s]")


class Told:
    """An attribution with its words in place of its spans."""

    def __init__(self, text: str, found: Attribution) -> None:
        def words(spans: tuple[Span, ...]) -> str:
            return " | ".join(span.of(text) for span in spans)

        self.source, self.cue, self.content = words(found.source), words(found.cue), words(found.content)
        self.act, self.quoted, self.rule = found.act.value, found.quoted.value, found.rule
        self.parent, self.confidence = found.parent, found.confidence
        self.addressee = found.addressee.text if found.addressee else None

    def __repr__(self) -> str:
        return f"<{self.source} / {self.cue} / {self.content} / {self.act}>"


@pytest.fixture(scope="session")
def told() -> Callable[[str], list[Told]]:
    """Text -> its attributions; each line of the text is a paragraph."""
    from averment.parse.spacy_parser import SpacyParser

    parser, attributor = SpacyParser(), RuleAttributor()

    def attribute(text: str) -> list[Told]:
        body = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
        (parsed,) = parser.parse([Article("x", "x", text, body=body)])
        return [Told(text, found) for found in attributor.attribute(parsed)]

    return attribute


@pytest.fixture(scope="session")
def only(told: Callable[[str], list[Told]]) -> Callable[[str], Told]:
    """Text -> its one attribution that is not inside another."""

    def one(text: str) -> Told:
        found = [a for a in told(text) if a.parent is None]
        assert len(found) == 1, found
        return found[0]

    return one


@pytest.fixture
def flat() -> Callable[[str], Parsed]:
    """Text -> tokens without a tree: lines are paragraphs, sentences end at full stops outside quotation marks."""

    def parse(text: str) -> Parsed:
        parsed = Parsed(text)
        for number, line in enumerate(re.finditer(r"[^\n]+", text)):
            begin = len(parsed.tokens)
            words = list(WORD.finditer(line[0]))
            for k, m in enumerate(words):
                word = '"' if m[0] in "“”" else m[0]
                token = Token(len(parsed.tokens), line.start() + m.start(), word, word, "X", "X", "dep", "")
                token.sentence = len(parsed.sentences)
                parsed.tokens.append(token)
                closing = k + 1 < len(words) and words[k + 1][0] in '"”'
                ends = (word in ".!?" and not closing) or (word == '"' and k and words[k - 1][0] in ".!?")
                if ends or k + 1 == len(words):
                    root = parsed.tokens[begin]
                    parsed.sentences.append(Sentence(begin, len(parsed.tokens), number, root))
                    begin = len(parsed.tokens)
        return parsed

    return parse
