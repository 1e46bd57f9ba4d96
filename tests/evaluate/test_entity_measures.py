"""Coreference measures, on examples reckoned by hand."""

from itertools import permutations
from random import Random

import pytest

from averment.evaluate.alignment import best_pairs
from averment.evaluate.coreference import Tally, b_cubed, ceaf_e, mentions, muc, of_shared


def entities(*groups: str) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups]


KEY = entities("abc", "defg")
RESPONSE = entities("ab", "cd", "fghi")
# Of the key e is missed; of the response h and i are in excess.


def test_mentions_count_what_both_sides_have():
    assert mentions(KEY, RESPONSE) == Tally(6, 7, 6, 8)


def test_muc_counts_the_links_that_hold_an_entity_together():
    # abc falls into ab and c: 1 link of 2 is left. defg into d, e, fg: 1 of 3.
    # Turned round, ab keeps 1 of 1, cd 0 of 1, and fghi, which is fg, h and i, 1 of 3.
    assert muc(KEY, RESPONSE) == Tally(1 + 1, 2 + 3, 1 + 0 + 1, 1 + 1 + 3)


def test_b_cubed_asks_each_mention_for_its_company():
    found = b_cubed(KEY, RESPONSE)
    assert found.recalled == pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 0 + 2 / 4 + 2 / 4)
    assert found.precise == pytest.approx(2 / 2 + 2 / 2 + 1 / 2 + 1 / 2 + 2 / 4 + 2 / 4 + 0 + 0)
    assert (found.key, found.response) == (7, 8)


def test_ceaf_e_pairs_each_entity_once():
    # abc with ab: 2 * 2 / 5; defg with fghi: 2 * 2 / 8; cd is left over.
    found = ceaf_e(KEY, RESPONSE)
    assert found.recalled == found.precise == pytest.approx(0.8 + 0.5)
    assert (found.key, found.response) == (2, 3)


def test_ceaf_e_takes_the_best_sum_not_the_best_pair_first():
    key, response = entities("abcde", "fg"), entities("abcf", "de")
    # abcde-abcf 6/9, fg-abcf 2/6; abcde-de 4/7, fg-de 0: the sum 4/7 + 1/3 is more than 6/9.
    assert ceaf_e(key, response).recalled == pytest.approx(4 / 7 + 1 / 3)


def test_the_same_entities_are_all_right():
    for measure in (mentions, muc, b_cubed, ceaf_e):
        found = measure(KEY, list(reversed(KEY)))
        assert found.recalled == found.key > 0
        assert found.precise == found.response > 0


def test_single_mentions_have_no_links_but_count_in_the_other_measures():
    alone = entities("a", "b")
    assert muc(alone, alone) == Tally(0, 0, 0, 0)
    assert b_cubed(alone, alone) == ceaf_e(alone, alone) == Tally(2, 2, 2, 2)


def test_one_entity_of_all_recalls_all_and_is_precise_about_little():
    found = b_cubed(entities("ab", "cd"), entities("abcd"))
    assert (found.recalled, found.precise) == (4, 2)


def test_shared_mentions_are_what_both_have():
    key, response = of_shared(KEY, RESPONSE)
    assert key == entities("abc", "dfg")
    assert response == entities("ab", "cd", "fg")


def test_nothing_on_one_side_is_nothing_right():
    for measure in (mentions, muc, b_cubed, ceaf_e):
        found = measure(KEY, [])
        assert (found.recalled, found.precise, found.response) == (0, 0, 0)


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (4, 2), (4, 4), (3, 6)])
def test_the_pairing_is_as_good_as_the_best_of_all(shape):
    dice = Random(7)
    rows, columns = shape
    for _ in range(40):
        worth = [[dice.choice([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]) for _ in range(columns)] for _ in range(rows)]
        pairs = best_pairs(worth)
        found = sum(worth[i][j] for i, j in pairs)
        turned = rows > columns
        longer, shorter = max(shape), min(shape)
        best = max(
            sum(worth[p[k] if turned else k][k if turned else p[k]] for k in range(shorter))
            for p in permutations(range(longer), shorter)
        )
        assert found == pytest.approx(best)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_nothing_is_paired_with_nothing():
    assert best_pairs([]) == best_pairs([[], []]) == best_pairs([[0.0]]) == []
