"""Joining: what the tagger's judge has chosen, told in the terms of the rules, and what the rules alone have found."""

from collections.abc import Mapping, Sequence
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
LIKELY = 0.5  # confidence from which a content of bare nouns is kept; cost .001 on PolNeAR's development part
SAFE = frozenset({"complement", "inverted", "quotation", "parenthetical", "according"})  # right seven times in ten
COVERED = 0.8  # share of a chosen content's tokens from which a rule's content that holds them stands for it
SAME = 0.5  # share of tokens from which a rule's content and a chosen one are the same


def joined(parsed: Parsed, chosen: Sequence[Chosen], findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """Findings of the chosen attributions, then those of the rules alone that are worth keeping beside them."""
    cues = {cue.head.i: cue for cue in find_cues(parsed, lexicon)}
    chosen = [one for one in chosen if _says_something(parsed, one, lexicon)]
    made = [_finding(parsed, one, cues.get(one.offer.head.i), lexicon) for one in chosen]
    near = _by_token(chosen)
    for finding in findings:
        rivals = _rivals(finding, near)
        if not _answered(finding, rivals) and _speaks_up(finding, rivals):
            made.append(finding)
    return made


def _by_token(chosen: Sequence[Chosen]) -> dict[int, list[Chosen]]:
    """The chosen attributions by the tokens of their cues and contents."""
    found: dict[int, list[Chosen]] = {}
    for one in chosen:
        for run in (one.offer.cue, *one.content):
            for i in range(run.begin, run.end):
                found.setdefault(i, []).append(one)
    return found


def _rivals(finding: Finding, near: Mapping[int, list[Chosen]]) -> list[Chosen]:
    """The chosen attributions that share a token with a finding's cue or content."""
    runs = (*finding.cue, *finding.content)
    found = {id(one): one for run in runs for i in range(run.begin, run.end) for one in near.get(i, ())}
    return list(found.values())


def _says_something(parsed: Parsed, one: Chosen, lexicon: Lexicon) -> bool:
    """Whether a chosen attribution has a clause, quoted words, or a rule to vouch for it; if not, it must be likely.

    A corpus of attitudes has many of bare nouns ("imposed sanctions") that tell a reader of statements nothing: with a
    verb of doing they never count. Those without a source are kept: dropping them gained nothing in development.
    """
    if one.offer.finding is not None:
        return True
    tokens = [token for run in one.content for token in parsed.tokens[run.begin : run.end]]
    if any(token.pos in ("VERB", "AUX") or token.text == '"' for token in tokens):
        return True
    likely = one.confidence >= LIKELY or one.source is None
    return likely and one.offer.head.lemma not in lexicon.deeds


def _finding(parsed: Parsed, one: Chosen, cue: Cue | None, lexicon: Lexicon) -> Finding:
    found = one.offer.finding
    content = tuple(run for c in one.content if (run := trimmed(parsed, c)).begin < run.end) or one.content
    if found is not None and found.act is not Act.ASSERT and _covers(found.content, content):
        content = found.content
    source = _source(parsed, one)
    if found is not None and _same(found.content, content):
        return replace(found, source=source, cue=(one.offer.cue,), content=content, confidence=one.confidence)
    head = one.offer.head
    main = max(content, key=lambda run: run.end - run.begin)
    hangs = top(parsed, main.begin, main.end)
    return Finding(
        source, (one.offer.cue,), head, content, hangs, _act(head, hangs, cue, lexicon), RULE,
        listener(cue) if cue else None, one.confidence,
    )  # fmt: skip


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
    """The source with its head: the rules' phrase, or the tree's, where that holds all that was chosen.

    A relative pronoun stands beside what it stands for.
    """
    if one.source is None:
        return None
    begin, end = trimmed(parsed, one.source)
    if begin >= end:
        begin, end = one.source
    ruled = one.offer.finding.source if one.offer.finding else None
    if ruled is not None and ruled.begin <= begin and end <= ruled.end:
        return ruled
    if ruled is not None and (begin <= ruled.head.i < end or _is_pronoun(ruled.pronoun, begin, end)):
        return replace(ruled, begin=min(begin, ruled.head.i), end=max(end, ruled.head.i + 1))
    head = top(parsed, begin, end) or parsed.tokens[begin]
    speaker = speaker_of(one.offer.head) if one.offer.head.pos in ("VERB", "AUX") else None
    if speaker is not None and speaker is not head and end - begin == 1 and head.tag in ("WP", "WDT"):
        return replace(phrase(speaker), pronoun=head)
    syntax = one.offer.syntax
    if speaker is not None and syntax is not None and syntax.begin <= begin and end <= syntax.end:
        return Source(speaker, *syntax)
    return Source(_named(head, end), begin, end)


def _is_pronoun(pronoun: Token | None, begin: int, end: int) -> bool:
    return pronoun is not None and begin == pronoun.i and end == begin + 1


def _named(head: Token, end: int) -> Token:
    """The head of a phrase: where the tree starts it with a preposition, what that governs."""
    while head.pos in ("ADP", "DET", "PUNCT", "PART") and (inner := head.child("pobj")) is not None and inner.i < end:
        head = inner
    return head


def _answered(finding: Finding, chosen: Sequence[Chosen]) -> bool:
    """Whether a chosen attribution has the finding's cue, or its content and neither cue stands inside it."""
    return any(
        overlap(finding.cue, [one.offer.cue])
        or one.offer.finding is finding
        or (_same(finding.content, one.content) and not _inside(finding.cue_head, one.content)
            and not _inside(one.offer.head, finding.content))
        for one in chosen
    )  # fmt: skip


def _speaks_up(finding: Finding, chosen: Sequence[Chosen]) -> bool:
    """Whether a finding of the rules alone is kept: a speech act, or a statement inside or around a chosen one."""
    if finding.act is not Act.ASSERT or any(_inside(finding.cue_head, one.content) for one in chosen):
        return True
    return finding.rule in SAFE and any(_inside(one.offer.head, finding.content) for one in chosen)


def _inside(head: Token, content: Sequence[Run]) -> bool:
    return any(run.begin <= head.i < run.end for run in content)
