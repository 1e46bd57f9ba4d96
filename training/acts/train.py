"""Go on training the attribution tagger together with a head for speech acts.

    python -m training.acts.train --start runs/attribution/model.pt --base MODEL_FOLDER --data ../shared/data/polnear \
        --sentences runs --corpus corpora/acts --out runs/acts

Each step takes a batch of PolNeAR windows, so that the tags are kept, and a batch of act sentences from our own corpus
(the files *-train.tsv). The files *-held.tsv are for the figure at the end alone.
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from corpora.check import Line
from corpora.check import read as read_corpus
from torch import Tensor, nn

from averment.models.pieces import Vocabulary, quotes
from averment.parse.plain import plain
from averment.records import Act
from training.attribution.corpus import epoch, read
from training.attribution.model import Tagger, loss
from training.attribution.train import batches, evaluate, tensors

ACTS = tuple(Act)
PARTS = ("s", "c", "t")
BATCH = 16
RATE = 8e-5
HEAD_RATE = 20  # times the encoder's
WEIGHT = 0.5  # of the act loss beside the tags'


@dataclass(slots=True)
class Example:
    """A sentence as model input: pieces, their case and quotation state, the weights of its parts, and its act."""

    numbers: list[int]
    cases: list[int]
    quotes: list[int]
    parts: list[list[float]]
    act: int


class ActHead(nn.Module):
    """Act scores from the mean vectors of source, cue and content: [batch, acts]."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.inner = nn.Linear(len(PARTS) * width, 128)
        self.outer = nn.Linear(128, len(ACTS))
        self.drop = nn.Dropout(0.2)

    def forward(self, hidden: Tensor, parts: Tensor) -> Tensor:
        """``hidden`` is [batch, length, width], ``parts`` [batch, parts, length] with rows that sum to one or zero."""
        means = torch.bmm(parts, hidden).flatten(1)
        return self.outer(self.drop(nn.functional.gelu(self.inner(self.drop(means)))))


def example(line: Line, vocabulary: Vocabulary) -> Example:
    """A corpus line as model input."""
    made = plain(line.text)
    pieces = vocabulary.pieces(made.text)
    spans = [(made.begin(p.begin), made.end(p.end)) for p in pieces]
    parts = []
    for part in PARTS:
        inside = [float(any(b <= begin < e for b, e in line.parts.get(part, ()))) for begin, _ in spans]
        total = sum(inside) or 1.0
        parts.append([0.0, *(weight / total for weight in inside), 0.0])
    return Example(
        [vocabulary.start, *(p.number for p in pieces), vocabulary.separator],
        [4, *(int(p.case) for p in pieces), 4],
        [0, *(int(q) for q in quotes(made.text, pieces)), 0],
        parts,
        ACTS.index(Act(line.labels["act"])),
    )


def act_tensors(batch: list[Example], padding: int) -> tuple[Tensor, ...]:
    """Numbers, cases, quotes, mask, parts and acts of a batch."""
    longest = max(len(e.numbers) for e in batch)

    def padded(rows: list[list], fill: float) -> Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])

    return (
        padded([e.numbers for e in batch], padding),
        padded([e.cases for e in batch], 4),
        padded([e.quotes for e in batch], 0),
        padded([[1] * len(e.numbers) for e in batch], 0),
        torch.stack([padded(e.parts, 0.0) for e in batch]),
        torch.tensor([e.act for e in batch]),
    )


def lines(folder: Path, pattern: str) -> list[Line]:
    """The sound lines of the corpus files that match."""
    return [
        line for file in sorted(folder.glob(pattern)) for line in read_corpus(file, "acts") if isinstance(line, Line)
    ]


def figures(model: Tagger, head: ActHead, held: list[Example], padding: int) -> dict[str, object]:
    """F1 of each act, their mean, and accuracy."""
    model.eval()
    head.eval()
    pairs: list[tuple[int, int]] = []
    with torch.inference_mode():
        for i in range(0, len(held), 32):
            *inputs, parts, acts = act_tensors(held[i : i + 32], padding)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(*inputs)
            pairs += zip(acts.tolist(), head(hidden.float(), parts).argmax(-1).tolist(), strict=True)
    each = {}
    for number, act in enumerate(ACTS):
        right = sum(g == s == number for g, s in pairs)
        made, there = sum(s == number for _, s in pairs), sum(g == number for g, _ in pairs)
        each[act.value] = round(2 * right / (made + there), 3) if made + there else 1.0
    accuracy = sum(g == s for g, s in pairs) / len(pairs)
    return {"macro": round(sum(each.values()) / len(each), 4), "accuracy": round(accuracy, 4), **each}


def main() -> None:
    """Train both, and say what both reach."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("start", "base", "data", "sentences", "corpus", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary((args.base / "vocab.txt").open(encoding="utf-8"))
    train = read(args.data / "train.jsonl.gz", args.sentences / "train_sents.jsonl", vocabulary)
    dev = read(args.data / "dev.jsonl.gz", args.sentences / "dev_sents.jsonl", vocabulary)
    acts = [example(line, vocabulary) for line in lines(args.corpus, "*-train.tsv")]
    held = [example(line, vocabulary) for line in lines(args.corpus, "*-held.tsv")]
    model = Tagger(args.base)
    saved = torch.load(args.start, weights_only=False)
    model.load_state_dict(saved.get("model", saved))
    head = ActHead(model.head.in_features)
    groups = [
        {"params": model.parameters(), "lr": RATE},
        {"params": head.parameters(), "lr": RATE * HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    dice = random.Random(args.seed)
    todo = [batch for _ in range(args.epochs) for batch in batches(epoch(train, vocabulary, dice), dice)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, RATE * HEAD_RATE], total_steps=len(todo), pct_start=0.05
    )
    pool: list[Example] = []
    clock = time.time()
    for count, batch in enumerate(todo):
        if len(pool) < BATCH:
            pool = pool + dice.sample(acts, len(acts))
        some, pool = pool[:BATCH], pool[BATCH:]
        model.train()
        head.train()
        *inputs, tags = tensors(batch, vocabulary.padding)
        *act_inputs, parts, labels = act_tensors(some, vocabulary.padding)
        with torch.autocast("cpu", torch.bfloat16):
            value = loss(model(*inputs), tags)
            hidden = model.hidden(*act_inputs)
        value = value + WEIGHT * nn.functional.cross_entropy(head(hidden.float(), parts), labels, label_smoothing=0.05)
        value.backward()
        nn.utils.clip_grad_norm_([*model.parameters(), *head.parameters()], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        if count % 100 == 0:
            print(f"step {count}/{len(todo)} loss {value.item():.4f} {time.time() - clock:.0f}s", flush=True)
            torch.save({"model": model.state_dict(), "head": head.state_dict(), "step": count}, args.out / "last.pt")
    torch.save({"model": model.state_dict(), "head": head.state_dict()}, args.out / "model.pt")
    print(json.dumps({"acts": figures(model, head, held, vocabulary.padding), "examples": [len(acts), len(held)]}))
    print(json.dumps({"tags": evaluate(model, dev, vocabulary)}))


if __name__ == "__main__":
    main()
