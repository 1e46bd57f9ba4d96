"""Train the attribution tagger on PolNeAR.

    python -m training.attribution.train --base MODEL_FOLDER --data ../shared/data/polnear --out runs/attribution

A checkpoint is written after every epoch; the same command goes on from the last one. Seeds are fixed.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch

from averment.models.pieces import Vocabulary
from training.attribution.corpus import ROLES, Document, Window, epoch, read, windows
from training.attribution.model import Tagger, loss

BATCH = 16
RATE = 2e-4
HEAD_RATE = 5  # times the encoder's
WARM_UP = 120  # steps


def tensors(batch: list[Window], padding: int) -> tuple[torch.Tensor, ...]:
    """Numbers, cases, quotes, mask and tags of a batch, padded to its longest window."""
    longest = max(len(w.numbers) for w in batch)

    def padded(rows: list[list], fill: object) -> torch.Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])

    return (
        padded([w.numbers for w in batch], padding),
        padded([w.cases for w in batch], 4),
        padded([w.quotes for w in batch], 0),
        padded([[1] * len(w.numbers) for w in batch], 0),
        padded([[list(t) for t in w.tags] for w in batch], [-100, -100, -100]),
    )


def batches(found: list[Window], dice: random.Random) -> list[list[Window]]:
    """Windows of like length together, the batches in shuffled order."""
    pools = [found[i : i + BATCH * 50] for i in range(0, len(found), BATCH * 50)]
    out = []
    for pool in pools:
        pool.sort(key=lambda w: len(w.numbers))
        out += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    dice.shuffle(out)
    return out


def evaluate(model: Tagger, documents: list[Document], vocabulary: Vocabulary) -> dict[str, float]:
    """F1 of the pieces inside each role."""
    model.eval()
    counts = torch.zeros(3, 3)
    with torch.inference_mode():
        for document in documents:
            for window in windows(document, vocabulary):
                *inputs, tags = tensors([window], vocabulary.padding)
                with torch.autocast("cpu", torch.bfloat16):
                    scores = model(*inputs)
                said, gold, there = scores.argmax(-1) > 0, tags > 0, tags >= 0
                for role in range(3):
                    s, g = said[..., role] & there[..., role], gold[..., role]
                    counts[role] += torch.tensor([(s & g).sum(), s.sum(), g.sum()])
    return {role: round(float(2 * c[0] / (c[1] + c[2])), 4) for role, c in zip(ROLES, counts, strict=True)}


def main() -> None:
    """Train, resume, evaluate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary((args.base / "vocab.txt").open(encoding="utf-8"))
    train = read(args.data / "train.jsonl.gz", args.sentences / "train_sents.jsonl", vocabulary)
    dev = read(args.data / "dev.jsonl.gz", args.sentences / "dev_sents.jsonl", vocabulary)
    model = Tagger(args.base)
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": RATE}, {"params": head, "lr": RATE * HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    a_epoch = len(batches(epoch(train, vocabulary, random.Random(args.seed)), random.Random(0)))
    steps = a_epoch * args.epochs

    def scale(step: int) -> float:
        return min((step + 1) / WARM_UP, max(0.0, (steps - step) / max(1, steps - WARM_UP)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, scale)
    begun = 0
    last = args.out / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        begun = saved["epoch"]
    for number in range(begun, args.epochs):
        dice = random.Random(args.seed * 1000 + number)
        torch.manual_seed(args.seed * 1000 + number)
        model.train()
        clock, total = time.time(), 0.0
        todo = batches(epoch(train, vocabulary, dice), dice)
        for count, batch in enumerate(todo):
            *inputs, tags = tensors(batch, vocabulary.padding)
            with torch.autocast("cpu", torch.bfloat16):
                value = loss(model(*inputs), tags)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if schedule.last_epoch < steps - 1:
                schedule.step()
            total += float(value)
            if count % 50 == 0:
                spent = time.time() - clock
                print(
                    f"epoch {number + 1} step {count}/{len(todo)} loss {total / (count + 1):.4f} {spent:.0f}s",
                    flush=True,
                )
        figures = evaluate(model, dev, vocabulary)
        spent = round(time.time() - clock)
        print(json.dumps({"epoch": number + 1, "loss": total / len(todo), "seconds": spent, **figures}), flush=True)
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "epoch": number + 1}, last)
    torch.save(model.state_dict(), args.out / "model.pt")


if __name__ == "__main__":
    main()
