"""The public names: what importing does and does not, and ``averment.read`` as a function and a package."""

import subprocess
import sys
from datetime import date, datetime

import pytest

from averment.api import as_date
from averment.errors import AvermentError

HEAVY = ("spacy", "trafilatura", "dateparser", "pycountry", "py3langid", "numpy", "rich", "click", "msgspec", "sqlite3")


def run(code: str) -> str:
    """What a fresh interpreter prints for ``code``."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_averment_loads_records_alone():
    loaded = run("import sys, averment; print(*sorted(m for m in sys.modules))").split()
    assert [name for name in loaded if name.startswith("averment")] == [
        "averment",
        "averment.errors",
        "averment.records",
    ]
    assert not set(HEAVY) & set(loaded)


FAKE = """
from averment import api
from averment.records import Report
class Fake:
    def reports(self, articles):
        return map(Report, articles)
api.default_pipeline = Fake
"""
CALL = 'print(averment.read("Iran denied it.", published="2022-09-09", outlet="Post").article.published)'


@pytest.mark.parametrize(
    "imports",
    [
        "import averment",
        "import averment; from averment.read import read_paths",
        "from averment.read import read_paths; import averment",
        "import averment.read; import averment",
        "import averment; averment.read; from averment.read import read_text, ReadOptions",
        "from averment import read; import averment; assert read is averment.read",
        "import averment; import averment.read as room; assert room.read_paths",
    ],
)
def test_read_is_a_function_and_a_package_in_any_order_of_imports(imports: str):
    assert run(f"{imports}\n{FAKE}\n{CALL}") == "2022-09-09"


def test_every_public_name_is_there():
    assert run("import averment; print(all(getattr(averment, name) for name in averment.__all__))") == "True"


def test_a_name_that_is_not_there():
    assert "no attribute 'reed'" in run("import averment\ntry: averment.reed\nexcept AttributeError as e: print(e)")


def test_dates_may_be_given_as_text_or_date():
    assert as_date("2022-09-08") == as_date(date(2022, 9, 8)) == as_date(datetime(2022, 9, 8, 12)) == date(2022, 9, 8)
    assert as_date("2022-09-08T10:30:00Z") == date(2022, 9, 8)
    assert as_date(None) is None


def test_a_date_that_is_none_is_answered_with_the_way_to_write_it():
    with pytest.raises(AvermentError, match="'soon' is not a date; write it as YYYY-MM-DD"):
        as_date("soon")


@pytest.mark.model
def test_a_text_is_read_into_a_report_whose_spans_are_its_own():
    import averment

    text = "Iran's foreign ministry denied on Thursday that the country had attacked Albania."
    report = averment.read(text, published="2022-09-09", outlet="The Adriatic Post")
    assert report.article.text == text
    assert report.article.outlet == "The Adriatic Post"
    assert [span.of(text) for span in report.statements[0].cue] == ["denied"]
    assert [entity.country for entity in report.entities if entity.name == "Albania"] == ["ALB"]
