from datetime import date

import pytest

from averment.code.lexical import LexicalCoder
from averment.pipeline import Pipeline
from averment.read import read_text
from averment.records import Event, Report


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """With events by rules alone."""
    return Pipeline(coder=LexicalCoder())


@pytest.fixture(scope="session")
def code(pipeline):
    """Code a text as if it were published on 10 September 2022."""

    def run(text: str) -> Report:
        (report,) = pipeline.reports([read_text(text, published=date(2022, 9, 10))])
        return report

    return run


@pytest.fixture(scope="session")
def told():
    """Type, mode, and the words of both sides."""

    def tell(report: Report, event: Event) -> tuple[str, str | None, tuple[str, ...], tuple[str, ...]]:
        text = report.article.text
        return (
            event.type,
            event.mode,
            tuple(p.span.of(text) for p in event.actors),
            tuple(p.span.of(text) for p in event.recipients),
        )

    return tell
