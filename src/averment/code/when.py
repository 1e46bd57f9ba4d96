"""Which date belongs to an event or a statement: the one that hangs on its own clause."""

from collections import defaultdict
from datetime import timedelta

from averment.parse.tree import Token
from averment.records import DateRange
from averment.resolve.resolution import Resolution

_DEEPEST = 4
_WITHIN = frozenset({"pobj", "nummod", "compound", "nmod", "npadvmod", "prep", "amod", "appos", "advmod", "dep"})
_ONE_CLAUSE = frozenset({"conj", "xcomp", "advcl"})
_ONE_ACT = frozenset({"dobj", "nsubjpass", "attr"})
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
        """The date of what ``trigger`` tells: on it, on its phrases, or on the clause that it serves."""
        token = trigger
        for _ in range(_DEEPEST):
            for host in _hosts(token):
                if found := self._at.get(host.i):
                    return found[0]
            above = token.head
            if above is token or token.dep not in (_ONE_ACT if token.pos in _NOUNS else _ONE_CLAUSE):
                return None
            token = above
        return None

    def is_background(self, when: DateRange | None) -> bool:
        """Whether a date lies so far before publication that the report brings it up as history."""
        return when is not None and self.published is not None and when.end < self.published - BACKGROUND


def _hosts(token: Token) -> list[Token]:
    """The token and the nouns of its own phrases, on which parsers hang dates as often."""
    phrases = [n for prep in token.each("prep") for n in (prep, *prep.each("pobj"))]
    return [token, *phrases, *(n for n in token.each("dobj") if token.pos not in _NOUNS)]


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
