"""Attribution by rules: cues of a lexicon, the tree around them, and quotation marks."""

from dataclasses import replace
from functools import cached_property

from averment.attribute.according import find_according
from averment.attribute.acts import classify
from averment.attribute.attribution import Attribution
from averment.attribute.carrying import carry_on
from averment.attribute.confidence import confidence
from averment.attribute.contents import find_content
from averment.attribute.cues import find_cues
from averment.attribute.finding import Finding, from_verb
from averment.attribute.fragments import Run, merged, spans, trimmed
from averment.attribute.headlines import find_headlines
from averment.attribute.lexicon import Lexicon, lexicon
from averment.attribute.nesting import parents, worth_telling
from averment.attribute.nouns import find_nominal
from averment.attribute.quotations import Quotations, find_quotations
from averment.attribute.quoting import mend, quoted, stretched
from averment.attribute.rivals import settle
from averment.attribute.signatures import find_signed
from averment.attribute.sources import Source
from averment.parse.tree import Parsed, Token

LONGEST_READ = 45  # tokens of a content that are read to tell its speech act


class RuleAttributor:
    """Finds who says what by rules over dependencies; time is linear in the length of the article."""

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon()

    def attribute(self, parsed: Parsed) -> list[Attribution]:
        """Return the attributions of an article in text order of their first fragments."""
        if not parsed.tokens:
            return []
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
        findings = settle(parsed, findings, quotations)
        findings = worth_telling(carry_on(parsed, findings, quotations))
        findings.sort(key=_first)
        above = parents([f.cue_head.i for f in findings], [f.content for f in findings])
        return [_attribution(parsed, f, quotations, parent) for f, parent in zip(findings, above, strict=True)]


def _shaped(parsed: Parsed, finding: Finding, quotations: Quotations) -> Finding | None:
    """A finding whose content is stretched over its quotations and trimmed; None if nothing is left of it."""
    cue_runs = merged(finding.cue)
    runs = [trimmed(parsed, run) for run in merged(stretched(finding, quotations))]
    runs = [run for run in runs if run.begin < run.end]
    if not any(token.text[0].isalnum() for run in runs for token in parsed.tokens[run.begin : run.end][:40]):
        return None
    return replace(finding, content=tuple(runs), cue=tuple(cue_runs))


def _first(finding: Finding) -> tuple[int, int]:
    starts = [run.begin for run in (*finding.content, *finding.cue)]
    if finding.source is not None:
        starts.append(finding.source.begin)
    return min(starts), finding.cue_head.i


def _attribution(parsed: Parsed, finding: Finding, quotations: Quotations, parent: int | None) -> Attribution:
    source = finding.source
    return Attribution(
        source=spans(parsed, _source_runs(parsed, source)),
        cue=spans(parsed, finding.cue),
        content=spans(parsed, finding.content),
        source_head=source.head if source else None,
        cue_head=finding.cue_head,
        content_head=finding.content_head,
        act=classify(finding, _read(parsed, finding)),
        quoted=quoted(finding.content, quotations),
        rule=finding.rule,
        confidence=confidence(finding.rule),
        parent=parent,
        addressee=finding.addressee,
    )


def _source_runs(parsed: Parsed, source: Source | None) -> list[Run]:
    if source is None:
        return []
    runs = [trimmed(parsed, Run(source.begin, source.end))]
    if source.pronoun is not None:
        runs.append(Run(source.pronoun.i, source.pronoun.i + 1))
    return merged(runs)


def _read(parsed: Parsed, finding: Finding) -> list[Token]:
    """The first tokens of the content."""
    found: list[Token] = []
    for run in finding.content:
        found += parsed.tokens[run.begin : min(run.end, run.begin + LONGEST_READ - len(found))]
    return found
