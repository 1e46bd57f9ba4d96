"""The act of a statement: by its cue, and for neutral cues by its wording."""

import pytest

pytestmark = pytest.mark.model

ACTS = {
    "assert": [
        "The bureau said three servers were offline.",
        "The institute warned that floods were likely.",
        "The agency warned users about a flaw in the software.",
        "Experts believe the group is based in Borduria.",
        "The army said it shot down a drone.",
    ],
    "accuse": [
        "The president accused Borduria of hacking the grid.",
        "Officials blamed Bordurian hackers for the outage.",
        "The minister said Borduria had attacked the grid.",
        "The minister said that Borduria was behind the raid.",
        "The minister said that Norway has concluded that Borduria was behind the raid.",
        "The minister said that Borduria lacks the credibility to judge others.",
        "The foreign office labelled the regime a sponsor of terror.",
    ],
    "condemn": [
        "The council condemned the raid on the embassy.",
        "The prime minister said he condemns the raid.",
        "The chancellor called the decision reckless and unjust.",
        "The union slammed the cabinet over its silence.",
    ],
    "deny": [
        "Ruritania denies involvement in the breach.",
        "The envoy rejected the claims of sabotage.",
        "The ministry said the report was false.",
        "A spokesman said Ruritania had no role in the outage.",
        "The colonel said his unit was not behind the attack.",
    ],
    "reject": [
        "The envoy rejected the accusations made by Borduria.",
        "The embassy dismissed the allegations as baseless.",
        "The envoy said that Borduria had presented no evidence of a raid.",
        "The government rejected the offer of talks.",
        "Ruritania laughed off the charges.",
        "The court refused to release the files.",
    ],
    "admit": [
        "The firm admitted that it had lost the data.",
        "The group said that it was behind the blast.",
        "The group claimed responsibility for the blast.",
        "The minister apologised for the delay.",
    ],
    "demand": [
        "The minister demanded that the ambassador leave.",
        "The assembly called on both sides to stop.",
        "The secretary urged Borduria to release the crew.",
        "Borduria must withdraw its troops, the secretary said.",
    ],
    "promise": [
        "The premier vowed to rebuild the network.",
        "The firm said that it would rebuild the network.",
        '"We will rebuild the network," the premier said.',
    ],
    "threaten": [
        "The general threatened to cut the cable.",
        "The general said the army will respond harshly to any attack.",
        "The general warned Borduria against new raids.",
    ],
    "support": [
        "The bloc welcomed the agreement.",
        "The premier said her country stands with Syldavia.",
    ],
    "decline": [
        "The ministry declined to comment on the report.",
        "The ministry did not respond to a request for comment.",
        "The agency refused to say who was behind the breach.",
        "The agency did not say who was behind the breach.",
    ],
}


@pytest.mark.parametrize(("act", "text"), [(act, text) for act, texts in ACTS.items() for text in texts])
def test_act(only, act, text):
    assert only(text).act == act


def test_a_participle_goes_on_with_a_refusal(told):
    refusal, more = told("The envoy rejected the charges, saying that Borduria has no right to judge others.")
    assert (refusal.act, more.act) == ("reject", "reject")
    (alone,) = told("The envoy said that Borduria has no right to judge others.")
    assert alone.act == "accuse"
