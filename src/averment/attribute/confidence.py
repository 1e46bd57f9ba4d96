"""Confidence: how often a rule was right on a development corpus, read from ``confidence.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from averment.errors import LexiconError

FILE = "confidence.toml"


@cache
def _shares() -> Mapping[str, float]:
    return read_confidence(files("averment.attribute").joinpath(FILE).read_text("utf-8"))


def read_confidence(text: str, name: str = FILE) -> dict[str, float]:
    """Read shares by rule from TOML; raise ``LexiconError`` for one that is no share."""
    try:
        shares = tomllib.loads(text).get("right", {})
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is not valid TOML: {error}") from error
    for rule, share in shares.items():
        if not isinstance(share, float) or not 0 <= share <= 1:
            raise LexiconError(f"{name}: {rule!r} must be a share between 0 and 1; got {share!r}.")
    return dict(shares)


def confidence(rule: str) -> float:
    """The share of a rule's findings that had content and source right when it was measured."""
    return _shares()[rule]
