"""The whole attributor on sentences of our own."""

import pytest

from averment.attribute.attribution import Attribution
from averment.attribute.rules import RuleAttributor
from averment.parse.spacy_parser import SpacyParser
from averment.records import Act, Article, Quoted, Span

pytestmark = pytest.mark.model
PARSER = SpacyParser()


def attributions(text: str) -> list[Attribution]:
    """The attributions of a text whose lines are paragraphs."""
    body, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            body.append(Span(at, at + len(line)))
        at += len(line) + 1
    return RuleAttributor().attribute(next(PARSER.parse([Article("x", "x", text, body=tuple(body))])))


def only(text: str) -> Attribution:
    """The one attribution that is not inside another."""
    (found,) = [a for a in attributions(text) if a.parent is None]
    return found


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(span.of(text) for span in spans)


def test_that_clause() -> None:
    text = "The foreign ministry of Ruritania said on Monday that its servers were offline."
    found = only(text)
    assert words(text, found.source) == "The foreign ministry of Ruritania"
    assert words(text, found.cue) == "said"
    assert words(text, found.content) == "that its servers were offline"
    assert (found.act, found.quoted) == (Act.ASSERT, Quoted.INDIRECT)


def test_quotation_before_its_speaker() -> None:
    text = '"We will rebuild the network," the minister said.'
    found = only(text)
    assert words(text, found.source) == "the minister"
    assert words(text, found.content) == '"We will rebuild the network,"'
    assert (found.act, found.quoted) == (Act.PROMISE, Quoted.DIRECT)


def test_text_without_tokens() -> None:
    assert attributions("") == []
