"""Train the encoder with its heads for tags, links and speech acts.

    python -m training.attribution.train --base MODEL_FOLDER --data ../shared/data/polnear --sentences runs \
        --acts corpora/acts --out runs/attribution

Tags and links are learned from PolNeAR and, with less weight, from our own sentences (files *-train.tsv), acts from
these alone. The weights are kept after every epoch; the same command goes on from the last one. Seeds are fixed.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch

from averment.models.encoder import ROLES
from averment.models.heads import ACTS
from averment.models.pieces import Vocabulary
from training.attribution.acts import lines, packed
from training.attribution.corpus import NOWHERE, Document, Link, Sample, Window, epoch, read, samples
from training.attribution.model import Model, link_loss, tag_loss

BATCH = 16  # windows of PolNeAR a step
ACT_BATCH = 8  # windows of act sentences, every second step
ACT_WEIGHT = 0.3
RATE = 2e-4
HEAD_RATE = 5  # times the encoder's
WARM_UP = 120  # steps


def inputs(batch: list[Window], padding: int) -> tuple[torch.Tensor, ...]:
    """Numbers, cases, quotes and mask of windows, padded to the longest of them."""
    longest = max(map(len, batch))

    def padded(rows: list[list[int]], fill: int) -> torch.Tensor:
        return torch.tensor([[int(v) for v in row] + [fill] * (longest - len(row)) for row in rows])

    return (
        padded([w.numbers for w in batch], padding), padded([w.cases for w in batch], 4),
        padded([w.quotes for w in batch], 0), padded([[1] * len(w) for w in batch], 0),
    )  # fmt: skip


def tag_targets(batch: list[Sample], length: int) -> torch.Tensor:
    """The tags of windows: [batch, length, roles]."""
    return torch.tensor([s.tags + [NOWHERE] * (length - len(s.tags)) for s in batch])


def link_targets(batch: list[Sample], length: int) -> tuple[torch.Tensor, ...]:
    """What belongs to each cue [batch, cue, piece, linked]; each row's kind: 1 a cue, 2 another piece of a window
    whose attributions are all marked, 0 no row; and which columns are pieces of text."""
    belongs = torch.zeros(len(batch), length, length, 2)
    rows, columns = torch.zeros(len(batch), length, dtype=torch.long), torch.zeros(len(batch), length)
    for b, one in enumerate(batch):
        text = torch.tensor([place >= 0 for place in one.window.places])
        columns[b, : len(text)] = text.float()
        if one.complete:
            rows[b, : len(text)] = 2 * text.long()
        for link in one.links:
            cue = list(link.cue)
            rows[b, cue] = 1
            for role, part in enumerate((link.source, link.content)):
                for i in cue:
                    belongs[b, i, list(part), role] = 1
    return belongs, rows, columns


def act_targets(batch: list[Sample], length: int) -> tuple[torch.Tensor, ...]:
    """Of each statement of a batch: its window's number, its parts [statement, part, length], its act."""
    statements = [(b, link) for b, one in enumerate(batch) for link in one.links if link.act is not None]
    parts = torch.zeros(len(statements), 3, length)
    for n, (_, link) in enumerate(statements):
        fill(parts[n], link)
    return torch.tensor([b for b, _ in statements]), parts, torch.tensor([link.act for _, link in statements])


def fill(parts: torch.Tensor, link: Link) -> None:
    """Set 1 at the pieces of each part."""
    for row, part in enumerate((link.cue, link.source, link.content)):
        parts[row, list(part)] = 1


def batches(found: list[Sample], dice: random.Random) -> list[list[Sample]]:
    """Windows of like length together, the batches in shuffled order."""
    pools = [found[i : i + BATCH * 50] for i in range(0, len(found), BATCH * 50)]
    out = []
    for pool in pools:
        pool.sort(key=lambda s: len(s.window))
        out += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    dice.shuffle(out)
    return out


def f1(right: float, said: float, gold: float) -> float:
    """F1 from counts."""
    return round(2 * right / (said + gold), 4) if said + gold else 1.0


def evaluate(model: Model, documents: list[Document], vocabulary: Vocabulary) -> dict[str, float]:
    """F1 of the pieces inside each role, and of the pieces linked to each cue."""
    model.eval()
    counts = torch.zeros(5, 3)
    with torch.inference_mode():
        for document in documents:
            for one in samples(document, vocabulary):
                tags = tag_targets([one], len(one.window))
                belongs, rows, columns = link_targets([one], len(one.window))
                with torch.autocast("cpu", torch.bfloat16):
                    hidden = model.hidden(*inputs([one.window], vocabulary.padding))
                    scores = model.tags(hidden)
                    linked = model.links(hidden)
                said, gold, there = scores.argmax(-1) > 0, tags > 0, tags >= 0
                for role in range(3):
                    s, g = said[..., role] & there[..., role], gold[..., role]
                    counts[role] += torch.tensor([(s & g).sum(), s.sum(), g.sum()])
                cue = (rows == 1)[..., None] & (columns == 1)[:, None]
                for role in range(2):
                    s, g = (linked[..., role] > 0) & cue, belongs[..., role] > 0
                    counts[3 + role] += torch.tensor([(s & g).sum(), s.sum(), g.sum()])
    names = (*ROLES, "linked source", "linked content")
    return {name: f1(*c.tolist()) for name, c in zip(names, counts, strict=True)}


def act_figures(model: Model, held: list[Sample], padding: int) -> dict[str, float]:
    """F1 of each act where the spans are given, their mean, and the share that is right."""
    model.eval()
    pairs: list[tuple[int, int]] = []
    with torch.inference_mode():
        for one in held:
            of, parts, acts = act_targets([one], len(one.window))
            hidden = model.hidden(*inputs([one.window], padding))
            pairs += zip(acts.tolist(), model.acts(hidden[of], parts).argmax(-1).tolist(), strict=True)
    each = {}
    for number, act in enumerate(ACTS):
        right = sum(g == s == number for g, s in pairs)
        each[act.value] = f1(right, sum(s == number for _, s in pairs), sum(g == number for g, _ in pairs))
    share = sum(g == s for g, s in pairs) / len(pairs)
    return {"macro": round(sum(each.values()) / len(each), 4), "right": round(share, 4), **each}


def main() -> None:
    """Train, resume, evaluate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "data", "sentences", "acts", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
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
    model = Model(args.base)
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": RATE}, {"params": head, "lr": RATE * HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    a_epoch = len(batches(epoch(train, vocabulary, random.Random(args.seed)), random.Random(0)))
    steps = a_epoch * args.epochs

    def scale(step: int) -> float:
        return min((step + 1) / WARM_UP, max(0.0, (steps - step) / max(1, steps - WARM_UP)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, scale)
    begun, last = 0, args.out / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=False)
        for part, name in ((model, "model"), (optimizer, "optimizer"), (schedule, "schedule")):
            part.load_state_dict(saved[name])
        begun = saved["epoch"]
    for number in range(begun, args.epochs):
        dice = random.Random(args.seed * 1000 + number)
        torch.manual_seed(args.seed * 1000 + number)
        model.train()
        clock, total = time.time(), torch.zeros(3)
        todo = batches(epoch(train, vocabulary, dice), dice)
        sentences = lines(args.acts, "*-train.tsv")
        acting: list[Sample] = []
        for count, batch in enumerate(todo):
            windows = [s.window for s in batch]
            made = inputs(windows, vocabulary.padding)
            length = made[0].shape[1]
            belongs, rows, columns = link_targets(batch, length)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(*made)
                tagged = tag_loss(model.tags(hidden), tag_targets(batch, length))
                linked = link_loss(model.links(hidden), belongs, rows, columns)
            value, acted = tagged + linked, torch.zeros(())
            value.backward()
            if count % 2:
                if len(acting) < ACT_BATCH:
                    acting += packed(sentences, vocabulary, dice)
                some, acting = acting[:ACT_BATCH], acting[ACT_BATCH:]
                made = inputs([s.window for s in some], vocabulary.padding)
                length = made[0].shape[1]
                of, parts, acts = act_targets(some, length)
                with torch.autocast("cpu", torch.bfloat16):
                    hidden = model.hidden(*made)
                    known = link_loss(model.links(hidden), *link_targets(some, length))
                    known = known + tag_loss(model.tags(hidden), tag_targets(some, length))
                    acted = torch.nn.functional.cross_entropy(model.acts(hidden[of], parts), acts, label_smoothing=0.05)
                (ACT_WEIGHT * (acted + known)).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if schedule.last_epoch < steps - 1:
                schedule.step()
            total += torch.stack([tagged.detach(), linked.detach(), 2 * acted.detach()])
            if count % 50 == 0:
                mean = ", ".join(f"{v:.4f}" for v in (total / (count + 1)).tolist())
                print(f"epoch {number + 1} step {count}/{len(todo)} loss {mean} {time.time() - clock:.0f}s", flush=True)
        spent = round(time.time() - clock)
        row = {"epoch": number + 1, "seconds": spent, "act sentences": len(sentences)}
        torch.save(model.state_dict(), args.out / f"epoch{number + 1}.pt")
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "epoch": number + 1}, last)
        print(json.dumps({**row, **evaluate(model, dev, vocabulary)}), flush=True)


if __name__ == "__main__":
    main()
