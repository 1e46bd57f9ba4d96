"""How far a noun phrase reaches around its head, as an analyst would quote it."""

from averment.parse.tree import Parsed, Token
from averment.records import Span

LEFT = {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "npadvmod", "advmod"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
LINKS = {"to", "in", "for", "at", "on"}  # kept where the head is a name or a role: "Mission to the United Nations"
DEEPEST = 30  # phrases within phrases that are followed
LONGEST = 80  # characters; an apposition or a link that makes a phrase longer is left out


def phrase(parsed: Parsed, head: Token, linked: bool = False) -> Span:
    """The span of the phrase on ``head``, without relative and participial clauses and coordinated members.

    ``linked`` keeps prepositional phrases such as "to the United Nations" too.
    """
    begin = first(head).begin
    end = head.end
    for child in head.children:
        if child.i <= head.i or child.dep == "case":
            continue
        reach = _reach(child, linked)
        if reach is None or (child.dep == "appos" and reach - begin > LONGEST):
            break
        end = max(end, reach)
    return Span(begin, _bracket(parsed, head, end))


def first(head: Token) -> Token:
    """The first token of the phrase on ``head``."""
    start = head
    for child in reversed(head.children):
        if child.i > head.i:
            continue
        if child.dep in LEFT:
            start = min(start, _first_of(child), key=_index)
        elif child.dep != "punct":
            break
    return start


def _index(token: Token) -> int:
    return token.i


def _first_of(modifier: Token) -> Token:
    """The leftmost token of a modifier."""
    start = modifier
    while start.children and start.children[0].i < start.i and start.children[0].dep != "punct":
        start = start.children[0]
    return start


def _reach(child: Token, linked: bool, depth: int = 0) -> int | None:
    """Where a right child of the head ends; None where the phrase ends before it."""
    if child.dep == "prep" and (child.lower == "of" or (linked and child.lower in LINKS)):
        inner = child.child("pobj")
        return _last(inner, depth + 1) if inner is not None and inner.i > child.i and inner.ent != "DATE" else None
    if child.dep == "appos" and child.pos in NOMINAL:
        return _last(child, depth + 1)
    if child.dep in ("nummod", "nmod"):
        return child.end
    return 0 if child.dep == "punct" else None


def _last(head: Token, depth: int) -> int:
    """Where the inner phrase on ``head`` ends, its coordinated members included, down to a bounded depth."""
    end = head.end
    if depth > DEEPEST:
        return end
    for child in head.children:
        if child.i < head.i or child.dep in ("case", "punct", "cc"):
            continue
        inner = child.dep == "conj" and child.pos in NOMINAL
        reach = _last(child, depth + 1) if inner else _reach(child, False, depth)
        if reach is None:
            break
        end = max(end, reach)
    return end


def _bracket(parsed: Parsed, head: Token, end: int) -> int:
    """``end``, moved over a closing bracket or an acronym in brackets that follows: "... Control (OFAC)"."""
    text = parsed.text
    inside = text[head.begin : end]
    if inside.count("(") > inside.count(")") and text[end : end + 1] == ")":
        return end + 1
    return end
