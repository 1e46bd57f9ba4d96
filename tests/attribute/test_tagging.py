"""The trained attributor end to end; skipped where its weights are not installed."""

from collections.abc import Callable

import pytest

from averment.attribute.attribution import Attribution
from averment.attribute.tagging import ModelAttributor
from averment.parse.tree import Parsed
from averment.records import Act, Article, Span

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(ModelAttributor().lacking is not None, reason=f"the tagger lacks: {ModelAttributor().lacking}"),
]


@pytest.fixture(scope="module")
def attributed() -> Callable[[str], tuple[Parsed, list[Attribution]]]:
    """Text of one paragraph -> its parse and attributions."""
    from averment.parse.spacy_parser import SpacyParser

    parser, attributor = SpacyParser(), ModelAttributor()

    def attribute(text: str) -> tuple[Parsed, list[Attribution]]:
        (parsed,) = parser.parse([Article("x", "x", text, body=(Span(0, len(text)),))])
        return parsed, attributor.attribute(parsed)

    return attribute


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(span.of(text) for span in spans)


def test_a_plain_report(attributed: Callable[[str], tuple[Parsed, list[Attribution]]]) -> None:
    text = "The Ruritanian envoy said that the blackout in March had been caused by saboteurs."
    _, (found,) = attributed(text)
    assert words(text, found.source) == "The Ruritanian envoy"
    assert words(text, found.content) == "that the blackout in March had been caused by saboteurs"
    assert found.cue_head.text == "said" and found.source_head is not None and found.source_head.text == "envoy"
    assert found.confidence > 0.8


def test_a_cut_quotation_is_one_content(attributed: Callable[[str], tuple[Parsed, list[Attribution]]]) -> None:
    text = '"We had no part in it," the minister told reporters on Monday, "and we never will."'
    _, (found,) = attributed(text)
    assert words(text, found.content) == '"We had no part in it," | "and we never will."'


def test_the_act_is_the_rules(attributed: Callable[[str], tuple[Parsed, list[Attribution]]]) -> None:
    _, found = attributed("Ruritania's foreign ministry rejected the allegations as baseless.")
    assert [a.act for a in found] in ([Act.DENY], [Act.REJECT])


def test_a_statement_inside_another_has_its_parent(
    attributed: Callable[[str], tuple[Parsed, list[Attribution]]],
) -> None:
    text = "The spokesman said that the defence ministry considers the sanctions an act of war."
    _, found = attributed(text)
    inner = next(a for a in found if a.cue_head.text == "considers")
    assert inner.parent is not None and found[inner.parent].cue_head.text == "said"


@pytest.mark.parametrize(
    "text",
    [
        '"' * 40,
        "“Never “ever” said",
        "word " * 5000,
        "😀 said 😀",
        "Он said 他 that ว่า.",
        "said\u200b that\u00ad it is so",
    ],
)
def test_hostile_text_crashes_nothing_and_spans_stay_inside(
    attributed: Callable[[str], tuple[Parsed, list[Attribution]]], text: str
) -> None:
    parsed, found = attributed(text)
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.begin < span.end <= len(parsed.text)


def test_what_somebody_does_is_no_statement(attributed: Callable[[str], tuple[Parsed, list[Attribution]]]) -> None:
    _, found = attributed(
        "Ruritania recalled its envoy from Zenda. The treasury designated the ministry and ten people."
    )
    assert found == []


def test_a_statement_without_a_source(attributed: Callable[[str], tuple[Parsed, list[Attribution]]]) -> None:
    text = "It was reported on Monday that the envoy had left the capital."
    _, (found,) = attributed(text)
    assert found.source == () and "the envoy had left the capital" in words(text, found.content)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy said that his country had nothing to do with the outage.", Act.DENY),
        ("The ministry said it would not comment on the outage.", Act.DECLINE),
        ("The general said that whoever had ordered the raid would pay for it dearly.", Act.THREATEN),
        ("Ruritania denied the charge.", Act.DENY),
        ("The minister said that the talks had lasted an hour.", Act.ASSERT),
    ],
)
def test_the_act_stands_in_the_content_or_in_the_cue(
    attributed: Callable[[str], tuple[Parsed, list[Attribution]]], text: str, act: Act
) -> None:
    _, found = attributed(text)
    assert [a.act for a in found] == [act]
