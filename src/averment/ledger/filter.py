"""Which rows of the ledger are wanted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.errors import LedgerError
from averment.records import Act, Stance, Status


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must match; None asks for nothing.

    A party (``by``, ``about``, ``to``) is a country, by code or name, and then everybody of that country; or a name,
    matched as whole words in any letter case.

    - ``by``: who says it (statements) or does it (events).
    - ``to``: the addressee or a recipient of the events told (statements), a recipient (events).
    - ``about``: mentioned in the content (statements); a recipient, or mentioned in the sentence (events).
    - ``type``, ``mode``, ``context``, ``status``, ``stance``: of the event; a statement matches by one that it tells.
    - ``act``: of the statement; an event matches by the statement that tells it.
    - ``since``, ``until``: days, inclusive: the row's own date where it has one, else the article's.
    - ``search``: words anywhere in the content, the event's sentence, the article's title and text.
    - ``article``: the beginning of its id; ``outlet``: whole words of its name.

    An article matches where it has a statement or an event that does. Raises LedgerError for a value that no row
    could have.
    """

    by: str | None = None
    about: str | None = None
    to: str | None = None
    type: str | None = None
    mode: str | None = None
    context: str | None = None
    act: str | None = None
    status: str | None = None
    stance: str | None = None
    since: date | None = None
    until: date | None = None
    search: str | None = None
    article: str | None = None
    outlet: str | None = None
    min_confidence: float | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """Refuse what would silently find nothing."""
        _known("act", self.act, Act)
        _known("status", self.status, Status)
        _known("stance", self.stance, Stance)
        if self.since and self.until and self.since > self.until:
            raise LedgerError(f"since {self.since} is after until {self.until}; give the earlier day as since")
        if self.limit is not None and self.limit < 0:
            raise LedgerError(f"the limit is {self.limit}; give 0 or more")


def _known(name: str, value: str | None, words: type[StrEnum]) -> None:
    if value is not None and value not in list(words):
        raise LedgerError(f"there is no {name} {value!r}; it is one of {', '.join(words)}")
