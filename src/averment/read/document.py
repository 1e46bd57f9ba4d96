"""One file or stream -> Articles: what form it has, by its name and then by its first bytes."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePath
from typing import BinaryIO, cast

from averment.errors import RejectedError
from averment.read.encoding import decode, refuse_binary
from averment.read.html import PageReader, read_html
from averment.read.jsonl import Lines, read_jsonl
from averment.read.options import ReadOptions
from averment.read.rejection import Reason, Rejection
from averment.read.text import make_article, published_basis
from averment.records import Article


class Form(StrEnum):
    """The forms of documents that are read."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
}
"""What a file holds by the end of its name; each may be followed by ``.gz``."""

_HEAD = 4096
_GZIP = b"\x1f\x8b"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*(?:\n|$))', re.S)
_JSON_OVER_LINES = re.compile(r'\s*(?:\[\s*[{"\[]|\{[^\n]*[^\s}][ \t\r]*\n|\{[ \t\r]*\n)')


def suffix_of(path: PurePath) -> str:
    """A path's suffix in lower case, without a ``.gz`` behind it."""
    name = path.name.lower().removesuffix(".gz")
    return PurePath(name).suffix


def read_document(
    stream: BinaryIO, source: str, options: ReadOptions, pages: PageReader
) -> Iterator[Article | Rejection]:
    """Yield what ``stream`` holds: one article or rejection, or one for each record; gzip is unpacked on the way."""
    try:
        plain = _unpacked(stream)
        head = plain.peek(_HEAD)[:_HEAD]
        match _form(source, head):
            case Form.JSONL:
                yield from read_jsonl(_as_utf8(plain, head), source, options)
            case Form.HTML:
                yield read_html(_all(plain, options.limits.html_bytes), source, options, pages)
            case Form.TEXT:
                yield _read_plain(_all(plain, options.limits.text_bytes), source, options)
    except RejectedError as error:
        yield Rejection.of(source, error)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        broken = RejectedError(Reason.MALFORMED, f"the gzip archive is damaged ({error}); get it again")
        yield Rejection.of(source, broken)
    except OSError as error:
        yield Rejection.of(source, RejectedError(Reason.UNREADABLE, f"it cannot be read ({error.strerror}); check it"))


def _unpacked(stream: BinaryIO) -> io.BufferedReader:
    plain = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if plain.peek(2)[:2] != _GZIP:
        return plain
    return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=plain)))


def _form(source: str, head: bytes) -> Form:
    """The form that the name says, and without one that the first bytes show."""
    refuse_binary(head)
    named = SUFFIXES.get(suffix_of(PurePath(source)))
    return named or _sniffed(head)


def _sniffed(head: bytes) -> Form:
    start = decode(head[: len(head) // 4 * 4]) if b"\0" in head else head.decode("utf-8", "replace").lstrip("\ufeff")
    if _HTML.match(start):
        return Form.HTML
    if not _JSON_OBJECT.match(start) and not start.startswith("[{"):
        return Form.TEXT
    if _JSON_OVER_LINES.match(start):
        raise RejectedError(
            Reason.MALFORMED, "it is JSON, but not one object a line; write it as JSON Lines (jq -c '.' or '.[]')"
        )
    return Form.JSONL


def _all(stream: io.BufferedReader, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise RejectedError(
            Reason.SIZE, f"it has more than {limit:,} bytes; split it into its reports or raise the limit"
        )
    return data


def _as_utf8(stream: io.BufferedReader, head: bytes) -> Lines:
    """The lines of ``stream`` in UTF-8, also where they are in UTF-16 (as some shells write them)."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _Recoded(stream)
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    return stream


class _Recoded:
    """The lines of a stream of UTF-16, in UTF-8."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._text = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n")

    def readline(self, size: int, /) -> bytes:
        return self._text.readline(size).encode("utf-8", "replace")


def _read_plain(data: bytes, source: str, options: ReadOptions) -> Article:
    return make_article(
        decode(data),
        source,
        published=options.published,
        basis=published_basis(None, options.published),
        outlet=options.outlet,
        title=None,
        languages=options.languages,
        limit=options.limits.text_bytes,
    )
