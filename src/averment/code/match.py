"""The lexicon against an article: the best pattern at each token."""

from averment.code.filling import Match
from averment.code.frames import Frames
from averment.code.nouns import NounMatcher
from averment.code.patterns import lexicon, word_classes
from averment.code.sides import Sides
from averment.code.verbs import VerbMatcher
from averment.parse.tree import Token


class Matcher:
    """Matches one article's tokens against the lexicon."""

    def __init__(self, frames: Frames, sides: Sides) -> None:
        self.frames = frames
        self.lexicon = lexicon()
        self.verbs = VerbMatcher(frames, sides)
        self.nouns = NounMatcher(frames, sides, word_classes())

    def at(self, token: Token) -> Match | None:
        """The best match of a pattern that opens at ``token``; of equals, the first in the lexicon."""
        found: list[Match | None] = []
        if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in {"aux", "auxpass"}):
            patterns = self.lexicon.verbs.get(token.lemma, ())
            found = [self.verbs.match(p, self.frames.of(token)) for p in patterns]
        elif token.pos in {"NOUN", "PROPN"} and token.dep not in {"compound", "amod", "nmod"}:
            found = [self.nouns.match(p, token) for p in self.lexicon.nouns.get(token.lemma, ())]
        return max(filter(None, found), key=_score, default=None)


def _score(match: Match) -> float:
    return match.score
