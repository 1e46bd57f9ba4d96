"""Attribution by rules: cues of a lexicon, the tree around them, and quotation marks."""

from dataclasses import replace
from functools import cached_property

from averment.attribute.according import find_according
from averment.attribute.attribution import Attribution
from averment.attribute.carrying import carry_on
from averment.attribute.contents import find_content
from averment.attribute.cues import find_cues
from averment.attribute.finding import Finding, from_verb
from averment.attribute.fragments import merged, trimmed
from averment.attribute.headlines import find_headlines
from averment.attribute.lexicon import Lexicon, lexicon
from averment.attribute.nouns import find_nominal
from averment.attribute.quotations import Quotations, find_quotations
from averment.attribute.quoting import mend, stretched
from averment.attribute.rivals import settle
from averment.attribute.signatures import find_signed
from averment.attribute.telling import told
from averment.parse.tree import Parsed


class RuleAttributor:
    """Finds who says what by rules over dependencies; time is linear in the length of the article."""

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon()

    def attribute(self, parsed: Parsed) -> list[Attribution]:
        """Return the attributions of an article in text order of their first fragments."""
        findings, quotations = self.findings(parsed)
        return told(parsed, findings, quotations)

    def findings(self, parsed: Parsed) -> tuple[list[Finding], Quotations]:
        """What the rules find before it is nested, and the quotations of the article with missing marks made up for."""
        if not parsed.tokens:
            return [], Quotations([])
        cues = find_cues(parsed, self._lexicon)
        quotations = mend(parsed, find_quotations(parsed), cues)
        findings = [
            finding
            for cue in cues
            if (content := find_content(parsed, cue, quotations)) is not None
            and (finding := from_verb(parsed, cue, content, self._lexicon.active)) is not None
        ]
        findings += find_according(parsed) + find_nominal(parsed, self._lexicon)
        findings += find_headlines(parsed) + find_signed(parsed, quotations)
        findings = [f for finding in findings if (f := _shaped(parsed, finding, quotations)) is not None]
        return carry_on(parsed, settle(parsed, findings, quotations), quotations), quotations


def _shaped(parsed: Parsed, finding: Finding, quotations: Quotations) -> Finding | None:
    """A finding whose content is stretched over its quotations and trimmed; None if nothing is left of it."""
    cue_runs = merged(finding.cue)
    runs = [trimmed(parsed, run) for run in merged(stretched(finding, quotations))]
    runs = [run for run in runs if run.begin < run.end]
    if not any(token.text[0].isalnum() for run in runs for token in parsed.tokens[run.begin : run.end][:40]):
        return None
    return replace(finding, content=tuple(runs), cue=tuple(cue_runs))
