"""The entities of one article while it is being read: they gain a country, a role, an alias, or turn out to be one."""

from dataclasses import dataclass, field

from averment.records import Entity, EntityKind
from averment.resolve.gazetteer import Listing


@dataclass(slots=True)
class Draft:
    """An entity in the making; ``words`` are the lower-case words of its roles or its name, ``base`` its head noun,
    ``gender`` "he" or "she" where a title or a pronoun has said so."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    reason: str
    plural: bool = False
    named: bool = True
    base: str = ""
    gender: str = ""
    words: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)

    def entity(self) -> Entity:
        """The finished record."""
        return Entity(
            self.id, self.name, self.kind, self.country, self.sectors, tuple(self.aliases), reason=self.reason
        )


def draft_of(listing: Listing) -> Draft:
    """An entity as a list knows it."""
    person = listing.kind is EntityKind.PERSON  # known by roles, which the text tells
    base = "" if person else listing.name.split(" of ")[0].split()[-1].lower()
    words = set() if person else set(listing.name.lower().split())
    plural = listing.kind is EntityKind.GROUP
    return Draft(listing.id, listing.name, listing.kind, listing.country, listing.sectors, listing.reason,
                 plural=plural, base=base, words=words)  # fmt: skip


class Register:
    """All entities of an article by id; two that turn out to be one keep the id of the later, named one."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._merged: dict[str, str] = {}

    def add(self, draft: Draft) -> Draft:
        """Keep ``draft``, or return the entity that has its id already, which gains what it lacked."""
        known = self._drafts.setdefault(self.final(draft.id), draft)
        if known is not draft:
            _complete(known, draft)
        return known

    def get(self, identity: str) -> Draft:
        """The entity with this id, or the one that it was merged into."""
        return self._drafts[self.final(identity)]

    def merge(self, other: Draft, into: Draft) -> None:
        """Make ``other`` the same entity as ``into``."""
        if other.id == into.id:
            return
        self._merged[other.id] = into.id
        self._drafts.pop(other.id, None)
        _complete(into, other)

    def final(self, identity: str) -> str:
        """The id that stands for this one in the end."""
        while identity in self._merged:
            identity = self._merged[identity]
        return identity

    def drafts(self) -> list[Draft]:
        """All entities, in the order in which they were first met."""
        return list(self._drafts.values())


def _complete(known: Draft, other: Draft) -> None:
    """Give ``known`` what ``other`` knows beyond it."""
    known.country = known.country or other.country
    known.sectors = known.sectors or other.sectors
    known.base = known.base or other.base
    known.gender = known.gender or other.gender
    known.words |= other.words
    for alias in (other.name, *other.aliases):
        if other.named and alias != known.name and alias not in known.aliases:
            known.aliases.append(alias)
