"""Intervals over documents."""

from averment.evaluate.bootstrap import with_intervals
from averment.evaluate.figures import Counts, share


def figures(counts):
    return [share("right", counts["right"], counts["rows"])]


def documents(*rights):
    return [Counts(right=right, rows=10) for right in rights]


def test_the_interval_holds_the_value_and_widens_with_the_spread():
    [even] = with_intervals(documents(5, 5, 5, 5), figures, draws=200)
    [uneven] = with_intervals(documents(0, 10, 0, 10), figures, draws=200)
    assert (even.low, even.value, even.high) == (0.5, 0.5, 0.5)
    assert uneven.low < uneven.value < uneven.high
    assert uneven.value == 0.5


def test_the_same_documents_give_the_same_interval():
    some = documents(1, 4, 9, 2, 7)
    assert with_intervals(some, figures, draws=50) == with_intervals(some, figures, draws=50)
    assert with_intervals(some, figures, draws=50) != with_intervals(some, figures, draws=50, seed=1)


def test_no_draws_no_interval():
    [figure] = with_intervals(documents(5), figures, draws=0)
    assert (figure.low, figure.high) == (None, None)
