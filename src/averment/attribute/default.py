"""The attributor that is used where none is named: by rules, or the trained one if it is asked for and can run."""

import warnings

from averment.attribute.attribution import Attributor
from averment.attribute.rules import RuleAttributor
from averment.config import attribution


class RulesOnlyWarning(UserWarning):
    """Who says what is found by rules alone: it is less complete than with the trained tagger."""


def default_attributor() -> Attributor:
    """What ``AVERMENT_ATTRIBUTION`` asks for: rules, or the trained attributor.

    Where the trained one's weights or onnxruntime are missing, it is rules alone and a ``RulesOnlyWarning``.
    """
    if attribution() == "rules":
        return RuleAttributor()
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
