"""The whole way: what passes from room to room, and that a stage can be replaced."""

from dataclasses import replace
from datetime import date

import pytest

from averment.attribute import Attribution
from averment.pipeline import Pipeline
from averment.read import read_text
from averment.records import Article, Span

pytestmark = pytest.mark.model

TEXT = """Tirana blames Tehran for attack

Albania's prime minister said on Wednesday that Iran had attacked the government's servers.
"We have no doubt," he added. Iran denied the accusation. The United States imposed sanctions on Iran.
"""


@pytest.fixture(scope="module")
def report():
    (report,) = Pipeline().reports([read_text(TEXT, published=date(2022, 9, 9))])
    return report


def test_every_reference_leads_somewhere(report):
    entities = {e.id for e in report.entities}
    statements = {s.id for s in report.statements}
    events = {e.id for e in report.events}
    assert {m.entity for m in report.mentions} <= entities
    assert {s.speaker for s in report.statements} - {None} <= entities
    assert {s.parent for s in report.statements} - {None} <= statements
    assert {e.according_to for e in report.events} - {None} <= statements
    assert {e.same_as for e in report.events} - {None} <= events
    assert {p.entity for e in report.events for p in (*e.actors, *e.recipients)} - {None} <= entities
    assert len(statements) == len(report.statements) > 0
    assert len(events) == len(report.events) > 0


def test_the_story_is_told_with_both_sides(report):
    by = {e.id: e for e in report.entities}
    said = {(by[s.speaker].country, s.act.value) for s in report.statements if s.speaker}
    assert ("IRN", "deny") in said
    attack = next(e for e in report.events if e.mode == "cyber" and e.according_to)
    statement = next(s for s in report.statements if s.id == attack.according_to)
    assert by[statement.speaker].country == "ALB"


def test_the_day_of_a_statement_is_counted_from_the_publication(report):
    assert date(2022, 9, 7) in {s.date.start for s in report.statements if s.date}


def test_the_same_text_gives_the_same_report(report):
    (again,) = Pipeline().reports([read_text(TEXT, published=date(2022, 9, 9))])
    assert again == report


def test_a_stage_can_be_replaced():
    class Silent:
        def attribute(self, parsed) -> list[Attribution]:
            return []

    (report,) = replace(Pipeline(), attributor=Silent()).reports([read_text(TEXT)])
    assert report.statements == ()
    assert report.events != ()


def test_many_articles_come_out_in_order():
    articles = [read_text(f"Country number {n} denied it. Iran condemned Iraq.") for n in range(150)]
    assert [r.article.id for r in Pipeline().reports(iter(articles))] == [a.id for a in articles]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 500 + " said Iran.",
        "Iran " + "and Iraq " * 3000 + "rejected it.",
        "Iran said that " * 800 + "no.",
        "((((" * 100 + " Iran denied it " + "))))" * 100,
        "🙂" * 3000 + " Iran said 🙂 no.",
        "\u202eIran\u202c said \u200f\u200fno\u200f.",
        "ﷺ ќирилица 漢字 Iran condemned Iraq. " * 50,
        "x" * 50_000,
        "Iran, Iraq, " * 2000,
        '"Iran said "Iraq said "Syria said ' * 300,
    ],
    ids=[
        "quotes",
        "enumeration",
        "nesting",
        "brackets",
        "emoji",
        "bidi",
        "scripts",
        "one word",
        "commas",
        "open quotes",
    ],
)
def test_hostile_text_is_coded_without_a_crash(text):
    (report,) = Pipeline().reports([Article("a", "hostile.txt", text, body=(Span(0, len(text)),))])
    size = len(report.article.text)
    spans = [s for st in report.statements for s in (*st.source, *st.cue, *st.content)]
    spans += [s for e in report.events for s in e.trigger] + [m.span for m in report.mentions]
    assert all(0 <= span.begin < span.end <= size for span in spans)
