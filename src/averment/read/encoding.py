"""Bytes -> text: which encoding they are in, and whether they are text at all."""

import codecs
import re

from averment.errors import RejectedError
from averment.read.rejection import Reason

_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "an SQLite database",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"PAR1": "a Parquet file",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_MOST_NULS = 0.001  # a stray NUL is damage; more of them are another kind of file
_MOST_DAMAGE = 0.01  # one bad character in a hundred words spoils no reading; more do
_MOST_HIGH = 0.2  # Western text has under a fifth of its characters beyond ASCII; Cyrillic or Arabic nearly all
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.-]+)""", re.I
)
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
SURROGATE = re.compile("[\ud800-\udfff]")
"""A half of a surrogate pair, which no text holds alone."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``: by its byte order mark, as UTF-8, as ``declared``, or as Windows-1252, in this order.

    UTF-16 without a mark is known by its NUL bytes. A few bad bytes of UTF-8 become U+FFFD. Raises RejectedError
    (binary, encoding) for what is not text or is too damaged.
    """
    refuse_binary(data)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_damaged(data, name)
    if b"\x00" in data:
        wide = _utf16_by_nuls(data[:_SAMPLE])
        if wide:
            return _decode_damaged(data, wide)
        _refuse_nuls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, declared, error)


def refuse_binary(head: bytes) -> None:
    """Raise RejectedError (binary) if ``head`` begins as a known kind of file that is not text."""
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise RejectedError(Reason.BINARY, f"this is {kind}, not text; extract its text or unpack it first")


def declared_charset(data: bytes) -> str | None:
    """The character set that a page declares for itself near its beginning, as Python names it, or None."""
    match = _CHARSET.search(data, 0, _SAMPLE)
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    try:
        return codecs.lookup(_AS_BROWSERS_DO.get(name, name)).name
    except LookupError:
        return None


def refuse_damage(text: str) -> None:
    """Raise RejectedError (encoding) if too many characters of ``text`` are lost: U+FFFD or half a surrogate pair."""
    lost = text.count("\ufffd") + (0 if text.isascii() else len(SURROGATE.findall(text)))
    if lost > max(1, _MOST_DAMAGE * len(text)) or (lost and lost * 2 > len(text)):
        raise RejectedError(
            Reason.ENCODING, f"{lost} of {len(text)} characters are damaged; get the text again or save it as UTF-8"
        )


def _decode_damaged(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    refuse_damage(text)
    return text


def _decode_otherwise(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    """Bytes that are not UTF-8: as declared, as UTF-8 with some damage, or as Windows-1252."""
    if declared and declared not in ("utf-8", "ascii"):
        return _decode_damaged(data, declared)
    cut_at_the_end = error.end >= len(data) and error.reason == "unexpected end of data"
    if cut_at_the_end or _MULTIBYTE.search(data):
        return _decode_damaged(data, "utf-8")
    if _UNDEFINED_1252.search(data) or len(_HIGH.findall(data)) > max(1, _MOST_HIGH * len(data)):
        raise RejectedError(Reason.ENCODING, "the bytes are neither UTF-8 nor Windows-1252; save the text as UTF-8")
    return data.decode("cp1252")


def _utf16_by_nuls(sample: bytes) -> str | None:
    """The byte order of UTF-16 text in Latin script, where every second byte is mostly NUL, or None."""
    even, odd = sample[0::2], sample[1::2]
    if not odd:
        return None
    first, second = even.count(0) / len(even), odd.count(0) / len(odd)
    if second > 0.6 and first < 0.05:
        return "utf-16-le"
    if first > 0.6 and second < 0.05:
        return "utf-16-be"
    return None


def _refuse_nuls(data: bytes) -> None:
    nuls = data.count(0)
    if nuls > max(1, _MOST_NULS * len(data)):
        raise RejectedError(Reason.BINARY, f"{nuls} NUL bytes: this is not text; convert it to plain text first")
