"""Parents: the smallest content that a cue stands in."""

from averment.attribute.fragments import Run
from averment.attribute.nesting import parents


def test_the_smallest_content_around_a_cue_is_its_parent():
    # 0 says [2..20), 4 says [5..12), 7 says [8..12)
    assert parents([0, 4, 7], [[Run(2, 20)], [Run(5, 12)], [Run(8, 12)]]) == [None, 0, 1]


def test_a_cue_inside_its_own_content_is_not_its_own_parent():
    assert parents([5], [[Run(0, 10)]]) == [None]
    assert parents([5, 1], [[Run(2, 8)], [Run(2, 20)]]) == [1, None]


def test_the_hole_of_a_discontinuous_content_is_outside():
    assert parents([5, 5], [[Run(0, 4), Run(7, 9)], [Run(20, 30)]]) == [None, None]


def test_many_nested_contents_take_linear_time():
    n = 20_000
    found = parents(list(range(n)), [[Run(i + 1, n + 1)] for i in range(n)])
    assert found == [None, *range(n - 1)]
