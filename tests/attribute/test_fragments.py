"""Runs of tokens: merged, cut and trimmed."""

from averment.attribute.fragments import Run, merged, spans, trimmed, without


def test_merged_runs_are_disjoint_and_in_order():
    assert merged([Run(5, 7), Run(1, 3), Run(3, 4), Run(6, 9), Run(2, 2)]) == [Run(1, 4), Run(5, 9)]


def test_a_hole_leaves_what_stands_around_it():
    assert without(Run(0, 10), Run(3, 5)) == [Run(0, 3), Run(5, 10)]
    assert without(Run(0, 10), Run(0, 5)) == [Run(5, 10)]
    assert without(Run(0, 4), Run(0, 9)) == []


def test_commas_and_full_stops_are_trimmed(flat):
    parsed = flat(", the port was shut, .")
    run = trimmed(parsed, Run(0, len(parsed.tokens)))
    assert spans(parsed, [run])[0].of(parsed.text) == "the port was shut"


def test_quotation_marks_and_what_they_close_stay(flat):
    parsed = flat('"The port was shut."')
    assert trimmed(parsed, Run(0, len(parsed.tokens))) == Run(0, len(parsed.tokens))


def test_a_closing_mark_of_another_quotation_is_trimmed(flat):
    parsed = flat('gone," the port was shut')
    run = trimmed(parsed, Run(1, len(parsed.tokens)))
    assert spans(parsed, [run])[0].of(parsed.text) == "the port was shut"


def test_a_run_of_punctuation_is_trimmed_to_nothing(flat):
    begin, end = trimmed(flat(", . ,"), Run(0, 3))
    assert begin == end
