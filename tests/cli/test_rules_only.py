"""Reading by rules alone is said on standard error, where it was not asked for."""

from collections.abc import Iterator

import pytest

from averment.api import default_pipeline
from averment.attribute.tagging import ModelAttributor
from averment.cli import pipeline  # the real one, taken before a stand-in is put there


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No pipeline made before or after is remembered, and the model cannot run."""
    monkeypatch.setattr(ModelAttributor, "lacking", "onnxruntime is not installed")
    default_pipeline.cache_clear()
    yield
    default_pipeline.cache_clear()


def test_it_is_said_with_its_reason(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("AVERMENT_READER", raising=False)
    pipeline()
    said = capsys.readouterr().err
    assert "rules alone" in said and "onnxruntime is not installed" in said


def test_nothing_is_said_where_rules_were_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AVERMENT_READER", "rules")
    pipeline()
    assert capsys.readouterr().err == ""
