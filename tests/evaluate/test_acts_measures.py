"""Acts: marked sentences read, and statements scored against them."""

from pathlib import Path

import pytest

from averment.errors import AvermentError
from averment.evaluate.acts import ActsTask
from averment.evaluate.figures import Counts
from averment.records import Act, Article, Quoted, Report, Span, Statement

LINES = (
    "# a comment\n"
    "deny\tindirect\twire\t{s:Minsk} {c:said} {t:it had nothing to do with the outage}.\n"
    "\n"
    "promise\tindirect\twire\t{s:Oslo} {c:vowed} {t:to send two ships}.\n"
)


@pytest.fixture
def marked(tmp_path: Path):
    path = tmp_path / "held.tsv"
    path.write_text(LINES, encoding="utf-8")
    return ActsTask().load(path, None)


def report(text: str, *said: tuple[Act, str]) -> Report:
    statements = [
        Statement(f"s{i}", (), (Span(0, 1),), (Span(text.index(words), text.index(words) + len(words)),), None, act,
                  Quoted.INDIRECT)
        for i, (act, words) in enumerate(said)
    ]  # fmt: skip
    return Report(Article("a", "a", text), statements=tuple(statements))


def figures(samples, *reports: Report) -> dict[str, float]:
    task, counts = ActsTask(), Counts()
    for sample, one in zip(samples, reports, strict=True):
        counts += task.count(sample, one)
    return {figure.name: round(figure.value, 3) for figure in task.figures(counts)}


def test_labels_and_spans_are_read(marked):
    assert [(s.doc, s.gold.act, s.text[slice(*s.gold.content[0])]) for s in marked] == [
        ("held-2", "deny", "it had nothing to do with the outage"),
        ("held-4", "promise", "to send two ships"),
    ]


def test_a_statement_is_found_by_its_content_and_right_by_its_act(marked):
    found = figures(
        marked,
        report(marked[0].text, (Act.DENY, "it had nothing to do with the outage"), (Act.ASSERT, "the outage")),
        report(marked[1].text, (Act.ASSERT, "send two ships")),
    )
    assert (found["found"], found["act of those found"]) == (1.0, 0.5)
    assert (found["deny"], found["promise"], found["act macro"]) == (1.0, 0.0, round(1 / 11, 3))


def test_less_than_half_of_the_content_is_not_found(marked):
    found = figures(marked, report(marked[0].text, (Act.DENY, "the outage")), report(marked[1].text))
    assert found["found"] == 0.0
    assert [line.split(":")[0] for line in ActsTask().misses(marked[1], report(marked[1].text))] == [
        "not found, promise"
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("deny\twire\t{c:said} {t:no}.\n", "held.tsv:1: 3 columns, not 4"),
        ("deny\tindirect\twire\t{c:said {t:no}.\n", "held.tsv:1: a brace"),
        ("deny\tindirect\twire\t{x:said} {t:no}.\n", "held.tsv:1: mark"),
        ("lie\tindirect\twire\t{c:said} {t:no}.\n", "held.tsv:1: act 'lie' is none of"),
        ("", "no sentences"),
    ],
)
def test_a_broken_line_is_told_with_its_place(tmp_path, line, told):
    path = tmp_path / "held.tsv"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(AvermentError, match=told):
        ActsTask().load(path, None)
