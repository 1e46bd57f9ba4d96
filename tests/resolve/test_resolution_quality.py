"""Floors on development data: how many coded parties are found."""

import json
from pathlib import Path

import pytest

from averment.parse.spacy_parser import SpacyParser
from averment.records import Article, Span
from averment.resolve.rules import RuleResolver

DATA = Path(__file__).parents[3] / "shared" / "data" / "events" / "plv_train.jsonl"
FLOOR = 0.88  # of the heads of 2,090 coded spans; most of the rest are reports, decisions and other things


@pytest.mark.corpus
@pytest.mark.model
@pytest.mark.slow
def test_most_coded_parties_have_a_mention():
    if not DATA.exists():
        pytest.skip(f"{DATA} is missing")
    records = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    articles = [Article(r["id"], "plv", r["text"], body=(Span(0, len(r["text"])),)) for r in records]
    found = coded = 0
    for record, article, parsed in zip(records, articles, SpacyParser().parse(articles), strict=True):
        heads = RuleResolver().resolve(article, parsed, []).heads
        for begin, end in record["actor"] + record["recipient"]:
            inside = [t for t in parsed.tokens if begin <= t.begin < end]
            tops = [t for t in inside if (t.head not in inside or t.head is t) and t.pos not in ("PUNCT", "DET", "ADP")]
            coded += 1
            found += any(t.i in heads for t in tops or inside)
    assert found / coded >= FLOOR
