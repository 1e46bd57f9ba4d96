"""PLOVER's size of an event: how many were killed, injured and arrested, where an event's quantities say so."""

import re
from collections import Counter
from collections.abc import Iterable

from averment.export.record import PloverSize

# The field has no place for a hedge: of "at least 12" and "about 12" it holds 12; what is but a most ("up to 12") or a
# range is left out, and so is what is no number ("dozens").
_SAID = re.compile(r"(?:(?:at least|more than|about|nearly) )?(\d+)(?: (?!to \d).*)? (killed|injured|arrested)")


def size(quantities: Iterable[str]) -> PloverSize | None:
    """The size that quantities such as "12 soldiers killed" say, several of a kind added up; None without any."""
    counts: Counter[str] = Counter()
    for quantity in quantities:
        if found := _SAID.fullmatch(quantity):
            counts[found[2]] += int(found[1])
    if not counts:
        return None
    return PloverSize(counts.get("killed"), counts.get("injured"), counts.get("arrested"))
