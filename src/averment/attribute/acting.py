"""Speech acts by the trained head and the rules together."""

from averment.attribute.acts import classify
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.models.heads import ACTS
from averment.models.scores import Scores
from averment.parse.tree import Token
from averment.records import Act

CUED = 20.0  # what an act that the cue names by itself ("denied") counts for, as a logarithm of chances
WORDED = 6.0  # what one counts for that the rules read out of the content
PLAIN = 2.0  # and what it counts for that they find none


class Acting:
    """Tells the act of a statement in one article: the head's probability, and a bonus for what the rules say.

    The bonuses were chosen on ``corpora/acts/dev.tsv``, where an eleventh of the statements assert, and on our articles
    coded by hand, where a third do.
    """

    def __init__(self, scored: Scores) -> None:
        self._scored = scored

    def classify(self, finding: Finding, content: list[Token]) -> Act:
        """The likeliest act; ``content`` are the first tokens of the content."""
        import numpy as np

        source = finding.source
        parts = (
            finding.cue,
            [Run(source.begin, source.end)] if source is not None else [],
            [Run(token.i, token.i + 1) for token in content],
        )
        scores = np.log(self._scored.act(*parts) + 1e-9)
        ruled = classify(finding, content)
        scores[ACTS.index(ruled)] += PLAIN if ruled is Act.ASSERT else WORDED if finding.act is Act.ASSERT else CUED
        return ACTS[int(scores.argmax())]
