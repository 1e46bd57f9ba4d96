"""The bytes of a list's file: how many, in which encoding, and their digest. Nothing of it is trusted."""

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from averment.lists.entry import ListError

LARGEST = 1 << 28  # bytes; OFAC's largest file of this kind has some 35 million
MOST = 500_000  # entries or rows of a file; the longest of OFAC's has some 25,000
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was looked over: its path, the SHA-256 of its bytes, and the encoding they are in."""

    path: Path
    digest: str
    encoding: str


def look_over(path: Path) -> ListFile:
    """Read a file once for its digest and encoding: UTF-8, else Windows-1252, which OFAC's older files are in.

    Raises ListError where it cannot be read or is too large.
    """
    digest, decoder, encoding = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), "utf-8-sig"
    for chunk in chunks(path):
        digest.update(chunk)
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            encoding = "cp1252"
    return ListFile(path, digest.hexdigest(), encoding)


def chunks(path: Path) -> Iterator[bytes]:
    """Yield the file's bytes, and never more than ``LARGEST`` of them; raises ListError."""
    read = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                read += len(chunk)
                if read > LARGEST:
                    raise ListError(f"{path} is larger than {LARGEST:,} bytes, and no list of OFAC's; check the file")
                yield chunk
    except OSError as error:
        raise ListError(f"{path} cannot be read: {error.strerror}; check its name and permissions") from error
