"""The lexicon of cues: words that report speech or thought, read from ``cues.toml`` and checked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.errors import LexiconError
from averment.records import Act

FRAMES = frozenset({"clause", "quote", "verbal", "object", "party", "as"})
FILE = "cues.toml"


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A cue of the lexicon: its lemmas, head first; where each frame's content stands; the act for each frame."""

    words: tuple[str, ...]
    acts: Mapping[str, Act]

    def __contains__(self, frame: str) -> bool:
        """Whether the content can stand in ``frame``."""
        return frame in self.acts

    @property
    def speaks(self) -> bool:
        """Whether the cue can report a quotation."""
        return "clause" in self.acts or "quote" in self.acts

    def act(self, frame: str) -> Act:
        """The speech act that the cue itself names when its content stands in ``frame``."""
        return self.acts.get(frame) or next(iter(self.acts.values()), Act.ASSERT)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by the lemma of their head: verbs (longest entry first), nouns with their acts, light verbs.

    ``active`` are the verbs whose passive reports nothing when all that it has is a noun phrase; ``deeds`` those that
    report nothing with a noun phrase at all, whatever else they report.
    """

    verbs: Mapping[str, tuple[CueEntry, ...]]
    nouns: Mapping[str, Act]
    light: frozenset[str]
    active: frozenset[str]
    deeds: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once."""
    return read_lexicon(files("averment.attribute").joinpath(FILE).read_text("utf-8"))


def read_lexicon(text: str, name: str = FILE) -> Lexicon:
    """Read a lexicon from TOML; raise ``LexiconError`` naming the file and the entry that cannot be used."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is not valid TOML: {error}") from error
    entries: dict[tuple[str, ...], dict[str, Act]] = {}
    for group, words in _groups(raw, "verb", name):
        frames = group.get("frames", [])
        if not frames or not FRAMES.issuperset(frames):
            raise LexiconError(f"{name}: the verbs {words[:3]} have frames {frames}; known are {sorted(FRAMES)}.")
        for word in words:
            acts = entries.setdefault(tuple(word.split()), {})
            acts.update({frame: _act(group, words, name) for frame in frames})
    nouns = {word: _act(group, words, name) for group, words in _groups(raw, "noun", name) for word in words}
    lists = (frozenset(_words(raw.get(key, {"words": []}), name)) for key in ("light", "active", "deeds"))
    return Lexicon(_by_head(entries), nouns, *lists)


def _groups(raw: Mapping[str, Any], kind: str, name: str) -> Iterator[tuple[Mapping[str, Any], list[str]]]:
    for group in raw.get(kind, []):
        yield group, _words(group, name)


def _words(group: Mapping[str, Any], name: str) -> list[str]:
    words = group.get("words")
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise LexiconError(f"{name}: a group needs 'words', a list of lemmas; got {words!r}.")
    return words


def _act(group: Mapping[str, Any], words: list[str], name: str) -> Act:
    try:
        return Act(group.get("act", ""))
    except ValueError as error:
        raise LexiconError(
            f"{name}: the words {words[:3]} have act {group.get('act')!r}; known are {[act.value for act in Act]}."
        ) from error


def _by_head(entries: Mapping[tuple[str, ...], dict[str, Act]]) -> dict[str, tuple[CueEntry, ...]]:
    heads: dict[str, list[CueEntry]] = {}
    for words, acts in entries.items():
        heads.setdefault(words[0], []).append(CueEntry(words, acts))
    return {head: tuple(sorted(found, key=lambda e: -len(e.words))) for head, found in heads.items()}
