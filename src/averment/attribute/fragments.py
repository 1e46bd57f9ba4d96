"""Fragments: runs of tokens, trimmed of what does not belong to a quote, and turned into spans."""

from collections.abc import Iterable
from typing import NamedTuple

from averment.parse.tree import Parsed
from averment.records import Span

_EDGE = frozenset({",", ";", ":", "-", "–", "—", "--", "...", "…", "|"})
_END = _EDGE | {"."}
_MARK = '"'


class Run(NamedTuple):
    """Tokens ``begin`` to ``end`` of an article: indices, end exclusive."""

    begin: int
    end: int


def merged(runs: Iterable[Run]) -> list[Run]:
    """The same tokens as disjoint runs in text order."""
    found: list[Run] = []
    for run in sorted(run for run in runs if run.begin < run.end):
        if found and run.begin <= found[-1].end:
            found[-1] = Run(found[-1].begin, max(found[-1].end, run.end))
        else:
            found.append(run)
    return found


def without(run: Run, hole: Run) -> list[Run]:
    """What is left of a run when another is cut out."""
    return [part for part in (Run(run.begin, min(run.end, hole.begin)), Run(max(run.begin, hole.end), run.end))
            if part.begin < part.end]  # fmt: skip


def trimmed(parsed: Parsed, run: Run) -> Run:
    """A run without punctuation at its edges; a full stop stays where a closing quotation mark follows it."""
    tokens = parsed.tokens
    begin, end = run
    while begin < end and (tokens[begin].text in _END or not tokens[begin].text.strip() or _stray(parsed, begin, run)):
        begin += 1
    while begin < end and (tokens[end - 1].text in _END or not tokens[end - 1].text.strip()):
        if tokens[end - 1].text == "." and _letters(tokens[end - 1].text):
            break
        end -= 1
    return Run(begin, end)


def _letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _stray(parsed: Parsed, i: int, run: Run) -> bool:
    """Whether a run begins with a closing mark of a quotation that stands before it."""
    token = parsed.tokens[i]
    if token.text not in (_MARK, ")", "]"):
        return False
    after = parsed.text[token.end : token.end + 1]
    before = parsed.text[token.begin - 1 : token.begin]
    return token.text != _MARK or (after.isspace() and bool(before) and not before.isspace())


def spans(parsed: Parsed, runs: Iterable[Run]) -> tuple[Span, ...]:
    """The text spans of runs."""
    return tuple(parsed.span(run.begin, run.end) for run in runs)
