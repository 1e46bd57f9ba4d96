"""Averment reads news reports on what states do and say to each other: who says, who did what to whom, who denies it.

    import averment

    report = averment.read("Iran denied on Friday that it had attacked Albania.", published="2022-09-09")
    for statement in report.statements:
        print(statement.act, [span.of(report.article.text) for span in statement.content])

Importing the package does no work: what needs a model, a file or another library is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from averment.errors import AvermentError, LedgerError, LexiconError, RejectedError, SpanError
from averment.records import (
    Act,
    Article,
    DateRange,
    Entity,
    EntityKind,
    Event,
    Mention,
    MentionKind,
    Party,
    PublishedBasis,
    Quoted,
    Report,
    Span,
    Stance,
    Statement,
    Status,
)

if TYPE_CHECKING:
    from averment.api import read as read
    from averment.ledger import Filter as Filter
    from averment.ledger import Ledger as Ledger
    from averment.pipeline import Pipeline as Pipeline

    __version__: str

_ROOMS = {"Filter": "averment.ledger", "Ledger": "averment.ledger", "Pipeline": "averment.pipeline"}

__all__ = [
    "Act",
    "Article",
    "AvermentError",
    "DateRange",
    "Entity",
    "EntityKind",
    "Event",
    "Filter",
    "Ledger",
    "LedgerError",
    "LexiconError",
    "Mention",
    "MentionKind",
    "Party",
    "Pipeline",
    "PublishedBasis",
    "Quoted",
    "RejectedError",
    "Report",
    "Span",
    "SpanError",
    "Stance",
    "Statement",
    "Status",
    "__version__",
    "read",
]


def __getattr__(name: str) -> Any:
    """What is loaded at its first use: the room ``read`` (a module that can be called), ``Ledger``, ``Pipeline`` ..."""
    if name == "read":
        return import_module("averment.read")
    if name == "__version__":
        from importlib.metadata import version

        return version("averment")
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'averment' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
