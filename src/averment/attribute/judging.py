"""Judging: how likely a proposal's content is right, exactly right, and its source right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log, log1p
from operator import mul
from pathlib import Path

from averment.attribute.features import (
    CHANCES,
    CONTENT,
    CONTENT_PAIRS,
    CUE,
    JOINT,
    PRICES,
    SOURCE,
    SOURCE_PAIRS,
)  # fmt: skip
from averment.errors import AvermentError

FILE = "attribution.judge.json"
LEAST, MOST = 0.003, 0.997  # bounds of a probability whose log odds are taken
QUESTIONS = ("content", "exact", "source")


@dataclass(frozen=True, slots=True)
class Expansion:
    """How raw features, in the order ``names``, become what a question is answered from."""

    names: tuple[str, ...]
    odds: tuple[int, ...]
    logs: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]

    def of(self, raw: Sequence[float]) -> list[float]:
        """The raw features with log odds, logarithms and products."""
        more = [_odds(raw[i]) for i in self.odds]
        more += [log1p(max(0.0, raw[i])) for i in self.logs]
        more += [raw[i] * raw[j] for i, j in self.pairs]
        return [*raw, *more]

    @property
    def width(self) -> int:
        """How many numbers come out."""
        return len(self.names) + len(self.odds) + len(self.logs) + len(self.pairs)


def _expansion(names: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> Expansion:
    place = {name: i for i, name in enumerate(names)}
    return Expansion(
        names,
        tuple(place[n] for n in names if n in CHANCES),
        tuple(place[n] for n in PRICES if n in place),
        tuple((place[a], place[b]) for a, b in pairs),
    )


def _odds(chance: float) -> float:
    chance = min(max(chance, LEAST), MOST)
    return log(chance / (1.0 - chance))


ABOUT_CONTENT = _expansion(CUE + CONTENT, CONTENT_PAIRS)
ABOUT_SOURCE = _expansion(CUE + SOURCE + CONTENT + JOINT, SOURCE_PAIRS)
EXPANSIONS = {"content": ABOUT_CONTENT, "exact": ABOUT_CONTENT, "source": ABOUT_SOURCE}


@dataclass(frozen=True, slots=True)
class Judge:
    """Logistic answers: for each question a weight for each feature, and a constant; ``least`` is the threshold."""

    weights: dict[str, tuple[float, ...]]
    constants: dict[str, float]
    least: float

    def chance(self, question: str, features: Sequence[float]) -> float:
        """The probability that the answer to a question is yes; ``features`` are expanded."""
        total = self.constants[question] + sum(map(mul, self.weights[question], features))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


@cache
def judge(folder: Path | None = None) -> Judge:
    """The judge that was fitted with the weights in ``folder``, the package's own if not given."""
    path = (folder or Path(str(files("averment.models")))) / FILE
    return read_judge(path.read_text("utf-8"), str(path))


def read_judge(text: str, name: str = FILE) -> Judge:
    """Read a judge from JSON; raise AvermentError where it does not fit the features."""
    try:
        rows = json.loads(text)
        weights = {question: tuple(map(float, rows[question]["weights"])) for question in QUESTIONS}
        constants = {question: float(rows[question]["constant"]) for question in QUESTIONS}
        made = Judge(weights, constants, float(rows["least"]))
    except (ValueError, KeyError, TypeError) as error:
        raise AvermentError(f"{name} is not a judge of attributions ({error!r}); reinstall averment.") from error
    for question, expansion in EXPANSIONS.items():
        if len(weights[question]) != expansion.width:
            raise AvermentError(
                f"{name}: {len(weights[question])} weights for {question!r}, not {expansion.width}; "
                "the file is of another version: reinstall averment."
            )
    return made
