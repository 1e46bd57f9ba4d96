import pytest

from averment.errors import LexiconError
from averment.read import furniture as module
from averment.read.furniture import furniture


@pytest.mark.parametrize(
    "line", ["Read more:", "RELATED NEWS", "Related News :", "See also", "**Read also**:", "[Read More»]"]
)
def test_words_that_open_a_list_of_links_have_no_headline(line: str) -> None:
    assert furniture().link_headline(line) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ministry names three hackers",
        "ALSO READ | Ministry names three hackers",
        "See also – Ministry names three hackers",
        "_Related: Ministry names three hackers",
    ],
)
def test_a_link_with_its_headline(line: str) -> None:
    at = furniture().link_headline(line)
    assert at is not None
    assert line[at:] == "Ministry names three hackers"


@pytest.mark.parametrize(
    "line",
    ["Related attacks were seen in Kosovo.", "See also the ministry's note of Friday.", "Read more than one source."],
)
def test_sentences_that_begin_like_links_are_text(line: str) -> None:
    assert furniture().link_headline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "[ad_1]",
        "-----",
        "* * *",
        "Advertisement",
        "Photo: A. Photographer, Agency",
        "Photo by A. Photographer",
        "FILE PHOTO: The ministry is seen in Tirana, July 2022.",
        "The servers are carried out of the ministry. (A. Photographer/Reuters)",
        "[1/3] Police stand before the embassy. REUTERS/A. Photographer",
        "News ID: 12345 | Service: World",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "![the ministry](ministry.png)",
        "[[Iran]] [[Albania]]",
        "MNA/TT",
        "https://example.org/a-report",
        "© 2022 An Agency. All rights reserved.",
        "Source link",
    ],
)
def test_what_surrounds_a_report_is_known(line: str) -> None:
    assert furniture().is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the ministry shows that the servers were wiped.",
        "Source: a person close to the ministry said on Friday that the servers had been wiped.",
        "Images of the wiped servers were shown on television.",
        "Iran",
        "The ministry shared this story.",
    ],
)
def test_text_is_not_furniture(line: str) -> None:
    assert not furniture().is_furniture(line)


@pytest.mark.parametrize(
    ("line", "outlet", "rest"),
    [
        ("Gulf NewsEurope: The envoy denied it.", None, "The"),
        ("Gulf News/ Sci & Tech: The envoy denied it.", None, "The"),
        ("BREAKING: The envoy denied it.", None, "The"),
        ("Al Bayan: The envoy denied it.", "Al Bayan", "The"),
        ("Al BayanWorld: The envoy denied it.", "Al Bayan", "The"),
    ],
)
def test_outlets_and_labels_glued_to_a_paragraph_are_left_out(line: str, outlet: str | None, rest: str) -> None:
    assert line[furniture().label_end(line, outlet) :].split()[0] == rest


@pytest.mark.parametrize(
    "line",
    [
        'Kanaani: "They have no proof."',
        "Kanaani: they have no proof.",
        "Spokesman McDonald: it is baseless.",
        'Gulf NewsEurope: "They have no proof."',
        "Al Bayan reported: the envoy denied it.",
        "The ministry added: it was Iran.",
    ],
)
def test_speakers_before_a_colon_stay(line: str) -> None:
    assert furniture().label_end(line, "Al Bayan") == 0


def test_a_line_of_a_megabyte_takes_no_longer_for_its_labels() -> None:
    assert furniture().label_end("NewsA" * 200_000, "Gazette") == 0


def test_a_pattern_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    good = {name: ["x"] for name in module._LISTS}
    for entries, named in (
        ({**good, "patterns": ["(open"]}, r"\(open"),
        ({**good, "links": []}, "links"),
        ({}, "links"),
    ):
        monkeypatch.setattr(module.tomllib, "loads", lambda _, entries=entries: entries)
        with pytest.raises(LexiconError, match=named):
            module._load()
