"""A reader and a coder that stand in for the real ones: no model, and as slow or as faulty as a test wants.

Run as ``python ingest_stand_ins.py LEDGER KILL_AT`` it ingests the documents and kills itself at its KILL_AT-th
statement of SQL, between two statements, inside a transaction or before the schema is made.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from averment.errors import AvermentError
from averment.ids import article_id, digest
from averment.ingest import ingest
from averment.read.rejection import Rejection
from averment.records import (
    Act,
    Article,
    Entity,
    EntityKind,
    Mention,
    MentionKind,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Statement,
)

DOCUMENTS = 60


def article(number: int, source: str | None = None, published: date | None = None) -> Article:
    text = f"Iran denied attack number {number}."
    basis = PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN
    source = source or f"{number:03}.txt"
    return Article(
        article_id(text), source, text, published=published, published_basis=basis, body=(Span(0, len(text)),)
    )


def documents(count: int = DOCUMENTS) -> Iterator[Article | Rejection]:
    """Articles, every fifth a copy of an earlier one, every seventh a document that cannot be read."""
    for number in range(count):
        if number % 7 == 6:
            yield Rejection(f"{number:03}.bin", "binary", "not text")
        elif number % 5 == 4:
            yield article(number // 2, f"copy-{number:03}.txt", date(2022, 1, 1 + number % 28))
        else:
            yield article(number)


def reading(several: Iterable[Article | Rejection]) -> object:
    """A reader of ``several``, whatever the paths."""
    return lambda paths, options: iter(several)


@dataclass
class StandIn:
    """A coder: one statement for each article; fails where the text holds ``faulty``, and keeps what it was given."""

    faulty: str = "no such words"
    error: Exception = field(default_factory=lambda: ValueError("cannot be coded"))
    coded: list[str] = field(default_factory=list)

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        ahead = list(articles)  # as the parser does: a batch is read before its first report
        for one in ahead:
            if self.faulty in one.text:
                raise self.error
            self.coded.append(one.source)
            yield denial(one)


def denial(one: Article) -> Report:
    end = len(one.text)
    iran = Entity("state:IRN", "Iran", EntityKind.STATE, "IRN")
    said = Statement(
        digest(one.id),
        (Span(0, 4),),
        (Span(5, 11),),
        (Span(12, end),),
        iran.id,
        Act.DENY,
        Quoted.INDIRECT,
        confidence=0.5,
    )
    return Report(one, (iran,), (Mention(Span(0, 4), iran.id, MentionKind.NAME, "name"),), (said,))


class NoModelError(AvermentError):
    """What a pipeline raises that cannot code anything."""


def main(ledger: str, kill_at: int) -> None:
    import averment.ingest
    import averment.ledger.ledger as opening

    statements = iter(range(kill_at, 0, -1))

    def count(_: str) -> None:
        if next(statements) == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(path: Path, *, write: bool) -> sqlite3.Connection:
        connection = original(path, write=write)
        connection.set_trace_callback(count)
        return connection

    original, opening.connect = opening.connect, connect
    averment.ingest.BATCH_ARTICLES = 4
    ingest([], ledger, pipeline=StandIn(faulty="number 12."), read=reading(documents()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
