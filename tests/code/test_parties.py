"""From probabilities of words to the parties of a side, and from logarithms to an event's type and status."""

from datetime import date

import numpy as np
import pytest

from averment.code.encoded import ACTOR, RECIPIENT, Told, Trigger
from averment.code.frames import Frames
from averment.code.parties import Parties
from averment.code.sides import Sides
from averment.models.kinds import KINDS
from averment.parse.spacy_parser import SpacyParser
from averment.read import read_text
from averment.records import Stance, Status
from averment.resolve.rules import RuleResolver

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def side():
    """Text, trigger word, and the words taken for a side with their probability -> that side's heads and phrases."""
    parser, resolver = SpacyParser(), RuleResolver()

    def find(text, trigger, likely, ruled=(), number=ACTOR):
        article = read_text(text, published=date(2022, 9, 10))
        (parsed,) = parser.parse([article])
        resolution = resolver.resolve(article, parsed, [])
        row = [0.0] * len(parsed.tokens)
        for words, chance in likely.items():
            begin = text.index(words)
            for token in parsed.tokens:
                if begin <= token.begin < begin + len(words):
                    row[token.i] = chance
        rows = [tuple([0.0] * len(row))] * 3
        rows[number] = tuple(row)
        word = next(t for t in parsed.tokens if t.text == trigger)
        parties = Parties(parsed, Sides(resolution, Frames()))
        named = [t for t in parsed.tokens if t.text in ruled]
        ruled = (named, ()) if number == ACTOR else ((), named)
        found = parties.sides(Trigger((word,), 0.9, 0, tuple(rows)), ruled)[number]
        return [t.text for t in found.heads], {t: s.of(text) for t, s in zip(
            [parsed.tokens[i].text for i in found.phrases], found.phrases.values(), strict=True)}  # fmt: skip

    return find


def test_a_likely_phrase_is_the_party_of_its_head(side):
    heads, phrases = side("The Estonian foreign ministry expelled two diplomats.", "expelled",
                          {"The Estonian foreign ministry": 0.9})  # fmt: skip
    assert (heads, phrases) == (["ministry"], {})


def test_coordinated_members_are_apart(side):
    heads, _ = side("Chad, Mali and Niger condemned France.", "condemned", {"Chad, Mali and Niger": 0.9})
    assert heads == ["Chad", "Mali", "Niger"]


def test_runs_with_a_short_gap_are_one_phrase(side):
    text = "The deputy foreign minister of Chad condemned France."
    likely = {"The deputy": 0.8, "foreign": 0.3, "minister of Chad": 0.8}
    assert side(text, "condemned", likely)[0] == ["minister"]


def test_a_thing_of_nobody_keeps_its_words(side):
    heads, phrases = side("Russia bombed a bridge near a river.", "bombed",
                          {"a bridge near a river": 0.9}, number=RECIPIENT)  # fmt: skip
    assert (heads, phrases) == (["bridge"], {"bridge": "a bridge near a river"})


def test_somebodys_thing_is_its_owners_with_its_own_words(side):
    heads, phrases = side("China rejected the proposal of Japan.", "rejected",
                          {"the proposal of Japan": 0.9}, number=RECIPIENT)  # fmt: skip
    assert (heads, phrases) == (["Japan"], {"Japan": "the proposal of Japan"})


def test_where_the_rules_name_a_side_they_are_followed(side):
    text = "Chad told Niger that Mali condemned France."
    assert side(text, "condemned", {"Chad": 0.9, "Mali": 0.3}, ruled=["Mali"])[0] == ["Mali"]


def test_unless_the_encoder_is_sure_of_another(side):
    text = "Chad told Niger that Mali condemned France."
    assert side(text, "condemned", {"Chad": 0.9, "Mali": 0.01}, ruled=["Mali"])[0] == ["Chad"]
    assert side(text, "condemned", {"Mali": 0.01}, ruled=["Mali"])[0] == ["Mali"]


def test_members_that_the_rules_overlook_are_added(side):
    text = "Chad and Mali condemned France."
    assert side(text, "condemned", {"Chad and Mali": 0.9}, ruled=["Chad"])[0] == ["Chad", "Mali"]


def test_a_side_may_stand_in_another_sentence(side):
    text = "Chad spoke on Monday. It was a threat of war."
    assert side(text, "threat", {"Chad": 0.8})[0] == ["Chad"]


def told(**kinds):
    """What an encoder says that is sure of some kinds, by TYPE or TYPE_mode."""
    logs = np.full(len(KINDS), -9.0)
    for name, log in kinds.items():
        kind, _, mode = name.partition("_")
        logs[next(n for n, k in enumerate(KINDS) if k[:2] == (kind, mode or None))] = log
    return Told(logs, np.log([0.5, 0.3, 0.1, 0.05, 0.05]), np.log([0.6, 0.2, 0.1, 0.1]))


def test_the_modes_of_a_type_add_up():
    kind, chance = told(COERCE_arrest=-1.0, COERCE_seize=-1.1, AID=-0.8).best_kind()
    assert (kind.type, kind.mode) == ("COERCE", "arrest")
    assert chance == pytest.approx(0.61, abs=0.01)


def test_what_the_rules_say_may_turn_the_balance():
    aid = next(n for n, kind in enumerate(KINDS) if kind.type == "AID")
    assert told(REQUEST_change=-0.5, AID=-1.0).best_kind({aid: 1.0})[0].type == "AID"


def test_status_and_stance_weigh_what_the_rules_say():
    said = told(AID=0.0)
    assert said.best_status(Status.FACTUAL, 0.0) is Status.FACTUAL
    assert said.best_status(Status.NEGATED, 1.0) is Status.NEGATED
    assert said.best_stance(Stance.DENIED, 0.5) is Stance.ASSERTED
