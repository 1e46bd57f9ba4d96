"""Role nouns, media and documents: who speaks, who passes on, and in what; one word a line in a text file each."""

from functools import cache
from importlib.resources import files


@cache
def roles() -> frozenset[str]:
    """Nouns for persons and bodies that speak for a party ("minister", "spokesman")."""
    return _lines("roles.txt")


@cache
def media() -> frozenset[str]:
    """Nouns for those who pass on what others say ("newspaper", "agency")."""
    return _lines("media.txt")


@cache
def documents() -> frozenset[str]:
    """Nouns for what one issues or sends ("statement", "letter"): who did speaks in it."""
    return _lines("documents.txt")


def _lines(name: str) -> frozenset[str]:
    """The lines of a list that comes with the package; one that begins with # is a comment."""
    text = files("averment.attribute").joinpath(name).read_text("utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#"))
