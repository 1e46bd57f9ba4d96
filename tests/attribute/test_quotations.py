"""Pairing of quotation marks, also where marks are missing."""

from averment.attribute.quotations import find_quotations


def quotes(parsed):
    return [parsed.span(q.begin, q.end).of(parsed.text) for q in find_quotations(parsed).all]


def test_curly_and_plain_marks(flat):
    assert quotes(flat('“We saw it,” he said. "It was dark."')) == ["“We saw it,”", '"It was dark."']


def test_a_quotation_of_several_sentences(flat):
    assert quotes(flat('"It was dark. We left early." They slept.')) == ['"It was dark. We left early."']


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph(flat):
    assert quotes(flat('"It was dark. We left\nNobody spoke.')) == ['"It was dark. We left']


def test_a_new_opening_mark_ends_an_unclosed_quotation_at_its_sentence(flat):
    found = quotes(flat('He said: "It was dark. Then came rain. "We left early," she said.'))
    assert found[-1] == '"We left early,"'
    assert found[0].startswith('"It was dark.')


def test_a_missing_opening_mark_is_made_up_for_by_the_sentence(flat):
    assert quotes(flat('Rain fell. We left early today," she said.')) == ['We left early today,"']


def test_a_closing_mark_alone_quotes_nothing(flat):
    assert quotes(flat('No," she said.')) == []


def test_looking_up_by_token(flat):
    parsed = flat('He said "no" and "never again" twice.')
    found = find_quotations(parsed)
    never = next(t for t in parsed.tokens if t.text == "never")
    assert found.at(never.i) is found.all[1]
    assert found.at(0) is None
    assert found.within(0, len(parsed.tokens)) == found.all
    assert found.within(never.i, never.i + 1) == [found.all[1]]
    assert found.within(0, 2) == []


def test_no_tokens(flat):
    assert find_quotations(flat("")).all == []
