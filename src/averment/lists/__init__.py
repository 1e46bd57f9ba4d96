"""Sanctions lists: read from OFAC's published files, and screened for names and wallet addresses.

    found = read_list("SDN.XML")
    Screen(found).matches(Subject("Rupert of Hentzau", ListKind.INDIVIDUAL, country="IRN"))

``Screen`` is in ``averment.lists.matching``, since it loads what names are compared with. A match is a link for a
person to review, never a verdict.
"""

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
    "read_list",
]
