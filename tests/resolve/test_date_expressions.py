"""Date expressions against a publication date of Friday, 9 September 2022."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end"),
    [
        ("He spoke on Wednesday afternoon.", "Wednesday afternoon", "2022-09-07", "2022-09-07"),
        ("He spoke on Friday.", "Friday", "2022-09-09", "2022-09-09"),
        ("They will meet on Monday.", "Monday", "2022-09-12", "2022-09-12"),
        ("The July 15 attack hit Albania.", "July 15", "2022-07-15", "2022-07-15"),
        ("It happened on 15 July 2021.", "15 July 2021", "2021-07-15", "2021-07-15"),
        ("It happened on July 15, 2021, in Tirana.", "July 15, 2021", "2021-07-15", "2021-07-15"),
        ("He left in December 2018.", "December 2018", "2018-12-01", "2018-12-31"),
        ("He left in December.", "December", "2021-12-01", "2021-12-31"),
        ("Albania agreed in 2013 to help.", "2013", "2013-01-01", "2013-12-31"),
        ("Yesterday the ministry spoke.", "Yesterday", "2022-09-08", "2022-09-08"),
        ("On Tuesday 6, they met.", "Tuesday 6", "2022-09-06", "2022-09-06"),
        ("Last week they met.", "Last week", "2022-08-29", "2022-09-04"),
        ("Last month they met.", "Last month", "2022-08-01", "2022-08-31"),
        ("They met last year.", "last year", "2021-01-01", "2021-12-31"),
        ("Over the past two weeks, they met daily.", "past two weeks", "2022-08-26", "2022-09-09"),
        ("They met earlier this year.", "earlier this year", "2022-01-01", "2022-09-09"),
        ("They met three days ago.", "three days ago", "2022-09-06", "2022-09-06"),
        ("The file is dated 2022-07-15 throughout.", "2022-07-15", "2022-07-15", "2022-07-15"),
    ],
)
def test_an_expression_means_its_days(resolved, sentence, words, start, end):
    assert resolved(sentence).dates() == {words: (start, end)}


@pytest.mark.parametrize(
    "sentence",
    [
        "About 2,000 people invoked Article 51 of the charter.",
        "The army may march 15 miles.",
        "They sent 2015 men and 30 tanks.",
        "Theresa May left.",
    ],
)
def test_a_number_or_a_name_is_no_date(resolved, sentence):
    assert resolved(sentence).dates() == {}


def test_without_a_publication_date_only_dates_with_a_year_resolve(resolved):
    text = resolved("On Wednesday he recalled 15 July 2021 and May 3.", published=None)
    assert text.dates() == {"15 July 2021": ("2021-07-15", "2021-07-15")}


def test_the_head_is_the_token_in_the_tree(resolved):
    text = resolved("The July 15 attack hit Albania.")
    (found,) = text.resolution.dates
    assert found.head.text == "July"
    assert found.head.is_inside(next(t for t in text.parsed.tokens if t.text == "attack"))
