"""Counting days, weeks, months and years."""

from datetime import date

import pytest

from averment.resolve.calendar import day, month_of, months_before, nearest_year, week_of, weekday_after, weekday_before

FRIDAY = date(2022, 9, 9)


def test_a_weekday_is_the_last_one_up_to_the_day_itself():
    assert [weekday_before(FRIDAY, n).day for n in range(7)] == [5, 6, 7, 8, 9, 3, 4]


def test_the_next_weekday_is_never_the_day_itself():
    assert [weekday_after(FRIDAY, n).day for n in range(7)] == [12, 13, 14, 15, 16, 10, 11]


def test_a_week_runs_from_monday_to_sunday():
    assert (week_of(FRIDAY).start, week_of(FRIDAY).end) == (date(2022, 9, 5), date(2022, 9, 11))


def test_a_month_has_its_own_length():
    assert month_of(2024, 2).end == date(2024, 2, 29)


def test_months_are_counted_over_the_turn_of_the_year():
    assert months_before(date(2022, 1, 31), 1) == (2021, 12)
    assert months_before(date(2022, 12, 1), -1) == (2023, 1)


def test_a_day_that_does_not_exist_is_none():
    assert day(2023, 2, 29) is None


@pytest.mark.parametrize(
    ("published", "month", "number", "future", "year"),
    [
        (FRIDAY, 7, 15, False, 2022),
        (FRIDAY, 9, 20, False, 2022),
        (FRIDAY, 12, 1, False, 2021),
        (FRIDAY, 3, 1, True, 2023),
        (date(2023, 1, 4), 12, 30, False, 2022),
        (date(2022, 12, 30), 1, 4, True, 2023),
    ],
)
def test_a_date_without_a_year_is_near_the_publication(published, month, number, future, year):
    assert nearest_year(published, month, number, future) == year
