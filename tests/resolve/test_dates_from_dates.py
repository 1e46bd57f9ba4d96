"""Dates counted from another date of the text, or set in a week that is named."""

from datetime import date

import pytest

pytestmark = pytest.mark.model

FRIDAY = date(2022, 9, 9)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("They met on September 1 and left the next day.", "the next day", "2022-09-02", "2022-09-02"),
        ("They met on September 1. That night they left.", "That night", "2022-09-01", "2022-09-01"),
        ("They met on September 1. Two days later they left.", "Two days later", "2022-09-03", "2022-09-03"),
        ("They met on September 1. A week earlier they had met too.", "A week earlier", "2022-08-25", "2022-08-25"),
        ("They met on September 1. Two months later they left.", "Two months later", "2022-11-01", "2022-11-30"),
        ("They met on September 1. He had come the day before.", "the day before", "2022-08-31", "2022-08-31"),
        ("They left the day before yesterday.", "the day before yesterday", "2022-09-07", "2022-09-07"),
        ("He spoke on the 6th.", "the 6th", "2022-09-06", "2022-09-06"),
        ("He spoke on the 28th.", "the 28th", "2022-08-28", "2022-08-28"),
        ("It began on Monday of last week.", "Monday of last week", "2022-08-29", "2022-08-29"),
        ("They will meet on Thursday next week.", "Thursday next week", "2022-09-15", "2022-09-15"),
        ("Over the weekend they met.", "the weekend", "2022-09-03", "2022-09-04"),
        ("They will meet next weekend.", "next weekend", "2022-09-10", "2022-09-11"),
        ("They left this morning.", "this morning", "2022-09-09", "2022-09-09"),
        ("They met last Friday.", "last Friday", "2022-09-02", "2022-09-02"),
        ("They met last Thursday.", "last Thursday", "2022-09-01", "2022-09-01"),
        ("They agreed to meet on Sunday.", "Sunday", "2022-09-11", "2022-09-11"),
        ("They refused to meet on Sunday.", "Sunday", "2022-09-04", "2022-09-04"),
        ("Over the past six months they met daily.", "past six months", "2022-03-09", "2022-09-09"),
        ("Over the past three years they met daily.", "past three years", "2019-09-09", "2022-09-09"),
        ("It was hit on Christmas Day.", "Christmas Day", "2021-12-25", "2021-12-25"),
        ("It was signed in 1899.", "1899", "1899-01-01", "1899-12-31"),
    ],
)
def test_days_are_counted_from_the_right_one(resolved, text, words, start, end):
    assert resolved(text, FRIDAY).dates()[words] == (start, end)


@pytest.mark.parametrize(
    "text", ["It was the 6th time.", "He lived in the 19th century.", "They met the next minister."]
)
def test_an_ordinal_or_a_pointer_at_something_else_is_no_date(resolved, text):
    assert resolved(text, FRIDAY).dates() == {}


def test_without_a_day_to_count_from_nothing_is_told(resolved):
    assert resolved("They left the next day, and that night it rained.", FRIDAY).dates() == {}


def test_a_span_of_months_begins_on_the_last_day_of_a_shorter_month(resolved):
    found = resolved("Over the past six months they met daily.", date(2022, 8, 31)).dates()
    assert found == {"past six months": ("2022-02-28", "2022-08-31")}
