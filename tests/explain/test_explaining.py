"""Explanations of rows: what was kept is told with its words, what was not kept is None."""

from dataclasses import replace

import pytest

from averment.errors import AvermentError
from averment.explain import EventExplanation, StatementExplanation, explain
from averment.ids import digest
from averment.records import Event, Mention, MentionKind, Report, Statement
from averment.report import decode, encode
from ledger.made import ALBANIA, RAMA, report, words


@pytest.fixture
def story() -> Report:
    """Two statements and two events, whose attack was found by a rule and struck the grid."""
    made = report()
    cut, attack = made.events
    rule = "verb: attack R"
    attack = replace(attack, reason=rule, quantities=("3 servers",), targets=("energy",))
    return replace(made, events=(replace(cut, reason="verb: cut ties with R"), attack))


def event(story: Report, word: str) -> EventExplanation:
    found = explain(story, digest(story.article.id, word))
    assert isinstance(found, EventExplanation)
    return found


def statement(story: Report, word: str) -> StatementExplanation:
    found = explain(story, digest(story.article.id, word))
    assert isinstance(found, StatementExplanation)
    return found


def test_an_event_is_told_with_its_sentence_trigger_rule_and_number(story):
    cut = event(story, "cut")
    assert (cut.number, cut.trigger.words, cut.reason, cut.confidence) == (1, "cut ties", "verb: cut ties with R", 0.8)
    assert cut.sentence.words == "Albania cut ties with Iran on Wednesday."
    assert (cut.date.start.isoformat(), cut.date.words.words) == ("2022-09-07", "Wednesday")
    assert cut.according_to is None and cut.same_as is None


def test_a_party_is_told_with_the_reasons_of_its_mention_and_its_entity(story):
    (albania,) = event(story, "cut").actors
    assert (albania.words.words, albania.name, albania.mention, albania.mention_reason) == (
        "Albania", "Albania", "name", "name",
    )  # fmt: skip
    assert (albania.entity, albania.entity_reason) == (ALBANIA.id, "name")


def test_a_party_that_could_not_be_told_has_its_words_alone(story):
    (grid,) = event(story, "attack").recipients
    assert (grid.words.words, grid.entity, grid.mention_reason) == ("critical infrastructure", None, None)


def test_the_statement_an_event_rests_on_is_explained_with_it(story):
    attack = event(story, "attack")
    assert attack.according_to == statement(story, "claim")
    assert (attack.according_to.cue.words, attack.according_to.confidence) == ("said", 0.6)
    assert (attack.same_as.number, attack.same_as.words.words) == (1, "cut ties")
    assert (attack.effects, attack.quantities, attack.targets) == (("outage",), ("3 servers",), ("energy",))


def test_a_statement_is_told_with_its_parent_and_the_events_that_rest_on_it(story):
    claim, denial = statement(story, "claim"), statement(story, "denial")
    assert (claim.parent.number, claim.parent.what) == (1, "reject")
    assert [(other.number, other.words.words) for other in claim.events] == [(2, "attacked")]
    assert (denial.reason, denial.content.words) == ("verb", "the claim … “baseless”")
    assert denial.addressee.name == "Albania" and denial.addressee.words.words == "", "the words are not kept"
    assert denial.parent is None and denial.events == ()


def test_words_that_name_nobody_are_told_with_the_name_that_they_stand_for(story):
    text = story.article.text
    span = words(text, "the critical infrastructure of Albania", skip=4)
    called = Mention(span, RAMA.id, MentionKind.NOMINAL, "coreference")
    cut = replace(story.events[0], actors=(replace(story.events[0].actors[0], entity=RAMA.id, span=span),))
    made = replace(story, mentions=(*story.mentions, called), events=(cut, story.events[1]))
    (actor,) = event(made, "cut").actors
    assert (actor.mention, actor.mention_reason, actor.named.words) == ("nominal", "coreference", "Edi Rama")


def test_what_was_not_kept_is_none_and_never_made_up(story):
    told = decode(encode(story))  # JSON carries no reasons
    cut = explain(told, digest(story.article.id, "cut"))
    assert isinstance(cut, EventExplanation)
    assert (cut.reason, cut.status_reason, cut.actors[0].mention_reason, cut.actors[0].entity_reason) == (None,) * 4


def test_a_row_that_is_not_there(story):
    with pytest.raises(AvermentError, match="no event and no statement 12"):
        explain(story, "12")


def test_every_field_of_a_row_has_its_place():
    """Whoever adds a field to a record decides what to say of it."""
    told = {"article", "number", "row", "sentence", "status_reason"}
    assert set(Event.__slots__) == set(EventExplanation.__slots__) - told
    assert set(Statement.__slots__) == (set(StatementExplanation.__slots__) - told - {"events"}) | {"source"}
