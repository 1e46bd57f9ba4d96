import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from averment.errors import RejectedError
from averment.read import Limits, ReadOptions
from averment.read.html import PageReader, read_html
from averment.records import Article, PublishedBasis

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Albania blames Iran - Gazette</title>
<meta property="og:title" content="Albania blames Iran for the attack">
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2022-09-09T08:00:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Albania blames Iran for the attack</h1>
<p>TIRANA (Agency) - The ministry in Tirana said on Friday that hackers of the Iranian state had wiped
its servers, and that it had proof of it.</p>
<p>“They are   behind it,” a spokeswoman said.<br><br>Tehran called the claim baseless and asked
to be shown the proof that the ministry speaks of.</p>
<h2>A history of attacks</h2>
<ul><li>In July the portals of the state went dark for three days.</li>
<li>In September the border police could not work.</li></ul>
<p>Read more: <a href="/x">Ministry names three hackers</a></p>
<p>The two states have had no embassies in each other's capital since, and diplomats say that this
will not change soon.</p>
</article><footer>© 2022 The Gazette</footer></body></html>"""


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    with PageReader() as pages:
        yield pages


def read(reader: PageReader, page: str | bytes, options: ReadOptions | None = None) -> Article:
    return read_html(page if isinstance(page, bytes) else page.encode(), "page.html", options or ReadOptions(), reader)


def test_a_page_becomes_an_article(reader: PageReader) -> None:
    article = read(reader, PAGE)
    assert (article.title, article.outlet, article.source) == (
        "Albania blames Iran for the attack",
        "The Gazette",
        "page.html",
    )
    assert (article.published, article.published_basis) == (date(2022, 9, 9), PublishedBasis.METADATA)
    assert article.text.splitlines()[0] == article.title
    assert article.text.count("Albania blames Iran") == 1
    quotes = [span.of(article.text) for span in article.body]
    assert quotes[0] == article.title
    assert quotes[1].startswith("The ministry in Tirana")
    assert quotes[2:4] == [
        "“They are behind it,” a spokeswoman said.",
        "Tehran called the claim baseless and asked to be shown the proof that the ministry speaks of.",
    ]
    assert quotes[4].startswith("In July")
    assert [span.of(article.text) for span in article.related] == [
        "A history of attacks",
        "Ministry names three hackers",
    ]
    assert "Home" not in article.text


def test_what_a_page_says_of_itself_counts_before_what_is_given(reader: PageReader) -> None:
    options = ReadOptions(published=date(2020, 1, 1), outlet="Wire")
    assert read(reader, PAGE, options).published == date(2022, 9, 9)
    bare = "<html><body><article>" + "<p>The ministry said on Friday that it was Iran and that it has proof.</p>" * 5
    found = read(reader, bare, options)
    assert (found.published, found.published_basis, found.outlet) == (date(2020, 1, 1), PublishedBasis.GIVEN, "Wire")


def test_the_declared_encoding_is_used(reader: PageReader) -> None:
    page = PAGE.replace("utf-8", "windows-1250").replace("a spokeswoman", "Ms Škodová").encode("cp1250")
    assert "Ms Škodová" in read(reader, page).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>Iran denied it.</p>" + "</div>" * 100_000,
        "<table><tr><td>" * 100_000,
        "<html><body></body></html>",
        "<html>" + "&lt;" * 1_000_000,
    ],
    ids=["100,000 nested tags", "nested tables", "nothing", "entities"],
)
def test_a_page_without_an_article_costs_only_itself(reader: PageReader, page: str) -> None:
    with pytest.raises(RejectedError) as caught:
        read(reader, page)
    assert caught.value.reason in ("empty", "malformed", "memory")
    assert read(reader, PAGE).outlet == "The Gazette"


def test_a_page_with_a_huge_attribute_is_read(reader: PageReader) -> None:
    assert read(reader, PAGE.replace("<h1>", f'<h1 class="{"x" * 1_000_000}">')).outlet == "The Gazette"


def test_a_page_over_its_processor_time_is_ended() -> None:
    slow = "<html><body><p>" + "<span>Iran</span> " * 60_000 + "</p>"
    with PageReader(Limits(html_seconds=0.5)) as pages:
        with pytest.raises(RejectedError, match=r"0\.5 s") as caught:
            read(pages, slow)
        assert caught.value.reason == "time"
        assert read(pages, PAGE).outlet == "The Gazette"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory of a process is read from /proc")
def test_a_page_over_its_memory_is_ended(reader: PageReader) -> None:
    read(reader, PAGE)
    assert reader._child is not None
    pages_used = int(Path(f"/proc/{reader._child.pid}/statm").read_text().split()[0])
    limit = pages_used * os.sysconf("SC_PAGE_SIZE") + 30_000_000
    big = "<html><body><p>" + "The ministry said it. " * 400_000
    with PageReader(Limits(html_memory=limit)) as pages:
        with pytest.raises(RejectedError, match="memory") as caught:
            read(pages, big)
        assert caught.value.reason == "memory"
        assert read(pages, PAGE).outlet == "The Gazette"


READY = """import sys
from averment.read.page_worker import send, receive
send(sys.stdout.buffer, b"{}")
receive(sys.stdin.buffer)
"""


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        ("import time; time.sleep(60)", "time"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "malformed"),
        ("sys.stdout.buffer.write(b'123')", "malformed"),
    ],
    ids=["sleeps", "is killed", "breaks", "stops in its answer"],
)
def test_a_child_that_does_not_answer_is_a_rejection(then: str, reason: str) -> None:
    with PageReader(Limits(html_seconds=0.2), command=(sys.executable, "-c", READY + then)) as pages:
        for _ in range(2):
            with pytest.raises(RejectedError) as caught:
                pages.read(PAGE)
            assert caught.value.reason == reason


def test_a_child_that_does_not_start_is_a_rejection() -> None:
    with (
        PageReader(command=(sys.executable, "-c", "raise SystemExit(3)")) as pages,
        pytest.raises(RejectedError) as caught,
    ):
        pages.read(PAGE)
    assert caught.value.reason == "unreadable"


def test_the_child_is_kept_between_pages_and_ended_at_the_close(reader: PageReader) -> None:
    read(reader, PAGE)
    child = reader._child
    read(reader, PAGE)
    assert child is not None
    assert reader._child is child
    with PageReader() as other:
        read(other, PAGE)
        child = other._child
    assert child is not None
    assert child.returncode is not None
