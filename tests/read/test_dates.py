from datetime import date

import pytest

from averment.read.dates import find_date, read_date

SEPT_9 = date(2022, 9, 9)


@pytest.mark.parametrize(
    "value",
    [
        "2022-09-09",
        "2022-09-09T23:30:00+02:00",
        "2022-09-09 10:00",
        "Fri, 09 Sep 2022 10:00:00 GMT",
        "9 September 2022",
        "9th of September, 2022",
        "Sept. 9, 2022",
        "SEPTEMBER 9 2022",
        "09-Sep-2022",
        "2022/09/09",
        "2022.9.9",
        "20220909",
        "20220909T101500Z",
        "9/9/2022",
        1662717600,
        1662717600000,
    ],
)
def test_common_forms_are_read(value: object) -> None:
    assert read_date(value) == SEPT_9


@pytest.mark.parametrize("value", ["13/9/2022", "9/13/2022", "13.09.2022"])
def test_day_and_month_are_told_apart_where_one_is_over_twelve(value: str) -> None:
    assert read_date(value) == date(2022, 9, 13)


@pytest.mark.parametrize(
    "value",
    [
        "7/9/2022",
        "",
        "yesterday",
        "2022",
        2022,
        "2022-13-40",
        "30 February 2022",
        None,
        True,
        ["2022-09-09"],
        float("nan"),
        1e300,
    ],
)
def test_what_is_no_date_or_cannot_be_told_is_none(value: object) -> None:
    assert read_date(value) is None


def test_the_first_full_date_in_words_is_found() -> None:
    assert find_date("Published on Friday, 9 September 2022, updated 10 September 2022") == SEPT_9
    assert find_date("Tuesday 13, and July 15") is None
