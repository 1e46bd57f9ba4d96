"""Reading of real pages and articles, whose texts are not part of the project."""

import json
import re
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path

import pytest

from averment.read import ReadOptions, Rejection, read_paths, read_text

SHARED = Path(__file__).parents[3] / "shared"
PAGES = SHARED / "data" / "pages"
ARTICLES = SHARED / "data" / "corpus" / "security-news.jsonl.gz"
GOLD = SHARED / "gold" / "seeds.gold.json"
PAGE_F1 = 0.94
"""Floor for the mean token F1 of English pages' bodies against their text as people cut it out; measured .957."""

pytestmark = pytest.mark.corpus


def _f1(found: str, expected: str) -> float:
    ours, theirs = (Counter(re.findall(r"\w+", text)) for text in (found, expected))
    return 2 * sum((ours & theirs).values()) / (sum(ours.values()) + sum(theirs.values()))


@pytest.mark.skipif(not PAGES.exists(), reason="needs ../shared/data/pages")
def test_pages_are_read_as_people_read_them() -> None:
    truth = json.loads((PAGES / "articles-ground-truth.json").read_text("utf-8"))
    files = sorted((PAGES / "articles").glob("*.html.gz"))[:90]
    scores = []
    for path, article in zip(files, read_paths(files), strict=True):
        expected = truth[path.name.split(".")[0]]["articleBody"]
        if isinstance(article, Rejection):
            assert article.reason == "language", article.message
            continue
        body = (span.of(article.text) for span in article.body if span != article.title_span)
        scores.append(_f1(" ".join(body), expected))
    assert len(scores) > 70
    assert sum(scores) / len(scores) >= PAGE_F1


@pytest.mark.skipif(not ARTICLES.exists(), reason="needs ../shared/data/corpus")
def test_articles_keep_most_of_their_text_as_body() -> None:
    whole = kept = 0
    for article in islice(read_paths([ARTICLES], ReadOptions(fields={"url": "id"})), 500):
        assert not isinstance(article, Rejection), article.message
        assert article.source.endswith(".md")
        assert all(first.end <= then.begin for first, then in pairwise(article.body))
        whole += len(article.text)
        kept += sum(span.end - span.begin for span in article.body)
    assert 0.85 < kept / whole < 0.95  # tags, captions and links make up a tenth of these files


@pytest.mark.skipif(not GOLD.exists(), reason="needs ../shared/gold")
def test_boilerplate_is_not_body_and_statements_are() -> None:
    for document in json.loads(GOLD.read_text("utf-8")):
        article = read_text((SHARED / "seeds" / f"{document['doc']}.txt").read_text("utf-8"))
        body = {span.of(article.text) for span in article.body}
        for words in document["boilerplate"]:
            assert not any(quote.startswith(words) for quote in body), words
        for statement in document["statements"]:
            content = statement["content"]
            assert any(content in words for words in body) or content not in article.text, content
