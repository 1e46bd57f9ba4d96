"""Clauses that are reported: after the cue, before it, around it."""

from averment.attribute.clauses import enclosing, reporting_clause, without_afterthought
from averment.attribute.content import Content, listener
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run, without
from averment.attribute.quotations import SCARE_WORDS, Quotations
from averment.parse.tree import Parsed, Token

SHORTEST = 3  # tokens of a content that only the order of words shows
FARTHEST_THAT = 10  # tokens between a verb and its "that"


def complement(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A finite clause that depends on the cue: after it ("said that ..."), or before it ("..., he said")."""
    if not cue.entry.speaks:
        return None
    clauses = [c for c in cue.head.children if c.dep == "ccomp"]
    if not clauses:
        return None
    after = [c for c in clauses if c.i > cue.head.i]
    clause = _whole(after) if after else clauses[-1]
    run = Run(after[0].left if after else clause.left, clause.right + 1)
    quoted = quotations.within(run.begin, run.end)
    if "clause" not in cue.entry and not any(q.words > SCARE_WORDS for q in quoted):
        return None
    if clause.i < cue.head.i:
        return _before(parsed, cue, clause, quotations)
    if run.begin <= cue.head.i:
        run = Run(cue.head.i + 1, run.end)
    run = _with_second(cue, _to_the_end(parsed, without_afterthought(parsed, clause, run)))
    return Content((run,), clause, "clause", "complement", listener(cue))


def _whole(clauses: list[Token]) -> Token:
    """The main verb of a clause that the parser split in two: the later half, if it has no subject of its own."""
    first, *more = clauses
    return next((c for c in more if c.left == first.right + 1 and c.child("nsubj", "nsubjpass") is None), first)


def _to_the_end(parsed: Parsed, run: Run) -> Run:
    """A clause that follows a colon, to the end of its sentence."""
    before = parsed.tokens[run.begin - 1]
    return Run(run.begin, parsed.sentence_of(before).end) if before.text == ":" else run


def _with_second(cue: Cue, run: Run) -> Run:
    """A clause with a second "that" clause joined to it, though the parser joined it to the cue."""
    for child in cue.head.children:
        mark = child.child("mark")
        if child.dep == "conj" and mark is not None and mark.lower == "that" and child.left >= run.end:
            return Run(run.begin, child.right + 1)
    return run


def _before(parsed: Parsed, cue: Cue, clause: Token, quotations: Quotations) -> Content | None:
    """The sentence up to a reporting clause that follows it, or around one that interrupts it."""
    sentence = parsed.sentence_of(cue.head)
    said = reporting_clause(cue, clause)
    if parsed.tokens[said.begin - 1].text in (":", ";", "(") and said.begin - 1 > clause.i:
        return None
    quotation = quotations.at(said.begin - 1) if said.begin > sentence.begin else None
    if quotation is not None and quotation.begin >= sentence.begin and quotation.words > SCARE_WORDS:
        begin = min(quotation.begin, clause.left)
    else:
        begin = sentence.begin
    begin = max(begin, sentence.begin) if cue.head.dep in ("ROOT", "conj", "ccomp", "parataxis") else clause.left
    runs = [Run(begin, said.begin)]
    if clause.right >= said.end:
        runs.append(Run(said.end, clause.right + 1))
    return Content(tuple(runs), clause, "clause", "inverted", listener(cue))


def that_after(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A "that" soon after the cue with a clause behind it, where the parser hung the clause elsewhere."""
    if "clause" not in cue.entry:
        return None
    end = parsed.sentence_of(cue.head).end
    for i in range(cue.head.i + 1, min(cue.head.i + FARTHEST_THAT, end - 3)):
        token = parsed.tokens[i]
        if token.lower == "that" and token.tag in ("IN", "WDT") and parsed.tokens[i + 1].pos not in ("VERB", "AUX"):
            head = token.head if token.head.i > i else None
            return Content((Run(i, max(head.right + 1, i + 3) if head else end),), head, "clause", "complement")
        if token.pos in ("VERB", "AUX") or token.text in (",", ";", '"'):
            return None
    return None


def parenthetical(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """The sentence around a reporting clause that is set off by commas ("the raid, he said, failed"; "as he said")."""
    if "clause" not in cue.entry:
        return None
    head = cue.head
    as_clause = head.dep == "advcl" and any(c.dep in ("mark", "advmod") and c.lower == "as" for c in head.children)
    if head.dep != "parataxis" and not as_clause:
        return None
    if head.child("dobj", "xcomp", "ccomp") is not None:
        return None
    said = reporting_clause(cue, None)
    around = enclosing(parsed, head.head)
    runs = without(around, said)
    if sum(run.end - run.begin for run in runs) < SHORTEST:
        return None
    return Content(tuple(runs), head.head, "clause", "parenthetical", listener(cue))


def trailing(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """The words before a reporting clause that ends a headline, verb or not ("Port under attack, minister says")."""
    if "clause" not in cue.entry:
        return None
    sentence, said = parsed.sentence_of(cue.head), reporting_clause(cue, None)
    subject = parsed.tokens[said.begin : cue.head.i]
    if said.begin - sentence.begin < SHORTEST or parsed.tokens[said.begin - 1].text != "," or not subject:
        return None
    if said.end != sentence.end:
        return None
    head = next((t for t in parsed.tokens[sentence.begin : said.begin] if t.head is t or t.head.i >= said.begin), None)
    return Content((Run(sentence.begin, said.begin),), head, "clause", "inverted")
