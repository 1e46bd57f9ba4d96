"""Queries: what each filter means, and that nothing a user types is syntax."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from averment.errors import LedgerError
from averment.ledger import Filter, Ledger, PartyRow
from averment.ledger.countries import country_code
from averment.ledger.search import expression
from averment.records import Entity, EntityKind
from ledger.made import ledger_of, report, reports


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    several = [report(0), report(1, published=date(2022, 7, 1)), report(2, published=None)]
    return Ledger.open(ledger_of(tmp_path_factory.mktemp("query") / "l", several))


@pytest.mark.parametrize(
    ("where", "acts", "types"),
    [
        (Filter(), ["reject", "assert"], ["COERCE", "ASSAULT"]),
        (Filter(by="IRN"), ["reject"], []),
        (Filter(by="ir"), ["reject"], []),
        (Filter(by="Iran"), ["reject"], []),
        (Filter(by="islamic republic"), ["reject"], []),
        (Filter(by="ALB"), ["assert"], ["COERCE"]),
        (Filter(by="rama"), ["assert"], []),
        (Filter(by="ama"), [], []),
        (Filter(by="%"), [], []),
        (Filter(to="Albania"), ["reject"], []),
        (Filter(to="Iran"), [], ["COERCE"]),
        (Filter(about="ALB"), ["assert"], ["COERCE", "ASSAULT"]),
        (Filter(about="IRN"), [], ["COERCE"]),
        (Filter(type="coerce", mode="ties"), [], ["COERCE"]),
        (Filter(type="ASSAULT"), ["assert"], ["ASSAULT"]),
        (Filter(context="diplomatic"), [], ["COERCE"]),
        (Filter(act="assert"), ["assert"], ["ASSAULT"]),
        (Filter(act="deny"), [], []),
        (Filter(status="factual"), [], ["COERCE"]),
        (Filter(stance="alleged"), ["assert"], ["ASSAULT"]),
        (Filter(min_confidence=0.7), ["reject"], ["COERCE"]),
        (Filter(search="critical infrastructure"), ["assert"], ["ASSAULT"]),
        (Filter(search='"infrastructure critical"'), [], []),
        (Filter(search='"critical infrastructure"'), ["assert"], ["ASSAULT"]),
        (Filter(search="infra*"), ["assert"], ["ASSAULT"]),
        (Filter(search="attacks"), ["assert"], ["ASSAULT"]),
        (Filter(search="baseless"), ["reject"], []),
        (Filter(outlet="outlet 0"), ["reject", "assert"], ["COERCE", "ASSAULT"]),
        (Filter(outlet="outlet"), ["reject", "assert"], ["COERCE", "ASSAULT"]),
        (Filter(outlet="let 0"), [], []),
        (Filter(limit=1), ["reject"], ["COERCE"]),
        (Filter(limit=0), [], []),
    ],
)
def test_what_a_filter_finds(tmp_path: Path, where: Filter, acts: list[str], types: list[str]) -> None:
    with Ledger.open(ledger_of(tmp_path / "l", [report()])) as ledger:
        assert [row.act for row in ledger.statements(where)] == acts
        assert [row.type for row in ledger.events(where)] == types
        assert len(list(ledger.articles(where))) == (0 if where.limit == 0 else bool(acts or types))


def test_articles_are_searched_whole(ledger: Ledger) -> None:
    found = [row.id for row in ledger.articles(Filter(search='"This is report 1"'))]
    assert found == [report(1).article.id]


def test_dates_are_the_rows_own_then_the_articles(ledger: Ledger) -> None:
    def found(since: date | None, until: date | None) -> list[str]:
        return [row.source for row in ledger.statements(Filter(since=since, until=until, act="assert"))]

    assert found(date(2022, 7, 1), date(2022, 7, 1)) == ["reports/00001.txt"]
    assert found(date(2022, 9, 10), None) == []
    assert found(None, date(2022, 12, 1)) == ["reports/00001.txt", "reports/00000.txt"]
    cuts = [
        row.date_start for row in ledger.events(Filter(since=date(2022, 9, 7), until=date(2022, 9, 7), type="COERCE"))
    ]
    assert cuts == [date(2022, 9, 7)] * 3  # "on Wednesday", whatever the article's date


def test_rows_come_by_date_of_publication_those_without_last(ledger: Ledger) -> None:
    assert [row.published for row in ledger.articles()] == [date(2022, 7, 1), date(2022, 9, 9), None]
    assert [row.act for row in ledger.statements()] == ["reject", "assert"] * 3


def test_an_article_row_says_how_much_it_holds(ledger: Ledger) -> None:
    row = next(ledger.articles())
    assert (row.statements, row.events, row.documents) == (2, 2, 1)
    assert row.characters == len(report(1).article.text)


def test_one_article_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    id_ = report(2).article.id
    assert {row.article for row in ledger.events(Filter(article=id_[:9]))} == {id_}


def test_an_event_row_says_who_did_what_to_whom_according_to_whom(ledger: Ledger) -> None:
    cut, attack = list(ledger.events(Filter(article=report(0).article.id)))
    assert cut.actors == (PartyRow("Albania", "state:ALB", "Albania", "ALB"),)
    assert cut.recipients == (PartyRow("Iran", "state:IRN", "Iran", "IRN"),)
    assert (cut.according_to, cut.according_name, cut.according_country) == (None, "Outlet 0", "ALB")
    assert attack.recipients == (PartyRow("critical infrastructure", None, None, None),)
    assert (attack.according_name, attack.same_as) == ("Edi Rama", cut.id)
    assert (cut.contexts, attack.effects) == (("diplomatic",), ("outage",))


def test_a_statement_row_says_who_says_it_to_whom(ledger: Ledger) -> None:
    row = next(ledger.statements(Filter(article=report(0).article.id)))
    assert (row.speaker_name, row.speaker_country, row.addressee_name) == ("Iran", "IRN", "Albania")
    assert (row.date_start, row.quoted, row.parent) == (date(2022, 9, 9), "mixed", None)


def test_rows_are_streamed(tmp_path: Path) -> None:
    with Ledger.open(ledger_of(tmp_path / "l", reports(30))) as ledger:
        steps: list[None] = []
        ledger._connection.set_progress_handler(lambda: steps.append(None), 100)
        rows = ledger.statements()
        next(rows)
        first = len(steps)
        assert len(list(rows)) == 59
        assert first < len(steps) / 10


@given(st.text())
@example('"')
@example("AND OR NOT NEAR(")
@example("content: x")
@example("a\x00b")
@example("^x -y + z {col}:")
@example("²")
@example("caf\udce9")
def test_nothing_that_is_searched_for_is_syntax(ledger: Ledger, words: str) -> None:
    try:
        where = Filter(search=words)
        list(ledger.statements(where))
    except LedgerError as error:
        assert "there is no word to search for" in str(error)


@given(st.text())
@example("' OR 1=1 --")
@example("\\")
@example("\udce9")
def test_nothing_that_names_a_party_is_syntax(ledger: Ledger, words: str) -> None:
    if country_code(words) is None:
        assert list(ledger.statements(Filter(by=words, to=words, about=words, outlet=words, article=words))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cyber attack", '"cyber" "attack"'),
        ('"cyber attack" iran', '"cyber attack" "iran"'),
        ('half "open phrase', '"half" "open phrase"'),
        ("infra*", '"infra"*'),
        ("- attack !", '"attack"'),
    ],
)
def test_words_are_quoted(words: str, expected: str) -> None:
    assert expression(words) == expected


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"act": "shout"}, "no act 'shout'; it is one of assert"),
        ({"status": "maybe"}, "no status 'maybe'"),
        ({"stance": "odd"}, "no stance 'odd'"),
        ({"since": date(2022, 2, 2), "until": date(2022, 1, 1)}, "is after until"),
        ({"limit": -1}, "give 0 or more"),
    ],
)
def test_a_filter_that_can_find_nothing_is_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        Filter(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("IRN", "IRN"), ("al", "ALB"), ("Iran", "IRN"), (" united states ", "USA"), ("Russia", "RUS"), ("UK", "GBR"),
        ("Kosovo", "KOS"), ("XK", "KOS"), ("South Korea", "KOR"), ("Turkey", "TUR"), ("Microsoft", None), ("", None),
    ],
)  # fmt: skip
def test_countries_by_code_and_name(words: str, code: str | None) -> None:
    assert country_code(words) == code


def test_a_joint_speaker_is_found_under_each_of_its_members(tmp_path: Path) -> None:
    one = report()
    joint = Entity("joint:1", "Albania and Iran", EntityKind.GROUP, members=("state:ALB", "state:IRN"))
    spoken = replace(one.statements[0], speaker=joint.id)
    made = replace(one, entities=(*one.entities, joint), statements=(spoken, *one.statements[1:]))
    with Ledger.open(ledger_of(tmp_path / "l", [made])) as ledger:
        assert ledger.report(made.article.id) == made
        for who in ("ALB", "IRN", "albania and iran"):
            assert spoken.id in [row.id for row in ledger.statements(Filter(by=who))], who
        assert [row.id for row in ledger.statements(Filter(by="GBR"))] == []
