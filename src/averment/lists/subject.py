"""Whom to look for on a list: a name, and what tells namesakes apart."""

import re
from dataclasses import dataclass

from averment.lists.entry import ListEntry, ListKind, Years

_STEM = 6  # letters by which minister and ministry are one word
_SHORTEST = 4  # letters of a word that says something
_SHARED = 2  # words that two roles must share
_RESIDENCE = frozenset({"nationality", "citizenship", "address", "flag"})  # ties that another country contradicts
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """A party to look for, by name or wallet address, and what is known of it.

    ``kind`` is null where it is not known; ``names`` are other names of it; ``country`` is an ISO 3166 alpha-3 code (or
    KOS); ``role`` are words on what somebody is or does, or the words around the name; ``programs`` are codes such as
    CYBER2; ``articles`` counts those that name it.
    """

    name: str
    kind: ListKind | None = None
    names: tuple[str, ...] = ()
    country: str | None = None
    born: Years | None = None
    role: str = ""
    programs: tuple[str, ...] = ()
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The properties, besides the name, in which a subject and an entry agree, and those in which they differ."""

    agreeing: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


def compare(subject: Subject, entry: ListEntry) -> Comparison:
    """Country, birth, role and programme; what either side does not say neither agrees nor differs."""
    agreeing, differing = [], []
    if subject.country and entry.ties:
        bases = [tie.basis for tie in entry.ties if tie.country == subject.country]
        listed = dict.fromkeys(tie.country for tie in entry.ties if tie.basis in _RESIDENCE)
        if bases:
            agreeing.append(f"country {subject.country} ({', '.join(dict.fromkeys(bases))})")
        elif listed:
            differing.append(f"country {subject.country}, listed {', '.join(listed)}")
    if subject.born and entry.births:
        listed_years = ", ".join(_years(years) for years in entry.births)
        if any(years.first <= subject.born.last and subject.born.first <= years.last for years in entry.births):
            agreeing.append(f"born {listed_years}")
        else:
            differing.append(f"born {_years(subject.born)}, listed {listed_years}")
    if shared := _shared_role(subject, entry):
        agreeing.append(f"role ({', '.join(shared)})")
    if programs := [program for program in entry.programs if program in subject.programs]:
        agreeing.append(f"programme {', '.join(programs)}")
    return Comparison(tuple(agreeing), tuple(differing))


def _years(years: Years) -> str:
    return str(years.first) if years.first == years.last else f"{years.first}-{years.last}"


def _shared_role(subject: Subject, entry: ListEntry) -> list[str]:
    """The words that the role shares with the entry's title or with a body that it is linked to."""
    said = _stems(subject.role)
    for words in (entry.title or "", *entry.linked_to):
        stems = _stems(words)
        if len(both := [word for stem, word in said.items() if stem in stems]) >= _SHARED:
            return both
    return []


def _stems(words: str) -> dict[str, str]:
    found = (word.casefold() for word in _WORD.findall(words))
    return {word[:_STEM]: word for word in found if len(word) >= _SHORTEST}
