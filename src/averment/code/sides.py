"""From a phrase of the frame to the party that it stands for, itself or through its owner."""

from averment.code.frames import Frames, members, prepositional
from averment.parse.tree import Token
from averment.resolve.resolution import Resolution

_OF = frozenset({"of"})
_BY = frozenset({"by"})
_NAMES = ("amod", "compound", "nmod")
_DEEPEST = 3


class Sides:
    """Finds the parties of one article's phrases."""

    def __init__(self, resolution: Resolution, frames: Frames) -> None:
        self.resolution = resolution
        self.frames = frames

    def parties(self, tokens: list[Token]) -> list[Token]:
        """Head tokens of the parties that the phrases stand for, each entity once, in order."""
        found: list[Token] = []
        seen: set[str] = set()
        for token in tokens:
            for party in self._party(token, 0):
                entity = self.resolution.heads[party.i].entity
                if entity not in seen:
                    seen.add(entity)
                    found.append(party)
        return found

    def is_party(self, token: Token) -> bool:
        """Whether the phrase itself is a party."""
        return token.i in self.resolution.heads

    def country(self, token: Token) -> str | None:
        """The party's country, if it has one."""
        entity = self.resolution.entity(token)
        return entity.country if entity else None

    def countries(self, token: Token) -> frozenset[str]:
        """The countries that the phrase stands for: several where it is a plural such as "both countries"."""
        ids = self.resolution.members.get(token.i)
        if not ids:
            return frozenset(filter(None, (self.country(token),)))
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
