"""Contents and quotation marks: contents stretched over quotations, unclosed ones ended, direct speech told."""

from collections.abc import Sequence
from dataclasses import replace

from averment.attribute.clauses import reporting_clause
from averment.attribute.cues import Cue
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.quotations import SCARE_WORDS, Quotation, Quotations
from averment.parse.tree import Parsed
from averment.records import Quoted

DIRECT_SHARE = 0.9  # share of a content's tokens inside quotation marks from which it counts as direct speech


def mend(parsed: Parsed, quotations: Quotations, cues: list[Cue]) -> Quotations:
    """End quotations that are never closed before the first reporting clause that follows their clause."""
    if all(q.closed for q in quotations.all):
        return quotations
    ends: dict[int, int] = {}
    for cue in cues:
        quotation = quotations.at(cue.head.i)
        if quotation is None or quotation.closed or quotation.begin in ends:
            continue
        clause = next((c for c in cue.head.children if c.dep == "ccomp" and c.i < cue.head.i), None)
        if clause is None:
            continue
        said = reporting_clause(cue, clause)
        if said.begin > quotation.begin + 1 and parsed.tokens[said.begin - 1].text in (",", ".", "?", "!"):
            ends[quotation.begin] = said.begin
    return Quotations([replace(q, end=ends.get(q.begin, q.end)) for q in quotations.all])


def stretched(finding: Finding, quotations: Quotations) -> list[Run]:
    """The content's runs, each widened to take in whole the quotations that it cuts, but never over its cue."""
    found = []
    for run in finding.content:
        begin, end = run
        for quotation in quotations.within(begin, end):
            if quotation.holds(finding.cue_head) or not _cut(quotation, run):
                continue
            if quotation.words > SCARE_WORDS or quotation.begin >= run.begin - 1:
                begin, end = min(begin, quotation.begin), max(end, quotation.end)
        found.append(Run(begin, end))
    return found


def _cut(quotation: Quotation, run: Run) -> bool:
    return quotation.begin < run.begin or quotation.end > run.end


def quoted(content: Sequence[Run], quotations: Quotations) -> Quoted:
    """Whether a content is quoted as a whole, in part, or not at all."""
    total = sum(run.end - run.begin for run in content)
    inside = sum(
        min(run.end, q.end) - max(run.begin, q.begin) for run in content for q in quotations.within(run.begin, run.end)
    )
    if inside >= DIRECT_SHARE * total:
        return Quoted.DIRECT
    return Quoted.MIXED if inside else Quoted.INDIRECT
