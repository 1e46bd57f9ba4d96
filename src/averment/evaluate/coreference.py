"""How far two readings agree on which mentions are one entity: MUC, B-cubed, CEAF-e, and mentions alone.

An entity is the set of its mentions. The key is what people marked, the response what the coder found. A mention that
one side alone has counts against that side in every measure, as in the CoNLL reference scorer (Pradhan et al. 2014):
in MUC it is an entity of its own on the other side, in B-cubed it scores 0, in CEAF-e it makes entities less alike.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from averment.evaluate.alignment import best_pairs

Mention = Hashable
Entities = Sequence[frozenset[Mention]]
"""Entities without common mentions."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is right of the key and of the response, and the most that could be; tallies of documents add up."""

    recalled: float
    key: int
    precise: float
    response: int


Measure = Callable[[Entities, Entities], Tally]


def mentions(key: Entities, response: Entities) -> Tally:
    """The mentions that both sides have, whatever their entities."""
    marked, found = _all(key), _all(response)
    return Tally(len(marked & found), len(marked), len(marked & found), len(found))


def muc(key: Entities, response: Entities) -> Tally:
    """MUC (Vilain et al. 1995): of the fewest links that hold an entity together, those that the other side has."""
    return Tally(_linked(key, response), _links(key), _linked(response, key), _links(response))


def b_cubed(key: Entities, response: Entities) -> Tally:
    """B-cubed (Bagga and Baldwin 1998): for each mention, how much of its entity is in its entity of the other side."""
    return Tally(_shared(key, response), len(_all(key)), _shared(response, key), len(_all(response)))


def ceaf_e(key: Entities, response: Entities) -> Tally:
    """CEAF-e (Luo 2005): entities aligned one to one, each pair worth the share of mentions in common (phi 4)."""
    worth = [[alike(marked, found) for found in response] for marked in key]
    total = sum(worth[i][j] for i, j in best_pairs(worth))
    return Tally(total, len(key), total, len(response))


MEASURES: Mapping[str, Measure] = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}
"""The three whose mean F1 is the CoNLL score."""


def alike(one: frozenset[Mention], other: frozenset[Mention]) -> float:
    """The mentions in common, of the mean number that the two entities have."""
    return 2 * len(one & other) / (len(one) + len(other))


def of_shared(key: Entities, response: Entities) -> tuple[Entities, Entities]:
    """Both sides cut down to the mentions that both have; entities without any are gone."""
    both = _all(key) & _all(response)
    return _cut(key, both), _cut(response, both)


def _all(entities: Entities) -> frozenset[Mention]:
    return frozenset().union(*entities)


def _cut(entities: Entities, kept: frozenset[Mention]) -> Entities:
    return [rest for entity in entities if (rest := entity & kept)]


def _home(entities: Entities) -> dict[Mention, frozenset[Mention]]:
    return {mention: entity for entity in entities for mention in entity}


def _links(entities: Entities) -> int:
    return sum(len(entity) - 1 for entity in entities)


def _linked(entities: Entities, others: Entities) -> int:
    """The links of ``entities`` that remain where each is cut into the parts that the other side sees."""
    home = _home(others)
    parts = (len({home.get(mention, mention) for mention in entity}) for entity in entities)
    return sum(len(entity) - part for entity, part in zip(entities, parts, strict=True))


def _shared(entities: Entities, others: Entities) -> float:
    home = _home(others)
    return sum(
        len(entity & home[mention]) / len(entity) for entity in entities for mention in entity if mention in home
    )
