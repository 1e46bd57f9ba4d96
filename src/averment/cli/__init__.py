"""The command line: one module a command, loaded when it is called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averment.pipeline import Pipeline


def pipeline() -> "Pipeline":
    """The pipeline that the commands read with; the one place to put another in its stead."""
    from averment.api import default_pipeline

    return default_pipeline()
