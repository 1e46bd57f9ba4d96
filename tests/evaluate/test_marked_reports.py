"""Reports with all statements marked: what is read, and what is refused."""

from pathlib import Path

import pytest

from averment.evaluate.data import DataError
from averment.evaluate.marked import MarkedReport, read_report

HEAD = "1 deny mixed\n2 assert indirect 1\n---\n"
BODY = "Oslo denies it\n\n[1s|Oslo] [1c|denied] [1t|that, as [2s|Riga] [2c|put] it, [2t|a ship] sank] and [1t|more].\n"


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(text: str) -> MarkedReport:
        path = tmp_path / "oslo.txt"
        path.write_text(text, encoding="utf-8")
        return read_report(path)

    return write_and_read


def test_marks_nest_and_a_part_may_stand_twice(read):
    report = read(HEAD + BODY)
    assert report.text == "Oslo denies it\n\nOslo denied that, as Riga put it, a ship sank and more."
    denial, inner = report.statements
    assert [report.text[b:e] for b, e in denial.parts["t"]] == ["that, as Riga put it, a ship sank", "more"]
    assert (denial.act, denial.quoted, denial.parent) == ("deny", "mixed", None)
    assert (inner.parent, [report.text[b:e] for b, e in inner.parts["s"]]) == ("1", ["Riga"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BODY, "no line ---"),
        (HEAD + BODY.replace("more].", "more."), "is not closed"),
        (HEAD + "He left].", "closed that was not opened"),
        ("1 deny mixed\n---\n" + BODY, "no head line for 2"),
        (HEAD.replace("assert", "mumble") + BODY, "'2 mumble indirect 1' needs"),
        (HEAD + BODY.replace("[2c|put]", "put"), "'2 assert indirect 1' needs"),
    ],
)
def test_a_broken_report_is_told(read, text, told):
    with pytest.raises(DataError, match=rf"oslo\.txt.*{told}"):
        read(text)
