"""The word lists that the rules read, from ``words.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

from averment.errors import LexiconError


@cache
def wordlist(name: str) -> frozenset[str]:
    """The words of the list ``name``; raises LexiconError if there is no such list, or it is not a string."""
    text = _lists().get(name)
    if not isinstance(text, str):
        raise LexiconError(f"resolve/data/words.toml: there is no list of words called {name!r}; add it.")
    return frozenset(text.split())


@cache
def _lists() -> dict[str, object]:
    path = files("averment.resolve") / "data" / "words.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"resolve/data/words.toml: {error}.") from error
