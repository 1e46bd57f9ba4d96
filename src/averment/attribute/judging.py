"""Judging: how likely a proposal's content is right, exactly right, and its source right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from pathlib import Path
from typing import Any

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
    odds: list[int]
    logs: list[int]
    pairs: tuple[tuple[int, int], ...]

    def of(self, raw: Any) -> Any:
        """Rows of raw features with log odds, logarithms and products, as an array [rows, width]."""
        import numpy as np

        raw = np.asarray(raw, np.float64).reshape(-1, len(self.names))
        chances = raw[:, self.odds].clip(LEAST, MOST)
        first, second = ([pair[k] for pair in self.pairs] for k in (0, 1))
        return np.hstack([
            raw, np.log(chances / (1.0 - chances)), np.log1p(raw[:, self.logs].clip(0.0)),
            raw[:, first] * raw[:, second],
        ])  # fmt: skip

    @property
    def width(self) -> int:
        """How many numbers come out."""
        return len(self.names) + len(self.odds) + len(self.logs) + len(self.pairs)


def _expansion(names: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> Expansion:
    place = {name: i for i, name in enumerate(names)}
    return Expansion(
        names,
        [place[n] for n in names if n in CHANCES],
        [place[n] for n in PRICES if n in place],
        tuple((place[a], place[b]) for a, b in pairs),
    )


def odds(chance: float) -> float:
    """The logarithm of the odds of a chance, kept within bounds."""
    chance = min(max(chance, LEAST), MOST)
    return log(chance / (1.0 - chance))


def sigmoid(total: float) -> float:
    """The chance with these log odds."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


ABOUT_CONTENT = _expansion(CUE + CONTENT, CONTENT_PAIRS)
ABOUT_SOURCE = _expansion(CUE + SOURCE + CONTENT + JOINT, SOURCE_PAIRS)
EXPANSIONS = {"content": ABOUT_CONTENT, "exact": ABOUT_CONTENT, "source": ABOUT_SOURCE}


@dataclass(frozen=True, slots=True)
class Judge:
    """Logistic answers: for each question a weight for each feature, and a constant.

    ``least`` is the threshold of a score; ``unnamed`` multiplies that of a proposal without a source: sources are named
    so often that without it a doubtful one would nearly always be preferred to none. ``calibration``, a factor and a
    constant on the log odds, turns the chance of what is chosen, which is the luckiest of many, into its confidence.
    """

    weights: dict[str, tuple[float, ...]]
    constants: dict[str, float]
    least: float
    unnamed: float
    calibration: tuple[float, float]

    def chances(self, question: str, rows: Sequence[Sequence[float]]) -> list[float]:
        """For each row of raw features the probability that the answer to a question is yes."""
        import numpy as np

        if not rows:
            return []
        total = EXPANSIONS[question].of(rows) @ np.array(self.weights[question]) + self.constants[question]
        found: list[float] = (1.0 / (1.0 + np.exp(-total.clip(-30.0, 30.0)))).tolist()
        return found

    def confidence(self, chance: float) -> float:
        """How often what is chosen with this chance is right."""
        factor, constant = self.calibration
        return sigmoid(factor * odds(chance) + constant)


@cache
def judge(folder: Path | None = None) -> Judge:
    """The judge that was fitted with the weights in ``folder``, the package's own if not given."""
    path = (folder or Path(str(files("averment.models")))) / FILE
    return read_judge(path.read_text("utf-8"), str(path))


def read_judge(text: str, name: str = FILE) -> Judge:
    """Read a judge from JSON; raise AvermentError where it does not fit the features."""
    try:
        rows = json.loads(text)
        factor, constant = map(float, rows["calibration"])
        weights = {question: tuple(map(float, rows[question]["weights"])) for question in QUESTIONS}
        constants = {question: float(rows[question]["constant"]) for question in QUESTIONS}
        made = Judge(weights, constants, float(rows["least"]), float(rows["unnamed"]), (factor, constant))
    except (ValueError, KeyError, TypeError) as error:
        raise AvermentError(f"{name} is not a judge of attributions ({error!r}); reinstall averment.") from error
    for question, expansion in EXPANSIONS.items():
        if len(weights[question]) != expansion.width:
            raise AvermentError(
                f"{name}: {len(weights[question])} weights for {question!r}, not {expansion.width}; "
                "the file is of another version: reinstall averment."
            )
    return made
