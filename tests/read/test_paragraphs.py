from averment.read.paragraphs import paragraphs


def words(text: str) -> list[str]:
    return [text[p.begin : p.end] for p in paragraphs(text)]


def test_lines_are_paragraphs() -> None:
    text = "Iran denied it.\nAlbania did not.\r\n\r\n  \u00a0NATO was silent. \u00a0\n"
    assert words(text) == ["Iran denied it.", "Albania did not.", "NATO was silent."]


CUT = """The ministry said on Friday that the ambassador had been summoned to
explain the attack on the servers of the government, which had been
out of order for three days.

A second paragraph says that the embassy staff were given a day to
leave the country and that the building was searched afterwards.
"""


def test_lines_cut_at_a_width_are_joined_up_to_the_blank_line() -> None:
    found = paragraphs(CUT)
    assert [p.text.split()[0] for p in found] == ["The", "A"]
    assert found[0].text.endswith(
        "explain the attack on the servers of the government, which had been out of order for three days."
    )


def test_a_joined_paragraph_has_a_character_for_each_of_its_span() -> None:
    for text in (CUT, CUT.replace("\n", "\r\n")):
        for paragraph in paragraphs(text):
            assert len(paragraph.text) == paragraph.end - paragraph.begin


def test_short_closed_lines_end_paragraphs_of_cut_text() -> None:
    text = CUT.replace("\n\n", "\n")
    assert [p.text.split()[0] for p in paragraphs(text)] == ["The", "A"]


def test_an_underlined_heading_in_cut_text_stands_alone() -> None:
    text = CUT + "It has happened before.\nHistory of the attacks\n----------------------\n" + CUT
    headings = [p.text for p in paragraphs(text) if p.is_heading]
    assert headings == ["History of the attacks"]


def test_names_one_a_line_are_not_joined() -> None:
    text = "The list holds:\nMinistry of Intelligence\nRavin Academy\nNajee Technology\nAfkar System\n"
    assert len(words(text)) == 5


def test_marks_of_items_and_headings_are_left_out() -> None:
    text = "* one item here.\n- another one.\n12) a third.\n1\\. a fourth.\n# A heading\nUnderlined\n----------\nText."
    assert words(text) == [
        "one item here.",
        "another one.",
        "a third.",
        "a fourth.",
        "A heading",
        "Underlined",
        "Text.",
    ]
    assert [p.is_item for p in paragraphs(text)][:5] == [True, True, True, True, False]
    assert [p.is_heading for p in paragraphs(text)][4:] == [True, True, False]


def test_blank_text_has_none() -> None:
    assert paragraphs(" \n\t\n") == []
