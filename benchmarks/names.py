"""How well names are matched, on labelled pairs, and how fast.

    python benchmarks/names.py PAIRS.csv

PAIRS.csv has the columns schema (Person, Company, Organization, LegalEntity, Vessel), name1, name2 and is_match (true
or false), as nomenklatura's labelled pairs have. Prints precision, recall and F1 at the scores from which matches are
suggested and linked, and at the best one; and microseconds a pair, the names taken apart included. Exits 1 where the
best F1 is below the floor, or a pair takes longer than the limit.
"""

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from averment.lists.entry import ListKind
from averment.lists.matching import LINK, SUGGEST
from averment.lists.names import analysed, similarity

FLOOR = 0.82  # of the best F1; .848 measured
LIMIT = 100.0  # microseconds a pair
KINDS = {"Person": ListKind.INDIVIDUAL, "Vessel": ListKind.VESSEL}  # others are entities


class Pair(NamedTuple):
    kind: ListKind
    one: str
    other: str
    same: bool


class Scored(NamedTuple):
    score: float
    same: bool


class Figures(NamedTuple):
    threshold: float
    precision: float
    recall: float
    f1: float


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(KINDS.get(row["schema"], ListKind.ENTITY), row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(file)
        ]


def compare(pair: Pair) -> Scored:
    one, other = (analysed(name, pair.kind) for name in (pair.one, pair.other))
    return Scored(similarity(one, other) if one and other else 0.0, pair.same)


def figures(scored: Sequence[Scored], threshold: float) -> Figures:
    found = sum(s.score >= threshold for s in scored)
    right = sum(s.score >= threshold and s.same for s in scored)
    true = sum(s.same for s in scored)
    precision, recall = right / max(found, 1), right / max(true, 1)
    return Figures(threshold, precision, recall, 2 * right / max(found + true, 1))


def best(scored: Sequence[Scored]) -> Figures:
    return max((figures(scored, step / 100) for step in range(1, 101)), key=lambda found: found.f1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    pairs = read_pairs(parser.parse_args().pairs)
    for kind in ListKind:
        analysed("warm up", kind)  # loads rigour's lists of legal forms
    started = time.process_time()
    scored = [compare(pair) for pair in pairs]
    each = (time.process_time() - started) / len(pairs) * 1e6
    print(f"{len(pairs)} pairs, {each:.0f} µs a pair")
    for name, found in [("suggest", figures(scored, SUGGEST)), ("link", figures(scored, LINK)), ("best", best(scored))]:
        print(f"{name:8} {found.threshold:.2f}  P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}")
    return int(best(scored).f1 < FLOOR or each > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
