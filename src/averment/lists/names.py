"""How alike two names are: words paired by meaning, form, sound, initial and spelling, against the words left over.

Names are taken apart by rigour, and compared word by word with rigour and rapidfuzz. The numbers were chosen on the 826
labelled pairs that benchmarks/names.py measures, one at a time; none hangs on its last digit. rigour's dictionary of
given and family names would add .025 to the best F1, and some seconds and 370 MB to every start; it is left out.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler
from rigour.names import (
    Alignment,
    Name,
    NamePart,
    NamePartTag,
    NameTypeTag,
    align_person_name_order,
    analyze_names,
    compare_parts,
    pair_symbols,
    tokenize_name,
)

from averment.lists.entry import ListKind

LONGEST = 350  # characters of a name that count, as many as OFAC's own field holds
MOST_WORDS = 40  # of a name that count

SAME_MEANING = 0.95  # of words that stand for the same: Ltd and Limited, Bank and Banca
SAME_SOUND = 0.95
SOUND_LENGTH = 2  # letters that a word's sound must have, to count
SAME_INITIAL = 0.85
INITIAL_WEIGHT = 0.7
LEAST_SPELLING = 0.35  # of rigour's spelling score, for two words to count as one misspelt
LEAST_NEARNESS = 0.8  # of Jaro and Winkler's, for words that rigour's limit on edits parts
NEARNESS = 0.7  # what such words count, times their nearness

LEFT_ON_BOTH = 2.2  # words that either side has and the other lacks: different names (1.5 to 2.6: best F1 .83 to .84)
LEFT_ON_ONE = 0.4  # words that one side has besides: a longer form of a person's name (.3 to .6: .85 to .84)
LEFT_ON_ONE_BODY = 0.7  # of a body's or a ship's, where they may well make another one (.5 to .8: no change)
LEFT_FAMILY = 3.0  # times which a family name counts that is left as a whole on one side
ONE_WORD = 0.8  # a single word that stands for a longer name

_WEIGHTS = {NamePartTag.STOP: 0.3, NamePartTag.LEGAL: 0.3}
_MEANINGS = {"DOMAIN": 0.7, "LOC": 0.8, "ORGCLS": 0.3}  # of words that many names have
_COMMON = frozenset({"SYMBOL", "DOMAIN", "ORGCLS", "NUM"})
_TYPES = {ListKind.INDIVIDUAL: NameTypeTag.PER, ListKind.ENTITY: NameTypeTag.ORG}


def analysed(name: str, kind: ListKind) -> Name | None:
    """A name taken apart as that of a person, a body or a ship; None where there is no word in it.

    What stands before a comma in a person's name is the family name: KHATIB, Esmail.
    """
    person = kind is ListKind.INDIVIDUAL
    words = " ".join(name[:LONGEST].split()[:MOST_WORDS])
    found = analyze_names(_TYPES.get(kind, NameTypeTag.OBJ), [words], symbols=not person)
    first = min(found, key=lambda one: one.form, default=None)
    if first is not None and person and (family := words.partition(", ")[0]) != words:
        for part in first.parts[: len(tokenize_name(family))]:
            if part.tag == NamePartTag.UNSET:
                part.tag = NamePartTag.FAMILY
    return first


def similarity(one: Name, other: Name) -> float:
    """How alike two names are, from 0 to 1; both are taken apart as of the same kind."""
    if one.form == other.form:
        return 1.0
    return max(_Comparison(one, other, pairing).score() for pairing in pair_symbols(one, other))


def is_generic(name: Name) -> bool:
    """Whether a body's name consists of words that many have (Ministry of Interior), none of them its own.

    A name that is a term as a whole, such as that of the Revolutionary Guard, is not generic.
    """
    words = {part.index for part in name.parts if part.tag not in _WEIGHTS}
    spans = [{part.index for part in span.parts} for span in name.spans if span.symbol.category.value in _COMMON]
    spans += [{part.index} for part in name.parts if part.form in _portfolios()]
    return words <= set().union(*spans) and not any(words <= span for span in spans)


@cache
def _portfolios() -> frozenset[str]:
    """The words that name what a ministry is for."""
    with (files("averment.resolve") / "data" / "portfolios.csv").open(encoding="utf-8") as file:
        return frozenset(word for row in csv.DictReader(file) for word in row["words"].replace(";", " ").split())


class _Comparison:
    """Two names on the way to their score: the words paired so far, and those left on either side."""

    def __init__(self, one: Name, other: Name, meanings: tuple[Alignment, ...]) -> None:
        """Begin with the words that mean the same, as ``meanings`` pairs them."""
        self.one, self.other, self.person = one, other, one.tag == NameTypeTag.PER
        self.agreed = self.weight = 0.0
        paired: tuple[set[int], set[int]] = (set(), set())
        for pair in meanings:
            weight = _weight(pair.qps, pair.rps) * _MEANINGS.get(_category(pair), 1.0)
            self.pair(1.0 if pair.qstr == pair.rstr else SAME_MEANING, weight)
            paired[0].update(part.index for part in pair.qps)
            paired[1].update(part.index for part in pair.rps)
        self.left = [part for part in one.parts if part.index not in paired[0]]
        self.right = [part for part in other.parts if part.index not in paired[1]]

    def score(self) -> float:
        """Pair what can be paired, the surest first, and weigh it against the rest."""
        if self.person:
            self.take(lambda a, b: a.comparable == b.comparable, 1.0)
            self.take(_same_sound, SAME_SOUND)
            self.take(_same_initial, SAME_INITIAL, INITIAL_WEIGHT)
        if self.left and self.right:
            self.spell()
            self.approach()
        few, many = sorted((_sum(self.left), _sum(self.right)))
        besides = many - few
        if not few:
            besides += (LEFT_FAMILY - 1) * (_lost_family(self.one, self.left) + _lost_family(self.other, self.right))
        whole = self.weight + LEFT_ON_BOTH * few + (LEFT_ON_ONE if self.person else LEFT_ON_ONE_BODY) * besides
        alone = ONE_WORD if self.weight <= 1.0 and many > few else 1.0
        return alone * self.agreed / whole if whole else 0.0

    def pair(self, score: float, weight: float) -> None:
        """Count words as paired."""
        self.agreed += score * weight
        self.weight += weight

    def take(self, alike: Callable[[NamePart, NamePart], bool], score: float, weight: float | None = None) -> None:
        """Pair words one to one where ``alike`` says so."""
        for part in list(self.left):
            other = next((candidate for candidate in self.right if alike(part, candidate)), None)
            if other is not None:
                self.pair(score, _weight([part], [other]) if weight is None else weight)
                self.left.remove(part)
                self.right.remove(other)

    def spell(self) -> None:
        """Pair words, joined and divided ones too, that differ by a few letters."""
        order = align_person_name_order if self.person else _by_role
        left, right = order(self.left, self.right)
        self.left, self.right = [], []
        for pair in compare_parts(left, right):
            if pair.qps and pair.rps and pair.score >= LEAST_SPELLING:
                self.pair(pair.score, _weight(pair.qps, pair.rps))
            else:
                self.left += pair.qps
                self.right += pair.rps

    def approach(self) -> None:
        """Pair words that begin alike and are near enough by Jaro and Winkler."""
        for part in list(self.left):
            near = [(JaroWinkler.similarity(part.comparable, other.comparable), other) for other in self.right]
            score, other = max(near, key=lambda found: found[0], default=(0.0, part))
            if score >= LEAST_NEARNESS:
                self.pair(score * NEARNESS, _weight([part], [other]))
                self.left.remove(part)
                self.right.remove(other)


def _category(pair: Alignment) -> str:
    return pair.symbol.category.value if pair.symbol else ""


def _by_role(left: list[NamePart], right: list[NamePart]) -> tuple[list[NamePart], list[NamePart]]:
    return NamePart.tag_sort(left), NamePart.tag_sort(right)


def _same_sound(one: NamePart, other: NamePart) -> bool:
    return bool(one.metaphone) and one.metaphone == other.metaphone and len(one.metaphone or "") >= SOUND_LENGTH


def _same_initial(one: NamePart, other: NamePart) -> bool:
    """Whether one of the two is the other's first letter."""
    short, long = sorted((one.comparable, other.comparable), key=len)
    return len(short) == 1 < len(long) and long.startswith(short)


def _lost_family(name: Name, left: list[NamePart]) -> float:
    """What the family name weighs, if no word of it is paired."""
    family = [part for part in name.parts if part.tag == NamePartTag.FAMILY]
    return _sum(family) if family and all(part in left for part in family) else 0.0


def _weight(left: Sequence[NamePart], right: Sequence[NamePart]) -> float:
    return (_sum(left) + _sum(right)) / 2


def _sum(parts: Iterable[NamePart]) -> float:
    """What words weigh: little, where they are articles or legal forms."""
    return sum(_WEIGHTS.get(part.tag, 1.0) for part in parts)
