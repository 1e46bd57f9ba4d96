"""Quotations that go on: further quoted sentences of a speaker who was named before."""

from dataclasses import replace

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.quotations import SCARE_WORDS, Quotation, Quotations
from averment.parse.tree import Parsed

NEAR = 2  # paragraphs over which a quotation without a cue is carried on


def carry_on(parsed: Parsed, findings: list[Finding], quotations: Quotations) -> list[Finding]:
    """Give each quotation that no attribution holds to the last quoted speaker before it."""
    taken = sorted((run.begin, run.end) for f in findings for run in f.content if not _inside(f, quotations))
    speakers = sorted((max(run.end for run in f.content), k) for k, f in enumerate(findings) if _quotes(f, quotations))
    more: dict[int, list[Run]] = {}
    last: tuple[int, int] | None = None
    s = t = reach = 0
    for quotation in quotations.all:
        while t < len(taken) and taken[t][0] < quotation.end:
            reach = max(reach, taken[t][1])
            t += 1
        while s < len(speakers) and speakers[s][0] <= quotation.begin:
            last = (parsed.tokens[speakers[s][0] - 1].sentence, speakers[s][1])
            s += 1
        if reach > quotation.begin or last is None or not _stands_alone(parsed, quotation):
            continue
        here, there = parsed.tokens[quotation.begin].sentence, last[0]
        if parsed.sentences[here].paragraph - parsed.sentences[there].paragraph >= NEAR:
            continue
        more.setdefault(last[1], []).append(Run(quotation.begin, quotation.end))
        last = (parsed.tokens[quotation.end - 1].sentence, last[1])
    return [
        replace(f, content=tuple(sorted([*f.content, *more[k]]))) if k in more else f for k, f in enumerate(findings)
    ]


def _inside(finding: Finding, quotations: Quotations) -> bool:
    """Whether an attribution is itself part of a quotation."""
    quotation = quotations.at(finding.cue_head.i)
    return quotation is not None and quotation.words > SCARE_WORDS


def _quotes(finding: Finding, quotations: Quotations) -> bool:
    """Whether an attribution's content ends in a quotation of some length."""
    last = max(finding.content, key=lambda run: run.end)
    quotation = quotations.at(last.end - 1)
    return quotation is not None and not _inside(finding, quotations)


def _stands_alone(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence or follows a comma or colon: no more than words in quotes otherwise."""
    first = parsed.sentence_of(parsed.tokens[quotation.begin])
    if first.begin == quotation.begin:
        return quotation.words > 1
    return parsed.tokens[quotation.begin - 1].text in (",", ";", ":", "-", "–", "—") and quotation.words > SCARE_WORDS
