"""Telling: findings in text order, nested in each other, with their acts, as attributions."""

from collections.abc import Callable

from averment.attribute.acts import classify
from averment.attribute.attribution import Attribution
from averment.attribute.confidence import confidence
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run, merged, spans, trimmed
from averment.attribute.nesting import parents, worth_telling
from averment.attribute.quotations import Quotations
from averment.attribute.quoting import quoted
from averment.attribute.sources import Source
from averment.parse.tree import Parsed, Token
from averment.records import Act

LONGEST_READ = 45  # tokens of a content that are read to tell its speech act


Classifier = Callable[[Finding, list[Token]], Act]
"""A finding and the first tokens of its content -> its speech act."""


def told(
    parsed: Parsed, findings: list[Finding], quotations: Quotations, classify: Classifier = classify
) -> list[Attribution]:
    """The attributions that findings make, in text order of their first fragments."""
    findings = worth_telling(findings)
    findings.sort(key=_first)
    above = parents([f.cue_head.i for f in findings], [f.content for f in findings])
    acts = [classify(f, _read(parsed, f)) for f in findings]
    return [
        _attribution(parsed, f, quotations, parent, act) for f, parent, act in zip(findings, above, acts, strict=True)
    ]


def _first(finding: Finding) -> tuple[int, int]:
    starts = [run.begin for run in (*finding.content, *finding.cue)]
    if finding.source is not None:
        starts.append(finding.source.begin)
    return min(starts), finding.cue_head.i


def _attribution(parsed: Parsed, finding: Finding, quotations: Quotations, parent: int | None, act: Act) -> Attribution:
    source = finding.source
    return Attribution(
        source=spans(parsed, _source_runs(parsed, source)),
        cue=spans(parsed, finding.cue),
        content=spans(parsed, finding.content),
        source_head=source.head if source else None,
        cue_head=finding.cue_head,
        content_head=finding.content_head,
        act=act,
        quoted=quoted(finding.content, quotations),
        rule=finding.rule,
        confidence=confidence(finding.rule) if finding.confidence is None else finding.confidence,
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
