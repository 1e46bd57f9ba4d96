"""PLOVER's types, modes, contexts and sectors, read from ``plover.toml`` when first asked for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types: its quad class (1 to 4), whether it needs a recipient, and its modes."""

    name: str
    quad: int
    recipient: bool
    modes: tuple[str, ...]


class Ontology:
    """The codebook; its tables are loaded on first use."""

    @cached_property
    def _raw(self) -> dict[str, Any]:
        return tomllib.loads((files("averment.ontology") / "plover.toml").read_text(encoding="utf-8"))

    @cached_property
    def types(self) -> Mapping[str, EventType]:
        """The event types by name, in the manual's order."""
        return {
            name: EventType(name, row["quad"], row["recipient"], tuple(row["modes"]))
            for name, row in self._raw["types"].items()
        }

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """The contexts that an event may have."""
        return tuple(self._raw["contexts"])

    @cached_property
    def sectors(self) -> Mapping[str, str]:
        """Sector codes with what they stand for."""
        return {code: str(meaning) for code, meaning in self._raw["sectors"].items()}


PLOVER = Ontology()
