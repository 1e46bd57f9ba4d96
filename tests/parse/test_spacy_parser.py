import pytest

from averment.errors import AvermentError
from averment.parse.spacy_parser import SpacyParser
from averment.read import read_text

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser():
    return SpacyParser()


def sentences(parser, text):
    (parsed,) = parser.parse([read_text(text)])
    return [parsed.span(s.begin, s.end).of(text) for s in parsed.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We know nothing." The minister left.', ['"We know nothing."', "The minister left."]),
        ('"No," he said. "We know nothing."', ['"No," he said.', '"We know nothing."']),
        ("Mr. Berisha met Sen. Kaine in Tirana.", ["Mr. Berisha met Sen. Kaine in Tirana."]),
        ("The U.S. Treasury agreed. Iran did not.", ["The U.S. Treasury agreed.", "Iran did not."]),
        ('"We will answer, the minister said. He then left.', ['"We will answer, the minister said.', "He then left."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(parser, text, expected):
    assert sentences(parser, text) == expected


def test_tokens_stand_on_their_characters(parser):
    text = "Iran’s\u00a0envoy said: “We\u200b know ''nothing''.”"
    (parsed,) = parser.parse([read_text(text)])
    assert [text[t.begin : t.end] for t in parsed.tokens if t.text.isalpha()] == [
        "Iran",
        "envoy",
        "said",
        "We",
        "know",
        "nothing",
    ]


def test_the_tree_hangs_together(parser):
    (parsed,) = parser.parse([read_text("Albania, which had accused Iran, cut its ties with Tehran.")])
    (sentence,) = parsed.sentences
    root = sentence.root
    assert root.text == "cut"
    assert [t.i for t in root.subtree()] == list(range(sentence.begin, sentence.end))
    accused = next(t for t in parsed.tokens if t.text == "accused")
    assert accused.is_inside(root)
    assert not root.is_inside(accused)
    assert [t.text for t in parsed.tokens if t.ent == "GPE"] == ["Albania", "Iran", "Tehran"]


def test_articles_come_out_in_order_whatever_their_size(parser):
    texts = [f"Country number {n} denied it.\n" * (1 + 40 * (n % 3)) for n in range(9)]
    articles = [read_text(text) for text in texts]
    assert [parsed.text for parsed in parser.parse(articles)] == texts


def test_sentences_in_a_span_are_found(parser):
    text = "Iran denied it. Albania did not. Nobody answered."
    (parsed,) = parser.parse([read_text(text)])
    begin = text.index("Albania")
    assert list(parsed.sentences_in(type(parsed.paragraphs[0])(begin, begin + 3))) == [1]
    assert list(parsed.sentences_in(parsed.paragraphs[0])) == [0, 1, 2]


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(AvermentError, match="no_such_pipeline"):
        list(SpacyParser("no_such_pipeline").parse([read_text("Iran denied it.")]))
