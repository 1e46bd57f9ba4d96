from datetime import date

import pytest

from averment.read.layout import Layout, lay_out

FIRST = "The ministry in Tirana said on Friday that hackers had wiped its servers."
SECOND = "Tehran called the claim baseless and asked for proof."
THIRD = "The two have had no embassies since."


def body(text: str, **known: str) -> list[str]:
    return [span.of(text) for span in lay_out(text, **known).body]


def related(text: str) -> list[str]:
    return [span.of(text) for span in lay_out(text).related]


def title(text: str, layout: Layout | None = None) -> str | None:
    span = (layout or lay_out(text)).title_span
    return span.of(text) if span else None


def test_a_short_first_line_is_the_title_and_is_coded_first() -> None:
    text = f"Albania blames Iran for attack\n{FIRST}\n{SECOND}"
    assert title(text) == "Albania blames Iran for attack"
    assert body(text) == ["Albania blames Iran for attack", FIRST, SECOND]


@pytest.mark.parametrize("line", ["Who wiped the servers?", "Tehran: no proof against us", "Ties cut, says the U.S."])
def test_titles_may_ask_or_end_in_an_abbreviation(line: str) -> None:
    assert title(f"{line}\n\n{FIRST}") == line


@pytest.mark.parametrize(
    "line",
    [FIRST, "They did it. Or did they?", "and so it went on", "The ministry said:", "* Ministry of the Interior"],
)
def test_a_first_line_that_is_text_is_no_title(line: str) -> None:
    text = f"{line}\n{SECOND}"
    assert title(text) is None
    assert len(body(text)) == 2


def test_a_single_line_is_body_without_a_title() -> None:
    assert title("Albania cuts ties with Iran") is None
    assert body("Albania cuts ties with Iran") == ["Albania cuts ties with Iran"]


def test_a_section_name_above_the_title_is_left_out() -> None:
    text = f"Middle East\nAlbania blames Iran for the attack\n{FIRST}"
    assert body(text) == ["Albania blames Iran for the attack", FIRST]


def test_byline_date_and_dateline_are_not_body() -> None:
    text = f"Albania blames Iran\nBy Jane Doe\n9 September 2022\nTIRANA (Agency) - {FIRST}\n{SECOND}"
    assert body(text) == ["Albania blames Iran", FIRST, SECOND]
    assert lay_out(text).published == date(2022, 9, 9)


def test_a_full_date_in_the_dateline_is_the_publication_date() -> None:
    assert lay_out(f"TIRANA, Sept. 9, 2022 (Agency) - {FIRST}\n{SECOND}").published == date(2022, 9, 9)
    assert lay_out(f"TIRANA, Sept. 9 (Agency) - {FIRST}\n{SECOND}").published is None


def test_a_date_in_the_text_is_not_the_publication_date() -> None:
    assert lay_out(f"On 15 July 2022 the servers were wiped.\n{SECOND}").published is None


def test_a_link_in_the_text_is_related_and_the_text_goes_on() -> None:
    text = f"{FIRST}\nRead more: Ministry names three hackers\n{SECOND}"
    assert body(text) == [FIRST, SECOND]
    assert related(text) == ["Ministry names three hackers"]


def test_headlines_after_the_words_for_links_are_related_up_to_the_next_paragraph() -> None:
    text = f"{FIRST}\n\nRelated News:\n\nBank hit by attack: minister\n\nWho are the hackers?\n\n{SECOND}\n\n{THIRD}"
    assert body(text) == [FIRST, SECOND, THIRD]
    assert related(text) == ["Bank hit by attack: minister", "Who are the hackers?"]


def test_headlines_at_the_end_are_related() -> None:
    text = f"{FIRST}\nRead More\n- Bank hit by attack\n- Ministry names three hackers"
    assert body(text) == [FIRST]
    assert related(text) == ["Bank hit by attack", "Ministry names three hackers"]


def test_a_long_paragraph_without_a_full_stop_after_links_is_body() -> None:
    long = FIRST[:-1] + " and that it would take weeks until the portals of the state could be opened to citizens again"
    assert body(f"{FIRST}\nRelated:\nBank hit by attack\n{long}\n{SECOND}") == [FIRST, long, SECOND]


def test_section_headings_are_related() -> None:
    text = f"{FIRST}\nA long history of attacks\n{SECOND}\nWhat comes next\n{THIRD}"
    assert body(text) == [FIRST, SECOND, THIRD]
    assert related(text) == ["A long history of attacks", "What comes next"]


def test_underlined_and_marked_headings_are_related() -> None:
    marked = "## What comes next, and who will have to answer for it"
    text = f"{FIRST}\n\nHistory\n-------\n\n{SECOND}\n\n{marked}\n\n{THIRD}"
    assert body(text) == [FIRST, SECOND, THIRD]
    assert len(related(text)) == 2


@pytest.mark.parametrize(
    "line", ["He said that Iran would answer", "Among them:", "the ministry, in a note", "- Ravin Academy"]
)
def test_short_lines_that_are_text_are_no_headings(line: str) -> None:
    assert related(f"{FIRST}\n{line}\n{SECOND}") == []


def test_a_list_without_marks_is_body() -> None:
    names = ["Ministry of Intelligence", "Ravin Academy", "Najee Technology", "Afkar System"]
    text = "\n".join(["The Treasury named:", *names, SECOND])
    assert body(text) == ["The Treasury named:", *names, SECOND]


def test_items_of_a_list_are_body_without_their_marks() -> None:
    assert body(f"{FIRST}\n* Ravin Academy\n* Afkar System\n{SECOND}") == [
        FIRST,
        "Ravin Academy",
        "Afkar System",
        SECOND,
    ]


def test_a_line_under_the_title_that_sums_the_report_up_is_body() -> None:
    deck = "Tirana gives the embassy a day to leave"
    assert body(f"Albania blames Iran for attack\n{deck}\n{FIRST}") == ["Albania blames Iran for attack", deck, FIRST]


def test_furniture_is_neither_body_nor_related() -> None:
    text = f"[ad_1]\n\n{FIRST}\n\nPhoto: A. Photographer, Agency\n\n{SECOND}\n\n[ad_2]\n\nSource link"
    assert body(text) == [FIRST, SECOND]
    assert related(text) == []


def test_text_of_short_lines_alone_is_body() -> None:
    assert len(body("Iran denies attack\nAlbania cuts ties\nNATO backs Albania")) == 3


def test_furniture_alone_is_read_rather_than_lost() -> None:
    assert body("Advertisement\nSource link") == ["Advertisement", "Source link"]


def test_a_title_from_metadata_is_found_in_the_text() -> None:
    text = f"Albania blames Iran for attack\n{FIRST}"
    assert (
        title(text, lay_out(text, title="Albania blames Iran for attack | Gazette")) == "Albania blames Iran for attack"
    )
    assert title(text, lay_out(text, title="Something else altogether")) is None
    assert body(f"Unknown\n{FIRST}", title="Albania blames Iran") == [FIRST]


def test_an_outlet_in_front_of_a_paragraph_is_not_body_and_a_speaker_is() -> None:
    text = f"{FIRST}\nGulf NewsEurope: {SECOND}\nKanaani: “They have no proof.”"
    assert body(text) == [FIRST, SECOND, "Kanaani: “They have no proof.”"]


def test_headings_that_a_page_marks_are_related_wherever_they_stand() -> None:
    text = f"{FIRST}\nA history of attacks on the servers of governments in the Balkans\n{SECOND}"
    layout = lay_out(text, headings={len(FIRST) + 1})
    assert [span.of(text) for span in layout.related] == [
        "A history of attacks on the servers of governments in the Balkans"
    ]
