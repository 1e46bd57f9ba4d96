"""The small layers over what the encoder gives for statements: what belongs to a cue, and the act of a statement."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from averment.errors import AvermentError
from averment.records import Act

LINKED = ("source", "content")
PARTS = ("cue", "source", "content")
WIDTH = 64  # of the vectors by which a cue and a piece are compared
INNER = 64  # of the vector of each part of a statement
ACTS = tuple(Act)


@dataclass(frozen=True)
class Heads:
    """``distances``: for each distance in pieces a score for each of ``LINKED``; ``weights`` [acts, parts x INNER]."""

    distances: list[list[float]]
    weights: list[list[float]]
    constants: list[float]

    @cached_property
    def _arrays(self) -> tuple[Any, Any, Any]:
        import numpy as np

        return tuple(np.array(rows, np.float32) for rows in (self.distances, self.weights, self.constants))  # type: ignore[return-value]

    def links(self, asks: Any, answers: Any, cue: Any, places: Any) -> Any:
        """The probability [pieces, linked] that a piece belongs to a cue.

        ``asks`` are those of the cue's pieces, which stand at ``cue``; ``answers`` those of the pieces at ``places``.
        """
        return belonging(self._arrays[0], asks, answers, cue, places)

    def acts(self, weigh: Any, inner: Any, parts: Any) -> Any:
        """The probability of each act, in the order of ``ACTS``.

        ``parts`` [parts, pieces] is true at the pieces of a part; ``weigh`` and ``inner`` are of the same pieces.
        """
        import numpy as np

        _, weights, constants = self._arrays
        scores = weights @ pooled(weigh, inner, parts) + constants
        chances = np.exp(scores - scores.max())
        return chances / chances.sum()


def belonging(distances: Any, asks: Any, answers: Any, anchor: Any, places: Any) -> Any:
    """The probability [pieces, parts] that a piece belongs to an anchor (a cue, a trigger) as each of some parts.

    ``distances`` [2 x farthest + 1, parts] are scores of distances in pieces; ``asks`` [anchor's pieces, parts, WIDTH]
    are those of the pieces at ``anchor``, ``answers`` [pieces, parts, WIDTH] those of the pieces at ``places``.
    """
    import numpy as np

    farthest = len(distances) // 2
    far = np.clip(places[None, :] - anchor[:, None], -farthest, farthest) + farthest
    scores = np.einsum("rd,prd->pr", asks.mean(0), answers) / WIDTH**0.5 + distances[far].mean(0)
    return 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))


def pooled(weigh: Any, inner: Any, parts: Any) -> Any:
    """One vector [parts x INNER] of what is told in some parts of a text, each the weighed mean of its pieces.

    ``parts`` [parts, pieces] is true at the pieces of a part (an empty part gives zeros); ``weigh`` [pieces, parts] and
    ``inner`` [pieces, parts, INNER] are of the same pieces.
    """
    import numpy as np

    found = np.zeros((len(parts), INNER), np.float32)
    for k, there in enumerate(parts):
        if there.any():
            share = np.exp(weigh[there, k] - weigh[there, k].max())
            found[k] = (share / share.sum()) @ inner[there, k]
    return gelu(found.reshape(-1))


def gelu(x: Any) -> Any:
    """Gaussian error linear unit, with the error function to within 2e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    import numpy as np

    z = np.abs(x) / 2**0.5
    t = 1.0 / (1.0 + 0.3275911 * z)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1.0 - tail * np.exp(-z * z))
    return 0.5 * x * (1.0 + erf)


def read_heads(text: str, name: str) -> Heads:
    """Read the layers from JSON; raise AvermentError where their shapes are not those of this version."""
    try:
        rows = json.loads(text)
        heads = Heads(rows["distances"], rows["weights"], rows["constants"])
        right = all(len(row) == len(LINKED) for row in heads.distances) and len(heads.distances) % 2 == 1
        right &= len(heads.weights) == len(heads.constants) == len(ACTS)
        right &= all(len(row) == len(PARTS) * INNER for row in heads.weights)
    except (ValueError, KeyError, TypeError) as error:
        raise AvermentError(f"{name} does not hold the model's layers ({error!r}); reinstall averment.") from error
    if not right:
        raise AvermentError(f"{name} holds layers of another version; reinstall averment.")
    return heads
