"""Which date belongs to an event or a statement: the one that hangs on its own clause."""

from collections import defaultdict
from datetime import timedelta

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.resolution import Resolution

_DEEPEST = 4
_WITHIN = frozenset({"pobj", "nummod", "compound", "nmod", "npadvmod", "prep", "amod", "appos", "advmod", "dep"})
_ONE_CLAUSE = frozenset(
    {"dobj", "acl", "conj", "xcomp", "advcl", "nsubjpass", "attr", "pobj", "prep", "relcl", "agent"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
BACKGROUND = timedelta(days=365)
"""What ended longer than this before the report's publication is historical."""


class Dates:
    """The date expressions of one article, by the token that each modifies."""

    def __init__(self, resolution: Resolution) -> None:
        self.published = resolution.published
        self._at: dict[int, list[DateRange]] = defaultdict(list)
        for mention in resolution.dates:
            self._at[_attachment(mention.head).i].append(mention.when)

    def of(self, trigger: Token) -> DateRange | None:
        """The date of what ``trigger`` tells: on it, or on the clause that it serves."""
        token = trigger
        for _ in range(_DEEPEST):
            for host in (
                token,
                *(c for c in token.children if c.dep in {"prep", "dobj"} for c in (c, *c.each("pobj"))),
            ):
                if (found := self._at.get(host.i)) and (host is token or host.pos in _NOUNS or host.dep == "prep"):
                    return found[0]
            if token.head is token or token.dep not in _ONE_CLAUSE:
                return None
            token = token.head
        return None

    def is_background(self, when: DateRange | None) -> bool:
        """Whether a date lies so far before publication that the report brings it up as history."""
        return when is not None and self.published is not None and when.end < self.published - BACKGROUND


def _attachment(token: Token) -> Token:
    """The word that a date expression modifies."""
    for _ in range(_DEEPEST):
        if token.head is token or token.dep not in _WITHIN:
            return token
        crossed = token.dep in {"prep", "npadvmod", "compound", "nmod", "advmod"}
        token = token.head
        if crossed and token.pos in _NOUNS | {"VERB", "AUX"}:
            return token
    return token
