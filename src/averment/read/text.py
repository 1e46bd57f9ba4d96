"""Plain text -> Article: characters kept where they stand, parts told apart."""

from collections.abc import Collection
from datetime import date

from averment.errors import RejectedError
from averment.ids import article_id
from averment.read.encoding import SURROGATE
from averment.read.language import refuse_language
from averment.read.layout import lay_out
from averment.read.options import TEXT_BYTES
from averment.read.rejection import Reason
from averment.records import Article, PublishedBasis

_CONTROL = {code: " " for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\n\t\r"}
_ENGLISH = ("en",)


def read_text(
    text: str,
    *,
    source: str = "text",
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    languages: tuple[str, ...] = _ENGLISH,
    limit: int = TEXT_BYTES,
) -> Article:
    """The article that ``text`` is.

    Its text is the one given, code point for code point: only a control character becomes a space, and half a
    surrogate pair U+FFFD. A date or an outlet given here counts before one that the text's own first lines state.
    Raises RejectedError (empty, size, language).
    """
    basis = published_basis(None, published)
    return make_article(
        text, source, published=published, basis=basis, outlet=outlet, title=title, languages=languages, limit=limit
    )


def make_article(
    text: str,
    source: str,
    *,
    published: date | None,
    basis: PublishedBasis,
    outlet: str | None,
    title: str | None,
    languages: tuple[str, ...],
    limit: int,
    headings: Collection[int] = (),
) -> Article:
    """The article of a text whose date has a known basis; ``headings`` are offsets of paragraphs marked as such."""
    if len(text) > limit:
        raise RejectedError(
            Reason.SIZE,
            f"{len(text):,} characters, the limit is {limit:,}; split it into its reports or raise the limit",
        )
    text = cleaned(text)
    if not any(map(str.isalpha, text)):
        raise RejectedError(Reason.EMPTY, "there is no text in it; leave it out or give the report's text")
    parts = lay_out(text, title=title, outlet=outlet, headings=headings)
    body = "\n".join(span.of(text) for span in parts.body)
    language = refuse_language(body, languages)
    if published is None and parts.published is not None:
        published, basis = parts.published, PublishedBasis.METADATA
    return Article(
        id=article_id(text),
        source=source,
        text=text,
        title=title or (one_line(parts.title_span.of(text)) if parts.title_span else None),
        outlet=outlet,
        published=published,
        published_basis=basis,
        language=language,
        body=parts.body,
        title_span=parts.title_span,
        related=parts.related,
    )


def published_basis(stated: date | None, published: date | None) -> PublishedBasis:
    """How ``published`` is known, where the document's metadata states ``stated``."""
    if stated:
        return PublishedBasis.METADATA
    return PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN


def cleaned(text: str) -> str:
    """``text`` of the same length, each control character a space, each half of a surrogate pair U+FFFD."""
    text = text.translate(_CONTROL)
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def one_line(words: str) -> str:
    """``words`` with every run of white space made one space."""
    return " ".join(words.split())
