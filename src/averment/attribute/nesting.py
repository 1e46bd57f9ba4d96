"""Nesting: which attribution stands inside the content of which."""

from collections.abc import Sequence
from heapq import heappop, heappush

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.spine import negated
from averment.attribute.voice import speaks_for
from averment.records import Act

_TELLING = frozenset(
    {"complement", "inverted", "quotation", "colon", "parenthetical", "according", "predicate", "headline"}
)
_STRONG = frozenset({Act.DENY, Act.REJECT, Act.ACCUSE, Act.CONDEMN, Act.ADMIT, Act.THREATEN, Act.DECLINE})
_SHOWING = frozenset({"show", "indicate", "suggest", "demonstrate", "reveal", "mean", "find"})  # what things do
_QUOTERS_OWN = frozenset(
    {"i", "we", "you", "one", "us", "me", "my", "our", "your", "who", "people", "anyone", "everyone"}
)


def parents(cues: Sequence[int], contents: Sequence[Sequence[Run]]) -> list[int | None]:
    """For each attribution the index of the smallest content that its cue (a token index) stands in, or None.

    One sweep over the text: linear but for the ordering, however deep contents nest.
    """
    runs = sorted((run.begin, run.end, i) for i, content in enumerate(contents) for run in content)
    size = [sum(run.end - run.begin for run in content) for content in contents]
    found: list[int | None] = [None] * len(cues)
    open_runs: list[tuple[int, int, int]] = []
    k = 0
    for i in sorted(range(len(cues)), key=lambda i: cues[i]):
        at = cues[i]
        while k < len(runs) and runs[k][0] <= at:
            _, end, owner = runs[k]
            heappush(open_runs, (size[owner], owner, end))
            k += 1
        own: list[tuple[int, int, int]] = []
        while open_runs and (open_runs[0][2] <= at or open_runs[0][1] == i):
            run = heappop(open_runs)
            if run[2] > at:
                own.append(run)
        found[i] = open_runs[0][1] if open_runs else None
        for run in own:
            heappush(open_runs, run)
    return found


def worth_telling(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those inside another's content that only repeat it or report nobody's speech.

    Kept inside a content are reports with a speaker of their own, and strong acts ("denied the charges") that the
    content is not itself: a speaker who says that she condemns something makes one statement.
    """
    above = parents([f.cue_head.i for f in findings], [f.content for f in findings])
    return [
        finding for finding, parent in zip(findings, above, strict=True)
        if parent is None or _is_told(finding, findings[parent])
    ]  # fmt: skip


def _is_told(inner: Finding, outer: Finding) -> bool:
    if inner.source is None or inner.source.head.lower in _QUOTERS_OWN or _infinitive(inner):
        return False
    if negated(inner.cue_head):
        return False
    if inner.rule == "noun":
        return inner.act in _STRONG or inner.act is Act.DEMAND
    if inner.cue_head.lemma in _SHOWING:
        return False
    if inner.act is Act.ASSERT:
        return inner.rule in _TELLING and inner.source.head.pos != "PRON" and inner.cue_head.tag != "VB"
    return (inner.rule in _TELLING or inner.act in _STRONG) and not _is_what_is_said(inner, outer)


def _infinitive(finding: Finding) -> bool:
    return any(child.dep == "aux" and child.lower == "to" for child in finding.cue_head.children)


def _is_what_is_said(inner: Finding, outer: Finding) -> bool:
    """Whether the outer speaker does by speaking what the inner cue names: it is the main verb of the content."""
    cue = inner.cue_head
    while cue.dep == "conj" and cue.head.i < cue.i:
        cue = cue.head
    return cue is outer.content_head and speaks_for(outer.source, cue)
