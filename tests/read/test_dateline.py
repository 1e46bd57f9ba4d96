from datetime import date

import pytest

from averment.read.dateline import dateline_end, read_stamp


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("IP- Iran's envoy rejected the claim.", "Iran's"),
        ("MNA – The foreign minister arrived.", "The"),
        ("TIRANA, Sept 7 (Agency) - Albania has cut its ties.", "Albania"),
        ("WASHINGTON (AP) -- The Treasury listed ten men.", "The"),
        ("(Reuters) - Officials denied it.", "Officials"),
        ("Tehran, IRNA – The spokesman denied it.", "The"),
        ("TEHRAN, Sep. 09 (MNA) – The spokesman denied it.", "The"),
        ("By Jane Doe LONDON (Reuters) - Officials denied it.", "Officials"),
        ("NEW YORK, September 9, 2022 — The envoy denied it.", "The"),
        ("SAN JOSE, Calif. (AP) -- A firm was attacked.", "A"),
        ("Kyiv, Ukraine — Hackers struck again.", "Hackers"),
        ("Tirana - The government expelled the embassy's staff.", "The"),
        ("TIRANA, September 7, 2022 /ATS/ - The council met.", "The"),
        ("Tehran, Sept 8, IRNA – The spokesman denied it.", "The"),
        ("Islamabad, Sept 8 : The envoy left.", "The"),
        ("TIRANA — (AFP) Officials denied it.", "Officials"),
        ("Tirana/Tehran, September 8 (ATS) – The staff left.", "The"),
        ("TIRANA—The government expelled them.", "The"),
    ],
)
def test_datelines_are_left_out(line: str, rest: str) -> None:
    assert line[dateline_end(line) :].split()[0] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Iran denied the attack.",
        "US-Iran talks have failed, officials said.",
        "Nasser Kanaani – Iran's spokesman – rejected the claim.",
        "Tirana – The capital of Albania – was quiet.",
        "Albania (a member of NATO) cut its ties.",
        "KANAANI: (in Persian) They have no proof.",
        "Nasser Kanaani (Foreign Ministry): They have no proof.",
        'Kanaani: "They have no proof."',
        "On Friday - the day of the vote - nothing worked.",
        "A self-styled group said it had done it.",
    ],
)
def test_words_of_the_report_stay(line: str) -> None:
    assert dateline_end(line) == 0


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Jane Doe", None),
        ("By Jane Doe and John van Dyke, Staff Writer", None),
        ("Published: 9 September 2022", date(2022, 9, 9)),
        ("Published on Friday, September 9, 2022 at 10:30 a.m. EDT", date(2022, 9, 9)),
        ("Published: 9 September 2022 | Politics", date(2022, 9, 9)),
        ("Sept. 9, 2022", date(2022, 9, 9)),
        ("Updated 10 September 2022, 11:05 GMT", None),
        ("Last updated 2 hours ago", None),
        ("Staff writer", None),
        ("Tirana | 9 September 2022", date(2022, 9, 9)),
        ("by admin | Sep 9, 2022 | News", date(2022, 9, 9)),
        ("posted by a_reader on 9 September\u00a02022", date(2022, 9, 9)),
        ("Published 9 September 2022. Sector: government.", date(2022, 9, 9)),
        ("9 September 2022. Balkan News Agency", date(2022, 9, 9)),
        ("TIRANA, Sept 9 (Agency)", None),
        ("Friday, 09 September 2022 10:15 AM [ Last Update: Friday, 09 September 2022 11:20 AM ]", date(2022, 9, 9)),
    ],
)
def test_lines_about_the_making_are_known(line: str, day: date | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.published == day


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the servers were down",
        "By then, Albania had cut its ties",
        "Published 9 September 2022, the note blames Iran.",
        "On 9 September 2022 Albania searched the embassy",
        "Iran hacked us in May 2021",
        "Tirana on Friday 9",
        "28 May 2020 - Attack on the parliament begins",
        "Updated rules anger Tehran",
        "On 9 September 2022 Albania searched the embassy",
        "Published reports say that Iran did it.",
        "Today was a good day, he said.",
    ],
)
def test_text_is_not_taken_for_such_a_line(line: str) -> None:
    assert read_stamp(line) is None
