"""The records of a sanctions list: the list as it stood on one day, its entries, their names, ties and wallets."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from averment.errors import AvermentError


class ListError(AvermentError):
    """A list that cannot be read, kept or found; the message names file and line, and says what to do."""


class ListKind(StrEnum):
    """What sort of thing an entry is, in OFAC's words."""

    INDIVIDUAL = "individual"
    ENTITY = "entity"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"


class Alias(NamedTuple):
    """Another name: also (``aka``), formerly (``fka``) or now known as (``nka``); ``weak`` where the list says so.

    OFAC calls an alias weak that is broad or generic, and would find too much: a nickname, an acronym.
    """

    name: str
    type: str = "aka"
    weak: bool = False


class Years(NamedTuple):
    """The first and the last year in which a person may have been born."""

    first: int
    last: int


class Tie(NamedTuple):
    """A country (ISO 3166 alpha-3, or KOS) and what ties an entry to it: nationality, address, place of birth ..."""

    country: str
    basis: str


class Wallet(NamedTuple):
    """A listed address of a digital currency."""

    asset: str
    address: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list, with what it says that tells namesakes apart.

    ``id`` is the number that the list gives it; ``remarks`` are the list's own words; ``linked_to`` holds the names of
    other entries.
    """

    id: int
    kind: ListKind
    name: str
    aliases: tuple[Alias, ...] = ()
    programs: tuple[str, ...] = ()
    title: str | None = None
    remarks: str = ""
    births: tuple[Years, ...] = ()
    ties: tuple[Tie, ...] = ()
    linked_to: tuple[str, ...] = ()
    wallets: tuple[Wallet, ...] = ()


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as it stood on one day: ``name`` (such as ofac-sdn), the list's own ``date``, and the file it came from.

    ``digest`` is the SHA-256 of the file's bytes, or of those of its several files in order.
    """

    name: str
    date: date
    format: str
    source: str
    digest: str

    @property
    def id(self) -> str:
        """Name and date, as people write them: ``ofac-sdn@2022-09-14``."""
        return f"{self.name}@{self.date.isoformat()}"


@dataclass(frozen=True, slots=True)
class SanctionsList:
    """A list that was read: what it is, and its entries by number; ``notes`` say what in its files was left aside."""

    version: ListVersion
    entries: tuple[ListEntry, ...]
    notes: tuple[str, ...] = ()
