from pathlib import Path

import pytest

from averment.code.patterns import lexicon, load
from averment.errors import LexiconError
from averment.ontology import PLOVER


def write(folder: Path, **files: str) -> Path:
    (folder / "classes.toml").write_text('ties = ["tie", "relation"]')
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text)
    return folder


def test_the_shipped_lexicon_covers_every_type_and_every_mode_it_names_exists():
    found = {
        (p.type, p.mode) for patterns in (lexicon().verbs, lexicon().nouns) for ps in patterns.values() for p in ps
    }
    assert {kind for kind, _ in found} == set(PLOVER.types)
    assert all(mode is None or mode in PLOVER.types[kind].modes for kind, mode in found)


def test_a_verb_pattern_is_read_whole(tmp_path):
    folder = write(tmp_path, x='type = "SANCTION"\n[discontinue]\nverbs = ["R sever|break+off @ties with|to:A?"]')
    (pattern,) = load(folder).verbs["sever"]
    assert pattern is load(folder).verbs["break"][0] or pattern == load(folder).verbs["break"][0]
    assert pattern.heads == {"sever": None, "break": "off"}
    assert pattern.subject == "R"
    assert pattern.object.words == {"tie", "relation"}
    ((names, slot),) = pattern.prepositions
    assert names == {"with", "to"}
    assert (slot.side, slot.optional) == ("A", True)


def test_complement_infinitive_and_modifiers_are_read(tmp_path):
    verbs = 'verbs = ["hold R [responsible guilty]", "urge R >[leave]"]'
    folder = write(tmp_path, x=f'type = "ACCUSE"\n[none]\n{verbs}\nnouns = ["cyber|computer~attack on:R"]')
    lexicon = load(folder)
    assert lexicon.verbs["hold"][0].complement == {"responsible", "guilty"}
    assert lexicon.verbs["urge"][0].infinitive.words == {"leave"}
    assert lexicon.nouns["attack"][0].modifiers == {"cyber", "computer"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('type = "QUARREL"\n[none]\nverbs = ["argue"]', "QUARREL"),
        ('type = "AGREE"\n[maybe]\nverbs = ["agree"]', "maybe"),
        ('type = "AGREE"\n[none]\nadverbs = ["gladly"]', "adverbs"),
        ('type = "AGREE"\n[none]\nverbs = ["agree with:who"]', "agree with:who"),
        ('type = "AGREE"\n[none]\nverbs = ["sign @nothing"]', "sign @nothing"),
        ('type = "AGREE"\n[none]\nverbs = ["agree R R R"]', "agree R R R"),
        ('type = "AGREE\n', "x.toml"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(tmp_path, text, named):
    with pytest.raises(LexiconError) as caught:
        load(write(tmp_path, x=text))
    assert named in str(caught.value)
    assert "x.toml" in str(caught.value)
