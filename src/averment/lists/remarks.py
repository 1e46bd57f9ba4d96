"""What the remarks of an entry say: OFAC's CSV files hold births, nationalities, weak names and wallets there alone.

Remarks are facts joined by "; ", each opened by its own words: ``DOB 12 May 1971; POB Qom, Iran; nationality Iran;
a.k.a. 'THE SMITH'; Digital Currency Address - XBT 1Abc; Linked To: SOME BODY.``
"""

import re
from collections.abc import Iterator

from averment.lists.entry import Alias, Tie, Wallet, Years
from averment.lists.territory import country

CIRCA = 2  # years either way that "circa" may mean
LONGEST_FACT = 500  # characters; what is longer is prose, and no pattern is tried on it

_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_BIRTH = re.compile(r"(?:alt\. )?DOB (.+)")
_BIRTHPLACE = re.compile(r"(?:alt\. )?POB (?:.*, )?([^,]+)")
_BELONGS = re.compile(r"(?:alt\. )?(nationality|citizen) (.+)")
_ALIAS = re.compile(r"(?:alt\. )?([afn])\.k\.a\. '(.+)'")
_LINK = re.compile(r"Linked To: (.+)")
_WALLET = re.compile(r"(?:alt\. )?Digital Currency Address - (\w+) (\S+)")
_DOCUMENT = re.compile(r".*\d.* \(([^()]+)\)(?: (?:issued|expires) .*)?")
_CITIZENSHIP = {"nationality": "nationality", "citizen": "citizenship"}


def births(remarks: str) -> Iterator[Years]:
    """The years of birth."""
    for words in _found(_BIRTH, remarks):
        if found := years(words[0]):
            yield found


def years(words: str) -> Years | None:
    """The years that a date such as ``12 May 1971``, ``circa 1960`` or ``1960 to 1961`` spans."""
    found = [int(year) for year in _YEAR.findall(words)]
    margin = CIRCA if "circa" in words.lower() else 0
    return Years(min(found) - margin, max(found) + margin) if found else None


def ties(remarks: str) -> Iterator[Tie]:
    """The countries that nationality, citizenship, place of birth and documents name."""
    for word, name in _found(_BELONGS, remarks):
        yield from tie(name, _CITIZENSHIP[word])
    for (name,) in _found(_BIRTHPLACE, remarks):
        yield from tie(name, "place of birth")
    for (name,) in _found(_DOCUMENT, remarks):
        yield from tie(name, "document")


def tie(name: str, basis: str) -> Iterator[Tie]:
    """The tie to the country of that name, if it is one."""
    if code := country(name):
        yield Tie(code, basis)


def weak_aliases(remarks: str) -> Iterator[Alias]:
    """The names that the CSV files hold in the remarks alone: those that OFAC calls weak."""
    for letter, name in _found(_ALIAS, remarks):
        yield Alias(name, f"{letter}ka", weak=True)


def links(remarks: str) -> Iterator[str]:
    """The entries that this one is linked to, by name."""
    return (name for (name,) in _found(_LINK, remarks))


def wallets(remarks: str) -> Iterator[Wallet]:
    """The addresses of digital currencies."""
    return (Wallet(asset, address) for asset, address in _found(_WALLET, remarks))


def _found(pattern: re.Pattern[str], remarks: str) -> Iterator[tuple[str, ...]]:
    """The groups of each fact that ``pattern`` matches as a whole."""
    for fact in remarks.removesuffix(".").split("; "):
        if len(fact) <= LONGEST_FACT and (match := pattern.fullmatch(fact.strip())):
            yield match.groups()
