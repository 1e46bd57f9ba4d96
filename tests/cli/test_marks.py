"""The article's text with its marks."""

from averment.cli.marks import legend, marked, marks
from averment.cli.reading import Reading
from averment.records import Article, Event, Party, Report, Span, Stance, Status


def test_brackets_name_what_each_span_is(report: Report):
    shown = marked(Reading(report), brackets=True).plain
    assert shown.startswith("[E1 by: Tirana] [E1 did: blames] [E1 to: Tehran] for July attack\n\n")
    assert (
        "[1 who: Prime Minister Edi Rama] [1 says: said] [1 what: that [E2 by: Iran] had [E2 did: attacked] "
        "the networks of [E2 to: Albania] on July 15]."
    ) in shown
    assert "[2 what: the charge] on Thursday, [2 what: calling it baseless]." in shown


def test_without_brackets_the_text_is_whole(report: Report):
    text = report.article.text
    shown = marked(Reading(report), brackets=False).plain
    assert shown.replace(" E1", "").replace(" E2", "").replace("said 1", "said").replace("denied 2", "denied") == text


def test_colours_follow_the_roles(report: Report):
    shown = marked(Reading(report), brackets=False)
    at = {shown.plain[span.start : span.end]: str(span.style) for span in shown.spans}
    assert at["Prime Minister Edi Rama"] == "bold"
    assert at["denied"] == "yellow"
    assert at["attacked"] == "cyan bold red"


def _event(number: int, *spans: tuple[int, int]) -> Event:
    trigger, actor, recipient = (Span(*span) for span in spans)
    return Event(
        f"v{number}", "ACCUSE", None, (), (trigger,), (Party(None, actor),), (Party(None, recipient),),
        Status.FACTUAL, Stance.ASSERTED,
    )  # fmt: skip


def test_one_span_with_several_roles_has_one_bracket():
    article = Article("a", "s", "Rama blamed and insulted Iran")
    report = Report(article, events=(_event(1, (5, 11), (0, 4), (25, 29)), _event(2, (16, 24), (0, 4), (25, 29))))
    assert (
        marked(Reading(report), brackets=True).plain
        == "[E1 by, E2 by: Rama] [E1 did: blamed] and [E2 did: insulted] [E1 to, E2 to: Iran]"
    )


def test_crossing_spans_close_where_they_end():
    report = Report(Article("a", "s", "one two three"), events=(_event(1, (0, 7), (4, 13), (4, 7)),))
    assert marked(Reading(report), brackets=True).plain == "[E1 did: one [E1 by: [E1 to: two]] three]"


def test_escapes_in_the_text_are_not_printed():
    report = Report(Article("a", "s", "safe \x1b[2J\x07text"))
    assert "\x1b" not in marked(Reading(report), brackets=True).plain


def test_headlines_of_other_articles_are_quiet():
    report = Report(Article("a", "s", "Body.\nRead more: other", related=(Span(6, 22),)))
    shown = marked(Reading(report), brackets=False)
    assert [(shown.plain[s.start : s.end], str(s.style)) for s in shown.spans] == [("Read more: other", "dim")]


def test_marks_stand_in_text_order(report: Report):
    begins = [mark.span.begin for mark in marks(Reading(report))]
    assert begins == sorted(begins)
    assert len(begins) == 13


def test_the_key_names_every_role():
    assert legend().plain.count("·") == 5
