"""What a reader may be told: defaults for what a document does not say, names of JSONL fields, and limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from averment.errors import AvermentError

TEXT_BYTES = 5_000_000
"""Largest text or JSONL record. The longest of 22,720 articles measured has 0.2 MB; a book has about 1 MB."""

HTML_BYTES = 10_000_000
"""Largest page: markup outweighs its text by ten to one and more, and pages with images inlined reach some MB."""

HTML_SECONDS = 10.0
"""Longest processor time for one page: the slowest of 181 real pages took 0.2 s, and machines may be far slower."""

HTML_MEMORY = 1_000_000_000
"""Address space of the process that reads pages, in bytes: its libraries take 0.2 GB, a page of 2.6 MB 0.15 GB more."""

RECORD_FIELDS = ("text", "title", "date", "url", "outlet")
"""What a JSONL record can say, and so the keys that ``ReadOptions.fields`` may have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be, and what reading one page of HTML may cost."""

    text_bytes: int = TEXT_BYTES
    html_bytes: int = HTML_BYTES
    html_seconds: float = HTML_SECONDS
    html_memory: int = HTML_MEMORY


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    ``published`` and ``outlet`` stand in where a document's own metadata is silent. ``fields`` names the JSONL
    fields that hold ``text``, ``title``, ``date``, ``url`` and ``outlet`` where a file calls them otherwise, for
    example ``{"text": "story", "url": "id"}``. ``languages`` are ISO 639-1 codes; documents in others are rejected.
    Raises AvermentError for a key of ``fields`` that no record has.
    """

    published: date | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    languages: tuple[str, ...] = ("en",)

    def __post_init__(self) -> None:
        """Check the field mapping."""
        unknown = sorted(set(self.fields) - set(RECORD_FIELDS))
        if unknown:
            raise AvermentError(
                f"unknown record field {unknown[0]!r} in the field mapping: use one of {', '.join(RECORD_FIELDS)}"
            )
