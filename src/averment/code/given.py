"""What an event is whose words are given: between two parties, or at a trigger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from averment.code.encoded import Told
from averment.models.encoder import encoder
from averment.models.kinds import KINDS
from averment.records import Span


@dataclass(frozen=True, slots=True)
class Relation:
    """What one party does to another: type and mode of the codebook, and the probability of each type.

    ``by_table`` are the probabilities of types as the published table from CAMEO files them: sanctions imposed are
    COERCE there, and convictions ACCUSE.
    """

    type: str
    mode: str | None
    types: Mapping[str, float]
    by_table: Mapping[str, float]


def relation(text: str, actor: Sequence[Span], recipient: Sequence[Span], folder: Path | None = None) -> Relation:
    """The relation of a pair in a sentence; spans are code points of ``text``, and one side may be empty.

    Needs the trained encoder, whose weights ``folder`` holds if they are not the package's own.
    """
    import numpy as np

    logs = encoder(folder).told(text, (), actor, recipient, shown=True)["relation"]
    types: dict[str, float] = {}
    by_table: dict[str, float] = {}
    for kind, chance in zip(KINDS, np.exp(logs).tolist(), strict=True):
        types[kind.type] = types.get(kind.type, 0.0) + chance
        by_table[kind.by_table] = by_table.get(kind.by_table, 0.0) + chance
    best = max(types, key=types.__getitem__)
    number = max((n for n, kind in enumerate(KINDS) if kind.type == best), key=logs.__getitem__)
    return Relation(best, KINDS[number].mode, types, by_table)


def event_at(
    text: str, trigger: Sequence[Span], actor: Sequence[Span], recipient: Sequence[Span], folder: Path | None = None
) -> Told:
    """What the encoder says of the event at a trigger with its sides; spans are code points of ``text``."""
    said = encoder(folder).told(text, trigger, actor, recipient)
    return Told(said["kind"], said["status"], said["stance"])
