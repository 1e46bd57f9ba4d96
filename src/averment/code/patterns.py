"""The patterns of the event lexicon: what they say, and how they are read from their files.

A verb pattern is written as the sentence it covers, for instance ``cut|sever @ties with:R``::

    [A|R|AR|S] verb|verb[+particle] [object] [preposition|preposition:slot] ... [>verbs]

The subject is the actor ``A`` unless another side is written first (``R``: it is the recipient; ``AR``: both sides;
``S``: an actor that is a state or one of its organs).
The object is ``R`` or ``A`` (a side), words in brackets (``[tie relation]``), a class of ``classes.toml`` (``@ties``),
``*`` (any), or absent; bracketed words after it are its complement ("hold R [responsible]", "give R @aid"). A slot
after a preposition is a side, words or a class likewise; ``?`` after it makes it optional. ``>[meet talk]`` asks for
one of these verbs as an infinitive, ``>*`` for any; its objects serve as the pattern's own.

A noun pattern is ``[modifier|modifier~]noun|noun [preposition:slot] ...``; its actor is the possessor, the maker named
with ``by``, an adjective of nationality, or the subject of the verb that it serves. ``compound:R`` makes a country's
name before the noun the recipient ("the Albania hack").
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from averment.errors import LexiconError
from averment.ontology.plover import PLOVER

SIDES = frozenset({"A", "R", "AR", "S"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill a place: a side (``A``, ``R``, ``AR``), one of ``words`` (lemmas), or anything."""

    side: str | None = None
    words: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the lexicon; ``heads`` maps the lemmas that open it to the particle that each needs, or None."""

    type: str
    mode: str | None
    text: str
    heads: Mapping[str, str | None]
    subject: str = "A"
    modifiers: frozenset[str] = frozenset()
    object: Slot | None = None
    complement: frozenset[str] = frozenset()
    prepositions: tuple[tuple[frozenset[str], Slot], ...] = ()
    infinitive: Slot | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by the lemma of their head."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package ships, read once."""
    return load(files("averment.code") / "lexicon")


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The word classes that the patterns name, read once."""
    return _classes(files("averment.code") / "lexicon" / "classes.toml")


def load(folder: Traversable) -> Lexicon:
    """Read every type's file of ``folder``; raises LexiconError naming file and pattern."""
    classes = _classes(folder / "classes.toml")
    verbs: dict[str, list[Pattern]] = defaultdict(list)
    nouns: dict[str, list[Pattern]] = defaultdict(list)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml") or file.name == "classes.toml":
            continue
        for pattern, is_noun in _patterns(file, classes):
            for head in pattern.heads:
                (nouns if is_noun else verbs)[head].append(pattern)
    return Lexicon({k: tuple(v) for k, v in verbs.items()}, {k: tuple(v) for k, v in nouns.items()})


def _classes(file: Traversable) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _toml(file).items()}


def _toml(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file.name}: {error}") from error


def _patterns(file: Traversable, classes: Mapping[str, frozenset[str]]) -> list[tuple[Pattern, bool]]:
    content = _toml(file)
    kind = content.pop("type", None)
    if not isinstance(kind, str) or kind not in PLOVER.types:
        raise LexiconError(f"{file.name}: 'type' must be one of {', '.join(PLOVER.types)}, not {kind!r}.")
    found: list[tuple[Pattern, bool]] = []
    for mode, section in content.items():
        if mode != "none" and mode not in PLOVER.types[kind].modes:
            raise LexiconError(
                f"{file.name}: {kind} has no mode {mode!r}; use 'none' or {', '.join(PLOVER.types[kind].modes)}."
            )
        if not isinstance(section, dict) or not set(section) <= {"verbs", "nouns"}:
            raise LexiconError(f"{file.name}: [{mode}] must hold lists 'verbs' and 'nouns', not {section!r}.")
        for part, lines in section.items():
            for line in lines:
                try:
                    found.append(
                        (
                            _parse(line, kind, None if mode == "none" else mode, part == "nouns", classes),
                            part == "nouns",
                        )
                    )
                except (KeyError, ValueError, IndexError) as error:
                    raise LexiconError(f"{file.name}: [{mode}] {part}: cannot read {line!r}: {error}.") from error
    return found


def _parse(line: str, kind: str, mode: str | None, noun: bool, classes: Mapping[str, frozenset[str]]) -> Pattern:
    words = _words(line)
    subject = words.pop(0) if words[0] in SIDES else "A"
    head = words.pop(0)
    modifiers, _, head = head.rpartition("~")
    filler: Slot | None = None
    complement: frozenset[str] = frozenset()
    infinitive: Slot | None = None
    prepositions: list[tuple[frozenset[str], Slot]] = []
    for word in words:
        if word.startswith(">"):
            infinitive = _slot(word[1:], classes)
        elif ":" in word:
            names, _, slot = word.partition(":")
            prepositions.append((frozenset(names.split("|")), _slot(slot, classes)))
        elif filler is None and not noun:
            filler = _slot(word, classes)
        elif not noun and not complement:
            complement = _slot(word, classes).words
            if not complement:
                raise ValueError(f"{word!r} is no complement")
        else:
            raise ValueError(f"{word!r} has no place")
    return Pattern(
        kind, mode, line, _heads(head), subject, frozenset(filter(None, modifiers.split("|"))), filler, complement,
        tuple(prepositions), infinitive,
    )  # fmt: skip


def _heads(alternatives: str) -> dict[str, str | None]:
    """Lemma to particle of "cut|break+off"."""
    pairs = (alternative.partition("+") for alternative in alternatives.split("|"))
    return {lemma: particle or None for lemma, _, particle in pairs}


def _words(line: str) -> list[str]:
    """The pattern's words; a bracketed list is one word."""
    found: list[str] = []
    for word in line.split():
        if found and "[" in found[-1] and "]" not in found[-1]:
            found[-1] += " " + word
        else:
            found.append(word)
    return found


def _slot(word: str, classes: Mapping[str, frozenset[str]]) -> Slot:
    optional = word.endswith("?")
    word = word.removesuffix("?")
    if word in SIDES:
        return Slot(side=word, optional=optional)
    if word == "*":
        return Slot(optional=optional)
    if word.startswith("@"):
        return Slot(words=classes[word[1:]], optional=optional)
    if word.startswith("[") and word.endswith("]"):
        chosen: set[str] = set()
        for item in word[1:-1].split():
            chosen |= classes[item[1:]] if item.startswith("@") else {item}
        return Slot(words=frozenset(chosen), optional=optional)
    raise ValueError(f"{word!r} is no side, class or bracketed list")
