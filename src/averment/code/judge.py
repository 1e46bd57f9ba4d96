"""The judge of events: how likely an event that the encoder or the rules find is right, from what both say of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from pathlib import Path

from averment.errors import AvermentError

FILE = "events.judge.json"
LEAST, MOST = 0.003, 0.997  # bounds of a probability whose log odds are taken

FEATURES = (
    "trigger", "type", "actor", "recipient", "ruled", "same type", "no rule type", "statement", "noun rule",
    "has actor", "has recipient", "actor is party", "recipient is party", "words", "noun", "unsure status",
    "in statement", "odd word", "listed", "trigger without rule", "both parties",
    "actor by rule", "recipient by rule",
    "state acts", "state is struck", "no state",
)  # fmt: skip
"""What the judge goes by, see ``joint.features``."""


@dataclass(frozen=True, slots=True)
class EventJudge:
    """A logistic answer: a weight for each feature and a constant.

    ``least`` is the threshold of what is kept; ``alone`` that of events that no pattern of the lexicon finds too. The
    encoder is surer of itself on our own news, on which the judge is fitted, than it is right on other texts.
    """

    weights: tuple[float, ...]
    constant: float
    least: float
    alone: float

    def keeps(self, features: Mapping[str, float], chance: float) -> bool:
        """Whether an event of this chance is kept."""
        patterned = features["ruled"] and not features["statement"]
        return chance >= (self.least if patterned else self.alone)

    def chance(self, features: Mapping[str, float]) -> float:
        """The probability that an event is right."""
        total = self.constant + sum(w * features[name] for w, name in zip(self.weights, FEATURES, strict=True))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def odds(chance: float) -> float:
    """The logarithm of the odds of a chance, kept within bounds."""
    chance = min(max(chance, LEAST), MOST)
    return log(chance / (1.0 - chance))


@cache
def event_judge(folder: Path | None = None) -> EventJudge:
    """The judge that was fitted with the weights in ``folder``, the package's own if not given."""
    path = (folder or Path(str(files("averment.models")))) / FILE
    return read_event_judge(path.read_text("utf-8"), str(path))


def read_event_judge(text: str, name: str = FILE) -> EventJudge:
    """Read a judge from JSON; raise AvermentError where it does not fit the features."""
    try:
        rows = json.loads(text)
        weights: Sequence[float] = [float(rows["weights"][feature]) for feature in FEATURES]
        return EventJudge(tuple(weights), float(rows["constant"]), float(rows["least"]), float(rows["alone"]))
    except (ValueError, KeyError, TypeError) as error:
        raise AvermentError(f"{name} is not a judge of events ({error!r}); reinstall averment.") from error
