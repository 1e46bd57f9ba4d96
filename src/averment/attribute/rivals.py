"""Rivals: findings that claim the same words, of which one is kept, and findings that say nothing of use."""

from averment.attribute.finding import Finding
from averment.attribute.quotations import Quotations
from averment.parse.tree import Parsed

SAME = 0.8  # share of tokens from which two contents are one

_SPEAKERS_OWN = frozenset({"i", "we", "you", "one", "us", "me", "my", "our", "your"})


def settle(parsed: Parsed, findings: list[Finding], quotations: Quotations) -> list[Finding]:
    """Keep one of the findings with the same content, and none of a quoted speaker's own "I think"."""
    kept: list[Finding] = []
    by_begin: dict[int, Finding] = {}
    cues: set[int] = set()
    for finding in findings:
        if finding.cue_head.i in cues or _own_voice(finding, quotations):
            continue
        first = finding.content[0].begin
        rival = by_begin.get(first)
        if rival is not None and _overlap(rival, finding) >= SAME:
            continue
        by_begin[first] = finding
        cues.add(finding.cue_head.i)
        kept.append(finding)
    return kept


def _own_voice(finding: Finding, quotations: Quotations) -> bool:
    if quotations.at(finding.cue_head.i) is None:
        return False
    return finding.source is None or finding.source.head.lower in _SPEAKERS_OWN


def _overlap(a: Finding, b: Finding) -> float:
    size = sum(run.end - run.begin for run in a.content) + sum(run.end - run.begin for run in b.content)
    both = sum(max(0, min(x.end, y.end) - max(x.begin, y.begin)) for x in a.content for y in b.content)
    return both / (size - both) if size > both else 1.0
