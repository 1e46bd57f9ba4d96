"""Datelines and what they say of a body without a country."""

import pytest

from averment.records import Article
from averment.resolve.datelines import home_of


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TIRANA, September 7, 2022 /ILA/ - The cabinet met.", "ALB"),
        ("Cabinet meets\n\nMEXICO CITY (PNA) — The cabinet met.", "MEX"),
        ("ROME - The cabinet met.", "ITA"),
        ("PARIS/ROME, Sept 8 - The cabinets met.", None),
        ("GHENT, Sept 8 - The council met.", None),
        ("The cabinet met in TIRANA - and left.", None),
    ],
)
def test_a_capital_before_the_first_dash_says_where_a_report_is_from(text, country):
    assert home_of(Article("a", "test", text)) == country


def test_the_country_of_the_outlet_goes_first():
    assert home_of(Article("a", "test", "ROME - The cabinet met.", outlet_country="FRA")) == "FRA"


@pytest.mark.model
def test_a_government_without_a_country_is_that_of_the_dateline(resolved):
    text = resolved("The government left.\nTIRANA, September 7 - It thanked Albania's friends.")
    assert text.country("government") == "ALB"


@pytest.mark.parametrize(
    ("text", "outlet", "country"),
    [
        ("Tokyo, June 20 (TNA) -- The cabinet met.", None, "JPN"),
        ("The cabinet met.", "Jakarta Post", "IDN"),
        ("The cabinet met.", "The Kyiv Evening Paper", "UKR"),
        ("The cabinet met.", "Meridian Wire", None),
        ("The cabinet met.", "Paris and Rome Review", None),
        ("TIRANA, September 7 - The cabinet met.", "Jakarta Post", "ALB"),
    ],
)
def test_a_plain_dateline_and_an_outlet_named_after_a_place_say_where_a_report_is_from(text, outlet, country):
    assert home_of(Article("a", "test", text, outlet=outlet)) == country
