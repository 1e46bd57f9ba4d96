"""Go on training the encoder with heads for events, keeping what it knows of statements.

    python -m training.events.train --start epoch7.pt epoch8.pt --base MODEL_FOLDER --data ../shared/data/polnear \
        --sentences runs --corpora corpora --out runs/events [--plv ../shared/data/events/plv_train.jsonl --fold none]

Each step takes windows of PolNeAR and of our reports with all statements marked, of act sentences, of event sentences
and news, and single sentences in which the pair is shown (files *-train; of PLV, if it is named, what --fold does not
leave out). What is held back is for the figures alone.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from averment.evaluate.pairs import CLASSES
from averment.models.kinds import KINDS
from averment.models.pieces import Vocabulary
from training.attribution.acts import lines, reports
from training.attribution.acts import packed as packed_acts
from training.attribution.corpus import epoch, read
from training.attribution.model import tag_loss
from training.attribution.train import (
    act_figures,
    act_targets,
    batches,
    evaluate,
    f1,
    inputs,
    link_loss,
    link_targets,
    tag_targets,
)
from training.events.corpus import IGNORED, YIELD, EventSample, Text, news, ours, packed, plv, with_pairs
from training.events.model import LINKED_PARTS, PARTS, EventModel, kind_loss, mean

BATCH = 8  # windows of event sentences and news a step
PAIRS = 16  # sentences with their pair shown
ACT_BATCH = 4
REPORT_BATCH = 3
RATE = 1e-4
NEW = ("trigger", "side_", "event_", "kind", "relation", "status", "stance", "pair")  # heads that begin untrained
FOLDS = 5
DROPPED = 0.25  # share of the events whose trigger the event head does not get to see
NEWS_TIMES = 3  # how often a report, all of whose events are marked, is shown for one sentence
ROOTS = sorted({"YIELD" if kind.by_table in YIELD else kind.by_table for kind in KINDS})


def event_targets(batch: list[EventSample], length: int) -> tuple[torch.Tensor, ...]:
    """Windows' numbers, parts [event, part, length], allowed kinds [event, kind], statuses and stances."""
    events = [(b, event) for b, one in enumerate(batch) for event in one.events]
    parts = torch.zeros(len(events), PARTS, length)
    allowed = torch.zeros(len(events), len(KINDS))
    for n, (_, event) in enumerate(events):
        for row, part in enumerate(event.parts):
            parts[n, row, list(part)] = 1
        allowed[n, list(event.kinds)] = 1
    return (
        torch.tensor([b for b, _ in events]), parts, allowed,
        torch.tensor([e.status for _, e in events]), torch.tensor([e.stance for _, e in events]),
    )  # fmt: skip


def side_targets(batch: list[EventSample], length: int) -> tuple[torch.Tensor, ...]:
    """As ``link_targets``: what belongs to each trigger, which rows are triggers, and which columns are text."""
    belongs = torch.zeros(len(batch), length, length, LINKED_PARTS)
    rows, columns = torch.zeros(len(batch), length, dtype=torch.long), torch.zeros(len(batch), length)
    for b, one in enumerate(batch):
        columns[b, : len(one.window)] = torch.tensor([float(place >= 0) for place in one.window.places])
        for event in one.events:
            trigger = list(event.parts[0])
            rows[b, trigger] = 1
            for i in trigger:
                for side, part in enumerate((event.parts[1], event.parts[2], event.parts[0])):
                    belongs[b, i, list(part), side] = 1
    return belongs, rows, columns


def trigger_targets(batch: list[EventSample], length: int) -> torch.Tensor:
    """Tags of triggers: [batch, length]."""
    return torch.tensor([one.tags + [IGNORED] * (length - len(one.tags)) for one in batch])


def side_loss(scores: torch.Tensor, belongs: torch.Tensor, rows: torch.Tensor, columns: torch.Tensor) -> torch.Tensor:
    """Binary cross entropy over the pieces of each trigger's window."""
    each = torch.nn.functional.binary_cross_entropy_with_logits(scores, belongs, reduction="none").mean(-1)
    each = (each * columns[:, None]).sum(-1)
    return each[rows == 1].mean() / 10 if (rows == 1).any() else torch.zeros(())


def event_loss(model: EventModel, batch: list[EventSample], padding: int, dropped: float) -> torch.Tensor:
    """The sum of the losses of triggers, sides, kinds, statuses and stances."""
    made = inputs([one.window for one in batch], padding)
    length = made[0].shape[1]
    of, parts, allowed, statuses, stances = event_targets(batch, length)
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.hidden(*made)
        tags = model.trigger(model.drop(hidden)).float()
        total = torch.nn.functional.cross_entropy(
            tags.flatten(0, 1), trigger_targets(batch, length).flatten(), ignore_index=IGNORED
        )
        total = total + side_loss(model.sides(hidden), *side_targets(batch, length))
        if len(of):
            parts[torch.rand(len(of)) < dropped, 0] = 0
            pooled = model.pooled(hidden[of], parts)
            total = total + 0.5 * kind_loss(model.kind(pooled), allowed)
            if (statuses != IGNORED).any():
                cross = torch.nn.functional.cross_entropy
                total = total + 0.3 * cross(model.status(pooled), statuses, ignore_index=IGNORED)
                total = total + 0.3 * cross(model.stance(pooled), stances, ignore_index=IGNORED)
    return total


def pair_scores(model: EventModel, batch: list[EventSample], padding: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Scores of kinds [sentence, kind] where the pair of each sentence's event is shown, and the allowed kinds."""
    made = inputs([one.window for one in batch], padding)
    _, parts, allowed, _, _ = event_targets(batch, made[0].shape[1])
    parts[:, 0] = 0
    shown = (parts[:, 1] + 2 * parts[:, 2] * (parts[:, 1] == 0)).long()
    with torch.autocast("cpu", torch.bfloat16):
        return model.relation(model.pooled(model.shown(*made, shown), parts)).float(), allowed


def macro(pairs: list[tuple[str, str]]) -> float:
    """The mean F1 of the classes that gold has, of (gold, said)."""
    names = {gold for gold, _ in pairs}
    each = [
        f1(sum(g == s == n for g, s in pairs), sum(s == n for _, s in pairs), sum(g == n for g, _ in pairs))
        for n in names
    ]
    return round(sum(each) / len(each), 4)


def relation_figures(model: EventModel, held: list[EventSample], padding: int) -> dict[str, float]:
    """Macro F1 of roots and classes as PLV has them, and the share of roots right, where the pair is shown."""
    model.eval()
    groups = torch.tensor([[float(root in _roots(kind)) for root in ROOTS] for kind in range(len(KINDS))])
    roots, classes = [], []
    with torch.inference_mode():
        for start in range(0, len(held), 32):
            scores, allowed = pair_scores(model, held[start : start + 32], padding)
            for said, gold in zip(scores.softmax(-1) @ groups, allowed @ groups, strict=True):
                by_class: dict[int, float] = {}
                for root, chance in zip(ROOTS, said.tolist(), strict=True):
                    by_class[CLASSES[root]] = by_class.get(CLASSES[root], 0.0) + chance
                root = ROOTS[int(gold.argmax())]
                roots.append((root, ROOTS[int(said.argmax())]))
                classes.append((str(CLASSES[root]), str(max(by_class, key=by_class.__getitem__))))
    right = sum(g == s for g, s in roots) / len(roots)
    return {"root macro": macro(roots), "class macro": macro(classes), "root right": round(right, 4)}


def _roots(kind: int) -> tuple[str, ...]:
    name = KINDS[kind].by_table
    return ("YIELD",) if name in YIELD else (name,)


def event_figures(model: EventModel, held: list[EventSample], padding: int) -> dict[str, float]:
    """Macro F1 of types, and shares of kinds, statuses and stances right, at the marked triggers and sides."""
    model.eval()
    types: list[tuple[str, str]] = []
    right = {"kind": 0, "status": 0, "stance": 0}
    names = [kind.type for kind in KINDS]
    order = sorted(set(names))
    groups = torch.tensor([[float(name == t) for t in order] for name in names])
    with torch.inference_mode():
        for one in (one for one in held if one.events):
            made = inputs([one.window], padding)
            of, parts, allowed, statuses, stances = event_targets([one], made[0].shape[1])
            pooled = model.pooled(model.hidden(*made)[of], parts)
            chances = model.kind(pooled).softmax(-1)
            for n, best in enumerate((chances @ groups).argmax(-1).tolist()):
                types.append((names[int(allowed[n].argmax())], order[best]))
                right["kind"] += int(allowed[n, chances[n].argmax()] > 0)
                right["status"] += int(model.status(pooled)[n].argmax() == statuses[n])
                right["stance"] += int(model.stance(pooled)[n].argmax() == stances[n])
    shares = {name: round(count / len(types), 4) for name, count in right.items()}
    return {"type macro": macro(types), "type right": round(sum(g == s for g, s in types) / len(types), 4), **shares}


def trigger_figures(model: EventModel, held: list[EventSample], padding: int) -> dict[str, float]:
    """F1 of trigger pieces, and of pieces of sides at the marked triggers."""
    model.eval()
    counts = torch.zeros(1 + LINKED_PARTS, 3)
    with torch.inference_mode():
        for one in held:
            made = inputs([one.window], padding)
            hidden = model.hidden(*made)
            gold = trigger_targets([one], made[0].shape[1])
            said = model.trigger(hidden).argmax(-1) > 0
            there = gold != IGNORED
            counts[0] += torch.tensor([(said & (gold > 0)).sum(), (said & there).sum(), (gold > 0).sum()])
            belongs, rows, columns = side_targets([one], made[0].shape[1])
            linked = model.sides(hidden) > 0
            cue = (rows == 1)[..., None] & (columns == 1)[:, None]
            for side in range(LINKED_PARTS):
                s, g = linked[..., side] & cue, belongs[..., side] > 0
                counts[1 + side] += torch.tensor([(s & g).sum(), s.sum(), g.sum()])
    names = ("trigger", "actor", "recipient", "trigger's words")
    return {name: f1(*c.tolist()) for name, c in zip(names, counts, strict=True)}


def forever(make: Callable[[], list]) -> Iterator:
    """Endless items from ``make``, which gives a new list each time."""
    while True:
        yield from make()


def taken(items: Iterator, n: int) -> list:
    """The next ``n`` items."""
    return [next(items) for _ in range(n)]


def by_length(some: list[EventSample], dice: random.Random) -> list[list[EventSample]]:
    """Batches of ``PAIRS`` windows of like length, in shuffled order."""
    order, found = dice.sample(some, len(some)), []
    for start in range(0, len(order), PAIRS * 40):
        pool = sorted(order[start : start + PAIRS * 40], key=lambda one: len(one.window))
        found += [pool[i : i + PAIRS] for i in range(0, len(pool), PAIRS)]
    dice.shuffle(found)
    return found


def main() -> None:
    """Train, evaluate, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "data", "sentences", "corpora", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--start", type=Path, nargs="+", required=True, help="several are averaged")
    parser.add_argument("--plv", type=Path)
    parser.add_argument("--times", type=int, default=12, help="how often a sentence of PLV is shown for one of ours")
    parser.add_argument("--fold", default="all", help="the fold of PLV that is left out: 0 to 4, all, or none")
    parser.add_argument("--steps", type=int, default=1400)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--head-rate", type=float, default=8, help="times the rate, for the heads for events")
    parser.add_argument("--polnear", type=int, default=8, help="windows of PolNeAR a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary((args.base / "vocab.txt").open(encoding="utf-8"))
    padding = vocabulary.padding
    dice = random.Random(args.seed)
    model = EventModel(args.base)
    model.load_state_dict(mean(args.start), strict=False)
    articles = read(args.data / "train.jsonl.gz", args.sentences / "train_sents.jsonl", vocabulary)
    acts = lines(args.corpora / "acts", "*-train.tsv")
    events = ours(args.corpora / "events", "*-train.tsv") + ours(args.corpora / "events", "*-none.tsv")
    whole = news(args.corpora / "news", "*-train.txt", args.sentences / "news_sents.jsonl")
    pairs: list[Text] = []
    tested: list[Text] = []
    if args.plv:
        every = plv(args.plv)
        left_out = [args.fold in ("all", str(i % FOLDS)) for i in range(len(every))]
        tested = [sentence for sentence, out in zip(every, left_out, strict=True) if out]
        pairs = [sentence for sentence, out in zip(every, left_out, strict=True) if not out]
    known = [p for n, p in model.named_parameters() if not n.startswith(NEW)]
    fresh = [p for n, p in model.named_parameters() if n.startswith(NEW)]
    groups = [{"params": known, "lr": args.rate}, {"params": fresh, "lr": args.rate * args.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [args.rate, args.rate * args.head_rate], total_steps=args.steps, pct_start=0.06
    )
    some_statements = forever(lambda: batches(epoch(articles, vocabulary, dice), dice))
    marked = reports(args.corpora / "reports", args.sentences / "reports_sents.jsonl", vocabulary)
    some_reports = forever(lambda: epoch(marked, vocabulary, dice))
    some_acts = forever(lambda: packed_acts(acts, vocabulary, dice))
    some_events = forever(lambda: packed(events + NEWS_TIMES * whole, vocabulary, dice))
    shown = [*with_pairs(events + whole, vocabulary), *(args.times * with_pairs(pairs, vocabulary))]
    some_pairs = forever(lambda: by_length(shown, dice))
    clock, total = time.time(), torch.zeros(4)
    for step in range(args.steps):
        model.train()
        if args.polnear:
            batch = next(some_statements)[: args.polnear] + taken(some_reports, REPORT_BATCH)
            made = inputs([s.window for s in batch], padding)
            length = made[0].shape[1]
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(*made)
                tagged = tag_loss(model.tags(hidden), tag_targets(batch, length))
                tagged = tagged + link_loss(model.links(hidden), *link_targets(batch, length))
                of, parts, wanted = act_targets(batch, length)
                acted = torch.zeros(())
                if len(of):
                    acted = torch.nn.functional.cross_entropy(model.acts(hidden[of], parts), wanted)
            (tagged + 0.3 * acted).backward()
            total[0] += tagged.item()
            some = taken(some_acts, ACT_BATCH)
            made = inputs([s.window for s in some], padding)
            length = made[0].shape[1]
            of, parts, wanted = act_targets(some, length)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(*made)
                acted = torch.nn.functional.cross_entropy(model.acts(hidden[of], parts), wanted, label_smoothing=0.05)
            (0.3 * acted).backward()
            total[1] += acted.item()
        value = event_loss(model, taken(some_events, BATCH), padding, DROPPED)
        value.backward()
        total[2] += value.item()
        scores, allowed = pair_scores(model, next(some_pairs), padding)
        value = 0.5 * kind_loss(scores, allowed)
        value.backward()
        total[3] += value.item()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        if step % 50 == 0:
            mean_loss = ", ".join(f"{v:.4f}" for v in (total / (step % 50 or 1 if step < 50 else 50)).tolist())
            print(f"step {step}/{args.steps} loss {mean_loss} {time.time() - clock:.0f}s", flush=True)
            total.zero_()
        if step % 250 == 249:
            torch.save(model.state_dict(), args.out / "model.pt")
    torch.save(model.state_dict(), args.out / "model.pt")
    held = packed(ours(args.corpora / "events", "*-held.tsv"), vocabulary, dice, 1)
    print(json.dumps({"held": event_figures(model, held, padding)}), flush=True)
    print(json.dumps({"held triggers": trigger_figures(model, held, padding)}), flush=True)
    dev_news = packed(news(args.corpora / "news", "*-dev.txt", args.sentences / "news_sents.jsonl"), vocabulary, dice)
    print(json.dumps({"news": event_figures(model, dev_news, padding)}), flush=True)
    print(json.dumps({"news triggers": trigger_figures(model, dev_news, padding)}), flush=True)
    if tested:
        print(json.dumps({"plv": relation_figures(model, with_pairs(tested, vocabulary), padding)}), flush=True)
    if not args.polnear:
        return
    held_acts = packed_acts(lines(args.corpora / "acts", "held.tsv"), vocabulary, dice, 1)
    print(json.dumps({"acts": act_figures(model, held_acts, padding)}), flush=True)
    dev = read(args.data / "dev.jsonl.gz", args.sentences / "dev_sents.jsonl", vocabulary)
    print(json.dumps({"statements": evaluate(model, dev, vocabulary)}), flush=True)


if __name__ == "__main__":
    main()
