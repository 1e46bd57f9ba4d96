"""Which entries of a list a subject may be, with score and reason: a match is for review, never a verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from rigour.names import Name

from averment.lists.entry import ListEntry, ListKind, SanctionsList, Wallet
from averment.lists.index import NameIndex
from averment.lists.names import analysed, is_generic, similarity
from averment.lists.subject import Comparison, Subject, compare

LINK = 0.80
"""The least score of a link."""

SUGGEST = 0.70
"""The least score of a suggestion."""

_GROUPS = (
    frozenset({ListKind.INDIVIDUAL}),
    frozenset({ListKind.ENTITY}),
    frozenset({ListKind.VESSEL, ListKind.AIRCRAFT}),
)
_LETTER_CASE_COUNTS_NOT = ("0x", "bc1", "ltc1", "bitcoincash:")  # hexadecimal and bech32 addresses


class Level(StrEnum):
    """How strong a match is."""

    LINK = "link"
    """The name is alike, and what else is known agrees or does not speak against it."""
    SUGGEST = "suggest"
    """Less alike; or a person, a weak or a generic name, of which nothing else is known to agree."""


@dataclass(frozen=True, slots=True)
class ListMatch:
    """An entry that a subject may be: a link to review.

    ``list`` and ``list_date`` say which list, ``listed_name`` is the entry's name or alias that is alike, ``score``
    goes from 0 to 1, ``reason`` says what agrees and what does not.
    """

    name: str
    level: Level
    score: float
    list: str
    list_date: date
    entry: int
    entry_name: str
    listed_name: str
    kind: ListKind
    programs: tuple[str, ...]
    reason: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class _Listed:
    """One name of an entry, taken apart; weak where the list says so."""

    entry: ListEntry
    words: str
    name: Name
    weak: bool


class Screen:
    """A list made ready to look subjects up in; what a kind of subject needs is prepared when it is first asked."""

    def __init__(self, found: SanctionsList) -> None:
        """Screen against ``found``."""
        self.version = found.version
        self._entries = found.entries
        self._groups: dict[frozenset[ListKind], tuple[list[_Listed], NameIndex]] = {}

    def matches(self, subject: Subject) -> list[ListMatch]:
        """The entries that the subject may be: links first, then by score and number; one match an entry."""
        found: dict[int, ListMatch] = {}
        for match in self._by_name(subject):
            if match.entry not in found or _order(match) < _order(found[match.entry]):
                found[match.entry] = match
        return sorted(found.values(), key=_order)

    def wallet_matches(self, address: str, articles: int = 0) -> list[ListMatch]:
        """The entries with exactly this wallet address, by number; letter case is ignored where it means nothing."""
        subject = Subject(address, articles=articles)
        return [
            self._match(subject, entry, wallet.address, Level.LINK, 1.0, f"{wallet.asset} address, exactly")
            for entry, wallet in self._wallets.get(_address(address), [])
        ]

    @cached_property
    def _wallets(self) -> dict[str, list[tuple[ListEntry, Wallet]]]:
        owners: dict[str, list[tuple[ListEntry, Wallet]]] = {}
        for entry in self._entries:
            for wallet in entry.wallets:
                owners.setdefault(_address(wallet.address), []).append((entry, wallet))
        return owners

    def _by_name(self, subject: Subject) -> Iterator[ListMatch]:
        for group in _GROUPS:
            if subject.kind is None or subject.kind in group:
                listed, index = self._group(group)
                for words in dict.fromkeys((subject.name, *subject.names)):
                    name = analysed(words, min(group))
                    if name is not None:
                        yield from self._alike(subject, words, name, (listed[n] for n in index.near(name)))

    def _alike(self, subject: Subject, words: str, name: Name, several: Iterable[_Listed]) -> Iterator[ListMatch]:
        for listed in several:
            score = round(similarity(name, listed.name), 2)
            if score >= SUGGEST:
                compared = compare(subject, listed.entry)
                needs = _need(listed)
                level = _level(score, compared, second=bool(needs))
                if level is not None:
                    reason = _reason(subject, words, listed, compared, needs)
                    yield self._match(subject, listed.entry, listed.words, level, score, reason)

    def _group(self, group: frozenset[ListKind]) -> tuple[list[_Listed], NameIndex]:
        if group not in self._groups:
            kind = min(group)
            listed = [
                _Listed(entry, words, name, weak)
                for entry in self._entries
                if entry.kind in group
                for words, weak in _names(entry)
                if (name := analysed(words, kind)) is not None
            ]
            self._groups[group] = listed, NameIndex([one.name for one in listed])
        return self._groups[group]

    def _match(
        self, subject: Subject, entry: ListEntry, listed: str, level: Level, score: float, reason: str
    ) -> ListMatch:
        return ListMatch(
            name=subject.name,
            level=level,
            score=score,
            list=self.version.name,
            list_date=self.version.date,
            entry=entry.id,
            entry_name=entry.name,
            listed_name=listed,
            kind=entry.kind,
            programs=entry.programs,
            reason=reason,
            articles=subject.articles,
        )


def _names(entry: ListEntry) -> Iterator[tuple[str, bool]]:
    yield entry.name, False
    yield from ((alias.name, alias.weak) for alias in entry.aliases)


def _need(listed: _Listed) -> str:
    """Why a second property must agree before this name makes a link; empty where none needs to."""
    if listed.entry.kind is ListKind.INDIVIDUAL:
        return "a person"
    if listed.weak:
        return "a weak alias"
    return "a generic name" if listed.entry.kind is ListKind.ENTITY and is_generic(listed.name) else ""


def _level(score: float, compared: Comparison, *, second: bool) -> Level | None:
    """The level of a match; None for none. With a ``second`` property needed and one against it, only the very name."""
    sure = not compared.differing and bool(compared.agreeing or not second)
    if score >= LINK and sure:
        return Level.LINK
    against = second and bool(compared.differing) and not compared.agreeing
    return Level.SUGGEST if sure or (score >= LINK and not against) or score == 1.0 else None


def _reason(subject: Subject, words: str, listed: _Listed, compared: Comparison, needs: str) -> str:
    what = "name" if listed.words == listed.entry.name else "weak alias" if listed.weak else "alias"
    parts = [what if words == subject.name else f"{what}, for {words}", *compared.agreeing]
    parts += [f"differs: {differing}" for differing in compared.differing]
    if needs and not compared.agreeing:
        parts.append(f"{needs}: nothing else agrees")
    return "; ".join(parts)


def _order(match: ListMatch) -> tuple[bool, float, int]:
    return match.level is not Level.LINK, -match.score, match.entry


def _address(address: str) -> str:
    """A wallet address as it counts: letter case stays where it means something."""
    address = address.strip()
    low = address.lower()
    return low if low.startswith(_LETTER_CASE_COUNTS_NOT) else address
