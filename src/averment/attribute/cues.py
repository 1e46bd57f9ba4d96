"""Cue finding: the tokens of an article that report speech or thought."""

from dataclasses import dataclass

from averment.attribute.lexicon import CueEntry, Lexicon
from averment.parse.tree import Parsed, Token

_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: its head, its further words ("out" of "pointed out"), and its lexicon entry."""

    head: Token
    rest: tuple[Token, ...]
    entry: CueEntry

    @property
    def passive(self) -> bool:
        """Whether the cue is a passive verb with an auxiliary."""
        return any(child.dep in ("auxpass", "nsubjpass", "csubjpass") for child in self.head.children)

    @property
    def negated(self) -> bool:
        """Whether the cue itself is negated ("did not say")."""
        return any(child.dep == "neg" for child in self.head.children)

    def tokens(self) -> list[Token]:
        """Head and further words, with the auxiliaries and adverbs that stand directly before the head."""
        before = sorted((c for c in self.head.children if c.dep in _BEFORE and c.i < self.head.i), key=lambda c: c.i)
        found = [self.head, *self.rest]
        at = self.head.i
        for child in reversed(before):
            if child.right != at - 1 or child.left != child.i:
                break
            found.append(child)
            at = child.i
        return sorted(found, key=lambda token: token.i)


def find_cues(parsed: Parsed, lexicon: Lexicon) -> list[Cue]:
    """The verbs of the lexicon in the article, in text order; of several entries the longest that fits."""
    return [cue for token in parsed.tokens if token.pos in _VERBAL and (cue := _cue(token, lexicon)) is not None]


def _cue(token: Token, lexicon: Lexicon) -> Cue | None:
    if token.dep in ("amod", "compound", "aux", "auxpass"):
        return None
    for entry in lexicon.verbs.get(token.lemma, ()):
        rest = _further(token, entry.words[1:])
        if rest is not None:
            return Cue(token, rest, entry)
    return None


def _further(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens that realise the further words of an entry, each hanging on the head or on one already found."""
    found: list[Token] = []
    missing = list(words)
    while missing:
        token = next(
            (c for place in (head, *reversed(found)) for c in place.children if _is_next(c, head, missing)), None
        )
        if token is None:
            return None
        missing.remove(token.lower if token.lower in missing else token.lemma)
        found.append(token)
    return tuple(sorted(found, key=lambda token: token.i))


def _is_next(child: Token, head: Token, missing: list[str]) -> bool:
    return child.i > head.i and (child.lower in missing or child.lemma in missing)
