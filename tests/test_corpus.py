"""The whole coder on real articles: no crash, true spans, and no more rows than sentences."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from averment.errors import RejectedError
from averment.parse.spacy_parser import SpacyParser
from averment.pipeline import Pipeline
from averment.read import read_text

CORPUS = Path(__file__).parents[2] / "shared" / "data" / "corpus"
ARTICLES = 25  # of each file

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.model,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"{CORPUS} is missing"),
]


def articles(name):
    with gzip.open(CORPUS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, ARTICLES * 20, 20)):
            try:
                yield read_text(row["text"], source=row["id"], title=row["title"])
            except RejectedError:
                continue


class CountingParser(SpacyParser):
    sentences = 0

    def parse(self, articles):
        for parsed in super().parse(articles):
            self.sentences += len(parsed.sentences)
            yield parsed


@pytest.mark.parametrize("name", ["security-news", "mixed-news", "mixed-feeds", "whitehouse"])
def test_real_articles_are_coded_whole_and_soberly(name):
    parser = CountingParser()
    pipeline = Pipeline(parser)
    statements = events = 0
    for article, report in zip(articles(name), pipeline.reports(articles(name)), strict=True):
        assert report.article == article
        spans = [m.span for m in report.mentions]
        spans += [s for st in report.statements for s in (*st.source, *st.cue, *st.content)]
        spans += [s for e in report.events for s in e.trigger]
        assert all(0 <= span.begin < span.end <= len(article.text) for span in spans)
        statements += len(report.statements)
        events += len(report.events)
    assert 0 < statements <= parser.sentences
    assert 0 < events <= parser.sentences
