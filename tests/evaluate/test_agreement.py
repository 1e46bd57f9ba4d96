"""The measures agree with independent scorers, on predictions that are the gold with seeded mistakes."""

import importlib.util
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from averment.evaluate.attribution import AttributionTask
from averment.evaluate.bootstrap import total, with_intervals
from averment.evaluate.events import EventsTask
from averment.evaluate.gold import GoldTask
from averment.evaluate.relation import RelationTask
from averment.records import (
    Act,
    Article,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)

SHARED = Path(__file__).parents[3] / "shared"
TYPES = ("ACCUSE", "AGREE", "CONSULT", "COERCE", "RETREAT", "SANCTION", "REJECT")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="needs the scorers in ../shared/eval"),
]


def scorer(name):
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Mistakes:
    """A coder that knows the gold and errs by the dice."""

    def __init__(self, text, seed):
        self.text = text
        self.dice = random.Random(seed)

    def errs(self, chance=0.25):
        return self.dice.random() < chance

    def span(self, span):
        begin, end = span
        if self.errs():
            begin = max(0, begin - self.dice.randint(0, 20))
        if self.errs():
            end = min(len(self.text), end + self.dice.randint(0, 90))
        if self.errs():
            end = self.dice.randint(begin + 1, end)
        return Span(begin, end)

    def spans(self, spans):
        return tuple(self.span(span) for span in spans if not self.errs(0.15))

    def place(self, piece):
        begin = self.text.find(piece) if piece else -1
        return (begin, begin + len(piece)) if begin >= 0 else (0, min(5, len(self.text)))


def plain(coder, number, source, cue, content, speaker=None, act="assert"):
    return Statement(f"s{number}", source, cue, content, speaker, Act(act), coder.dice.choice(list(Quoted)))


def report(sample, **rows):
    return Report(Article(sample.doc, f"{sample.doc}.txt", sample.text), **rows)


def lines(path, task, samples, reports):
    rows = [task.prediction(sample, report) for sample, report in zip(samples, reports, strict=True)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return [json.loads(json.dumps(row)) for row in rows]


def attributed(sample, seed):
    coder = Mistakes(sample.text, seed)
    made = []
    for row in sample.gold.attributions:
        content = coder.spans(row.content)
        if content and not coder.errs(0.1):
            made.append(plain(coder, len(made), coder.spans(row.source), coder.spans(row.cue), content))
    made += [s for s in made if coder.errs(0.1)]
    return report(sample, statements=tuple(made))


def test_attributions(tmp_path):
    task = AttributionTask()
    path = SHARED / "data" / "polnear" / "dev.jsonl.gz"
    samples = task.load(path, None)[:40]
    reports = [attributed(sample, seed) for seed, sample in enumerate(samples)]
    documents = [task.count(sample, report) for sample, report in zip(samples, reports, strict=True)]
    figures = with_intervals(documents, task.figures, draws=40)
    ours = {figure.name: figure for figure in figures if not figure.name.startswith("recall ")}

    theirs = scorer("score_attribution")
    gold = theirs.read_gold(str(path))
    predicted = {row["doc"]: row["attributions"] for row in lines(tmp_path / "p", task, samples, reports)}
    per_doc = []
    for sample in samples:
        text, versions, who = gold[sample.doc]
        per_doc.append(theirs.Document(text).compare(predicted[sample.doc], versions[who]))
    together = {}
    for counts in per_doc:
        theirs.add(together, counts)
    rows = {name: theirs.row(*triple) for name, triple in together.items()}
    assert {n: (f.precision, f.recall, f.value) for n, f in ours.items()} == {
        n: (pytest.approx(r["P"]), pytest.approx(r["R"]), pytest.approx(r["F1"])) for n, r in rows.items()
    }
    assert 0.2 < ours["attributed"].value < 0.9
    intervals = theirs.bootstrap(per_doc, 40)
    assert {n: (f.low, f.high) for n, f in ours.items()} == {n: pytest.approx(pair) for n, pair in intervals.items()}


def paired(sample, seed):
    coder = Mistakes(sample.text, seed)
    made = []
    for number in range(coder.dice.choice([0, 1, 1, 2, 3])):
        root = sample.gold.root if coder.errs(0.6) else coder.dice.choice(TYPES)
        sides = [coder.spans(sample.gold.actor), coder.spans(sample.gold.recipient)]
        if coder.errs(0.2):
            sides.reverse()
        if coder.errs(0.2):
            sides = [(*sides[0], *sides[1]), ()]
        actors, recipients = ([Party(None, span) for span in side] for side in sides)
        made.append(event(number, "RETREAT" if root == "YIELD" else root, actors, recipients, Span(0, 1)))
    return report(sample, events=tuple(made))


def event(number, event_type, actors, recipients, trigger, **more):
    settings = {"mode": None, "status": Status.FACTUAL, "stance": Stance.ASSERTED} | more
    return Event(
        f"e{number}", event_type, contexts=(), trigger=(trigger,), actors=tuple(actors), recipients=tuple(recipients),
        **settings,
    )  # fmt: skip


@pytest.fixture(scope="module")
def pairs():
    samples = EventsTask().load(SHARED / "data" / "events" / "plv_train.jsonl", None)
    return samples, [paired(sample, seed) for seed, sample in enumerate(samples)]


def test_events_of_raw_sentences(tmp_path, pairs):
    samples, reports = pairs
    task = EventsTask()
    counts = total([task.count(sample, report) for sample, report in zip(samples, reports, strict=True)])
    ours = {figure.name: figure for figure in task.figures(counts)}
    theirs = scorer("score_events")
    gold = theirs.rows(SHARED / "data" / "events" / "plv_train.jsonl")
    predicted = lines(tmp_path / "p", task, samples, reports)
    for rule, iou in (("", None), (" (bounded)", "bounded"), (" (IoU .5)", 0.5)):
        out, _ = theirs.events(gold, predicted, iou)
        assert ours["events a row"].value == pytest.approx(out["events_per_row"])
        assert ours["type recall"].value == pytest.approx(out["type_recall"])
        assert ours[f"pair recall{rule}"].value == pytest.approx(out["pair_recall"])
        assert ours[f"event recall{rule}"].value == pytest.approx(out["event_recall"])
        assert ours[f"class recall{rule}"].value == pytest.approx(out["event_recall_penta"])
        assert ours[f"event on pair{rule}"].precision == pytest.approx(out["pair_precision"])
        assert ours[f"event on pair{rule}"].value == pytest.approx(out["pair_f1"])


def test_relation_of_a_given_pair(tmp_path, pairs):
    samples, reports = pairs
    task = RelationTask()
    counts = total([task.count(sample, report) for sample, report in zip(samples, reports, strict=True)])
    ours = {figure.name: figure for figure in task.figures(counts)}
    theirs = scorer("score_events")
    gold = [
        {"uid": s.doc, "sentence_id": s.gold.sentence_id, "gold_root": s.gold.root, "gold_penta": s.gold.penta}
        for s in samples
    ]
    for level, out in theirs.relation(gold, lines(tmp_path / "p", task, samples, reports)).items():
        assert ours[f"{level} accuracy"].value == pytest.approx(out["accuracy"])
        assert ours[f"{level} macro"].value == pytest.approx(out["macro_f1"])
        if level == "root":
            for name, (precision, recall, f1, rows) in out["per_class"].items():
                figure = ours[name]
                assert (figure.precision, figure.recall, figure.value, figure.of) == (
                    pytest.approx(precision),
                    pytest.approx(recall),
                    pytest.approx(f1),
                    rows,
                )


def coded(sample, seed):
    """The coding of an article with mistakes in contents, speakers, acts, types, parties, voices and status."""
    coder = Mistakes(sample.text, seed)
    entities, mentions, statements, events = {}, [], [], []

    def entity(country, words):
        if country is None or coder.errs(0.1):
            return None
        entities.setdefault(country, Entity(country, country, EntityKind.STATE, country))
        mentions.append(Mention(Span(*coder.place(words)), country, MentionKind.NAME, ""))
        return country

    for row in sample.gold.statements:
        acts = [act for act in Act if act.upper() == row.act]
        act = acts[0] if acts and not coder.errs() else coder.dice.choice(list(Act))
        place = coder.place(row.speaker)
        speaker = entity(next(iter(sorted(row.countries)), None), row.speaker)
        content = coder.span(coder.place(row.content))
        statements.append(
            plain(coder, len(statements), (Span(*place),) if not coder.errs() else (), (), (content,), speaker, act)
        )
    for row in sample.gold.events:
        sides = []
        for words, countries in ((row.actor, row.actor_countries), (row.recipient, row.recipient_countries)):
            known = countries or ((None,) if words else ())
            sides.append([Party(entity(country, words), Span(*coder.place(words))) for country in known])
        voice = coder.dice.choice([None, *(s.id for s in statements)])
        kind = row.type if not coder.errs() else coder.dice.choice(TYPES)
        begin, _ = coder.place(row.quote)
        same_as = f"e{coder.dice.randrange(len(events))}" if events and coder.errs() else None
        status = Status(row.status) if row.status in list(Status) and not coder.errs() else Status.FACTUAL
        stance = Stance.ALLEGED if row.status == "alleged" and not coder.errs() else coder.dice.choice(list(Stance)[:2])
        made = event(len(events), kind, *sides, Span(begin, begin + 4), mode=row.mode, status=status, stance=stance,
                     according_to=voice, same_as=same_as)  # fmt: skip
        events.append(made)
    return report(
        sample,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        statements=tuple(statements),
        events=tuple(events),
    )


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("gold", "texts"),
    [
        (SHARED / "gold" / "seeds.gold.json", SHARED / "seeds"),
        (Path(__file__).parents[2] / "examples" / "gold.json", None),
    ],
    ids=["seeds", "examples"],
)
def test_whole_articles(tmp_path, gold, texts, seed):
    task = GoldTask()
    samples = task.load(gold, texts)
    reports = [coded(sample, seed + 10 * number) for number, sample in enumerate(samples)]
    counts = total([task.count(sample, report) for sample, report in zip(samples, reports, strict=True)])
    ours = {figure.name: figure for figure in task.figures(counts)}
    lines(tmp_path / "p", task, samples, reports)
    command = [sys.executable, str(SHARED / "eval" / "score_gold.py"), str(gold), str(tmp_path / "p")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    numbers = [float(number) for number in re.findall(r"\d\.\d{3}", printed)]
    statements, events = ours["statements"], ours["events"]
    expected = [statements.precision, statements.recall, statements.value, ours["attributed"].value, ours["act"].value]
    expected += [events.precision, events.recall, events.value, ours["according"].value, ours["status"].value]
    assert numbers == [round(number, 3) for number in expected]
    assert 0 < events.value < 1
