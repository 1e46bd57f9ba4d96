"""Role nouns: the words for those who speak for themselves or others, read from ``roles.txt``."""

from functools import cache
from importlib.resources import files


@cache
def roles() -> frozenset[str]:
    """The role nouns that come with the package, one a line in the file; a line that begins with # is a comment."""
    text = files("averment.attribute").joinpath("roles.txt").read_text("utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and not line.startswith("#"))
