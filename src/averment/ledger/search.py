"""Words to search for, as SQLite's full-text search wants them."""

import re

from averment.errors import LedgerError

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


def expression(words: str) -> str:
    """The FTS5 expression that finds all of ``words``; words in double quotes stand together, ``infra*`` begins so.

    Nothing a user types is syntax. Raises LedgerError where there is no word in it.
    """
    terms = [_term(phrase or word) for phrase, word in _TERM.findall(words.replace("\x00", " "))]
    wanted = [term for term in terms if any(character.isalnum() for character in term)]
    if not wanted:
        raise LedgerError(f"there is no word to search for in {words!r}; give one, or a phrase in double quotes")
    return " ".join(wanted)


def _term(words: str) -> str:
    return f'"{words.rstrip("*")}"' + ("*" if words.endswith("*") else "")
