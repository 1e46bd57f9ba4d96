"""The counts and sums of an event's own phrases, each with a sentence of its own."""

import pytest

pytestmark = pytest.mark.model

SAID = [
    (
        "The United States sanctioned 10 individuals, 2 entities of Iran and several crypto addresses.",
        ("10 individuals", "2 entities", "several crypto addresses"),
    ),
    (
        "Britain imposed sanctions on 10 individuals and two companies of Iran.",
        ("10 individuals", "2 companies"),
    ),
    ("The U.S. Treasury designated 14 Iranian nationals, including two generals.", ("14 Iranian nationals",)),
    ("Estonia expelled two Russian diplomats.", ("2 Russian diplomats",)),
    ("Germany sent Ukraine $4 million in aid.", ("USD 4000000",)),
    ("Japan pledged €2.5bn to Ukraine.", ("EUR 2500000000",)),
    ("Canada provided a US$1.5 million aid package to Haiti.", ("USD 1500000",)),
    ("Russian hackers attacked more than 100 servers of Denmark.", ("more than 100 servers",)),
    ("Russia carried out 3 missile strikes on Ukraine.", ("3 missile strikes",)),
    ("Israel killed between 10 and 15 militants in Gaza.", ("10 to 15 militants killed",)),
    ("Hundreds of protesters demonstrated in Iran against the government.", ("hundreds of protesters",)),
    ("France sent a few soldiers to Chad.", ("a few soldiers",)),
    # what became of those counted, also where another verb says so
    ("Iran detained at least a dozen Americans on 3 May.", ("at least 12 Americans arrested",)),
    ("Iran detained two ships of Greece.", ("2 ships",)),
    ("Russia shelled Kharkiv, killing 12.", ("12 killed",)),
    ("A bomb attack on Poland killed twelve people and injured dozens more.", ("12 people killed", "dozens injured")),
    ("An airstrike by Israel left 12 dead and 40 injured in Syria.", ("12 killed", "40 injured")),
    (
        "At least 12 people were killed and 40 others wounded in the attack by Russia on Ukraine.",
        ("at least 12 people killed", "40 others injured"),
    ),
    ("Two of the spies were arrested by Norway.", ("2 spies arrested",)),
    # no counts: spans of time, shares, years, one of several
    ("Belarus jailed a journalist for 12 years.", ()),
    ("Russia hacked Office 365 accounts of Denmark.", ()),
    ("China detained a Canadian in a 2018 case.", ()),
    ("Albania expelled one of the diplomats of Iran.", ()),
]


@pytest.mark.parametrize(("sentence", "said"), SAID, ids=[sentence for sentence, _ in SAID])
def test_what_an_event_counts(code, sentence, said):
    assert [event.quantities for event in code(sentence).events] == [said]


def test_each_event_has_its_own_counts(code):
    report = code("The Russian army killed 12 soldiers of Ukraine and wounded 40 people.")
    assert [event.quantities for event in report.events] == [("12 soldiers killed",), ("40 people injured",)]


def test_what_is_condemned_is_counted_where_it_is_told(code):
    report = code("China condemned the killing of 12 soldiers by India.")
    assert {event.type: event.quantities for event in report.events} == {
        "ACCUSE": (),
        "ASSAULT": ("12 soldiers killed",),
    }
