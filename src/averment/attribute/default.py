"""The attributor that is used where none is named: the trained one, or rules where it cannot run."""

import warnings

from averment.attribute.attribution import Attributor
from averment.attribute.rules import RuleAttributor


class RulesOnlyWarning(UserWarning):
    """Who says what is found by rules alone: it is less complete than with the trained tagger."""


def default_attributor() -> Attributor:
    """The trained attributor; where its weights or onnxruntime are missing, rules alone and a ``RulesOnlyWarning``."""
    from averment.attribute.tagging import ModelAttributor

    attributor = ModelAttributor()
    if attributor.lacking is None:
        return attributor
    warnings.warn(
        f"Who says what is found by rules alone, and fewer statements are found, because {attributor.lacking}.",
        RulesOnlyWarning,
        stacklevel=2,
    )
    return RuleAttributor()
