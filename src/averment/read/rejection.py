"""A document that could not be read: where it is, why, and what can be done."""

from dataclasses import dataclass
from enum import StrEnum

from averment.errors import RejectedError


class Reason(StrEnum):
    """Why a document is rejected, in a word for the summary."""

    EMPTY = "empty"
    """Nothing to read: no letter in the text, or no document in the folder."""
    BINARY = "binary"
    """Not text: another kind of file, or full of NUL bytes."""
    ENCODING = "encoding"
    """Text whose bytes cannot be told or are too damaged."""
    LANGUAGE = "language"
    """In a language that was not asked for."""
    SIZE = "size"
    """Larger than the limit."""
    TIME = "time"
    """Took longer than the limit."""
    MEMORY = "memory"
    """Needed more memory than the limit."""
    MALFORMED = "malformed"
    """Broken in its form: a line that is no JSON object, a record without text, a damaged archive, a page that
    breaks its reader."""
    MISSING = "missing"
    """No such path."""
    UNREADABLE = "unreadable"
    """The path is there, but the system does not let it be read."""
    UNSUPPORTED = "unsupported"
    """A file in a folder whose suffix is of no format that Averment reads."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One document that was not read: ``source`` is its path, or ``path:line`` for a record of a JSONL file.

    ``reason`` is a word of ``Reason``; ``message`` says what happened, where, and what to do.
    """

    source: str
    reason: str
    message: str

    @classmethod
    def of(cls, source: str, error: RejectedError) -> "Rejection":
        """The rejection of ``source`` for ``error``."""
        return cls(source, str(error.reason), f"{source}: {error}")
