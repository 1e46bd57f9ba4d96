"""The small layers over what the encoder gives for events: what belongs to a trigger, and what an event is."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from averment.errors import AvermentError
from averment.models.heads import INNER, belonging, pooled
from averment.models.kinds import KINDS
from averment.records import Stance, Status

LINKED = ("actor", "recipient", "trigger")
"""What belongs to a trigger; the last are its own other words ("imposed ... sanctions")."""
PARTS = ("trigger", "actor", "recipient", "sentence")
QUESTIONS = {"kind": KINDS, "relation": KINDS, "status": tuple(Status), "stance": tuple(Stance)}
"""What is asked of an event, and the answers in the order of the layers' outputs.

*relation* is the kind between a pair that the encoder was shown while it read; *kind* is asked otherwise.
"""


@dataclass(frozen=True)
class Layer:
    """``weights`` [answers, parts x INNER] and ``constants`` [answers]."""

    weights: list[list[float]]
    constants: list[float]

    @cached_property
    def _arrays(self) -> tuple[Any, Any]:
        import numpy as np

        return np.array(self.weights, np.float32), np.array(self.constants, np.float32)

    def logs(self, vector: Any) -> Any:
        """The logarithm of the probability of each answer."""
        import numpy as np

        weights, constants = self._arrays
        scores = weights @ vector + constants
        scores -= scores.max()
        return scores - np.log(np.exp(scores).sum())


@dataclass(frozen=True)
class EventHeads:
    """``distances``: for each distance in pieces a score for each of ``LINKED``; ``layers``: one for each question."""

    distances: list[list[float]]
    layers: dict[str, Layer]

    @cached_property
    def _far(self) -> Any:
        import numpy as np

        return np.array(self.distances, np.float32)

    def belonging(self, asks: Any, answers: Any, trigger: Any, places: Any) -> Any:
        """The probability [pieces, linked] that a piece belongs to a trigger, see ``heads.belonging``."""
        return belonging(self._far, asks, answers, trigger, places)

    def told(self, weigh: Any, inner: Any, parts: Any, questions: Iterable[str] = QUESTIONS) -> dict[str, Any]:
        """For each question the logarithms of its answers' probabilities; ``parts`` as in ``heads.pooled``."""
        vector = pooled(weigh, inner, parts)
        return {question: self.layers[question].logs(vector) for question in questions}


def read_event_heads(text: str, name: str) -> EventHeads:
    """Read the layers from JSON; raise AvermentError where their shapes are not those of this version."""
    try:
        rows = json.loads(text)["events"]
        layers = {q: Layer(rows[q]["weights"], rows[q]["constants"]) for q in QUESTIONS}
        heads = EventHeads(rows["distances"], layers)
        right = all(len(row) == len(LINKED) for row in heads.distances) and len(heads.distances) % 2 == 1
        for question, answers in QUESTIONS.items():
            layer = layers[question]
            right &= len(layer.weights) == len(layer.constants) == len(answers)
            right &= all(len(row) == len(PARTS) * INNER for row in layer.weights)
    except (ValueError, KeyError, TypeError) as error:
        raise AvermentError(f"{name} does not hold the model's layers ({error!r}); reinstall averment.") from error
    if not right:
        raise AvermentError(f"{name} holds layers of another version; reinstall averment.")
    return heads
