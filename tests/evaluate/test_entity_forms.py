"""The table of hard forms: read, and answered by reports."""

from datetime import date

import pytest

from averment.errors import AvermentError
from averment.evaluate.figures import Counts
from averment.evaluate.forms import FormsTask
from averment.records import Article, DateRange, Entity, EntityKind, Mention, MentionKind, Report, Span

HEAD = "form,context,published,expected\n"


@pytest.fixture
def load(tmp_path):
    def read(rows, head=HEAD):
        (tmp_path / "forms.csv").write_text(head + rows, encoding="utf-8")
        return FormsTask().load(tmp_path / "forms.csv", None)

    return read


def report(text, *entities: Entity, words="", when=None) -> Report:
    place = Span(text.index(words), text.index(words) + len(words))
    mentions = tuple(Mention(place, entity.id, MentionKind.NAME, "test") for entity in entities)
    dates = (DateRange(*when, span=place),) if when else ()
    return Report(Article("a", "a", text), entities, mentions, dates=dates)


KREMLIN = Entity("state:RUS", "Russia", EntityKind.STATE, "RUS")
OTHER = Entity("organ:x", "foreign ministry", EntityKind.GOVERNMENT_BODY)


def right(sample, found) -> bool:
    [figure] = [f for f in FormsTask().figures(FormsTask().count(sample, found)) if f.name == "right"]
    return figure.value == 1.0


@pytest.mark.parametrize(
    ("expected", "entity", "is_right"),
    [
        ("RUS", KREMLIN, True), ("UKR", KREMLIN, False), ("RUS", OTHER, False), ("RUS", None, False),
        ("state", KREMLIN, True), ("person", KREMLIN, False),
        ("Russia", KREMLIN, True), ("Russia;state;RUS", KREMLIN, True), ("Russia;person", KREMLIN, False),
        ("open", KREMLIN, False), ("open", OTHER, True), ("open", None, True),
        ("none", KREMLIN, False), ("none", OTHER, False), ("none", None, True),
    ],
)  # fmt: skip
def test_an_answer_is_a_country_a_kind_a_name_or_nothing(load, expected, entity, is_right):
    [sample] = load(f"Kremlin,The Kremlin said no.,,{expected}\n")
    found = report(sample.text, *([entity] if entity else []), words="The Kremlin")
    assert right(sample, found) is is_right


def test_the_mention_that_covers_the_form_best_answers(load):
    [sample] = load("Kremlin,The Kremlin press office said no.,,RUS\n")
    office = report(sample.text, OTHER, words="The Kremlin press office")
    kremlin = Mention(Span(4, 11), "state:RUS", MentionKind.NAME, "test")
    both = Report(office.article, (OTHER, KREMLIN), (*office.mentions, kremlin))
    assert not right(sample, office)
    assert right(sample, both)


def test_several_countries_are_those_of_the_members(load):
    [sample] = load("both sides,Albania and Iran met and both sides left.,,ALB+IRN\n")
    states = [Entity(f"state:{code}", code, EntityKind.STATE, code) for code in ("ALB", "IRN")]
    pair = Entity("pair", "both", EntityKind.GROUP, members=("state:ALB", "state:IRN"))
    assert right(sample, report(sample.text, pair, *states, words="both sides"))
    assert not right(sample, report(sample.text, states[0], words="both sides"))


def test_a_date_is_right_by_its_days(load):
    [sample] = load("Tuesday 13,It ends on Tuesday 13.,2022-09-20,2022-09-13\n")
    assert sample.published == date(2022, 9, 20)
    day = date(2022, 9, 13)
    assert right(sample, report(sample.text, words="Tuesday 13", when=(day, day)))
    assert not right(sample, report(sample.text, words="Tuesday 13", when=(day, date(2022, 9, 14))))
    assert not right(sample, report(sample.text))


def test_the_groups_are_measured_by_themselves(load):
    rows = "Kremlin,The Kremlin said no.,,RUS\nministry,The ministry said no.,,open\npolish,They polish it.,,none\n"
    samples = load("# metonyms\n" + rows)
    counts = Counts()
    for sample, entity in zip(samples, (None, KREMLIN, OTHER), strict=True):
        words = sample.gold.span.of(sample.text)
        counts += FormsTask().count(sample, report(sample.text, *([entity] if entity else []), words=words))
    found = {figure.name: (figure.value, figure.of) for figure in FormsTask().figures(counts)}
    assert found == {"right": (0, 3), "told": (0, 1), "kept open": (0, 1), "kept out": (0, 1)}


def test_a_miss_says_what_was_found(load):
    [sample] = load("Kremlin,The Kremlin said no.,,UKR\n")
    [line] = FormsTask().misses(sample, report(sample.text, KREMLIN, words="Kremlin"))
    assert line == "'Kremlin' is Russia, state, RUS, not UKR: The Kremlin said no."


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Kremlin,The Kremlin, again, said no.,,RUS\n", r"forms\.csv:2: 6 columns, not 4"),
        ("Kremlin,Moscow said no.,,RUS\n", r"forms\.csv:2: 'Kremlin' stands 0 times"),
        ("US,US ships left and US jets stayed.,,USA\n", r"forms\.csv:2: 'US' stands 2 times"),
        ("US,US jets stayed.,,open;USA\n", r"forms\.csv:2: expected 'open;USA'"),
        ("US,US jets stayed.,,\n", r"forms\.csv:2: expected ''"),
        ("US,US jets stayed.,soon,USA\n", r"forms\.csv:2: published 'soon'"),
        ("", r"forms\.csv: no forms"),
    ],
)
def test_a_broken_row_is_told_with_its_line(load, rows, told):
    with pytest.raises(AvermentError, match=told):
        load(rows)


def test_other_columns_are_told(load):
    with pytest.raises(AvermentError, match=r"the columns must be form, context, published, expected"):
        load("", head="form,sentence,date,answer\n")


def test_a_word_within_a_word_is_not_the_form(load):
    [sample] = load("US,The USSR fell and the US stayed.,,USA\n")
    assert sample.gold.span == Span(22, 24)
