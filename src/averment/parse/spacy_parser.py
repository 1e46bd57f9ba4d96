"""spaCy's small English pipeline behind the parser protocol: paragraphs in batches, quotation marks made plain."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from averment.config import spacy_model
from averment.errors import AvermentError
from averment.parse.chunks import chunks
from averment.parse.plain import PlainText, plain
from averment.parse.tree import Name, Parsed, Sentence, Token
from averment.records import Article, Span

BATCH = 64  # paragraphs given to spaCy at once


class SpacyParser:
    """Parses with any installed spaCy pipeline that has a tagger, a dependency parser, a lemmatizer and names."""

    def __init__(self, model: str | None = None) -> None:
        self.model = model or spacy_model()

    @cached_property
    def _nlp(self) -> Any:
        import spacy

        from averment.parse.boundaries import BOUNDARIES  # registers the component

        try:
            nlp = spacy.load(self.model)
        except OSError as error:
            raise AvermentError(
                f"The language model {self.model!r} is not installed: reinstall averment, or set AVERMENT_MODEL to an "
                "installed spaCy pipeline."
            ) from error
        nlp.add_pipe(BOUNDARIES, before="parser")
        return nlp

    def parse(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """Yield one ``Parsed`` for each article, in order; paragraphs of several articles share a batch."""
        for batch in _batches(articles):
            plains = [
                [
                    (chunk, plain(chunk.of(article.text)))
                    for span in article.body
                    for chunk in chunks(article.text, span)
                ]
                for article in batch
            ]
            docs = self._nlp.pipe((piece.text for pieces in plains for _, piece in pieces), batch_size=BATCH)
            for article, pieces in zip(batch, plains, strict=True):
                yield _join(article, [(span, piece, next(docs)) for span, piece in pieces])


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles grouped until a group has enough paragraphs for one batch."""
    group: list[Article] = []
    paragraphs = 0
    for article in articles:
        group.append(article)
        paragraphs += len(article.body)
        if paragraphs >= BATCH:
            yield group
            group, paragraphs = [], 0
    if group:
        yield group


def _join(article: Article, docs: list[tuple[Span, PlainText, Any]]) -> Parsed:
    parsed = Parsed(article.text, paragraphs=tuple(span for span, _, _ in docs))
    for number, (span, piece, doc) in enumerate(docs):
        _add(parsed, number, span.begin, piece, doc)
    return parsed


def _add(parsed: Parsed, paragraph: int, offset: int, piece: PlainText, doc: Any) -> None:
    """Append a paragraph's tokens, sentences and names."""
    tokens = parsed.tokens
    first = len(tokens)
    for word in doc:
        token = Token(
            first + word.i, offset + piece.begin(word.idx), word.text, word.lemma_, word.pos_, word.tag_, word.dep_,
            word.ent_type_,
        )  # fmt: skip
        token.end = offset + piece.end(word.idx + len(word.text))
        tokens.append(token)
    for word in doc:
        token = tokens[first + word.i]
        token.head = tokens[first + word.head.i]
        token.left, token.right = first + word.left_edge.i, first + word.right_edge.i
        if token.head is not token:
            token.head.children.append(token)
    for sent in doc.sents:
        sentence = Sentence(first + sent.start, first + sent.end, paragraph, tokens[first + sent.root.i])
        for token in tokens[sentence.begin : sentence.end]:
            token.sentence = len(parsed.sentences)
        parsed.sentences.append(sentence)
    parsed.names += (Name(first + ent.start, first + ent.end, ent.label_) for ent in doc.ents)
