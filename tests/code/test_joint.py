"""Events by the encoder and the lexicon together, from sentences of our own."""

from datetime import date

import pytest

from averment.code.default import default_coder
from averment.code.joint import JointCoder
from averment.code.lexical import LexicalCoder
from averment.pipeline import Pipeline
from averment.read import read_text
from averment.records import Stance, Status

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def events():
    """Text -> its report and events, by the coder that ships."""
    pipeline = Pipeline(coder=JointCoder())

    def code(text):
        (report,) = pipeline.reports([read_text(text, published=date(2022, 9, 10))])
        return report

    return code


def sides(report, event):
    text = report.article.text
    return [p.span.of(text) for p in event.actors], [p.span.of(text) for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Police in Nairobi arrested two opposition lawmakers on Tuesday.", "COERCE",
         ["Police"], ["two opposition lawmakers"]),
        ("Norway has recalled its ambassador from Tehran over the execution.", "SANCTION", ["Norway"], ["Tehran"]),
        ("The Senegalese president met his Gambian counterpart in Banjul on Friday.", "CONSULT", None, None),
        ("Chile and Peru signed an accord on fishing rights on Monday.", "SUPPORT", None, None),
        ("Rebels of the M23 freed eleven hostages in Goma after talks with the Red Cross.", "RETREAT", None, None),
        ("Japan rejected a Chinese demand to release the captain.", "REJECT", ["Japan"], None),
    ],
)  # fmt: skip
def test_plain_sentences_have_their_event(events, text, kind, actors, recipients):
    report = events(text)
    found = [event for event in report.events if event.type == kind]
    assert found, [(event.type, event.reason) for event in report.events]
    have_actors, have_recipients = sides(report, found[0])
    assert actors is None or all(any(a in have for have in have_actors) for a in actors)
    assert recipients is None or all(any(r in have for have in have_recipients) for r in recipients)


def test_what_an_accusation_is_about_is_alleged(events):
    report = events("Kenya accused Somalia on Monday of shelling a border post near Mandera.")
    shelling = next(event for event in report.events if event.type == "ASSAULT")
    assert shelling.stance is Stance.ALLEGED
    assert shelling.according_to is not None


def test_what_did_not_happen_is_negated(events):
    report = events("Austria has not expelled any Russian diplomats, the foreign ministry said.")
    assert [event.status for event in report.events if event.type == "SANCTION"] == [Status.NEGATED]


def test_what_is_demanded_is_no_event_of_its_own(events):
    report = events("Amnesty International demanded that Eritrea release the eleven ministers.")
    assert [event.type for event in report.events] == ["REQUEST"]


@pytest.mark.parametrize(
    "text",
    [
        "Shares in Seoul retreated on Tuesday as investors digested weak figures.",
        "The striker attacked from the first whistle but the goalkeeper stood in the way.",
        "The storm threatens the coast of Belize tonight.",
    ],
)
def test_what_is_no_political_act_is_not_coded(events, text):
    assert events(text).events == ()


def test_events_say_what_found_them_and_how_sure_they_are(events):
    for event in events("Police in Nairobi arrested two opposition lawmakers on Tuesday.").events:
        assert "encoder: trigger" in event.reason
        assert 0.0 < event.confidence < 1.0


def test_by_default_both_are_joined_and_rules_stand_in(monkeypatch):
    monkeypatch.delenv("AVERMENT_READER", raising=False)
    assert isinstance(default_coder(), JointCoder)
    monkeypatch.setattr(JointCoder, "lacking", "the weights are missing")
    assert isinstance(default_coder(), LexicalCoder)


def test_rules_are_used_where_they_are_asked_for(monkeypatch):
    monkeypatch.setenv("AVERMENT_READER", "rules")
    assert isinstance(default_coder(), LexicalCoder)


def test_a_text_without_words_has_no_events():
    from averment.parse.tree import Parsed
    from averment.resolve.resolution import Resolution

    assert JointCoder().code(Parsed(""), Resolution({}, (), {}, (), None), []) == []
