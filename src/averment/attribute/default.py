"""The attributor that is used where none is named: the trained one if it can run, or rules."""

import warnings

from averment.attribute.attribution import Attributor
from averment.attribute.rules import RuleAttributor
from averment.config import reader


class RulesOnlyWarning(UserWarning):
    """Statements and events are found by rules alone: that is less complete than with the trained encoder."""


def default_attributor() -> Attributor:
    """The trained attributor, or rules where ``AVERMENT_READER`` asks for them.

    Where the trained one's weights or onnxruntime are missing, it is rules alone and a ``RulesOnlyWarning``.
    """
    if reader() == "rules":
        return RuleAttributor()
    from averment.attribute.tagging import ModelAttributor

    attributor = ModelAttributor()
    if attributor.lacking is None:
        return attributor
    warnings.warn(
        f"Statements and events are found by rules alone, and fewer of them, because {attributor.lacking}.",
        RulesOnlyWarning,
        stacklevel=2,
    )
    return RuleAttributor()
