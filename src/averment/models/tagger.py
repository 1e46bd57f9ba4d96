"""The attribution tagger at run time: an article in, the scores of source, cue and content at each token out."""

from collections.abc import Callable
from functools import cached_property
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from averment.errors import AvermentError
from averment.models.pieces import Vocabulary
from averment.models.windows import SEPARATING, Read, Window, pieces, windows
from averment.parse.tree import Parsed

ROLES = ("source", "cue", "content")
TAGS = ("out", "begin", "inside")
WEIGHTS = "attribution.onnx"
VOCABULARY = "attribution.vocab.txt"
BATCH = 16  # windows scored at once; more were not faster on one thread

Infer = Callable[[dict[str, Any]], Any]
"""Inputs by name, arrays of [batch, length] -> scores [batch, length, roles, tags]."""


class Tagger:
    """Scores each token of an article by a word-piece encoder run with onnxruntime.

    ``folder`` holds the weights and their vocabulary, the package's own if not given; ``threads`` is how many the
    encoder may use (one, so that the time it takes is what it costs).
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self._folder = folder or Path(str(files("averment.models")))
        self._threads = threads

    @property
    def lacking(self) -> str | None:
        """What is missing to run, in the user's words; None if all is there."""
        if not (self._folder / WEIGHTS).exists():
            return f"its weights ({self._folder / WEIGHTS}) are not installed"
        if find_spec("onnxruntime") is None:
            return "onnxruntime is not installed (pip install onnxruntime)"
        return None

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        with (self._folder / VOCABULARY).open(encoding="utf-8") as lines:
            return Vocabulary(lines)

    @cached_property
    def _infer(self) -> Infer:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = self._folder / WEIGHTS
        try:
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own errors share no public base
            raise AvermentError(f"{path} cannot be loaded ({error}); reinstall averment.") from error
        return lambda inputs: session.run(None, inputs)[0]

    def scores(self, parsed: Parsed) -> Any:
        """Log probabilities as an array [tokens, roles, tags] of float32.

        A token of several pieces begins a fragment with its first piece and goes on with the others; one of which the
        vocabulary sees nothing (white space) gets zero for going on and for staying out.
        """
        reads = pieces(parsed, self._vocabulary)
        return by_token(parsed, reads, self._by_piece(parsed, reads))

    def _by_piece(self, parsed: Parsed, reads: list[Read]) -> Any:
        import numpy as np

        found = np.zeros((len(reads), len(ROLES), len(TAGS)), np.float32)
        todo = sorted(windows(parsed, reads, self._vocabulary), key=len)
        for at in range(0, len(todo), BATCH):
            batch = todo[at : at + BATCH]
            scores = log_softmax(self._infer(inputs(batch, self._vocabulary.padding)))
            for window, rows in zip(batch, scores, strict=True):
                places = np.array(window.places)
                there = places != SEPARATING
                found[places[there]] = rows[: len(window)][there]
        return found


def inputs(batch: list[Window], padding: int) -> dict[str, Any]:
    """The encoder's inputs for windows, padded to the longest of them."""
    import numpy as np

    shape = len(batch), max(map(len, batch))
    made = {
        "numbers": np.full(shape, padding, np.int64),
        "cases": np.full(shape, 4, np.int64),
        "quotes": np.zeros(shape, np.int64),
        "mask": np.zeros(shape, np.int64),
    }
    for row, window in enumerate(batch):
        length = len(window)
        made["numbers"][row, :length] = window.numbers
        made["cases"][row, :length] = window.cases
        made["quotes"][row, :length] = window.quotes
        made["mask"][row, :length] = 1
    return made


def log_softmax(scores: Any) -> Any:
    """Log probabilities over the last axis."""
    import numpy as np

    scores = scores - scores.max(axis=-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))


def by_token(parsed: Parsed, reads: list[Read], scores: Any) -> Any:
    """Scores of pieces summed over the tokens that they stand in."""
    import numpy as np

    found = np.zeros((len(parsed.tokens), len(ROLES), len(TAGS)), np.float32)
    opened = np.zeros(len(parsed.tokens), bool)
    at = 0
    for read, row in zip(reads, scores, strict=True):
        while at + 1 < len(parsed.tokens) and parsed.tokens[at].end <= read.piece.begin:
            at += 1
        if opened[at]:
            found[at, :, 0] += row[:, 0]
            found[at, :, 1] += row[:, 2]
            found[at, :, 2] += row[:, 2]
        else:
            found[at] = row
            opened[at] = True
    found[~opened, :, 1] = -np.inf
    return found
