"""Reports made for the tests: one that tells a small story, as many as wanted of it, and any at all."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from averment.ids import article_id, digest
from averment.ledger import Ledger
from averment.records import (
    Act,
    Article,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)

STORY = (
    "Albania cut ties with Iran on Wednesday. Iran's foreign ministry, speaking in Tehran, rejected the claim and, "
    "on Friday, called it “baseless”. Edi Rama said the critical infrastructure of Albania had been attacked."
)
ALBANIA = Entity("state:ALB", "Albania", EntityKind.STATE, "ALB", ids={"wikidata": "Q222"}, reason="name")
IRAN = Entity("state:IRN", "Iran", EntityKind.STATE, "IRN", sectors=("GOV",), aliases=("Islamic Republic",))
RAMA = Entity("person:rama", "Edi Rama", EntityKind.PERSON, "ALB")


def report(number: int = 0, *, source: str | None = None, published: date | None = date(2022, 9, 9)) -> Report:
    """The story as the ``number``-th outlet prints it: two statements and two events."""
    text = f"{STORY} This is report {number}."
    article = Article(
        id=article_id(text),
        source=source or f"reports/{number:05}.txt",
        text=text,
        title="Albania and Iran",
        outlet=f"Outlet {number % 7}",
        outlet_country="ALB",
        published=published,
        published_basis=PublishedBasis.METADATA if published else PublishedBasis.UNKNOWN,
        body=(Span(0, len(STORY)), Span(len(STORY) + 1, len(text))),
    )
    denial, claim = (digest(article.id, word) for word in ("denial", "claim"))
    return Report(
        article,
        (ALBANIA, IRAN, RAMA),
        (
            Mention(words(text, "Albania"), ALBANIA.id, MentionKind.NAME, "name"),
            Mention(words(text, "Iran"), IRAN.id, MentionKind.NAME, "name"),
            Mention(words(text, "Edi Rama"), RAMA.id, MentionKind.NAME, "name"),
            Mention(words(text, "of Albania", skip=3), ALBANIA.id, MentionKind.NAME, "name"),
        ),
        (
            Statement(
                denial, (words(text, "Iran's foreign ministry"),), (words(text, "rejected"),),
                (words(text, "the claim"), words(text, "“baseless”")), IRAN.id, Act.REJECT, Quoted.MIXED,
                addressee=ALBANIA.id, date=day(text, date(2022, 9, 9), "Friday"), confidence=0.9, reason="verb",
            ),
            Statement(
                claim, (words(text, "Edi Rama"),), (words(text, "said"),),
                (words(text, "the critical infrastructure of Albania had been attacked"),), RAMA.id, Act.ASSERT,
                Quoted.INDIRECT, parent=denial, confidence=0.6,
            ),
        ),
        (
            Event(
                digest(article.id, "cut"), "COERCE", "ties", ("diplomatic",), (words(text, "cut ties"),),
                (Party(ALBANIA.id, words(text, "Albania")),), (Party(IRAN.id, words(text, "Iran")),), Status.FACTUAL,
                Stance.ASSERTED, day(text, date(2022, 9, 7), "Wednesday"), confidence=0.8,
            ),
            Event(
                digest(article.id, "attack"), "ASSAULT", None, (), (words(text, "attacked"),), (),
                (Party(None, words(text, "critical infrastructure")),), Status.HISTORICAL, Stance.ALLEGED,
                same_as=digest(article.id, "cut"), according_to=claim, effects=("outage",), confidence=0.4,
            ),
        ),
    )  # fmt: skip


def reports(count: int) -> list[Report]:
    return [report(number) for number in range(count)]


def words(text: str, quote: str, skip: int = 0) -> Span:
    begin = text.index(quote)
    return Span(begin + skip, begin + len(quote))


def day(text: str, when: date, quote: str) -> DateRange:
    return DateRange(when, when, words(text, quote))


def ledger_of(path: Path, several: list[Report]) -> Path:
    """A ledger at ``path`` that holds ``several``."""
    with Ledger.open(path, create=True) as ledger, ledger.batch() as batch:
        for one in several:
            batch.add(one)
    return path


def aged(path: Path, version: int) -> Path:
    """The ledger at ``path``, without lists, as that version of the schema would have it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        if version < 3:
            raw.execute("ALTER TABLE events DROP COLUMN targets")
        if version < 2:
            for table in ("list_wallets", "list_aliases", "list_entries", "lists"):
                raw.execute(f"DROP TABLE {table}")
        raw.execute(f"PRAGMA user_version = {version}")
        raw.commit()
    return path


def moved(one: Report, **article: object) -> Report:
    """The report with other fields of its article."""
    return replace(one, article=replace(one.article, **article))


strings = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
names = st.text("abcdef\x00é😀' %_\"", min_size=1, max_size=6)
days = st.dates()


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    """Whatever a report may hold: odd characters, no records, discontinuous spans, open references."""
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40))
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(
        lambda ends: Span(*sorted(ends))
    )
    several = st.lists(places, max_size=3).map(tuple)
    dates = st.none() | st.builds(DateRange, days, days, st.none() | places)
    article = draw(
        st.builds(
            Article, st.just(article_id(text)), strings, st.just(text), st.none() | strings, st.none() | strings,
            st.none() | strings, st.none() | days, st.sampled_from(PublishedBasis), st.just("en"), several,
            st.none() | places, several,
        )
    )  # fmt: skip
    lists = st.lists(strings, max_size=2).map(tuple)
    entities = draw(
        st.lists(
            st.builds(
                Entity, names, strings, st.sampled_from(EntityKind), st.none() | strings, lists, lists,
                st.dictionaries(strings, strings, max_size=2), strings,
            ),
            max_size=3,
            unique_by=lambda entity: entity.id,
        )
    )  # fmt: skip
    known = [entity.id for entity in entities]
    some = st.sampled_from([None, *known])
    mention = st.builds(Mention, places, st.sampled_from(known or [""]), st.sampled_from(MentionKind), strings)
    statement_ids = draw(st.lists(st.integers(), max_size=3, unique=True))
    event_ids = draw(st.lists(st.integers(), max_size=3, unique=True))
    statement_keys = [digest(article.id, "statement", n) for n in statement_ids]
    event_keys = [digest(article.id, "event", n) for n in event_ids]
    sure = st.floats(0, 1)
    parties = st.lists(st.builds(Party, some, places), max_size=2).map(tuple)
    return Report(
        article,
        tuple(entities),
        tuple(draw(st.lists(mention, max_size=4))) if known else (),
        tuple(
            draw(
                st.builds(
                    Statement, st.just(key), several, several, several, some, st.sampled_from(Act),
                    st.sampled_from(Quoted), st.sampled_from([None, *statement_keys]), some, dates, sure, strings,
                )
            )
            for key in statement_keys
        ),
        tuple(
            draw(
                st.builds(
                    Event, st.just(key), strings, st.none() | strings, lists, several, parties, parties,
                    st.sampled_from(Status), st.sampled_from(Stance), dates, st.none() | strings,
                    st.sampled_from([None, *event_keys]), st.sampled_from([None, *statement_keys]), lists, lists, sure,
                    strings, lists,
                )
            )
            for key in event_keys
        ),
    )  # fmt: skip
