"""Words quoted before or after a cue, or set behind a colon, whatever tree the parser made of them."""

from averment.attribute.content import WH, Content, listener, top
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.attribute.quotations import SCARE_WORDS, Quotation, Quotations
from averment.parse.tree import Parsed

_SPEECH_ENDS = frozenset({",", "?", "!", "-", "–", "—", "--", "...", "…", "?!"})
FARTHEST_SUBJECT = 30  # tokens between a quotation and the verb that reports it: a long name and title
FARTHEST_QUOTATION = 12  # tokens between a verb and the quotation that it opens
FARTHEST_COLON = 16  # tokens between a verb and the colon that it opens


def quotation_before(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A quotation that ends right before the reporting clause, whatever tree the parser made of it."""
    if not cue.entry.speaks:
        return None
    quotation = _last_before(parsed, cue, quotations)
    if quotation is None or not _speech(parsed, cue, quotation):
        return None
    begin = quotation.begin
    clause = next((c for c in cue.head.children if c.dep == "ccomp" and c.i < cue.head.i), None)
    if clause is not None and clause.i < quotation.end:
        begin = min(begin, clause.left)
    head = clause or top(parsed, quotation.begin, quotation.end)
    return Content((Run(begin, quotation.end),), head, "quote", "inverted", listener(cue))


def _speech(parsed: Parsed, cue: Cue, quotation: Quotation) -> bool:
    """Whether a quotation before a cue is what it reports: whole, or ending as speech does before "he said"."""
    first, last = parsed.tokens[quotation.begin], parsed.tokens[quotation.end - 1 - quotation.closed]
    if last.text not in _SPEECH_ENDS or parsed.tokens[cue.head.i].sentence - last.sentence > 1:
        return False
    if parsed.sentence_of(last).paragraph != parsed.sentence_of(cue.head).paragraph:
        return False
    if parsed.sentence_of(first).begin == first.i:
        return True
    return quotation.words > SCARE_WORDS and not any(c.dep == "ccomp" and c.i > cue.head.i for c in cue.head.children)


def _last_before(parsed: Parsed, cue: Cue, quotations: Quotations) -> Quotation | None:
    """The quotation before the cue from which only the words of the reporting clause part it."""
    for i in range(cue.head.i - 1, max(cue.head.i - FARTHEST_SUBJECT, -1), -1):
        quotation = quotations.at(i)
        if quotation is not None:
            return quotation if quotation.end == i + 1 and not quotation.holds(cue.head) else None
        token = parsed.tokens[i]
        if token.pos in ("VERB", "CCONJ") or token.text in (":", ";", ".") or token.tag in WH:
            return None
    return None


def quotation_after(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A quotation right after the reporting clause, where the tree shows no clause."""
    if not cue.entry.speaks:
        return None
    sentence = parsed.sentence_of(cue.head)
    own = quotations.at(cue.head.i)
    near = quotations.within(cue.head.i, sentence.end)
    after = next((q for q in near if q is not own and q.words > SCARE_WORDS and cue.head.i < q.begin), None)
    if after is None or not _plain_between(parsed, cue.head.i + 1, after.begin):
        return None
    head = top(parsed, after.begin, after.end)
    return Content((Run(after.begin, after.end),), head, "quote", "quotation", listener(cue))


def _plain_between(parsed: Parsed, begin: int, end: int) -> bool:
    """Whether only an adjunct stands between cue and quotation: few tokens, no other verb."""
    if end - begin > FARTHEST_QUOTATION:
        return False
    return all(token.pos != "VERB" for token in parsed.tokens[begin:end])


def colon(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """What follows a colon after the cue, to the end of the sentence, or the quotation of the next one."""
    if not cue.entry.speaks:
        return None
    sentence = parsed.sentence_of(cue.head)
    for i in range(cue.head.i + 1, min(sentence.end, cue.head.i + FARTHEST_COLON)):
        token = parsed.tokens[i]
        if token.text == ":":
            return _after_colon(parsed, cue, i + 1, quotations)
        if token.pos in ("VERB", "AUX") and token.dep != "acl":
            return None
    return None


def _after_colon(parsed: Parsed, cue: Cue, begin: int, quotations: Quotations) -> Content | None:
    sentence = parsed.sentence_of(cue.head)
    end = sentence.end
    if begin >= end:
        following = quotations.at(begin)
        if following is None or following.begin != begin:
            return None
        end = following.end
    if end - begin < 2:
        return None
    return Content((Run(begin, end),), top(parsed, begin, end), "quote", "colon", listener(cue))
