from hypothesis import given
from hypothesis import strategies as st

from averment.parse.plain import plain


def test_curly_marks_become_straight_and_nothing_moves():
    made = plain("“Yes,” Rama’s aide said.")
    assert made.text == '"Yes," Rama\'s aide said.'
    assert made.origin is None


def test_two_apostrophes_are_one_quotation_mark():
    made = plain("He said ``no'' twice.")
    assert made.text == 'He said "no" twice.'
    no = made.text.index("no")
    assert "He said ``no'' twice."[made.begin(no) : made.end(no + 2)] == "no"
    assert "He said ``no'' twice."[made.begin(no - 1) : made.end(no + 3)] == "``no''"


def test_odd_and_many_spaces_become_one():
    text = "the expulsion\u00a0 of  two\u2009men"
    made = plain(text)
    assert made.text == "the expulsion of two men"
    at = made.text.index("two men")
    assert text[made.begin(at) : made.end(at + 7)] == "two\u2009men"


def test_invisible_marks_are_left_out():
    text = "\u200fIran\u200b says\ufeff no\u202e."
    made = plain(text)
    assert made.text == "Iran says no."
    at = made.text.index("says")
    assert text[made.begin(at) : made.end(at + 4)] == "says"


@given(st.text(alphabet=st.sampled_from("ab '\"`“”\u00a0\u200b\n\t\u202e😀"), max_size=60))
def test_every_character_left_leads_back_into_the_text(text):
    made = plain(text)
    places = [made.begin(i) for i in range(len(made.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert "''" not in made.text
    for i, char in enumerate(made.text):
        if char in "ab😀":
            assert text[made.begin(i) : made.end(i + 1)] == char
