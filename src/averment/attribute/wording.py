"""The word lists by which a neutral report is told to be another act, read from ``wording.toml`` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.errors import LexiconError
from averment.records import Act

FILE = "wording.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """Word lists: what each is for stands in the file. ``verbs`` are in order of weight, heaviest act first."""

    verbs: Mapping[str, Act]
    untrue: frozenset[str]
    evaluative: frozenset[str]
    grave: frozenset[str]
    claims: frozenset[str]
    merits: frozenset[str]
    parts: frozenset[str]
    answers: frozenset[str]
    harsh: frozenset[str]
    misdeeds: frozenset[str]
    parties: frozenset[str]


@cache
def wording() -> Wording:
    """The word lists that come with the package, read once."""
    return read_wording(files("averment.attribute").joinpath(FILE).read_text("utf-8"))


def read_wording(text: str, name: str = FILE) -> Wording:
    """Read the word lists from TOML; raise ``LexiconError`` naming the file and the entry that cannot be used."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is not valid TOML: {error}") from error
    lists = {key: frozenset(_words(raw, key, name)) for key in Wording.__slots__[1:]}
    return Wording(_verbs(raw.get("verbs", {}), name), **lists)


def _verbs(table: Mapping[str, Any], name: str) -> dict[str, Act]:
    verbs: dict[str, Act] = {}
    known = [act.value for act in Act]
    for act in table:
        if act not in known:
            raise LexiconError(f"{name}: [verbs] has the act {act!r}; known are {known}.")
        verbs.update(dict.fromkeys(_words(table, act, name), Act(act)))
    return verbs


def _words(table: Mapping[str, Any], key: str, name: str) -> list[str]:
    words = table.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise LexiconError(f"{name}: {key!r} must be a list of words; got {words!r}.")
    return words
