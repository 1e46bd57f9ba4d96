"""The trained encoder at run time: an article in, what it says of each token out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from averment.errors import AvermentError
from averment.models.event_heads import LINKED as EVENT_LINKED
from averment.models.event_heads import PARTS as EVENT_PARTS
from averment.models.event_heads import EventHeads, read_event_heads
from averment.models.heads import INNER, LINKED, PARTS, WIDTH, Heads, read_heads
from averment.models.pieces import Vocabulary
from averment.models.scores import Scores, within
from averment.models.windows import SEPARATING, Bounds, Read, Window, bounds, pieces, windows
from averment.parse.tree import Parsed

ROLES = ("source", "cue", "content")
TAGS = ("out", "begin", "inside")
OUTPUTS = {
    "tags": (len(ROLES), len(TAGS)), "asks": (len(LINKED), WIDTH), "answers": (len(LINKED), WIDTH),
    "weigh": (len(PARTS),), "inner": (len(PARTS), INNER), "trigger": (1, len(TAGS)),
    "side_asks": (len(EVENT_LINKED), WIDTH), "side_answers": (len(EVENT_LINKED), WIDTH),
    "event_weigh": (len(EVENT_PARTS),), "event_inner": (len(EVENT_PARTS), INNER),
}  # fmt: skip
"""What the encoder gives for each piece, in order, and the shape of each."""
WEIGHTS = "encoder.onnx"
VOCABULARY = "encoder.vocab.txt"
HEADS = "encoder.heads.json"
BATCH = 16  # windows scored at once; more were not faster on one thread
PADDED = 1.15  # longest window of a batch, in lengths of its shortest

Spans = Sequence[tuple[int, int]]

Infer = Callable[[dict[str, Any]], Sequence[Any]]
"""Inputs by name, arrays of [batch, length] -> the outputs, arrays of [batch, length, ...]."""


class Encoder:
    """Scores each token of an article by a word-piece encoder run with onnxruntime.

    ``folder`` holds the weights and their vocabulary, the package's own if not given; ``threads`` is how many the
    encoder may use (one, so that the time it takes is what it costs).
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self._folder = folder or Path(str(files("averment.models")))
        self._threads = threads
        self._last: tuple[Parsed, Scores] | None = None

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
        return lambda inputs: [
            output.reshape(*output.shape[:2], *shape)
            for output, shape in zip(session.run(None, inputs), OUTPUTS.values(), strict=True)
        ]

    @cached_property
    def _heads(self) -> tuple[Heads, EventHeads]:
        path = self._folder / HEADS
        text = path.read_text("utf-8")
        return read_heads(text, str(path)), read_event_heads(text, str(path))

    def scores(self, parsed: Parsed) -> Scores:
        """What the model says of an article; time and memory are linear in its length.

        The last article's scores are kept, so that two stages that ask for the same article cost one reading.
        """
        if self._last is None or self._last[0] is not parsed:
            self._last = (parsed, self._read(parsed))
        return self._last[1]

    def _read(self, parsed: Parsed) -> Scores:
        sentences = bounds(parsed)
        reads = pieces(parsed.text, sentences, self._vocabulary)
        made = windows(sentences, reads, self._vocabulary)
        begins, ends = pieces_of(parsed, reads)
        outputs = self._by_piece(made, len(reads))
        for name in ("tags", "trigger"):
            outputs[name] = by_token(begins, ends, log_softmax(outputs[name]))
        return Scores(begins, ends, [within(window) for window in made], outputs, *self._heads)

    def told(self, text: str, trigger: Spans, actor: Spans, recipient: Spans, *, shown: bool = False) -> dict[str, Any]:
        """For each of ``event_heads.QUESTIONS`` the logarithms of its answers' probabilities; the parts are given.

        ``text`` is a sentence or a few, parts are spans of characters, end exclusive, and may be empty; ``shown`` is
        whether the encoder is shown the pair while it reads, as it was taught for triggers that are not known.
        """
        import numpy as np

        sentence = [Bounds(0, 0, len(text))]
        reads = pieces(text, sentence, self._vocabulary)
        window = windows(sentence, reads, self._vocabulary)[0]
        here = within(window)
        begins = [read.piece.begin for read in reads[here.begin : here.end]]
        parts = (trigger, actor, recipient, [(0, len(text))])
        there = np.array([[any(b <= begin < e for b, e in part) for begin in begins] for part in parts])
        made = inputs([window], self._vocabulary.padding)
        if shown:
            made["pairs"][0, here.places] = np.where(there[1], 1, np.where(there[2], 2, 0))
        outputs = dict(zip(OUTPUTS, self._infer(made), strict=True))
        weigh, inner = (outputs[name][0, here.places] for name in ("event_weigh", "event_inner"))
        return self._heads[1].told(weigh, inner, there)

    def _by_piece(self, made: list[Window], number: int) -> dict[str, Any]:
        """Each output of the encoder as one array [pieces, ...]."""
        import numpy as np

        found = {name: np.zeros((number, *shape), np.float32) for name, shape in OUTPUTS.items()}
        for batch in batches(made):
            outputs = self._infer(inputs(batch, self._vocabulary.padding))
            for k, window in enumerate(batch):
                places = np.array(window.places)
                there = places != SEPARATING
                for name, output in zip(OUTPUTS, outputs, strict=True):
                    found[name][places[there]] = output[k, : len(window)][there]
        return found


@cache
def encoder(folder: Path | None = None) -> Encoder:
    """The encoder of a folder (the package's own if not given) that all stages share."""
    return Encoder(folder)


def batches(made: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, so that little is padded."""
    batch: list[Window] = []
    for window in sorted(made, key=len):
        if batch and (len(batch) == BATCH or len(window) > PADDED * len(batch[0])):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def inputs(batch: list[Window], padding: int) -> dict[str, Any]:
    """The encoder's inputs for windows, padded to the longest of them."""
    import numpy as np

    shape = len(batch), max(map(len, batch))
    made = {
        "numbers": np.full(shape, padding, np.int64),
        "cases": np.full(shape, 4, np.int64),
        "quotes": np.zeros(shape, np.int64),
        "pairs": np.zeros(shape, np.int64),
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


def pieces_of(parsed: Parsed, reads: Sequence[Read]) -> tuple[Any, Any]:
    """First and last (exclusive) piece that begins in each token, as two arrays of int64."""
    import numpy as np

    begins, ends = np.zeros(len(parsed.tokens), np.int64), np.zeros(len(parsed.tokens), np.int64)
    at = 0
    for place, read in enumerate(reads):
        while at + 1 < len(parsed.tokens) and parsed.tokens[at].end <= read.piece.begin:
            at += 1
            begins[at] = ends[at] = place
        ends[at] = place + 1
    begins[at + 1 :] = ends[at + 1 :] = len(reads)
    return begins, ends


def by_token(begins: Any, ends: Any, scores: Any) -> Any:
    """Log probabilities [pieces, roles, tags] of pieces summed over tokens.

    A token of several pieces begins a fragment with its first piece and goes on with the others; one of which the
    vocabulary sees nothing (white space) gets zero for going on and for staying out.
    """
    import numpy as np

    sums = np.concatenate([np.zeros((1, *scores.shape[1:])), scores.cumsum(0, dtype=np.float64)])
    found = sums[ends] - sums[begins]
    seen = ends > begins
    first = begins[seen]
    found[seen, :, 1] = scores[first, :, 1] + found[seen, :, 2] - scores[first, :, 2]
    found[~seen, :, 1] = -np.inf
    return found.astype(np.float32)
