"""The default attributor: rules, the trained one where it is asked for, and a word where it cannot run."""

import pytest

from averment.attribute.default import RulesOnlyWarning, default_attributor
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagging import ModelAttributor
from averment.errors import AvermentError


def test_rules_are_the_default(monkeypatch):
    monkeypatch.delenv("AVERMENT_ATTRIBUTION", raising=False)
    assert isinstance(default_attributor(), RuleAttributor)


def test_the_trained_tagger_is_used_where_it_is_asked_for(monkeypatch):
    monkeypatch.setenv("AVERMENT_ATTRIBUTION", "model")
    monkeypatch.setattr(ModelAttributor, "lacking", None)
    assert isinstance(default_attributor(), ModelAttributor)


def test_without_its_weights_rules_stand_in_and_say_so(monkeypatch):
    monkeypatch.setenv("AVERMENT_ATTRIBUTION", "model")
    monkeypatch.setattr(ModelAttributor, "lacking", "the weights are missing")
    with pytest.warns(RulesOnlyWarning, match="the weights are missing"):
        assert isinstance(default_attributor(), RuleAttributor)


def test_another_word_is_refused(monkeypatch):
    monkeypatch.setenv("AVERMENT_ATTRIBUTION", "magic")
    with pytest.raises(AvermentError, match="rules or model"):
        default_attributor()
