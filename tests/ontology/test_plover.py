from averment.ontology import PLOVER


def test_the_codebook_has_its_published_size():
    assert len(PLOVER.types) == 16
    assert sum(len(t.modes) for t in PLOVER.types.values()) == 67
    assert len(PLOVER.contexts) == len(set(PLOVER.contexts)) == 37
    assert len(PLOVER.sectors) == 25


def test_classes_and_recipients_follow_the_codebook():
    assert {t.quad for t in PLOVER.types.values()} == {1, 2, 3, 4}
    assert PLOVER.types["SANCTION"].quad == 4
    assert PLOVER.types["PROTEST"].quad == 4
    assert {name for name, t in PLOVER.types.items() if t.recipient} == {"COOPERATE", "AID", "SANCTION"}
