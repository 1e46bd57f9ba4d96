"""An attribution as it is found: spans and tokens, before its speaker is resolved to an entity."""

from dataclasses import dataclass
from typing import Protocol

from averment.parse.tree import Parsed, Token
from averment.records import Act, Quoted, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one statement.

    ``source_head``, ``cue_head`` and ``content_head`` are the tokens on which the fragments hang in the tree
    (``source_head`` is None where nobody is named; ``content_head`` is None for a quotation without a tree of its
    own). ``addressee`` is the head of the party spoken to, ``parent`` the index, in the same list, of the
    attribution whose content this one stands in, and ``rule`` the name of the rule that found it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_head: Token | None
    cue_head: Token
    content_head: Token | None
    act: Act
    quoted: Quoted
    rule: str
    confidence: float
    parent: int | None = None
    addressee: Token | None = None


class Attributor(Protocol):
    """Anything that finds the attributions of a parsed article, in text order of their first fragments."""

    def attribute(self, parsed: Parsed) -> list[Attribution]:
        """Return the attributions; parents may stand anywhere in the list."""
        ...
