"""The names that are known beforehand, and how they are found among an article's tokens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from averment.parse.tree import Token
from averment.records import EntityKind

HYPHEN = re.compile(r"(?<=[^\W\d_])([-/])(?=[^\W\d_])")  # the parser makes a token of it between letters alone
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
ACRONYM_LENGTH = 5  # up to this length an entry in capitals must stand in capitals: "us" is not "US", "who" not "WHO"


class Sort(StrEnum):
    """What a listed name is; it decides how the words around it are read."""

    STATE = "state"
    DEMONYM = "demonym"
    METONYM = "metonym"
    PLACE = "place"
    BODY = "body"
    PARTY = "party"
    PERSON = "person"
    LOOKALIKE = "lookalike"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listed name stands for: the entity's id, name, kind, country and sectors, and the list it is in.

    A name of several parties has their listings as its ``meanings``, and is itself what it stands for where the text
    does not say which.
    """

    sort: Sort
    id: str
    name: str
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    reason: str
    meanings: tuple["Listing", ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name at tokens ``begin`` to ``end`` (indices, end exclusive); ``head`` is the token it hangs on."""

    begin: int
    end: int
    head: int
    listing: Listing


Entry = tuple[tuple[str, ...], str, Listing]
"""The words of a name, its second in lower case (most names that begin alike part there), and what it stands for."""


class Gazetteer:
    """Finds listed names: the longest at each place, in the letter case in which names are written."""

    def __init__(self, entries: Iterable[tuple[str, Listing]]) -> None:
        self._first: dict[str, list[Entry]] = {}
        for phrase, listing in entries:
            words = words_of(phrase)
            second = words[1].lower() if len(words) > 1 else ""
            self._first.setdefault(words[0].lower(), []).append((words, second, listing))
        for found in self._first.values():
            found.sort(key=_longest_first)

    def scan(self, tokens: list[Token]) -> dict[int, Hit]:
        """The hits, each under the index of every token that it covers."""
        hits: dict[int, Hit] = {}
        covered = 0
        first = self._first
        for i, token in enumerate(tokens):
            if i < covered:
                continue
            entries = first.get(token.lower) or ("." in token.text and first.get(_undotted(token).lower()))
            hit = _match(tokens, i, entries) if entries else None
            if hit:
                covered = hit.end
                hits.update((index, hit) for index in range(hit.begin, hit.end))
        return hits


def words_of(phrase: str) -> tuple[str, ...]:
    """``phrase`` cut into words as the parser cuts it."""
    return tuple(HYPHEN.sub(r" \1 ", phrase).replace("'s", " 's").split())


def _longest_first(entry: Entry) -> int:
    return -len(entry[0])


def _match(tokens: list[Token], i: int, entries: list[Entry]) -> Hit | None:
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    for words, second, listing in entries:
        if second and second != following:
            continue
        end = i + len(words)
        if end <= len(tokens) and all(map(_written, words, tokens[i:end])):
            return Hit(i, end, _head(tokens, i, end), listing)
    return None


def _undotted(token: Token) -> str:
    """An acronym in capitals without its points: "F.S.B." is "FSB"; any other word as it stands."""
    bare = token.text.replace(".", "")
    return bare if len(bare) > 2 and bare.isupper() and DOTTED.match(token.text) else token.text


def _written(word: str, token: Token) -> bool:
    """Whether ``token`` writes ``word``: the same letters, and a capital where a name needs one."""
    text = token.text
    if text == word or ("." in text and _undotted(token) == word):
        return True
    if len(text) != len(word) or token.lower != word.lower():
        return False
    if word.isupper() and len(word) <= ACRONYM_LENGTH:
        return False
    return text[0].isupper() or not word[0].isupper()


def _head(tokens: list[Token], begin: int, end: int) -> int:
    """The last token of the stretch whose head lies outside of it; punctuation never counts."""
    outer = [t.i for t in tokens[begin:end] if not begin <= t.head.i < end or t.head is t]
    return next((i for i in outer if tokens[i].pos not in ("ADP", "PUNCT", "PART", "DET")), end - 1)
