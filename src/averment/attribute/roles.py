"""Role nouns and media: words for those who speak, for themselves or of others; one a line in a text file each."""

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


def _lines(name: str) -> frozenset[str]:
    """The lines of a list that comes with the package; one that begins with # is a comment."""
    text = files("averment.attribute").joinpath(name).read_text("utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#"))
