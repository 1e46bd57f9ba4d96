"""From a phrase of the frame to the party that it stands for, itself or through its owner."""

from averment.code.frames import Frames, members, prepositional
from averment.parse.tree import Token
from averment.records import Entity, EntityKind
from averment.resolve.resolution import Resolution

_OF = frozenset({"of"})
_BY = frozenset({"by"})
_NAMES = ("amod", "compound", "nmod")
_DEEPEST = 3
_STATE_KINDS = frozenset({EntityKind.STATE, EntityKind.GOVERNMENT_BODY, EntityKind.ORGAN})


class Sides:
    """Finds the parties of one article's phrases."""

    def __init__(self, resolution: Resolution, frames: Frames) -> None:
        self.resolution = resolution
        self.frames = frames

    def parties(self, tokens: list[Token], descend: bool = True) -> list[Token]:
        """Head tokens of the parties that the phrases stand for, each entity once, in order.

        A phrase that is no party stands for its owner ("the country's decision") unless ``descend`` is false.
        """
        found: list[Token] = []
        seen: set[str] = set()
        for token in tokens:
            for party in self._party(token, 0 if descend else _DEEPEST):
                name = self.entity(party).id
                if name not in seen:
                    seen.add(name)
                    found.append(party)
        return found

    def is_party(self, token: Token) -> bool:
        """Whether the phrase itself is a party."""
        return token.i in self.resolution.heads

    def entity(self, party: Token) -> Entity:
        """The entity of a party's head token."""
        return self.resolution.entities[self.resolution.heads[party.i].entity]

    def name(self, side: Token) -> str:
        """What a side is known by: its entity's id, or the word itself where it is no party."""
        return self.entity(side).id if self.is_party(side) else f"word:{side.lemma}"

    def is_state(self, party: Token) -> bool:
        """Whether the party is a state or acts for one."""
        entity = self.entity(party)
        return entity.kind in _STATE_KINDS or "GOV" in entity.sectors

    def country(self, party: Token) -> str | None:
        """The party's country, if it has one; a phrase that is no party has none."""
        return self.entity(party).country if self.is_party(party) else None

    def countries(self, party: Token) -> frozenset[str]:
        """The countries that a party stands for: several where it is a plural such as "both countries"."""
        ids = self.resolution.members.get(party.i)
        if not ids:
            return frozenset(filter(None, (self.country(party),)))
        return frozenset(c for c in (self.resolution.entities[i].country for i in ids) if c)

    def owner(self, noun: Token) -> list[Token]:
        """Parties that a thing belongs to or comes from: possessor, nationality, maker, "of"."""
        direct = members(noun.each("poss")) + prepositional(noun, _BY)
        named = [c for c in noun.each(*_NAMES) if self.is_party(c)]
        made = [t for clause in noun.each("acl") for t in prepositional(clause, _BY)]
        return self.parties(direct or named or made or prepositional(noun, _OF))

    def _party(self, token: Token, depth: int) -> list[Token]:
        apposed = [c for c in members(token.each("appos")) if self.is_party(c)]
        if self.is_party(token) and (not apposed or self.country(token) or not self.country(apposed[0])):
            return [token]
        if apposed:
            return apposed
        if depth >= _DEEPEST or token.pos in {"VERB", "AUX", "PRON", "ADJ"}:
            return []
        steps = (
            members(token.each("poss")),
            [c for c in token.each(*_NAMES) if self.is_party(c)],
            [t for clause in token.each("acl") for t in prepositional(clause, _BY)],
            prepositional(token, _BY),
            prepositional(token, _OF),
        )
        for step in steps:
            found = [party for t in step for party in self._party(t, depth + 1)]
            if found:
                return found
        return []
