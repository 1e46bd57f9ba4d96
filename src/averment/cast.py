"""Who speaks and who is spoken to, one entity for each side: several speakers of one statement are a joint party."""

from dataclasses import replace

from averment.ids import digest
from averment.parse.tree import Token
from averment.records import Entity, EntityKind
from averment.resolve.resolution import Resolution


class Cast:
    """The entities of one article, with the joint parties that its statements need."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._entities = dict(resolution.entities)
        for head, members in resolution.members.items():
            name = resolution.heads[head].entity
            self._entities[name] = replace(self._entities[name], members=members)

    def entities(self) -> tuple[Entity, ...]:
        """All entities, the joint ones last."""
        return tuple(self._entities.values())

    def entity(self, head: Token | None) -> str | None:
        """The entity that the phrase on ``head`` stands for, a joint one for several ("the US and Britain")."""
        if head is None:
            return None
        named = [self._resolution.heads[t.i].entity for t in head.conjuncts() if t.i in self._resolution.heads]
        several = tuple(dict.fromkeys(named))
        if len(several) <= 1:
            return several[0] if several else None
        return self._joint(several)

    def _joint(self, members: tuple[str, ...]) -> str:
        """The party made of ``members``, in the order of the text."""
        name = f"joint:{digest(*members)}"
        if name not in self._entities:
            parties = [self._entities[member] for member in members]
            countries = {party.country for party in parties}
            self._entities[name] = Entity(
                id=name,
                name=_listed([party.name for party in parties]),
                kind=EntityKind.GROUP,
                country=countries.pop() if len(countries) == 1 else None,
                sectors=tuple(dict.fromkeys(sector for party in parties for sector in party.sectors)),
                reason="named together as the source of a statement",
                members=members,
            )
        return name


def _listed(names: list[str]) -> str:
    """Names as English lists them: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"
