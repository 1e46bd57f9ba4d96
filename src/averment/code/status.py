"""Whether and when an event took place, read from negation, modality, tense and dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from averment.parse.tree import Token
from averment.records import Status

_DEEPEST = 4  # heads looked at above the trigger: further up, negation and modality no longer have scope
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "attr", "nsubjpass", "conj", "advcl"})


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Lemmas that give a status to what they govern, from ``status.toml``."""

    hypothetical_modals: frozenset[str]
    future_modals: frozenset[str]
    future_heads: frozenset[str]
    hypothetical_heads: frozenset[str]
    weighing_heads: frozenset[str]
    negating_heads: frozenset[str]
    negators: frozenset[str]
    conditions: frozenset[str]
    light_verbs: frozenset[str]
    past_modifiers: frozenset[str]
    alleging_modifiers: frozenset[str]
    doubting_modifiers: frozenset[str]


@cache
def status_words() -> StatusWords:
    """The words that the package ships, read once."""
    raw: Mapping[str, list[str]] = tomllib.loads((files("averment.code") / "status.toml").read_text(encoding="utf-8"))
    return StatusWords(**{name: frozenset(words) for name, words in raw.items()})


def status(trigger: Token) -> Status:
    """The status that the tree gives the event at ``trigger``; a date may still make a factual one historical."""
    words = status_words()
    if _negated(trigger, words):
        return Status.NEGATED
    token, modal = trigger, _modal(trigger, words)
    for _ in range(_DEEPEST):
        if modal:
            return modal
        if token.dep == "advcl" and any(c.dep == "mark" and c.lower in words.conditions for c in token.children):
            return Status.HYPOTHETICAL
        if token.head is token or token.dep not in _CLAUSES | {"prep"}:
            break
        below, token = token, token.head
        if below is trigger and token.lemma in words.weighing_heads:
            return Status.HYPOTHETICAL
        modal = _governed(below, token, words)
    return _modified(trigger, words)


def is_future(verb: Token) -> bool:
    """Whether the verb stands in the future: "will not lift"."""
    return any(c.dep == "aux" and c.lower in status_words().future_modals | {"would"} for c in verb.children)


def _negated(trigger: Token, words: StatusWords) -> bool:
    governor = trigger.head if trigger.dep in {"dobj", "nsubjpass", "attr", "xcomp"} else None
    if governor is not None and trigger.pos != "VERB" and governor.lemma not in words.light_verbs:
        governor = None  # "never condemned the attack": the attack took place
    for token in filter(None, (trigger, governor)):
        if any(
            c.dep == "neg" or (c.dep in {"det", "advmod", "preconj"} and c.lower in words.negators)
            for c in token.children
        ):
            return True
    if trigger.dep == "pobj":  # "without any sanctions", "no role in the attack"
        prep = trigger.head
        if prep.lower in words.negators or any(c.dep == "det" and c.lower == "no" for c in prep.head.children):
            return True
    return trigger.dep in {"xcomp", "pcomp", "dobj"} and trigger.head.lemma in words.negating_heads


def _modal(verb: Token, words: StatusWords) -> Status | None:
    for child in verb.children:
        if child.dep == "aux":
            if child.lower in words.future_modals:
                return Status.FUTURE
            if child.lower in words.hypothetical_modals and not _past_could(child, verb):
                return Status.HYPOTHETICAL
    return None


def _past_could(modal: Token, verb: Token) -> bool:
    """ "so that it could continue": a purpose, told as past."""
    return modal.lower == "could" and any(c.dep == "mark" and c.lower in {"that", "so"} for c in verb.children)


def _governed(below: Token, head: Token, words: StatusWords) -> Status | None:
    """The status that ``head`` gives to what hangs on it through ``below``."""
    if below.dep == "conj":
        return _modal(head, words)
    if head.lemma in words.hypothetical_heads:
        return Status.HYPOTHETICAL
    if head.lemma in words.future_heads:
        return Status.FUTURE
    return _modal(head, words) if below.dep in {"xcomp", "dobj", "nsubjpass", "attr"} else None


def _modified(trigger: Token, words: StatusWords) -> Status:
    for child in trigger.children:
        if child.dep in {"amod", "advmod", "compound"} and child.lower in words.past_modifiers:
            return Status.HISTORICAL
    return Status.FACTUAL
