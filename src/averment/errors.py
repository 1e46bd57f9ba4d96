"""The errors that Averment raises for a user's mistake or a bad input; all under ``AvermentError``."""


class AvermentError(Exception):
    """Something that a user can put right; the message says what happened, where, and what to do."""


class RejectedError(AvermentError):
    """A document that cannot be kept; ``reason`` is a short word for the summary, the message says the rest."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class LexiconError(AvermentError):
    """A knowledge file (verbs, cues, organs ...) with an unusable entry; the message names file and entry."""


class LedgerError(AvermentError):
    """A ledger that cannot be opened, read or written."""


class SpanError(LedgerError):
    """A record whose span does not lie inside its article's text."""
