"""Joining: what the tagger's judge has chosen, told in the terms of the rules, and what the rules alone have found."""

from collections.abc import Sequence
from dataclasses import replace

from averment.attribute.choosing import Chosen
from averment.attribute.content import listener, top
from averment.attribute.cues import Cue, find_cues
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run, trimmed
from averment.attribute.lexicon import Lexicon
from averment.attribute.sources import Source, phrase, speaker_of
from averment.attribute.tagged import overlap, size
from averment.parse.tree import Parsed, Token
from averment.records import Act

RULE = "tagger"  # the rule's name where no rule of the tree has found the same attribution
COVERED = 0.8  # share of a chosen content's tokens from which a rule's content that holds them stands for it
SAME = 0.5  # share of tokens from which a rule's content and a chosen one are the same


def joined(parsed: Parsed, chosen: Sequence[Chosen], findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """Findings of the chosen attributions, then those of the rules alone that are worth keeping beside them."""
    cues = {cue.head.i: cue for cue in find_cues(parsed, lexicon)}
    made = [_finding(parsed, one, cues.get(one.offer.head.i), lexicon) for one in chosen]
    return made + [finding for finding in findings if not _answered(finding, chosen) and _speaks_up(finding, chosen)]


def _finding(parsed: Parsed, one: Chosen, cue: Cue | None, lexicon: Lexicon) -> Finding:
    found = one.offer.finding
    content = tuple(run for c in one.content if (run := trimmed(parsed, c)).begin < run.end) or one.content
    source = _source(parsed, one)
    if found is not None and found.act is not Act.ASSERT and _covers(found.content, content):
        content = found.content
    if found is not None and _same(found.content, content):
        if source is None or found.source is None or not _holds(source, found.source.head):
            return replace(found, source=source, cue=_cue(one), content=content, confidence=one.confidence)
        source = replace(source, head=found.source.head, pronoun=found.source.pronoun)
        return replace(found, source=source, cue=_cue(one), content=content, confidence=one.confidence)
    head = one.offer.head
    main = max(content, key=lambda run: run.end - run.begin)
    hangs = top(parsed, main.begin, main.end)
    return Finding(
        source, _cue(one), head, content, hangs, _act(head, hangs, cue, lexicon), RULE,
        listener(cue) if cue else None, one.confidence,
    )  # fmt: skip


def _cue(one: Chosen) -> tuple[Run, ...]:
    return (one.offer.cue,)


def _holds(source: Source, head: Token) -> bool:
    return source.begin <= head.i < source.end


def _same(some: Sequence[Run], others: Sequence[Run]) -> bool:
    both = overlap(some, others)
    return both >= SAME * (size(some) + size(others) - both)


def _covers(some: Sequence[Run], others: Sequence[Run]) -> bool:
    return overlap(some, others) >= COVERED * size(others)


def _act(head: Token, hangs: Token | None, cue: Cue | None, lexicon: Lexicon) -> Act:
    """The act that a cue names by itself; a noun's by the list of nouns, any other cue's is to assert."""
    if cue is not None:
        return cue.entry.act(_frame(hangs))
    return lexicon.nouns.get(head.lemma, Act.ASSERT) if head.pos == "NOUN" else Act.ASSERT


def _frame(hangs: Token | None) -> str:
    if hangs is None or hangs.pos not in ("VERB", "AUX"):
        return "object"
    return "verbal" if hangs.dep == "xcomp" else "clause"


def _source(parsed: Parsed, one: Chosen) -> Source | None:
    """The source with its head; a relative pronoun stands beside what it stands for."""
    if one.source is None:
        return None
    begin, end = trimmed(parsed, one.source)
    if begin >= end:
        begin, end = one.source
    head = top(parsed, begin, end) or parsed.tokens[begin]
    if end - begin == 1 and head.tag in ("WP", "WDT"):
        speaker = speaker_of(one.offer.head)
        if speaker is not None and speaker is not head:
            return replace(phrase(speaker), pronoun=head)
    return Source(_named(parsed, head, begin, end), begin, end)


def _named(parsed: Parsed, head: Token, begin: int, end: int) -> Token:
    """The head of a phrase: where the tree starts it with a preposition, what that governs."""
    while head.pos in ("ADP", "DET", "PUNCT", "PART") and (inner := head.child("pobj")) is not None and inner.i < end:
        head = inner
    return head


def _answered(finding: Finding, chosen: Sequence[Chosen]) -> bool:
    """Whether a chosen attribution has the finding's cue, or its content."""
    return any(
        overlap(finding.cue, [one.offer.cue]) or one.offer.finding is finding or _same(finding.content, one.content)
        for one in chosen
    )


def _speaks_up(finding: Finding, chosen: Sequence[Chosen]) -> bool:
    """Whether a finding of the rules alone is kept: a speech act, or a statement inside a chosen one."""
    if finding.act is not Act.ASSERT:
        return True
    return any(run.begin <= finding.cue_head.i < run.end for one in chosen for run in one.content)
