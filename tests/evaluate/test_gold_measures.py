"""Statements and events of whole articles against hand coding."""

import json

import pytest

from averment.errors import AvermentError
from averment.evaluate.data import Sample
from averment.evaluate.gold import GoldArticle, GoldEvent, GoldStatement, GoldTask

TEXT = "Albania accused Iran of the attack. Iran denied the accusation, and the spokesman called it a fairy tale."
ACCUSED = GoldStatement("Albania", "ACCUSE", "Iran of the attack", "ALB")
DENIED = GoldStatement("Iran", "DENY", "the accusation", "IRN")
ACCUSATION = GoldEvent(
    "Albania", "Iran", "ACCUSE", "allege", "outlet", "factual", "Albania accused Iran", ("ALB",), ("IRN",)
)


def figures(report, statements=(), events=()):
    task = GoldTask()
    sample = Sample("doc", report.article.text, GoldArticle("doc", tuple(statements), tuple(events)))
    return {figure.name: figure for figure in task.figures(task.count(sample, report))}


def test_a_report_that_repeats_the_coding_scores_one_everywhere(sketch):
    drawn = sketch(TEXT)
    drawn.says("Albania", "accused", "Iran of the attack", "accuse", "ALB")
    drawn.says("Iran denied"[:4], "denied", "the accusation", "deny", "IRN")
    drawn.does("ACCUSE", "accused", [("Albania", "ALB")], [("Iran", "IRN")], mode="allege")
    found = figures(drawn.report(), [ACCUSED, DENIED], [ACCUSATION])
    assert {name: figure.value for name, figure in found.items()} == dict.fromkeys(found, 1.0)


def test_nothing_found_scores_nothing(sketch):
    found = figures(sketch(TEXT).report(), [ACCUSED, DENIED], [ACCUSATION])
    assert all(figure.value == 0 for figure in found.values())
    assert found["statements"].of == 2


@pytest.mark.parametrize(
    ("content", "matches"),
    [("the accusation", 1), ("the accusation, and", 1), ("the accusation, and the", 0), ("denied", 0)],
)
def test_contents_agree_when_they_share_half_of_their_tokens(sketch, content, matches):
    drawn = sketch(TEXT)
    drawn.says("", "denied", content, "deny")
    assert figures(drawn.report(), [DENIED])["statements"].value == matches


def test_a_speaker_is_right_by_its_words_by_another_mention_or_by_its_country(sketch):
    row = GoldStatement("Iran", "DENY", "a fairy tale", "IRN")
    by_country, by_mention, unresolved = sketch(TEXT), sketch(TEXT), sketch(TEXT)
    by_country.says("the spokesman", "called", "a fairy tale", "deny", "IRN")
    by_mention.says("the spokesman", "called", "a fairy tale", "deny", "the spokesman's entity")
    by_mention.entity("the spokesman's entity", "Iran")
    unresolved.says("the spokesman", "called", "a fairy tale", "deny")
    scores = [figures(drawn.report(), [row])["attributed"].value for drawn in (by_country, by_mention, unresolved)]
    assert scores == [1, 1, 0]


def test_an_admission_counts_as_an_assertion_because_the_coding_does_not_tell_them_apart(sketch):
    drawn = sketch(TEXT)
    drawn.says("Iran", "called", "a fairy tale", "admit", "IRN")
    assert figures(drawn.report(), [GoldStatement("Iran", "ASSERT", "a fairy tale", "IRN")])["act"].value == 1


@pytest.mark.parametrize(
    ("event_type", "trigger", "actor", "recipient", "value"),
    [
        ("ACCUSE", "accused", "ALB", "IRN", 1),
        ("REJECT", "accused", "ALB", "IRN", 0),  # another type
        ("ACCUSE", "denied", "ALB", "IRN", 0),  # the trigger is not in the coded quote
        ("ACCUSE", "accused", "IRN", "ALB", 0),  # the sides are the wrong way round
        ("ACCUSE", "accused", "ALB", None, 0),  # the country of the recipient is not known
    ],
)
def test_an_event_agrees_in_type_place_and_parties(sketch, event_type, trigger, actor, recipient, value):
    drawn = sketch(TEXT)
    drawn.does(event_type, trigger, [("Albania", actor)], [("Iran", recipient)])
    assert figures(drawn.report(), events=[ACCUSATION])["events"].value == value


def test_reciprocal_types_compare_both_sides_together(sketch):
    text = "Albania and Israel agreed to cooperate."
    row = GoldEvent("Albania", "Israel", "COOPERATE", None, "outlet", "factual", text, ("ALB",), ("ISR",))
    drawn = sketch(text)
    drawn.does("COOPERATE", "cooperate", [("Albania", "ALB"), ("Israel", "ISR")])
    assert figures(drawn.report(), events=[row])["events"].value == 1


def test_a_party_without_a_country_agrees_by_its_words(sketch):
    text = "The allies helped Albania."
    row = GoldEvent("The allies", "Albania", "AID", None, "outlet", "factual", text, (), ("ALB",))
    for words, value in (("The allies", 1), ("helped", 0)):
        drawn = sketch(text)
        drawn.does("AID", "helped", [(words, None)], [("Albania", "ALB")])
        assert figures(drawn.report(), events=[row])["events"].value == value


def test_an_optional_event_is_no_error_when_found_and_no_loss_when_missed(sketch):
    optional = GoldEvent("Iran", None, "REJECT", None, "outlet", "factual", "Iran denied", ("IRN",), (), optional=True)
    drawn = sketch(TEXT)
    drawn.does("ACCUSE", "accused", [("Albania", "ALB")], [("Iran", "IRN")])
    assert figures(drawn.report(), events=[ACCUSATION, optional])["events"].value == 1
    drawn.does("REJECT", "denied", [("Iran", "IRN")])
    assert figures(drawn.report(), events=[ACCUSATION, optional])["events"].value == 1


def test_a_further_mention_of_a_matched_act_is_no_excess(sketch):
    drawn = sketch(TEXT)
    first = drawn.does("ACCUSE", "accused", [("Albania", "ALB")], [("Iran", "IRN")])
    drawn.does("ACCUSE", "the accusation", [("Albania", "ALB")], [("Iran", "IRN")], same_as=first)
    assert figures(drawn.report(), events=[ACCUSATION])["events"].precision == 1
    drawn.does("ACCUSE", "called", [("Albania", "ALB")], [("Iran", "IRN")])
    assert figures(drawn.report(), events=[ACCUSATION])["events"].precision == 0.5


def test_voice_and_status_are_asked_of_matched_events(sketch):
    row = GoldEvent(None, None, "COERCE", "cyber", "Albania", "alleged", "Iran of the attack")
    drawn = sketch(TEXT)
    voice = drawn.says("Albania", "accused", "Iran of the attack", "accuse", "ALB")
    drawn.does("COERCE", "attack", according_to=voice, stance="alleged")
    found = figures(drawn.report(), events=[row])
    assert (found["according"].value, found["status"].value) == (1, 1)

    silent = sketch(TEXT)
    silent.does("COERCE", "attack")
    found = figures(silent.report(), events=[row])
    assert (found["events"].value, found["according"].value, found["status"].value) == (1, 0, 0)


def test_misses_name_what_is_missed_and_what_is_in_excess(sketch):
    drawn = sketch(TEXT)
    drawn.says("the spokesman", "called", "a fairy tale")
    drawn.does("AID", "called", [("the spokesman", None)])
    sample = Sample("doc", TEXT, GoldArticle("doc", (ACCUSED,), (ACCUSATION,)))
    lines = list(GoldTask().misses(sample, drawn.report()))
    starts = [line.split(":")[0] for line in lines]
    assert starts == ["missed statement", "extra statement", "missed event", "extra event"]
    assert "Iran of the attack" in lines[0]
    assert "fairy tale" in lines[1]


def test_loading_finds_the_texts_beside_the_coding(tmp_path):
    coding = [{"doc": "one", "statements": [], "events": [], "outlet": "Wire", "published": "2022-09-07"}]
    (tmp_path / "gold.json").write_text(json.dumps(coding))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_bytes("A\r\nline – kept".encode())
    [sample] = GoldTask().load(tmp_path / "gold.json", None)
    assert (sample.text, sample.outlet, str(sample.published)) == ("A\r\nline – kept", "Wire", "2022-09-07")


def test_a_coding_that_does_not_stand_in_its_text_is_refused(tmp_path):
    row = {"speaker": "Iran", "act": "DENY", "content": "never written"}
    (tmp_path / "gold.json").write_text(json.dumps([{"doc": "one", "statements": [row], "events": []}]))
    (tmp_path / "one.txt").write_text(TEXT)
    with pytest.raises(AvermentError, match=r"one\.txt.*never written"):
        GoldTask().load(tmp_path / "gold.json", tmp_path)
