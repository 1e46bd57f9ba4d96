"""Attribution by a preposition: "according to the ministry", around or before what it reports."""

from averment.attribute.clauses import enclosing
from averment.attribute.finding import Finding
from averment.attribute.fragments import Run, without
from averment.attribute.sources import phrase
from averment.parse.tree import Parsed, Token
from averment.records import Act


def find_according(parsed: Parsed) -> list[Finding]:
    """Each "according to X": source X, content the clause that the phrase modifies without the phrase."""
    return [found for token in parsed.tokens if token.lower == "according" and (found := _finding(parsed, token))]


def _finding(parsed: Parsed, according: Token) -> Finding | None:
    to = according.child("prep")
    if to is None or to.lower != "to" or (named := to.child("pobj")) is None:
        return None
    hole = Run(min(according.left, according.i), max(according.right, to.right) + 1)
    head = according.head
    clause = enclosing(parsed, head) if head is not according else None
    sentence = parsed.sentence_of(according)
    around = clause or Run(sentence.begin, sentence.end)
    runs = without(around, hole)
    if not runs:
        return None
    return Finding(
        phrase(named), (Run(according.i, to.i + 1),), according, tuple(runs), _verb(head), Act.ASSERT, "according"
    )


def _verb(head: Token) -> Token:
    if head.pos in ("VERB", "AUX"):
        return head
    return next((above for above in head.ancestors() if above.pos in ("VERB", "AUX")), head)
