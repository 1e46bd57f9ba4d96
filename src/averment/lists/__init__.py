"""Sanctions lists: read from OFAC's published files, and screened for names and wallet addresses.

A match is a link for a person to review, never a verdict.
"""

from averment.lists.entry import Alias, ListEntry, ListError, ListKind, ListVersion, SanctionsList, Tie, Wallet, Years
from averment.lists.reading import read_list

__all__ = [
    "Alias",
    "ListEntry",
    "ListError",
    "ListKind",
    "ListVersion",
    "SanctionsList",
    "Tie",
    "Wallet",
    "Years",
    "read_list",
]
