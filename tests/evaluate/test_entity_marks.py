"""Texts with marked parties and dates: read, or told where they are broken."""

from datetime import date

import pytest

from averment.errors import AvermentError
from averment.evaluate.entities import EntitiesTask
from averment.evaluate.entity_marks import interval

HEAD = """published: 2022-09-08
outlet: Meridian Wire
rama = person ALB Edi Rama
albania = state ALB Albania
iran = state IRN Iran
mfa-iran = government body IRN Ministry of Foreign Affairs (Iran)
mek = group - The group: of exiles
both = joint - Albania and Iran: albania iran
---
"""
TEXT = """Ties cut

[rama|Prime Minister Rama of [albania|Albania]] spoke on <2022-09-07|Wednesday>. [mfa-iran|[iran|Iran]'s ministry] denied it.
"""  # noqa: E501


@pytest.fixture
def load(tmp_path):
    def read(head=HEAD, text=TEXT):
        path = tmp_path / "ties.txt"
        path.write_text(head + text, encoding="utf-8")
        return EntitiesTask().load(path, None)

    return read


def test_marks_leave_the_text_and_say_where_they_stood(load):
    [sample] = load()
    assert "[" not in sample.text
    assert "|" not in sample.text
    assert sample.text.startswith("Ties cut\n\nPrime Minister Rama of Albania spoke on Wednesday.")
    assert [(m.entity, m.span.of(sample.text)) for m in sample.gold.mentions] == [
        ("rama", "Prime Minister Rama of Albania"),
        ("albania", "Albania"),
        ("mfa-iran", "Iran's ministry"),
        ("iran", "Iran"),
    ]
    [when] = sample.gold.dates
    assert (when.span.of(sample.text), when.start, when.end) == ("Wednesday", date(2022, 9, 7), date(2022, 9, 7))


def test_the_head_says_who_is_who(load):
    [sample] = load()
    assert (sample.doc, sample.published, sample.outlet) == ("ties", date(2022, 9, 8), "Meridian Wire")
    entities = sample.gold.entities
    assert (entities["mfa-iran"].kind, entities["mfa-iran"].country) == ("government body", "IRN")
    assert (entities["mek"].country, entities["mek"].name) == (None, "The group: of exiles")
    assert sample.gold.parties("both") == {"albania", "iran"}
    assert sample.gold.countries("both") == {"ALB", "IRN"}
    assert sample.gold.parties("iran") == {"iran"}


def test_a_folder_is_all_its_texts_by_name(tmp_path):
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text(HEAD + TEXT, encoding="utf-8")
    assert [sample.doc for sample in EntitiesTask().load(tmp_path, None)] == ["a", "b"]


@pytest.mark.parametrize(
    ("label", "days"),
    [
        ("2022-09-07", ("2022-09-07", "2022-09-07")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2013", ("2013-01-01", "2013-12-31")),
        ("2010s", ("2010-01-01", "2019-12-31")),
        ("2022-08-25/2022-09-08", ("2022-08-25", "2022-09-08")),
        ("2022-02-30", None),
        ("2022-13", None),
        ("2022-09-08/2022-08-25", None),
        ("Wednesday", None),
    ],
)
def test_a_date_means_its_first_to_its_last_day(label, days):
    found = interval(label)
    assert (found and (str(found.start), str(found.end))) == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rama|Rama spoke.", r"ties\.txt:10: the mark '\[rama' is never closed"),
        ("One.\n[rana|Rama] spoke.", r"ties\.txt:11: 'rana' is no key"),
        ("[rama|] spoke.", r"ties\.txt:10: the mark of 'rama' has no words"),
        ("[rama|Rama> spoke.", r"ties\.txt:10: '>' closes no mark"),
        ("Rama] spoke.", r"ties\.txt:10: '\]' closes no mark"),
        ("Rama [sic] spoke.", r"ties\.txt:10: '\[' stands for itself"),
        ("[rama|Rama] spoke <last week|on Monday>.", r"ties\.txt:10: 'last week' is no date"),
        ("Nobody is marked.", r"ties: no mention is marked"),
    ],
)
def test_a_broken_mark_is_told_with_its_line(load, text, told):
    with pytest.raises(AvermentError, match=told):
        load(text=text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("rama = leader ALB Edi Rama", r"ties\.txt:1: .* is not 'key = kind COUNTRY Name'"),
        ("rama = person XYZ Edi Rama", r"ties\.txt:1: there is no state with the code XYZ"),
        ("both = joint - Both: albania", r"the joint party 'both' needs the keys of its members"),
        ("both = joint - Both: albania iran", r"'albania', a member of 'both', is no party"),
        ("published: soon", r"ties\.txt: published: 'soon' is not a day"),
    ],
)
def test_a_broken_head_is_told_with_its_line(load, line, told):
    with pytest.raises(AvermentError, match=told):
        load(head=f"{line}\n---\n", text="Rama spoke.")


def test_a_text_without_a_head_an_empty_folder_and_no_file_are_told(load, tmp_path):
    with pytest.raises(AvermentError, match=r"a line --- between"):
        load(head="")
    (tmp_path / "ties.txt").unlink()
    with pytest.raises(AvermentError, match=r"no \.txt files in this folder"):
        EntitiesTask().load(tmp_path, None)
    with pytest.raises(AvermentError, match=r"nowhere: No such file or folder"):
        EntitiesTask().load(tmp_path / "nowhere", None)
