"""The cue lexicon: what comes with the package, and what is refused."""

import pytest

from averment.attribute.lexicon import lexicon, read_lexicon
from averment.errors import LexiconError
from averment.records import Act


def entry(*words):
    return next(e for e in lexicon().verbs[words[0]] if e.words == words)


def test_it_is_large_enough():
    assert len(lexicon().verbs) >= 250
    assert len(lexicon().nouns) >= 60


def test_longer_entries_come_first():
    sizes = [len(e.words) for e in lexicon().verbs["claim"]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_verb_has_an_act_for_each_frame():
    assert entry("label").act("as") is Act.ACCUSE
    assert entry("deny").act("object") is Act.DENY
    assert entry("say").speaks
    assert not entry("call", "for").speaks


def test_groups_add_frames_to_a_word():
    read = read_lexicon(
        '[[verb]]\nact = "assert"\nframes = ["clause"]\nwords = ["hum"]\n'
        '[[verb]]\nact = "accuse"\nframes = ["object"]\nwords = ["hum", "hum at"]'
    )
    two, one = read.verbs["hum"]
    assert two.words == ("hum", "at")
    assert (one.act("clause"), one.act("object")) == (Act.ASSERT, Act.ACCUSE)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[verb]\n", "not valid TOML"),
        ('[[verb]]\nact = "sing"\nframes = ["clause"]\nwords = ["hum"]', "'sing'"),
        ('[[verb]]\nact = "assert"\nframes = ["tune"]\nwords = ["hum"]', "tune"),
        ('[[verb]]\nact = "assert"\nframes = []\nwords = ["hum"]', "hum"),
        ('[[noun]]\nact = "assert"\nwords = "hum"', "list of lemmas"),
    ],
)
def test_a_bad_entry_is_named(text, complaint):
    with pytest.raises(LexiconError, match=r"tunes\.toml") as error:
        read_lexicon(text, "tunes.toml")
    assert complaint in str(error.value)
