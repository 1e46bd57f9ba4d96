"""Further mentions of an act that was told before: "the sanctions" after "has designated"."""

from collections import defaultdict
from dataclasses import replace

from averment.code.draft import EventDraft
from averment.code.sides import Sides
from averment.parse.tree import Token
from averment.records import Status

REMEMBERED = 50  # first mentions of a type looked back at; an article tells fewer acts of a type


def linked(drafts: list[EventDraft], sides: Sides) -> list[EventDraft]:
    """The drafts with ``same_as`` set where a noun takes up an earlier event of the same type, mode and parties."""
    out: list[EventDraft] = []
    firsts: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        known = firsts[draft.type, draft.mode]
        same = None
        if draft.trigger[0].pos in {"NOUN", "PROPN"} and draft.status is not Status.NEGATED:
            same = next((n for n in known[-REMEMBERED:] if _takes_up(draft, out[n], sides)), None)
        out.append(replace(draft, same_as=same))
        if same is None:
            known.append(number)
    return out


def _takes_up(later: EventDraft, first: EventDraft, sides: Sides) -> bool:
    """Whether no side differs, some side agrees, and both or neither are history."""
    if (later.status is Status.HISTORICAL) != (first.status is Status.HISTORICAL):
        return False
    agree = False
    for mine, theirs in ((later.actors, first.actors), (later.recipients, first.recipients)):
        some, others = _names(mine, sides), _names(theirs, sides)
        if some and others and some != others:
            return False
        agree |= bool(some & others)
    return agree


def _names(tokens: tuple[Token, ...], sides: Sides) -> frozenset[str]:
    """The parties by country where they have one, so that a minister and the government count as one."""
    return frozenset(sides.country(t) or sides.name(t) for t in tokens)
