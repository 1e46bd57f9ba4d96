"""What resolution says of an article: its entities, who is mentioned where, and its dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from averment.attribute.attribution import Attribution
from averment.parse.tree import Parsed, Token
from averment.records import Article, DateRange, Entity, Mention


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: the token it hangs on in the tree, and the days it may mean (with its span)."""

    head: Token
    when: DateRange


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities and mentions of one article.

    ``heads`` leads from the index of a phrase's head token to the mention of that phrase. A phrase that stands for no
    party (a thing, an idea) has no mention. ``published`` is the publication date used to resolve relative dates.
    ``members`` leads from the head of a phrase that stands for several parties ("these two countries") to their ids.
    """

    entities: Mapping[str, Entity]
    mentions: tuple[Mention, ...]
    heads: Mapping[int, Mention]
    dates: tuple[DateMention, ...]
    published: date | None
    members: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def mention(self, token: Token | None) -> Mention | None:
        """The mention whose phrase hangs on ``token``."""
        return self.heads.get(token.i) if token is not None else None

    def entity(self, token: Token | None) -> Entity | None:
        """The entity that the phrase hanging on ``token`` stands for."""
        found = self.mention(token)
        return self.entities[found.entity] if found else None


class Resolver(Protocol):
    """Anything that resolves the mentions of a parsed article."""

    def resolve(self, article: Article, parsed: Parsed, attributions: list[Attribution]) -> Resolution:
        """Return the resolution; what cannot be told stays out of it."""
        ...
