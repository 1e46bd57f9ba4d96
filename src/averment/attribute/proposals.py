"""Proposals: for each cue the sources and contents that tagger, rules and syntax offer, to be judged together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run, merged, trimmed
from averment.attribute.linking import grouped, link, nearest
from averment.attribute.quotations import SCARE_WORDS, Quotations
from averment.attribute.sources import phrase, speaker_of
from averment.attribute.tagged import Role, Tagged, overlap, paragraph_of
from averment.parse.tree import Parsed, Token

FEW = {Role.SOURCE: -0.5, Role.CUE: -0.5, Role.CONTENT: 0.0}  # biases on staying out: what the tagger stands by
MANY = {Role.SOURCE: -2.5, Role.CUE: -2.5, Role.CONTENT: -2.0}  # and what it only thinks possible
LIKELY, POSSIBLE = 0.5, 0.25  # probabilities from which a token is offered as what belongs to a cue
SOURCES = 2  # fragments of each kind, the nearest first, that are offered as a cue's source
_CLAUSES = ("ccomp", "xcomp")
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for one cue.

    ``finding`` is what the rules made of it, ``syntax`` the speaker that the tree gives, ``sure`` whether the tagger
    stands by the cue, ``nested`` whether it stands inside what another finding of the rules reports.
    """

    cue: Run
    head: Token
    sources: tuple[Run | None, ...]
    contents: tuple[tuple[Run, ...], ...]
    finding: Finding | None
    syntax: Run | None
    sure: bool
    paragraph: int
    nested: bool


@dataclass(slots=True)
class Fragments:
    """The fragments of an article: those that the tagger stands by, and those it thinks possible."""

    few: dict[Role, list[Run]]
    many: dict[Role, list[Run]]


def fragments(tagged: Tagged) -> Fragments:
    """Decode all roles at both biases."""
    return Fragments(
        {role: tagged.fragments(role, FEW[role]) for role in Role},
        {role: tagged.fragments(role, MANY[role]) for role in Role},
    )


def offers(tagged: Tagged, found: Fragments, findings: Sequence[Finding], quotations: Quotations) -> list[Offer]:
    """What is offered for each cue of an article, in text order of the cues."""
    parsed = tagged.parsed
    by_cue = {_cue_run(finding): finding for finding in findings}
    by_token = {i: finding for run, finding in by_cue.items() for i in range(run.begin, run.end)}
    depths = _depths(parsed, findings)
    few = found.few[Role.CUE]
    many = _joined(few, found.many[Role.CUE])
    cues = _joined(many, by_cue)
    linked = [
        link(parsed, few, found.few[Role.CONTENT], quotations),
        link(parsed, cues, found.few[Role.CONTENT], quotations),
        link(parsed, cues, found.many[Role.CONTENT], quotations),
    ]
    near = grouped(parsed, few)
    sources = [grouped(parsed, found.few[Role.SOURCE]), grouped(parsed, found.many[Role.SOURCE])]
    sure = set(few)
    made: list[Offer] = []
    for cue in cues:
        head = _head(parsed, cue)
        finding = next((by_token[i] for i in range(cue.begin, cue.end) if i in by_token), None)
        contents = [links[cue] for links in linked if cue in links]
        contents += [c[:1] for c in contents if len(c) > 1]
        contents += _belonging(tagged, cue, found.few[Role.CONTENT])
        contents += [tuple(finding.content)] if finding else []
        contents += _clauses(parsed, head, cue)
        contents = _distinct(_closed(parsed, c, quotations) for c in contents)
        contents = [c for c in contents if c and not overlap(c, [cue])]
        if not contents:
            continue
        paragraph = paragraph_of(parsed, cue.begin)
        close = near.get(paragraph, [])
        named: list[Run | None] = []
        for kind in sources:
            named += nearest(parsed, cue, close, kind.get(paragraph, []), SOURCES)
        named += _speaking(tagged, cue)
        syntax = _speaker(parsed, head)
        if syntax is not None:
            named.append(_snapped(syntax, found.many[Role.SOURCE]))
        if finding is not None and finding.source is not None:
            named.append(_snapped(Run(finding.source.begin, finding.source.end), found.many[Role.SOURCE]))
        named = [s for s in dict.fromkeys(named) if s is None or not overlap([s], [cue])]
        made.append(
            Offer(
                cue,
                head,
                (*named, None),
                tuple(contents),
                finding,
                syntax,
                cue in sure,
                paragraph,
                depths[head.i] > (finding is not None and _reported(head, finding)),
            )
        )
    return made


def _belonging(tagged: Tagged, cue: Run, known: Sequence[Run]) -> list[tuple[Run, ...]]:
    """What the links give as a cue's content: whole fragments of the tagger, and runs of likely tokens."""
    linked = tagged.linked(cue)
    first = bisect_left(known, (linked.begin, 0))
    last = bisect_left(known, (linked.end, 0))
    whole = tuple(run for run in known[first:last] if linked.sum(Role.CONTENT, [run]) >= LIKELY * (run.end - run.begin))
    return [whole, *(tuple(linked.runs(Role.CONTENT, least)) for least in (LIKELY, POSSIBLE))]


def _speaking(tagged: Tagged, cue: Run) -> list[Run]:
    """What the links give as a cue's source: the likeliest runs of tokens."""
    linked = tagged.linked(cue)
    runs = linked.runs(Role.SOURCE, POSSIBLE, 0)
    return sorted(runs, key=lambda run: (-linked.sum(Role.SOURCE, [run]) / (run.end - run.begin), run))[:SOURCES]


def _depths(parsed: Parsed, findings: Sequence[Finding]) -> list[int]:
    """In how many contents of the rules each token stands."""
    steps = [0] * (len(parsed.tokens) + 1)
    for finding in findings:
        for run in finding.content:
            steps[run.begin] += 1
            steps[run.end] -= 1
    return list(accumulate(steps))


def _reported(head: Token, finding: Finding) -> bool:
    return any(run.begin <= head.i < run.end for run in finding.content)


def _cue_run(finding: Finding) -> Run:
    """A finding's cue as one run: all of it where that is short, else the run of its head."""
    begin, end = finding.cue[0].begin, finding.cue[-1].end
    if end - begin <= 4:
        return Run(begin, end)
    at = finding.cue_head.i
    return next((run for run in finding.cue if run.begin <= at < run.end), Run(at, at + 1))


def _joined(first: Iterable[Run], second: Iterable[Run]) -> list[Run]:
    """The runs of ``first``, and those of ``second`` that touch none of them, in text order."""
    kept = list(first)
    taken = {i for run in kept for i in range(run.begin, run.end)}
    for run in second:
        if not any(i in taken for i in range(run.begin, run.end)):
            kept.append(run)
            taken.update(range(run.begin, run.end))
    return sorted(kept)


def _head(parsed: Parsed, cue: Run) -> Token:
    """The token of a cue that the others hang on: a verb, if it has one."""
    tokens = parsed.tokens[cue.begin : cue.end]
    tops = [t for t in tokens if t.head is t or not cue.begin <= t.head.i < cue.end]
    verbs = [t for t in tops if t.pos in _VERBAL and t.dep not in ("aux", "auxpass")]
    return (verbs or [t for t in tokens if t.pos == "VERB"] or tops or tokens)[0]


def _clauses(parsed: Parsed, head: Token, cue: Run) -> list[tuple[Run, ...]]:
    """The clause that a cue governs in the tree, after it, or before it up to the reporting clause."""
    found: list[tuple[Run, ...]] = []
    for clause in head.children:
        if clause.dep not in _CLAUSES:
            continue
        run = Run(clause.left, clause.right + 1)
        if clause.i > cue.end - 1:
            found.append((Run(max(run.begin, cue.end), run.end),))
    return [runs for runs in found if runs[0].begin < runs[0].end]


def _closed(parsed: Parsed, runs: Sequence[Run], quotations: Quotations) -> tuple[Run, ...]:
    """Runs that take in the mark which ends, or begins, a quotation that they hold but for it."""
    made: list[Run] = []
    for begin, end in runs:
        for quotation in quotations.within(begin, end):
            if quotation.words <= SCARE_WORDS and not begin <= quotation.begin:
                continue
            if begin <= quotation.begin + 1 and end < quotation.end <= end + 2:
                end = quotation.end
            if quotation.end - 1 <= end and begin - 1 <= quotation.begin < begin:
                begin = quotation.begin
        made.append(Run(begin, end))
    return tuple(merged(made))


def _distinct(contents: Iterable[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    return list(dict.fromkeys(contents))


def _speaker(parsed: Parsed, head: Token) -> Run | None:
    """The phrase that the tree gives as the speaker of a cue."""
    if head.pos not in _VERBAL:
        return None
    speaker = speaker_of(head)
    if speaker is None:
        return None
    found = phrase(speaker)
    end = min(found.end, head.i) if speaker.i < head.i < found.end else found.end
    run = trimmed(parsed, Run(found.begin, end))
    return run if run.begin < run.end else None


def _snapped(run: Run, known: Sequence[Run]) -> Run:
    """A phrase of the tree as the tagger bounds it, if the tagger knows it at all."""
    first = max(0, bisect_left(known, (run.begin, 0)) - 1)
    last = bisect_left(known, (run.end, 0))
    touching = [other for other in known[first:last] if overlap([run], [other])]
    return max(touching, key=lambda other: overlap([run], [other])) if touching else run
