"""Each construction with a sentence of its own: who did what to whom, whatever the order of the words."""

import pytest

pytestmark = pytest.mark.model

CONSTRUCTIONS = [
    # active, passive, headline, enumeration
    ("Estonia expelled two Russian diplomats.", ("SANCTION", "expel", ("Estonia",), ("two Russian diplomats",))),
    (
        "Two Russian diplomats were expelled by Estonia.",
        ("SANCTION", "expel", ("Estonia",), ("Two Russian diplomats",)),
    ),
    ("France, Germany condemn Belarus over the arrests", ("ACCUSE", "disapprove", ("France", "Germany"), ("Belarus",))),
    # nominal, possessive, participle
    (
        "Traders fear the sanctions imposed by Canada on Belarus.",
        ("SANCTION", "discontinue", ("Canada",), ("Belarus",)),
    ),
    ("Experts studied North Korea's cyberattack on Poland.", ("COERCE", "cyber", ("North Korea",), ("Poland",))),
    ("The accusations of Poland against Belarus are not new.", ("ACCUSE", "allege", ("Poland",), ("Belarus",))),
    # light verb, role, suffering
    ("Chad made accusations against Sudan.", ("ACCUSE", "allege", ("Chad",), ("Sudan",))),
    (
        "Russian hackers were behind the cyberattack on Denmark.",
        ("COERCE", "cyber", ("Russian hackers",), ("Denmark",)),
    ),
    ("Denmark suffered a ransomware attack in May.", ("COERCE", "cyber", (), ("Denmark",))),
    # control, coordination, relative clause, gerund
    (
        "The decision of Sweden to sever diplomatic ties with Belarus came late.",
        ("SANCTION", "discontinue", ("Sweden",), ("Belarus",)),
    ),
    ("Norway rejected and condemned the claims of Russia.", ("REJECT", None, ("Norway",), ("Russia",))),
    ("Hungary, which has hosted Serbia for talks, is pleased.", ("CONSULT", None, ("Hungary",), ("Serbia",))),
    ("Britain accused China of hacking into servers of Japan.", ("COERCE", "cyber", ("China",), ("servers of Japan",))),
    # order of the sides by construction
    ("Moldova received aid from Romania.", ("AID", None, ("Romania",), ("Moldova",))),
    ("Romania sent Moldova ammunition.", ("AID", None, ("Romania",), ("Moldova",))),
    # the content of a request, a promise, a refusal
    ("Spain called for talks with Morocco.", ("REQUEST", "meet", ("Spain",), ("Morocco",))),
    ("Kenya urged Sudan to release the prisoners.", ("REQUEST", "yield", ("Kenya",), ("Sudan",))),
    ("Japan is willing to help Ukraine.", ("AGREE", None, ("Japan",), ("Ukraine",))),
    ("Turkey will send aid to Syria.", ("AGREE", None, ("Turkey",), ("Syria",))),
]


@pytest.mark.parametrize(("sentence", "expected"), CONSTRUCTIONS, ids=[s for s, _ in CONSTRUCTIONS])
def test_a_construction_is_coded(code, told, sentence, expected):
    report = code(sentence)
    assert expected in [told(report, e) for e in report.events]


def test_a_compound_side_is_one_event(code, told):
    report = code("The United States and Britain imposed sanctions on Iran and Syria.")
    (event,) = report.events
    assert told(report, event)[2:] == (("The United States", "Britain"), ("Iran", "Syria"))


def test_what_is_demanded_threatened_or_refused_is_no_event_of_its_own(code):
    for sentence, kinds in (
        ("Spain called for talks with Morocco.", ["REQUEST"]),
        ("Spain threatened to attack Morocco.", ["THREATEN"]),
        ("Spain refused to release Morocco's prisoners.", ["REJECT"]),
    ):
        assert [e.type for e in code(sentence).events] == kinds, sentence


def test_a_rejected_accusation_is_told_of_as_well(code, told):
    report = code("Spain rejected the accusations of Morocco against Madrid.")
    assert [told(report, e) for e in report.events] == [
        ("REJECT", None, ("Spain",), ("Morocco",)),
        ("ACCUSE", "allege", ("Morocco",), ("Madrid",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "status", "stance"),
    [
        ("Italy imposed sanctions on Libya.", "factual", "asserted"),
        ("Italy did not impose sanctions on Libya.", "negated", "asserted"),
        ("Italy may impose sanctions on Libya.", "hypothetical", "asserted"),
        ("Italy will impose sanctions on Libya.", "future", "asserted"),
        ("If Italy imposes sanctions on Libya, prices rise.", "hypothetical", "asserted"),
        ("In 2014 Italy imposed sanctions on Libya.", "historical", "asserted"),
        ("Engineers studied the alleged Italian cyberattack on Libya.", "factual", "alleged"),
        ("Libya accused Italy of hacking into servers of Tunisia.", "factual", "alleged"),
    ],
)
def test_status_and_stance(code, sentence, status, stance):
    event = next(e for e in code(sentence).events if e.type in {"SANCTION", "COERCE"})
    assert (event.status, event.stance) == (status, stance)


def test_an_event_in_a_statement_points_to_it(code):
    report = code("Tunisia said that Libya had expelled its ambassador. Libya recalled its own envoy from Tunis.")
    said = {e.type + str(e.mode): e.according_to for e in report.events}
    (statement,) = report.statements
    assert said["SANCTIONexpel"] == statement.id
    assert said["SANCTIONwithdraw"] is None


def test_what_a_condemnation_takes_for_granted_is_in_the_outlets_voice(code):
    report = code("Iran condemned the sanctions imposed by Canada on Syria.")
    sanction = next(e for e in report.events if e.type == "SANCTION")
    assert sanction.according_to is None


def test_an_attack_among_computers_is_cyber_and_one_among_bombs_is_not(code):
    cyber = code("Malware hit the ministry in May. The attack on Latvia encrypted its servers, hackers boasted.")
    assert ("COERCE", "cyber") in {(e.type, e.mode) for e in cyber.events}
    bombs = code("Gunmen killed nine soldiers. The attack on Latvia wounded others, and rockets fell.")
    assert ("COERCE", "cyber") not in {(e.type, e.mode) for e in bombs.events}


def test_effects_of_a_cyber_attack_are_kept(code):
    report = code("Engineers studied the cyberattack on Latvia that destroyed government data.")
    assert next(e.effects for e in report.events if e.mode == "cyber") == ("data_destroyed",)


def test_a_further_mention_leads_to_the_first(code):
    report = code("Canada imposed sanctions on Belarus. Minsk condemned the Canadian sanctions on Belarus.")
    first, *others = [e for e in report.events if e.type == "SANCTION"]
    assert first.same_as is None
    assert [e.same_as for e in others] == [first.id]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran attack up front with two strikers.",
        "The storm threatens the coast and could hit the harbour.",
        "An earthquake struck Nepal before midnight.",
        "Nepal was struck by an earthquake.",
        "Shares rejected gravity and the index rallied.",
        "The new battery supports fast charging.",
        "She agreed that the soup was good.",
    ],
)
def test_what_is_no_political_act_is_not_coded(code, sentence):
    assert [e.type for e in code(sentence).events] == []
