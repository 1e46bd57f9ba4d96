from averment.cast import Cast
from averment.parse.tree import Token
from averment.records import Entity, EntityKind, Mention, MentionKind, Span
from averment.resolve.resolution import Resolution

US = Entity("state:USA", "United States", EntityKind.STATE, "USA", ("GOV",))
UK = Entity("state:GBR", "United Kingdom", EntityKind.STATE, "GBR", ("GOV",))


def cast(*members):
    heads = {
        0: Mention(Span(0, 2), US.id, MentionKind.NAME, "listed"),
        2: Mention(Span(7, 9), UK.id, MentionKind.NAME, ""),
    }
    return Cast(
        Resolution({US.id: US, UK.id: UK}, tuple(heads.values()), heads, (), None, {0: members} if members else {})
    )


def us_and_uk():
    us, uk = (
        Token(i, b, t, t, "PROPN", "NNP", d, "GPE") for i, b, t, d in ((0, 0, "US", "nsubj"), (2, 7, "UK", "conj"))
    )
    uk.head = us
    us.children = [uk]
    return us


def test_one_speaker_is_himself():
    us = us_and_uk()
    us.children = []
    made = cast()
    assert made.entity(us) == US.id
    assert made.entity(None) is None
    assert made.entities() == (US, UK)


def test_several_speakers_are_one_joint_party():
    made = cast()
    name = made.entity(us_and_uk())
    assert made.entity(us_and_uk()) == name
    joint = made.entities()[-1]
    assert (joint.id, joint.name, joint.country) == (name, "United States and United Kingdom", None)
    assert joint.members == (US.id, UK.id)
    assert len(made.entities()) == 3


def test_a_plural_keeps_the_parties_that_it_stands_for():
    assert cast(US.id, UK.id).entities()[0].members == (US.id, UK.id)
