"""The shape of a PLOVER record, in the fields that the PLOVER manual (2.0 draft, chapter on JSON records) defines.

A strict record has fields of the manual alone. An extended one has one field more, ``averment``, with what the standard
cannot say: the CAMEO code, status, and according to whom.
"""

from datetime import date

import msgspec

from averment.records import Status

Day = date

CODEBOOK = "plover-2.0-draft"
"""How a record names the code book that it follows."""


class _Shape(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A JSON object without its empty fields, and with no others than its own."""


class PloverEntity(_Shape, frozen=True):
    """A member of one side: country and sector codes, the words of the text, and who they stand for."""

    entity_text: str
    code: str | None = None
    sector: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None


class TextInfo(_Shape, frozen=True):
    """Where the coded sentence stands in the article: code points, end exclusive."""

    start: int
    end: int


class PloverSize(_Shape, frozen=True):
    """How many were killed, injured and arrested.

    The manual describes this object and, in its table of an event's fields, strikes the one that held it out; it asks
    all the same that what is coded bear its name, which is ``size``.
    """

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


class CiteInfo(_Shape, frozen=True):
    """What was coded: the article's address or file, its title, language and outlet, and the code book."""

    codebook: str
    citation: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publication: str | None = None


class PloverRecord(_Shape, frozen=True, kw_only=True):
    """One event in the fields of the manual, in its order."""

    id: str
    date: Day
    enddate: Day | None = None
    actor: tuple[PloverEntity, ...]
    recipient: tuple[PloverEntity, ...] = ()
    event: tuple[str, ...]
    event_text: tuple[str, ...] = ()
    quad_code: int | None = None
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    size: PloverSize | None = None
    text_info: TextInfo | None = None
    cite_info: CiteInfo | None = None
    coder: str | None = None


class Extension(_Shape, frozen=True):
    """What the standard cannot say; ``according_to`` is missing where the outlet tells it in its own voice."""

    cameo: str
    status: Status
    confidence: float
    according_to: str | None = None
    quantities: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


class ExtendedRecord(PloverRecord, frozen=True, kw_only=True):
    """A PLOVER record with one field more."""

    averment: Extension
