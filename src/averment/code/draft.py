"""An event as it is found: tokens and indices, before ids are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from averment.attribute.attribution import Attribution
from averment.parse.tree import Parsed, Token
from averment.records import Span, Stance, Status
from averment.resolve.resolution import Resolution


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One event.

    ``actors`` and ``recipients`` are the head tokens of the sides' phrases; one that has no mention in the resolution
    ("a power station") is nobody, and its words stand in ``phrases``, by the head's index. ``according_to`` is an index
    into the attributions, or None for the outlet's own voice; ``same_as`` an index into the drafts; ``rule`` names what
    found the event; ``quantities`` are the counts and sums of its phrases, ``targets`` the sectors that a cyber
    attack struck.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    status: Status
    stance: Stance
    according_to: int | None
    effects: tuple[str, ...]
    rule: str
    confidence: float
    same_as: int | None = None
    quantities: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    phrases: Mapping[int, Span] = field(default_factory=dict)


class Coder(Protocol):
    """Anything that codes the events of a parsed article, in text order of their triggers."""

    def code(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> list[EventDraft]:
        """Return the events."""
        ...
