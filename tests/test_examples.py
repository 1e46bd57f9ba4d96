"""The example articles: readable, ours, in the voices and formats that are promised, and coded without slips."""

import json
from datetime import date
from pathlib import Path

import pytest

from averment.read import Rejection, read_paths
from averment.records import Article

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLES = EXAMPLES / "articles"


@pytest.fixture(scope="module")
def documents():
    return list(read_paths([ARTICLES]))


def test_every_article_is_read_and_none_is_a_copy(documents):
    assert [d.message for d in documents if isinstance(d, Rejection)] == []
    assert len({article.id for article in documents}) == len(documents) == 17


def test_all_formats_are_there():
    assert {path.suffix for path in ARTICLES.iterdir()} == {".txt", ".html", ".jsonl"}


def test_pages_give_their_text_without_the_page_around_it(documents):
    [release] = [d for d in documents if d.source.endswith("albania-interior-ministry.html")]
    assert isinstance(release, Article)
    assert "same hand" in release.text
    assert "Privacy notice" not in release.text
    assert "identity card offices" not in release.text
    assert release.published == date(2022, 9, 10)


def test_records_give_title_date_and_outlet(documents):
    told = [(d.outlet, d.published) for d in documents if "2022/09/" in d.source or "pna.invalid" in d.source]
    assert told == [
        ("Meridian Wire", date(2022, 9, 9)),
        ("Meridian Wire", date(2022, 9, 14)),
        ("Parsgard News Agency", date(2022, 9, 15)),
    ]


def test_the_readme_names_every_file():
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in ARTICLES.iterdir() if f"`articles/{p.name}`" not in readme] == []


def test_addresses_lead_nowhere():
    for path in ARTICLES.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            host = json.loads(line)["url"].split("/")[2]
            assert host.endswith(("example.org", ".invalid")), host


@pytest.mark.parametrize("article", json.loads((EXAMPLES / "gold.json").read_text()), ids=lambda a: a["doc"])
def test_the_coding_stands_in_the_text(article):
    text = (ARTICLES / f"{article['doc']}.txt").read_text(encoding="utf-8")
    named = [(row["speaker"], row["cue"], row["content"]) for row in article["statements"]]
    named += [(row["actor"], row["recipient"], row["quote"]) for row in article["events"]]
    assert [piece for pieces in named for piece in pieces if piece is not None and piece not in text] == []
    voices = {row["according_to"] for row in article["events"]} - {"outlet"}
    assert [voice for voice in voices if voice not in text] == []


@pytest.fixture(scope="module")
def reports(documents):
    from averment.api import default_pipeline

    return list(default_pipeline().reports(documents))


@pytest.mark.model
def test_every_article_says_something_and_every_row_stands_on_its_words(reports):
    for report in reports:
        assert report.statements, report.article.source
        spans = [span for s in report.statements for span in (*s.source, *s.cue, *s.content)]
        spans += [span for e in report.events for span in (*e.trigger, *(p.span for p in (*e.actors, *e.recipients)))]
        assert all(span.of(report.article.text).strip() for span in spans), report.article.source


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "country", "acts"),
    [
        ("albania-tirana-agency", "ALB", {"accuse", "assert"}),
        ("albania-tirana-agency", "IRN", {"deny", "reject"}),
        ("albania-tehran-agency", "IRN", {"deny", "reject"}),
        ("albania-blog", "IRN", {"deny", "reject"}),
        ("viasat-moscow-agency", "RUS", {"deny", "reject"}),
        ("bundestag-sanctions", "RUS", {"deny", "reject"}),
        ("eastern.invalid/2017/12/21/dprk", "PRK", {"deny", "reject"}),
    ],
)
def test_each_side_is_heard(reports, name, country, acts):
    [report] = [report for report in reports if name in report.article.source]
    speakers = {entity.id for entity in report.entities if entity.country == country}
    assert acts & {statement.act for statement in report.statements if statement.speaker in speakers}


@pytest.mark.model
def test_a_headline_alone_is_a_denial(reports):
    [report] = [report for report in reports if report.article.source.endswith("albania-brief.txt")]
    assert {statement.act for statement in report.statements} <= {"deny", "reject"}
    names = {entity.id: entity.name for entity in report.entities}
    assert ("REJECT", "Iran", "Albania") in {
        (event.type, names.get(a.entity), names.get(r.entity))
        for event in report.events
        for a in event.actors
        for r in event.recipients
    }
