"""The command line: one module a command, loaded when it is called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averment.pipeline import Pipeline


def pipeline() -> "Pipeline":
    """The pipeline that the commands read with; the one place to put another in its stead.

    A warning that it cannot be as good as it should is printed to standard error as a note.
    """
    import warnings

    from averment.api import default_pipeline
    from averment.attribute.default import RulesOnlyWarning
    from averment.cli.console import note

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RulesOnlyWarning)
        made = default_pipeline()
    for warning in caught:
        note(str(warning.message))
    return made
