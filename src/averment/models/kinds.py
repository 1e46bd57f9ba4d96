"""The kinds of event that the encoder tells apart: every mode of every PLOVER type, and sanctions imposed.

PLOVER's manual files sanctions under SANCTION discontinue, the published table from CAMEO under COERCE restrict (CAMEO
163); likewise a conviction is SANCTION convict or, by the table, ACCUSE (CAMEO 116). Kept apart here, both readings can
be given.
"""

from typing import NamedTuple

from averment.ontology.plover import PLOVER


class Kind(NamedTuple):
    """A type and a mode of the codebook, and the type by the table from CAMEO."""

    type: str
    mode: str | None
    by_table: str


IMPOSED = Kind("SANCTION", "discontinue", "COERCE")
"""Sanctions, designations, embargoes."""

_BY_TABLE = {("SANCTION", "convict"): "ACCUSE"}

KINDS: tuple[Kind, ...] = (
    *(
        Kind(name, mode, _BY_TABLE.get((name, mode or ""), name))
        for name, event_type in PLOVER.types.items()
        for mode in (None, *event_type.modes)
    ),
    IMPOSED,
)
"""In the order of the encoder's outputs."""
