"""Records: a report with the less certain left out."""

from averment.records import Act, Article, Event, Quoted, Report, Span, Stance, Statement, Status

TEXT = "Rama said Iran denied attacking Albania."


def statement(name: str, confidence: float, parent: str | None = None) -> Statement:
    return Statement(
        name, (), (Span(5, 9),), (Span(10, 39),), None, Act.ASSERT, Quoted.INDIRECT, parent, confidence=confidence
    )


def event(name: str, confidence: float, according_to: str | None = None, same_as: str | None = None) -> Event:
    return Event(
        name, "COERCE", "cyber", (), (Span(22, 31),), (), (), Status.FACTUAL, Stance.ASSERTED, same_as=same_as,
        according_to=according_to, confidence=confidence,
    )  # fmt: skip


def kept(report: Report, confidence: float) -> list[str]:
    left = report.at_least(confidence)
    return [row.id for row in (*left.statements, *left.events)]


def test_what_is_less_certain_is_left_out():
    report = Report(Article("a", "a", TEXT), statements=(statement("s1", 0.9), statement("s2", 0.4)))
    assert kept(report, 0.5) == ["s1"]
    assert kept(report, 0.4) == ["s1", "s2"]


def test_a_statement_goes_with_the_one_that_it_is_told_in():
    inner = (statement("s3", 0.9, "s2"), statement("s2", 0.9, "s1"), statement("s1", 0.2))
    assert kept(Report(Article("a", "a", TEXT), statements=inner), 0.5) == []


def test_an_event_goes_with_the_statement_that_reports_it():
    report = Report(
        Article("a", "a", TEXT), statements=(statement("s1", 0.2),), events=(event("v1", 0.9, "s1"), event("v2", 0.9))
    )
    assert kept(report, 0.5) == ["v2"]


def test_the_first_mention_that_is_kept_stands_for_the_act():
    events = (event("v1", 0.1), event("v2", 0.9, same_as="v1"), event("v3", 0.9, same_as="v1"))
    left = Report(Article("a", "a", TEXT), events=events).at_least(0.5)
    assert [(e.id, e.same_as) for e in left.events] == [("v2", None), ("v3", "v2")]
