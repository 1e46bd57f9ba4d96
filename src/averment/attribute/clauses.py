"""Clauses: where a reporting clause begins and ends, and which clause stands around it."""

from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.parse.tree import Parsed, Token

_OWN = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "prt", "prep", "dobj", "dative", "npadvmod", "agent",
     "mark", "acomp", "oprd", "attr", "csubj"}
)  # fmt: skip

DEEPEST = 40  # steps down the right edge of a content in search of an afterthought


def reporting_clause(cue: Cue, content: Token | None) -> Run:
    """The tokens of the clause around a cue that are not its content: subject, auxiliaries, adjuncts beside it."""
    begin, end = cue.head.i, cue.head.i + 1
    own = sorted((c for c in cue.head.children if c.dep in _OWN and c is not content), key=lambda c: c.i)
    for child in reversed(own):
        if child.i < cue.head.i and (content is None or content.i > cue.head.i or child.i > content.right):
            begin = min(begin, child.left)
    for child in own:
        if (
            child.i > cue.head.i
            and child.left <= end + 1
            and (content is None or child.i < content.i or content.i < cue.head.i)
        ):
            end = max(end, child.right + 1)
    return Run(begin, end)


def enclosing(parsed: Parsed, head: Token) -> Run:
    """The clause that hangs on ``head``, or the whole sentence when that is the main verb."""
    sentence = parsed.sentence_of(head)
    verb = head
    for above in head.ancestors():
        if verb.pos in ("VERB", "AUX"):
            break
        verb = above
    if verb.dep in ("ROOT", "conj") or verb.pos not in ("VERB", "AUX"):
        return Run(sentence.begin, sentence.end)
    return Run(verb.left, verb.right + 1)


def without_afterthought(parsed: Parsed, head: Token, run: Run) -> Run:
    """A run without the relative clause, set off by a comma, that ends it: an addition, not what is said."""
    token = head
    for _ in range(DEEPEST):
        last = next((c for c in token.children if c.right == run.end - 1 and c.i > token.i), None)
        if last is None:
            return run
        if last.dep == "relcl" and last.left - 1 > run.begin and parsed.tokens[last.left - 1].text == ",":
            return Run(run.begin, last.left - 1)
        token = last
    return run
