"""The default attributor: rules, the trained one where it is asked for, and a word where it cannot run."""

import pytest

from averment.attribute.default import RulesOnlyWarning, default_attributor
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagging import ModelAttributor
from averment.errors import AvermentError


def test_the_trained_attributor_is_the_default(monkeypatch):
    monkeypatch.delenv("AVERMENT_READER", raising=False)
    monkeypatch.setattr(ModelAttributor, "lacking", None)
    assert isinstance(default_attributor(), ModelAttributor)


def test_rules_are_used_where_they_are_asked_for(monkeypatch):
    monkeypatch.setenv("AVERMENT_READER", "rules")
    assert isinstance(default_attributor(), RuleAttributor)


def test_without_its_weights_rules_stand_in_and_say_so(monkeypatch):
    monkeypatch.delenv("AVERMENT_READER", raising=False)
    monkeypatch.setattr(ModelAttributor, "lacking", "the weights are missing")
    with pytest.warns(RulesOnlyWarning, match="the weights are missing"):
        assert isinstance(default_attributor(), RuleAttributor)


def test_another_word_is_refused(monkeypatch):
    monkeypatch.setenv("AVERMENT_READER", "magic")
    with pytest.raises(AvermentError, match="model or rules"):
        default_attributor()
