"""The best one-to-one pairing of two lists, by the Hungarian method."""

from collections.abc import Sequence
from math import inf

Similarity = Sequence[Sequence[float]]
"""How alike each row and each column are: one list a row, all of one length."""


def best_pairs(similarity: Similarity) -> list[tuple[int, int]]:
    """The pairs (row, column), each used once, whose similarities have the greatest sum; pairs of 0 are left out.

    Rows and columns number a few hundred at most: time grows with the square of the fewer times the more.
    """
    if not similarity or not similarity[0]:
        return []
    if len(similarity) > len(similarity[0]):
        turned = list(zip(*similarity, strict=True))
        return sorted((row, column) for column, row in best_pairs(turned))
    pairing = _Pairing(similarity)
    for row in range(len(similarity)):
        pairing.place(row)
    return [(row, column) for column, row in pairing.pairs() if similarity[row][column] > 0]


class _Pairing:
    """A pairing that grows by a row at a time and stays the best of the rows placed (Kuhn 1955, with potentials).

    ``row_of`` leads from a column to its row; the column behind the last stands for the row that is being placed.
    """

    def __init__(self, similarity: Similarity) -> None:
        self.similarity = similarity
        self.columns = len(similarity[0])
        self.row_price = [0.0] * len(similarity)
        self.column_price = [0.0] * (self.columns + 1)
        self.row_of: list[int | None] = [None] * (self.columns + 1)

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs (column, row), in the order of rows."""
        found = [(column, row) for column, row in enumerate(self.row_of[: self.columns]) if row is not None]
        return sorted(found, key=lambda pair: pair[1])

    def place(self, row: int) -> None:
        """Find a column for ``row``; rows placed before may move to other columns."""
        column = self.columns
        self.row_of[column] = row
        least = [inf] * self.columns  # what it costs at least to reach a column that is not in the tree yet
        before = [self.columns] * self.columns  # the column from which it is reached at that cost
        tree = [column]
        while (holder := self.row_of[column]) is not None:
            self._reach(holder, column, least, before, tree)
            outside = [c for c in range(self.columns) if c not in tree]
            nearest = min(outside, key=least.__getitem__)
            self._reprice(least[nearest], least, tree, outside)
            column = nearest
            tree.append(column)
        self._shift(column, before)

    def _reach(self, row: int, via: int, least: list[float], before: list[int], tree: list[int]) -> None:
        for column in range(self.columns):
            if column not in tree:
                cost = -self.similarity[row][column] - self.row_price[row] - self.column_price[column]
                if cost < least[column]:
                    least[column], before[column] = cost, via

    def _reprice(self, step: float, least: list[float], tree: list[int], outside: list[int]) -> None:
        for column in tree:
            holder = self.row_of[column]
            if holder is not None:
                self.row_price[holder] += step
            self.column_price[column] -= step
        for column in outside:
            least[column] -= step

    def _shift(self, column: int, before: list[int]) -> None:
        while column != self.columns:
            self.row_of[column] = self.row_of[before[column]]
            column = before[column]
