"""What a cyber attack struck, by sector: from the recipient's words, the attack's own, and what it disrupted."""

import pytest

from averment.code.draft import EventDraft
from averment.code.frames import Frames
from averment.code.sides import Sides
from averment.code.targets import sectors_of, struck, target_words
from averment.ontology import PLOVER
from averment.parse.tree import Token
from averment.records import Stance, Status
from averment.resolve.resolution import Resolution

STRUCK = [
    ("Iran carried out a cyberattack on Albania's government systems.", ("government",)),
    ("Russian hackers attacked a Danish power company.", ("energy",)),
    ("Denmark's hospitals suffered a ransomware attack in May.", ("health",)),
    ("Hackers of North Korea hacked into banks of South Korea and a broadcaster.", ("finance", "media")),
    ("Poland's railways were hit by a cyberattack from Russia.", ("transport",)),
    ("The cyberattack on Albania wiped 300 servers of the police.", ("police",)),
    ("Russia hacked Estonia's defence ministry.", ("government", "defence")),
    ("Chinese hackers breached the US Treasury.", ("government",)),
    ("Iranian hackers defaced the website of the University of Tirana.", ("education",)),
    ("China launched a cyberattack on Japan.", ()),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "sectors"), STRUCK, ids=[sentence for sentence, _ in STRUCK])
def test_the_sectors_struck(code, sentence, sectors):
    attack = next(event for event in code(sentence).events if event.mode == "cyber")
    assert attack.targets == sectors


@pytest.mark.model
def test_only_cyber_attacks_have_targets(code):
    report = code("Estonia expelled two Russian diplomats of the embassy.")
    assert {event.targets for event in report.events} == {()}


def test_a_victim_that_is_no_party_tells_its_sector_by_its_words():
    trigger, hospital = (
        Token(0, 0, "hacked", "hack", "VERB", "", "", ""),
        Token(1, 7, "hospitals", "hospital", *[""] * 4),
    )
    draft = EventDraft(
        "COERCE", "cyber", (), (trigger,), (), (hospital,), Status.FACTUAL, Stance.ASSERTED, None, (), "a head", 0.5
    )
    frames = Frames()
    (told,) = struck([draft], Sides(Resolution({}, (), {}, (), None), frames), frames)
    assert told.targets == ("health",)


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("the news agency", {"media"}),
        ("the spy agency", {"intelligence"}),
        ("power grids and water works", {"energy", "water"}),
        ("the servers", set()),
    ],
)
def test_the_longest_wording_counts(words, sectors):
    phrase = [Token(i, 0, word, word.removesuffix("s"), "", "", "", "") for i, word in enumerate(words.split())]
    assert sectors_of(phrase) == sectors


def test_every_sector_of_the_ontology_that_is_named_exists():
    beyond = {"IGO", "MNC"}  # codes of actors, which stand among the sectors of organisations
    assert set(target_words().plover) <= set(PLOVER.sectors) | beyond
