"""An event as it is found: tokens and indices, before ids are given."""

from dataclasses import dataclass
from typing import Protocol

from averment.attribute.attribution import Attribution
from averment.parse.tree import Parsed, Token
from averment.records import Stance, Status
from averment.resolve.resolution import Resolution


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One event.

    ``actors`` and ``recipients`` are the head tokens of the sides' phrases, each with a mention in the resolution;
    ``according_to`` is an index into the attributions, or None for the outlet's own voice; ``same_as`` an index
    into the drafts; ``rule`` names the lexicon entry and the construction that found it; ``quantities`` are the counts
    and sums of its phrases, ``targets`` the sectors that a cyber attack struck.
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


class Coder(Protocol):
    """Anything that codes the events of a parsed article, in text order of their triggers."""

    def code(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> list[EventDraft]:
        """Return the events."""
        ...
