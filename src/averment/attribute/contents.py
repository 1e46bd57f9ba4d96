"""Content finding: what is said, for a verbal cue, by the frames that its lexicon entry allows."""

from collections.abc import Callable
from dataclasses import dataclass

from averment.attribute.clauses import enclosing, reporting_clause, without_afterthought
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run, without
from averment.attribute.quotations import SCARE_WORDS, Quotation, Quotations
from averment.parse.tree import Parsed, Token

_COMPLETING = frozenset(
    {"of", "for", "as", "over", "to", "against", "about", "on", "with", "from", "toward", "towards"}
)
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_SPEECH_ENDS = frozenset({",", "?", "!", "-", "–", "—", "--", "...", "…", "?!"})
FARTHEST_SUBJECT = 30  # tokens between a quotation and the verb that reports it: a long name and title
FARTHEST_QUOTATION = 12  # tokens between a verb and the quotation that it opens
FARTHEST_THAT = 10  # tokens between a verb and its "that"


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue reports: its runs of tokens, the token they hang on, the frame realised and the rule's name."""

    runs: tuple[Run, ...]
    head: Token | None
    frame: str
    rule: str
    addressee: Token | None = None


Finder = Callable[[Parsed, Cue, Quotations], Content | None]


def find_content(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """The content of a verbal cue by the first finder that applies; None where the cue reports nothing here."""
    for finder in FINDERS:
        content = finder(parsed, cue, quotations)
        if content is not None:
            return content
    return None


def complement(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A finite clause that depends on the cue: after it ("said that ..."), or before it ("..., he said")."""
    if "clause" not in cue.entry and "quote" not in cue.entry:
        return None
    clauses = [c for c in cue.head.children if c.dep == "ccomp"]
    if not clauses:
        return None
    after = [c for c in clauses if c.i > cue.head.i]
    clause = after[0] if after else clauses[-1]
    run = Run(clause.left, clause.right + 1)
    quoted = quotations.within(run.begin, run.end)
    if "clause" not in cue.entry and not any(q.words > SCARE_WORDS for q in quoted):
        return None
    if clause.i < cue.head.i:
        return _before(parsed, cue, clause, quotations)
    if run.begin <= cue.head.i:
        run = Run(cue.head.i + 1, run.end)
    run = _with_second(cue, without_afterthought(parsed, clause, run))
    return Content((run,), clause, "clause", "complement", _listener(cue))


def _with_second(cue: Cue, run: Run) -> Run:
    """A clause with a second "that" clause joined to it, though the parser joined it to the cue."""
    for child in cue.head.children:
        mark = child.child("mark")
        if child.dep == "conj" and mark is not None and mark.lower == "that" and child.left >= run.end:
            return Run(run.begin, child.right + 1)
    return run


def _listener(cue: Cue) -> Token | None:
    """Who is spoken to: the object of a cue that takes a party, or whom a "to" names."""
    listener = cue.head.child("dobj", "dative")
    if listener is None and (to := next((c for c in cue.head.each("prep") if c.lower == "to"), None)):
        listener = to.child("pobj")
    if listener is not None and listener.dep == "dative" and listener.pos == "ADP":
        listener = listener.child("pobj")
    return listener


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
    return Content(tuple(runs), clause, "clause", "inverted", _listener(cue))


def quotation_before(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A quotation that ends right before the reporting clause, whatever tree the parser made of it."""
    if "clause" not in cue.entry and "quote" not in cue.entry:
        return None
    quotation = _last_before(parsed, cue, quotations)
    if quotation is None or not _speech(parsed, cue, quotation):
        return None
    begin = quotation.begin
    clause = next((c for c in cue.head.children if c.dep == "ccomp" and c.i < cue.head.i), None)
    if clause is not None and clause.i < quotation.end:
        begin = min(begin, clause.left)
    head = clause or _top(parsed, quotation.begin, quotation.end)
    return Content((Run(begin, quotation.end),), head, "quote", "inverted", _listener(cue))


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
        if token.pos in ("VERB", "CCONJ") or token.text in (":", ";", ".") or token.tag in _WH:
            return None
    return None


def quotation_after(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A quotation right after the reporting clause, where the tree shows no clause."""
    if "clause" not in cue.entry and "quote" not in cue.entry:
        return None
    sentence = parsed.sentence_of(cue.head)
    own = quotations.at(cue.head.i)
    near = quotations.within(cue.head.i, sentence.end)
    after = next((q for q in near if q is not own and q.words > SCARE_WORDS and cue.head.i < q.begin), None)
    if after is None or not _plain_between(parsed, cue.head.i + 1, after.begin):
        return None
    head = _top(parsed, after.begin, after.end)
    return Content((Run(after.begin, after.end),), head, "quote", "quotation", _listener(cue))


def _plain_between(parsed: Parsed, begin: int, end: int) -> bool:
    """Whether only an adjunct stands between cue and quotation: few tokens, no other verb."""
    if end - begin > FARTHEST_QUOTATION:
        return False
    return all(token.pos != "VERB" for token in parsed.tokens[begin:end])


def _top(parsed: Parsed, begin: int, end: int) -> Token | None:
    """The token in a run that the others hang on: the first whose head stands outside."""
    for token in parsed.tokens[begin:end]:
        if token.pos != "PUNCT" and (token.head is token or not begin <= token.head.i < end):
            return token
    return None


def colon(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """What follows a colon after the cue, to the end of the sentence, or the quotation of the next one."""
    if "clause" not in cue.entry and "quote" not in cue.entry:
        return None
    sentence = parsed.sentence_of(cue.head)
    for i in range(cue.head.i + 1, min(sentence.end, cue.head.i + 16)):
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
    return Content((Run(begin, end),), _top(parsed, begin, end), "quote", "colon", _listener(cue))


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
    if sum(run.end - run.begin for run in runs) < 3:
        return None
    return Content(tuple(runs), head.head, "clause", "parenthetical", _listener(cue))


def verbal(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """An infinitive or gerund that the cue governs."""
    if "verbal" not in cue.entry:
        return None
    clause = cue.head.child("xcomp")
    if clause is None or clause.i < cue.head.i or clause.pos not in ("VERB", "AUX"):
        return None
    runs = [Run(clause.left, clause.right + 1)]
    if cue.passive and (subject := cue.head.child("nsubjpass")) is not None and subject.tag not in _WH:
        runs.insert(0, Run(subject.left, subject.right + 1))
    return Content(tuple(runs), clause, "verbal", "verbal", cue.head.child("dobj"))


def predicate(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """An object and what it is said to be ("called it a farce", "described them as allies")."""
    if "as" not in cue.entry:
        return None
    head = cue.head
    said = [c for c in head.children if c.i > head.i and _predicates(c)]
    thing = _thing(cue)
    if thing is not None and thing.dep == "dobj" and not said:
        if any(c.tag in _WH and c.i < head.i for c in head.children):
            said, thing = [thing], None
        elif (clause := thing.child("acl")) is not None and clause.lemma == "be":
            said, thing = [clause], thing
    if not said:
        return None
    runs = [Run(min(c.left for c in said), max(c.right for c in said) + 1)]
    if thing is not None:
        runs.append(Run(thing.left, thing.right + 1))
    return Content(tuple(runs), said[-1], "as", "predicate", None)


def _thing(cue: Cue) -> Token | None:
    """The object of a cue, or its subject when passive; a relative pronoun is none."""
    found = cue.head.each("nsubjpass") if cue.passive else cue.head.each("dobj")
    return next((token for token in found if token.tag not in _WH), None)


def _predicates(child: Token) -> bool:
    return child.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") or (child.dep == "prep" and child.lower == "as")


def nominal(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """A noun phrase that the cue governs, with the phrases that complete it ("slams X over Y", "called for Y")."""
    if "object" not in cue.entry and not ("party" in cue.entry and cue.head.child("xcomp")):
        return None
    head = cue.head
    last = cue.rest[-1] if cue.rest else None
    if last is not None and last.pos in ("ADP", "SCONJ", "PART", "ADV") and (inner := last.child("pobj", "pcomp")):
        thing: Token | None = inner
    else:
        thing = _thing(cue)
    if thing is None or thing.tag in _WH:
        return None
    runs = [Run(thing.left, thing.right + 1)]
    more = [c for c in head.children if c.i > thing.i and c.i > head.i and c is not last and _completes(c)]
    if more and thing.i > head.i:
        runs = [Run(thing.left, max(thing.right, *(c.right for c in more)) + 1)]
    elif more:
        runs.append(Run(min(c.left for c in more), max(c.right for c in more) + 1))
    runs[0] = without_afterthought(parsed, thing, runs[0])
    return Content(tuple(runs), thing, "object", "object", thing if "party" in cue.entry else None)


def _completes(child: Token) -> bool:
    if child.dep in ("xcomp", "oprd"):
        return True
    if child.dep != "prep" or child.lower not in _COMPLETING:
        return False
    governed = child.child("pobj", "pcomp")
    return governed is None or governed.ent not in ("DATE", "TIME")


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


FINDERS: tuple[Finder, ...] = (
    quotation_before, predicate, complement, quotation_after, colon, that_after, verbal, nominal, parenthetical,
)  # fmt: skip
