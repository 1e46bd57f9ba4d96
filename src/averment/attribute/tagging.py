"""Attribution by the trained tagger, with rules for what it was not taught."""

from functools import cached_property
from pathlib import Path

from averment.attribute.acting import Acting
from averment.attribute.attribution import Attribution
from averment.attribute.choosing import choose, judged
from averment.attribute.features import Features
from averment.attribute.joining import joined
from averment.attribute.judging import Judge, judge
from averment.attribute.lexicon import lexicon
from averment.attribute.proposals import fragments, offers
from averment.attribute.rules import RuleAttributor
from averment.attribute.tagged import Tagged
from averment.attribute.telling import told
from averment.models.encoder import encoder
from averment.parse.tree import Parsed


class ModelAttributor:
    """Finds who says what with the trained tagger; time is linear in the length of the article.

    Sources and contents that the tagger, the rules and the tree offer for each cue are judged together, and the
    likeliest are kept; the judge's probability is the confidence. Statements that the tagger was not taught (one
    inside another, speech acts on a noun phrase) come from the rules. ``folder`` holds weights other than the
    package's own.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._encoder = encoder(folder)
        self._rules = RuleAttributor()

    @property
    def lacking(self) -> str | None:
        """What is missing to run, in the user's words; None if all is there."""
        return self._encoder.lacking

    @cached_property
    def _judge(self) -> Judge:
        return judge(self._folder)

    def attribute(self, parsed: Parsed) -> list[Attribution]:
        """Return the attributions of an article in text order of their first fragments."""
        if not parsed.tokens:
            return []
        findings, quotations = self._rules.findings(parsed)
        tagged = Tagged(parsed, self._encoder.scores(parsed))
        found = fragments(tagged)
        features = Features(tagged, found, quotations)
        proposed = judged(offers(tagged, found, findings, quotations), features, self._judge)
        chosen = choose(proposed, self._judge.least)
        return told(parsed, joined(parsed, chosen, findings, lexicon()), quotations, Acting(tagged.scored).classify)
