"""The names of a list by their words, so that a name is compared with the few that may be alike, not with all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

import numpy as np
from rigour.names import Name

MOST = 50  # names looked at closely: they hold 424 of 432 misspelt names put among 28,000, as 100 do 428
SHORTEST = 5  # letters of a word that may lack one
SAME_SOUND = 0.7  # of what the same word counts
ONE_LETTER = 0.6
SURPLUS = 0.1  # what the other words of a name take from its rank, so that shorter names go first

Numbers = np.ndarray[tuple[int], np.dtype[np.int32]]


class NameIndex:
    """Names, found by words that are the same, sound the same, differ by a letter, or are joined."""

    def __init__(self, names: Sequence[Name]) -> None:
        """Take in ``names``; they are told apart by their numbers from here on."""
        postings: dict[str, list[int]] = defaultdict(list)
        sounds: dict[str, set[str]] = defaultdict(set)
        for number, name in enumerate(names):
            for word in set(_words(name)):
                postings[word].append(number)
            for word, sound in _sounds(name):
                sounds[sound].add(word)
        self._postings = {word: np.array(numbers, dtype=np.int32) for word, numbers in postings.items()}
        self._rarity = {word: log(1 + len(names) / len(numbers)) for word, numbers in postings.items()}
        self._sounds = {sound: sorted(words) for sound, words in sounds.items()}
        self._lacking = _by_lack({word for name in names for word in _forms(name)})
        self._surplus = np.array([sum(self._rarity[w] for w in _forms(name)) for name in names]) * SURPLUS
        self._unknown = log(1 + len(names))

    def near(self, name: Name, most: int = MOST) -> list[int]:
        """The numbers of at most ``most`` names that may be like ``name``, the likeliest first."""
        rank = np.zeros(len(self._surplus))
        sounds = dict(_sounds(name))
        for word in dict.fromkeys(_words(name)):
            found = np.zeros_like(rank)
            for weight, other in sorted(self._alike(word, sounds.get(word))):
                found[self._postings[other]] = weight * self._rarity[other]
            rank += found
        numbers = np.flatnonzero(rank)
        order = np.lexsort((numbers, (self._surplus - rank)[numbers]))
        return [int(number) for number in numbers[order[:most]]]

    def _alike(self, word: str, sound: str | None) -> Iterator[tuple[float, str]]:
        """Yield words of the index and how much each counts for ``word``."""
        lacking = (other for less in {word, *_lacks(word)} for other in self._lacking.get(less, ()))
        weights = dict.fromkeys(lacking, ONE_LETTER)
        weights |= dict.fromkeys(self._sounds.get(sound or "", ()), SAME_SOUND)
        if word in self._postings:
            weights[word] = 1.0
        return ((weight, other) for other, weight in weights.items())


def _forms(name: Name) -> list[str]:
    return [part.comparable for part in name.parts]


def _words(name: Name) -> list[str]:
    """The words of a name, and each two that stand together as one."""
    forms = _forms(name)
    return [*forms, *(one + other for one, other in pairwise(forms))]


def _sounds(name: Name) -> Iterator[tuple[str, str]]:
    return ((part.comparable, part.metaphone) for part in name.parts if part.metaphone and len(part.metaphone) > 1)


def _by_lack(words: set[str]) -> dict[str, list[str]]:
    """Words by what is left of them without one letter, or with all."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for less in {word, *_lacks(word)}:
            found[less].append(word)
    return found


def _lacks(word: str) -> Iterator[str]:
    """Yield the word without each of its letters in turn."""
    if len(word) >= SHORTEST:
        yield from (word[:place] + word[place + 1 :] for place in range(len(word)))
