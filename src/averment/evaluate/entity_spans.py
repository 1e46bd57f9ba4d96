"""When two mentions have the same words, or nearly."""

import re

from averment.records import Span

LEAST_IOU = 0.5
"""Least share of their characters that two mentions have in common which answer to each other."""

BEFORE = re.compile(r"(?:(?:the|an?)\s|[\W_])*", re.IGNORECASE)
BEHIND = re.compile(r"(?:['’]s|[\W_])*\Z", re.IGNORECASE)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without articles and marks before its words, and without marks and a possessive 's behind them."""
    words = span.of(text)
    end = BEHIND.search(words)
    reach = end.start() if end else len(words)
    begin = BEFORE.match(words, 0, reach)
    lead = begin.end() if begin else 0
    return Span(span.begin + lead, span.begin + reach) if lead < reach else span


def iou(one: Span, other: Span) -> float:
    """The characters that two spans share, of those that either has."""
    shared = min(one.end, other.end) - max(one.begin, other.begin)
    return max(shared, 0) / (max(one.end, other.end) - min(one.begin, other.begin))
