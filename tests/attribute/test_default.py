"""The default attributor: rules alone where the trained one cannot run, and a word about it."""

import pytest

from averment.attribute.default import RulesOnlyWarning, default_attributor
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagging import ModelAttributor
from averment.models.tagger import Tagger


def test_without_weights_rules_attribute_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tagger, "lacking", "its weights are not installed")
    with pytest.warns(RulesOnlyWarning, match="rules alone.*weights are not installed"):
        assert isinstance(default_attributor(), RuleAttributor)


def test_with_all_in_place_the_tagger_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tagger, "lacking", None)
    assert isinstance(default_attributor(), ModelAttributor)
