"""Sanctions lists: read from OFAC's published files, and screened for names and wallet addresses.

    found = read_list("SDN.XML")
    Screen(found).matches(Subject("Rupert of Hentzau", ListKind.INDIVIDUAL, country="IRN"))

``Screen`` is in ``averment.lists.matching``, since it loads what names are compared with. A match is a link for a
person to review, never a verdict.
"""

from importlib.util import find_spec

from averment.lists.entry import Alias, ListEntry, ListError, ListKind, ListVersion, SanctionsList, Tie, Wallet, Years
from averment.lists.reading import NAMES, read_list
from averment.lists.subject import Subject

__all__ = [
    "NAMES",
    "Alias",
    "ListEntry",
    "ListError",
    "ListKind",
    "ListVersion",
    "SanctionsList",
    "Subject",
    "Tie",
    "Wallet",
    "Years",
    "check_installed",
    "read_list",
]


def check_installed() -> None:
    """Raise ListError where the libraries that names and countries are compared with are not installed."""
    lacking = [name for name in ("rigour", "rapidfuzz") if find_spec(name) is None]
    if lacking:
        raise ListError(
            f"sanctions lists need {' and '.join(lacking)}: pip install 'averment[lists]' (rigour builds on ICU; on "
            "Debian install g++, pkg-config and libicu-dev first)"
        )
