"""The constructions in which somebody is reported to say something."""

import pytest

pytestmark = pytest.mark.model


def seen(a):
    return a.source, a.cue, a.content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The foreign ministry of Ruritania said on Monday that its servers were offline.",
            "The foreign ministry of Ruritania",
            "said",
            "that its servers were offline",
        ),
        (
            "Jan Vos, the mayor, said the bridge was shut.",
            "Jan Vos, the mayor",
            "said",
            "the bridge was shut",
        ),
        (
            "The bridge was shut, the mayor said.",
            "the mayor",
            "said",
            "The bridge was shut",
        ),
        (
            "The bridge, the mayor said, was shut.",
            "the mayor",
            "said",
            "The bridge | was shut",
        ),
        (
            "As the mayor noted, the bridge was shut.",
            "the mayor",
            "noted",
            "the bridge was shut",
        ),
        (
            "According to the harbour office, the cables were cut.",
            "the harbour office",
            "According to",
            "the cables were cut",
        ),
        (
            "The cables, according to the harbour office, were cut.",
            "the harbour office",
            "according to",
            "The cables | were cut",
        ),
        (
            "Officials pointed out that the cables were cut.",
            "Officials",
            "pointed out",
            "that the cables were cut",
        ),
        (
            "It was reported that the port was bombed.",
            "",
            "was reported",
            "that the port was bombed",
        ),
        (
            "The premier vowed to rebuild the network.",
            "The premier",
            "vowed",
            "to rebuild the network",
        ),
        (
            "The assembly called for restraint.",
            "The assembly",
            "called for",
            "restraint",
        ),
        (
            "Ruritania slams Borduria over leaked cables",
            "Ruritania",
            "slams",
            "Borduria over leaked cables",
        ),
        (
            "The claims were rejected by the envoy.",
            "the envoy",
            "were rejected",
            "The claims",
        ),
        (
            "They described the vote as a sham.",
            "They",
            "described",
            "the vote as a sham",
        ),
        (
            "Syldavia, which Borduria calls a rogue state, agreed.",
            "Borduria",
            "calls",
            "a rogue state",
        ),
        (
            "The premier made baseless accusations against Borduria.",
            "The premier",
            "made",
            "baseless accusations against Borduria",
        ),
        (
            "The claims of Borduria against Syldavia are old.",
            "Borduria",
            "claims",
            "against Syldavia",
        ),
        (
            "The envoy issued a statement in which he condemned the raid.",
            "he",
            "condemned",
            "the raid",
        ),
        (
            "The mayor, who said the bridge was shut, left.",
            "The mayor | who",
            "said",
            "the bridge was shut",
        ),
        (
            "The letter reads: Borduria has no right to judge.",
            "The letter",
            "reads",
            "Borduria has no right to judge",
        ),
        (
            "Several databases come under attack: minister",
            "minister",
            ":",
            "Several databases come under attack",
        ),
        (
            "Minister: we will respond to any attack",
            "Minister",
            ":",
            "we will respond to any attack",
        ),
        (
            "Databases under attack, minister says",
            "minister",
            "says",
            "Databases under attack",
        ),
    ],
)
def test_construction(only, text, source, cue, content):
    assert seen(only(text)) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council issued a statement calling the test a violation.", "The council"),
        ("The embassy was told in an official note that its staff must leave.", "an official note"),
        ("Another delegate, Jan Vos, said it was over.", "Another delegate, Jan Vos"),
        ('"It is over," added a tired delegate.', "a tired delegate"),
    ],
)
def test_source(only, text, source):
    assert only(text).source == source


@pytest.mark.parametrize(
    "text",
    [
        "He is wanted by the police.",
        "A group that calls itself Red Fox was seen.",
        "The army attacked the port.",
        "The port was shut at noon.",
    ],
)
def test_no_statement(told, text):
    assert told(text) == []


def test_a_transcript_names_its_speakers_in_capitals(told):
    found = told(
        "MODERATOR: Is the port open?\nVOS: It is. It is open to all.\nMODERATOR: Thanks.\nVOS: Goodbye to you."
    )
    assert found[1].content == "It is. It is open to all"
    assert [a.source for a in found] == ["MODERATOR", "VOS", "MODERATOR", "VOS"]


def test_a_word_in_capitals_alone_names_nobody(told):
    assert told("UPDATE: The port is open to all.") == []


def test_coordinated_cues_share_their_source(told):
    first, second = told("The minister condemned the raid and said that talks were over.")
    assert first.source == second.source == "The minister"
    assert second.content == "that talks were over"


def test_a_participle_speaks_for_the_main_clause(only):
    found = only("The minister met her allies, adding that the talks were over.")
    assert (found.source, found.content) == ("The minister", "that the talks were over")


class TestQuotations:
    def test_before_its_speaker(self, only):
        found = only('"We will rebuild the network," the minister said.')
        assert seen(found) == ("the minister", "said", '"We will rebuild the network,"')
        assert found.quoted == "direct"

    def test_of_several_sentences_before_its_speaker(self, only):
        found = only('"It was dark. One of the worst nights of the year," said Jan Vos, a fisherman.')
        assert found.source == "Jan Vos, a fisherman"
        assert found.content == '"It was dark. One of the worst nights of the year,"'

    def test_after_its_speaker(self, only):
        assert only('The minister told the paper: "It is over. We won."').content == '"It is over. We won."'

    def test_interrupted(self, only):
        found = only('"We were attacked," the minister said, "and we will answer."')
        assert found.content == '"We were attacked," | "and we will answer."'

    def test_carried_on_in_the_paragraph_and_the_next(self, only):
        found = only('"We were hit," the minister said. "The lights went out."\n"Nobody was hurt."')
        assert found.content == '"We were hit," | "The lights went out." | "Nobody was hurt."'

    def test_carried_on_over_cues_of_the_speakers_own(self, only):
        found = only('"We were hit," the minister said. "I think that they say this is over."')
        assert found.content == '"We were hit," | "I think that they say this is over."'

    def test_not_closed(self, only):
        found = only('"The lights went out across the town, the minister added.')
        assert (found.source, found.content) == ("the minister", '"The lights went out across the town')

    def test_mixed(self, only):
        found = only('He said Ruritania was "ready" and that talks would begin.')
        assert found.content == 'Ruritania was "ready" and that talks would begin'
        assert found.quoted == "mixed"

    def test_signed(self, only):
        assert only('"The worst night of the year for us all." — Jan Vos').source == "Jan Vos"


class TestNesting:
    def test_a_report_in_a_report(self, told):
        outer, inner = told("The paper said that the minister denied the charges.")
        assert (outer.source, outer.parent) == ("The paper", None)
        assert (inner.source, inner.act) == ("the minister", "deny")

    def test_a_performative_is_one_statement(self, only):
        assert only("The envoy said that Ruritania strongly condemns the raid.").act == "condemn"

    def test_a_speakers_own_thinking_is_no_statement(self, told):
        assert len(told('"I think it is over," the minister said.')) == 1


class TestAddressee:
    @pytest.mark.parametrize(
        ("text", "addressee"),
        [
            ("The minister told reporters that it was over.", "reporters"),
            ("The minister accused Borduria of theft.", "Borduria"),
            ("The minister warned Borduria against delay.", "Borduria"),
            ("The assembly called on Borduria to stop.", "Borduria"),
            ("The minister said that it was over.", None),
        ],
    )
    def test_who_is_spoken_to_or_accused(self, only, text, addressee):
        assert only(text).addressee == addressee


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "said",
        '""""""""',
        "“He said “he said “he said",
        "😀 said 🚀 that 💥 “🔥” said 😡.",
        "\u200b said \u200b: \u200b",
        "Minister:\n:\nsaid that\nAccording to",
        "the claims of the claims of the claims of",
    ],
)
def test_odd_input_is_read_without_harm(told, text):
    for found in told(text):
        assert found.content
        assert 0 < found.confidence < 1


def test_time_is_linear_in_the_length_of_a_sentence(told):
    assert len(told("He said that " * 1500 + "it rained.")) > 0
