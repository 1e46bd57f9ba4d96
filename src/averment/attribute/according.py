"""Attribution by a preposition: "according to the ministry", around or before what it reports."""

from dataclasses import replace

from averment.attribute.clauses import enclosing
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run, without
from averment.attribute.sources import Source, phrase
from averment.parse.tree import Parsed, Token
from averment.records import Act


def find_according(parsed: Parsed) -> list[Finding]:
    """Each "according to X": source X, content the clause that the phrase modifies without the phrase."""
    return [found for token in parsed.tokens if token.lower == "according" and (found := _finding(parsed, token))]


def _finding(parsed: Parsed, according: Token) -> Finding | None:
    to = according.child("prep")
    if to is None or to.lower != "to" or (named := to.child("pobj")) is None:
        return None
    head = according.head
    sentence = parsed.sentence_of(according)
    whole = Run(sentence.begin, sentence.end)
    closing = according.i > sentence.begin and parsed.tokens[according.i - 1].text == "," and _ends(parsed, according)
    around = whole if closing or head is according else enclosing(parsed, head)
    source = phrase(named)
    hole = Run(min(according.left, according.i), max(according.right, to.right) + 1)
    if according.i == sentence.begin and hole.end - hole.begin > (sentence.end - sentence.begin) // 2:
        hole = _opening_phrase(parsed, hole)
        source = Source(named, to.i + 1, hole.end) if named.i >= hole.end else source
        source = replace(source, end=min(source.end, hole.end))
    runs = without(around, hole)
    if not runs:
        return None
    return Finding(source, (Run(according.i, to.i + 1),), according, tuple(runs), _verb(head), Act.ASSERT, "according")


def _ends(parsed: Parsed, according: Token) -> bool:
    """Whether nothing but punctuation follows a phrase in its sentence: it speaks for the whole of it."""
    rest = parsed.tokens[according.right + 1 : parsed.sentence_of(according).end][:3]
    return all(token.pos == "PUNCT" for token in rest)


def _opening_phrase(parsed: Parsed, hole: Run) -> Run:
    """A phrase that opens its sentence ends at the first comma, if the parser took in what follows."""
    comma = next((t.i for t in parsed.tokens[hole.begin : hole.end] if t.text == ","), hole.end)
    return Run(hole.begin, comma)


def _verb(head: Token) -> Token:
    if head.pos in ("VERB", "AUX"):
        return head
    return next((above for above in head.ancestors() if above.pos in ("VERB", "AUX")), head)
