"""A fake pipeline and a report made by hand, so that the command line is tested without a model."""

from datetime import date

import pytest
from click.testing import CliRunner, Result

from averment import cli
from averment.cli.main import main
from averment.records import Article, PublishedBasis, Report, Span
from cli.tirana_story import TEXT, FakePipeline, report_of


@pytest.fixture
def article() -> Article:
    """The article that the fake pipeline knows."""
    title = TEXT.splitlines()[0]
    return Article(
        "a" * 16, "tirana.txt", TEXT, title, "The Adriatic Post", None, date(2022, 9, 9), PublishedBasis.GIVEN,
        title_span=Span(0, len(title)),
    )  # fmt: skip


@pytest.fixture
def report(article: Article) -> Report:
    """Its report."""
    return report_of(article)


@pytest.fixture(autouse=True)
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here loads a model, unless it asks for it."""
    monkeypatch.setattr(cli, "pipeline", FakePipeline)


@pytest.fixture
def averment(monkeypatch: pytest.MonkeyPatch):
    """Call the command line: ``averment("read", path)``; the result has stdout, stderr and exit_code."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("AVERMENT_LEDGER", raising=False)

    def call(*args: object, **options: object) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], prog_name="averment", **options)

    return call
