"""Features: what is known of a proposed attribution, as numbers for the judge."""

from bisect import bisect_left
from collections.abc import Sequence
from math import log1p

from averment.attribute.confidence import confidence
from averment.attribute.fragments import Run
from averment.attribute.linking import cost
from averment.attribute.proposals import Fragments, Offer
from averment.attribute.quotations import Quotations
from averment.attribute.spine import negated
from averment.attribute.tagged import Role, Tagged, overlap, size
from averment.parse.tree import Token

CUE = (
    "cue mean", "cue most", "cue begins", "cue ends", "cue length", "cue sure", "cue verb", "cue noun", "cue passive",
    "cue negated", "cue infinitive", "cue participle", "cue in content", "cue quoted", "rule found", "rule confidence",
    "cues in sentence", "clause below", "cue root", "cue in rule", "cue raises", "cue past participle", "cue owned",
    "cue adjective", "linked source most", "linked source total", "linked content most", "linked content total",
)  # fmt: skip
SOURCE = (
    "source there", "source mean", "source least", "source begins", "source ends", "source length", "source price",
    "source after", "source is syntax", "source is rule", "syntax names", "rule names", "source pronoun",
    "source rank", "source in sentence", "rival mean", "source entity", "source relative", "source sentence most",
    "source it", "source undergoes", "source agent", "source linked mean", "source linked share",
)  # fmt: skip
CONTENT = (
    "content mean", "content least", "content begins", "content ends", "content length", "fragments", "content price",
    "content bounds", "content after", "opens with mark", "share quoted", "cuts quotation", "content is rule",
    "content is tagged", "ends sentence", "opens sentence", "second mean", "ends with mark", "content verb",
    "farthest price", "before mean", "after mean", "cues inside", "content linked mean", "content linked least",
    "content linked share", "content linked else", "before linked", "after linked",
)  # fmt: skip
JOINT = ("source in content", "span", "between")
CHANCES = frozenset(
    {"cue mean", "cue most", "cue begins", "cue ends", "source mean", "source least", "source begins", "source ends",
     "rival mean", "source sentence most", "content mean", "content least", "content begins", "content ends",
     "second mean", "before mean", "after mean", "linked source most", "linked content most", "source linked mean",
     "source linked share", "content linked mean", "content linked least", "content linked share", "before linked",
     "after linked"}
)  # fmt: skip
"""Probabilities, of which the judge gets the log odds too."""
CONTENT_PAIRS = (
    ("opens with mark", "content price"), ("opens with mark", "content mean"), ("rule found", "content is rule"),
    ("cue sure", "cue mean"), ("content mean", "cue mean"), ("cue passive", "fragments"),
    ("cue passive", "content after"),
)  # fmt: skip
SOURCE_PAIRS = (
    ("source there", "cue passive"), ("source there", "syntax names"), ("source there", "rule names"),
    ("source there", "rule found"), ("source there", "source sentence most"), ("source there", "cue noun"),
    ("source there", "cue infinitive"), ("source after", "cue noun"), ("source after", "content after"),
    ("source after", "cue verb"), ("source is syntax", "source is rule"), ("source there", "fragments"),
    ("source there", "content after"), ("source there", "cue begins"), ("source there", "cue root"),
    ("source there", "cue participle"), ("source there", "cue raises"), ("source there", "cue past participle"),
    ("source there", "cue owned"), ("source there", "cue adjective"), ("source after", "cue past participle"),
    ("source there", "opens with mark"), ("source there", "share quoted"), ("source there", "linked source most"),
    ("source there", "linked source total"),
)  # fmt: skip
"""Features whose product is a feature too."""
PRICES = ("content price", "farthest price", "source price", "span")
"""Distances, of which the judge gets the logarithm too."""


_RAISING = frozenset({"seem", "appear", "look", "sound"})  # what their subject does, nobody says


class Features:
    """Computes the features of proposals in one article."""

    def __init__(self, tagged: Tagged, found: Fragments, quotations: Quotations) -> None:
        self._tagged = tagged
        self._parsed = tagged.parsed
        self._found = found
        self._quotations = quotations
        self._cues = found.few[Role.CUE]

    def cue(self, offer: Offer) -> list[float]:
        """What speaks for the cue."""
        t, run, head = self._tagged, offer.cue, offer.head
        sentence = self._parsed.sentence_of(head)
        finding, linked = offer.finding, t.linked(run)
        return [
            t.mean(Role.CUE, run), t.most(Role.CUE, run), t.begins(Role.CUE, run.begin), t.ends(Role.CUE, run.end),
            run.end - run.begin, offer.sure, head.pos == "VERB", head.pos in ("NOUN", "PROPN"),
            head.child("auxpass", "nsubjpass") is not None, negated(head),
            any(c.dep == "aux" and c.lower == "to" for c in head.children), head.tag == "VBG",
            t.mean(Role.CONTENT, run), self._quotations.at(head.i) is not None, finding is not None,
            confidence(finding.rule) if finding else 0.0,
            _between(self._cues, sentence.begin, sentence.end), head.child("ccomp") is not None, head.dep == "ROOT",
            offer.nested, head.lemma in _RAISING, _past_participle(head), _owned(head),
            any(token.pos == "ADJ" for token in self._parsed.tokens[run.begin : run.end]),
            linked.most(Role.SOURCE), log1p(linked.total(Role.SOURCE)), linked.most(Role.CONTENT),
            log1p(linked.total(Role.CONTENT)),
        ]  # fmt: skip

    def source(self, offer: Offer, run: Run | None, rank: int) -> list[float]:
        """What speaks for a source of the cue, or for none."""
        t, head = self._tagged, offer.head
        sentence = self._parsed.sentence_of(head)
        rule = offer.finding.source if offer.finding else None
        most = t.most(Role.SOURCE, Run(sentence.begin, sentence.end))
        names = [offer.syntax is not None, rule is not None]
        rival = max((t.mean(Role.SOURCE, s) for s in offer.sources if s is not None and s != run), default=0.0)
        if run is None:
            return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, *names, 0, 0, 0, rival, 0, 0, most, 0, 0, 0, 0, 0]
        last = self._parsed.tokens[run.end - 1]
        first = self._parsed.tokens[run.begin]
        linked = t.linked(offer.cue)
        belongs = linked.sum(Role.SOURCE, [run])
        return [
            1, t.mean(Role.SOURCE, run), t.least(Role.SOURCE, run), t.begins(Role.SOURCE, run.begin),
            t.ends(Role.SOURCE, run.end), log1p(run.end - run.begin), cost(self._parsed, run, offer.cue, self._cues),
            run.begin > offer.cue.begin, bool(offer.syntax and overlap([run], [offer.syntax])),
            bool(rule and overlap([run], [Run(rule.begin, rule.end)])), *names,
            run.end - run.begin == 1 and first.pos == "PRON", rank, first.sentence == head.sentence, rival,
            any(token.ent for token in self._parsed.tokens[run.begin : run.end]), last.tag in ("WP", "WDT"), most,
            first.lower == "it", self._depends(run, head, "nsubjpass"), self._depends(run, head, "agent"),
            belongs / (run.end - run.begin), belongs / (run.end - run.begin + linked.total(Role.SOURCE) - belongs),
        ]  # fmt: skip

    def content(self, offer: Offer, runs: Sequence[Run]) -> list[float]:
        """What speaks for a content of the cue."""
        t, parsed = self._tagged, self._parsed
        n = size(runs)
        prices = sorted(cost(parsed, run, offer.cue, self._cues) for run in runs)
        main = max(runs, key=lambda run: run.end - run.begin)
        rest = [run for run in runs if run is not main]
        quoted = self._quotations.within(runs[0].begin, runs[-1].end)
        inside = overlap(runs, [Run(q.begin, q.end) for q in quoted])
        cuts = sum(1 for q in quoted for run in runs if overlap([run], [Run(q.begin, q.end)])
                   and not (run.begin <= q.begin and q.end <= run.end))  # fmt: skip
        finding = offer.finding
        rule = _alike(runs, finding.content) if finding else 0.0
        known = [f for f in self._found.few[Role.CONTENT][self._place(runs[0]) :][:6] if overlap([f], runs)]
        first = parsed.sentence_of(parsed.tokens[main.begin])
        last = parsed.sentence_of(parsed.tokens[main.end - 1])
        before = t.mean(Role.CONTENT, Run(main.begin - 1, main.begin)) if main.begin > first.begin else 0.0
        after = t.mean(Role.CONTENT, Run(main.end, main.end + 1)) if main.end < last.end else 0.0
        tokens = parsed.tokens[main.begin : main.end]
        linked = t.linked(offer.cue)
        belongs = linked.sum(Role.CONTENT, runs)
        total = linked.total(Role.CONTENT)
        return [
            sum(t.mean(Role.CONTENT, run) * (run.end - run.begin) for run in runs) / n,
            min(t.least(Role.CONTENT, run) for run in runs),
            min(t.begins(Role.CONTENT, run.begin) for run in runs), min(t.ends(Role.CONTENT, run.end) for run in runs),
            log1p(n), len(runs), prices[0],
            abs(parsed.tokens[main.begin].sentence - parsed.tokens[offer.cue.begin].sentence),
            main.begin > offer.cue.begin, tokens[0].text == '"', inside / n, cuts, rule, _alike(runs, known),
            main.end >= last.end - 1, main.begin == first.begin,
            max((t.mean(Role.CONTENT, run) for run in rest), default=1.0), tokens[-1].pos == "PUNCT",
            any(token.pos in ("VERB", "AUX") for token in tokens[:40]), prices[-1], before, after,
            sum(_between(self._cues, run.begin, run.end) for run in runs), belongs / n,
            linked.least(Role.CONTENT, runs), belongs / (n + total - belongs), log1p(total - belongs),
            linked.at(Role.CONTENT, main.begin - 1), linked.at(Role.CONTENT, main.end),
        ]  # fmt: skip

    def joint(self, offer: Offer, source: Run | None, content: Sequence[Run]) -> list[float]:
        """What only source and content together show."""
        if source is None:
            return [0, 0, 0]
        main = content[0]
        low, high = min(source.begin, offer.cue.begin), max(source.end, offer.cue.end)
        gap_begin, gap_end = min(source.end, offer.cue.end), max(source.begin, offer.cue.begin)
        return [
            overlap([source], content),
            max(high, main.end) - min(low, main.begin) - size(content),
            gap_begin <= main.begin and main.end <= gap_end,
        ]

    def _depends(self, run: Run, head: Token, dep: str) -> bool:
        """Whether a token of the run hangs on the cue by a label, or by a preposition with that label."""
        tokens = self._parsed.tokens[run.begin : run.end]
        return any((t.dep == dep and t.head is head) or (t.head.dep == dep and t.head.head is head) for t in tokens)

    def _place(self, run: Run) -> int:
        """The number of the first tagged content that may touch a run."""
        known = self._found.few[Role.CONTENT]
        return max(0, bisect_left(known, (run.begin, 0)) - 1)


def _past_participle(head: Token) -> bool:
    """Whether a cue is a past participle without "have": most often a passive."""
    return head.tag == "VBN" and not any(c.dep == "aux" and c.lemma == "have" for c in head.children)


def _owned(head: Token) -> bool:
    """Whether somebody stands beside a cue as its owner or agent ("her claim", "said by aides")."""
    return any(c.dep in ("poss", "agent") or (c.dep == "prep" and c.lower in ("by", "from")) for c in head.children)


def _between(runs: Sequence[Run], begin: int, end: int) -> int:
    """How many runs begin at or after ``begin`` and before ``end``."""
    return bisect_left(runs, (end, 0)) - bisect_left(runs, (begin, 0))


def _alike(some: Sequence[Run], others: Sequence[Run]) -> float:
    both = overlap(some, others)
    return both / (size(some) + size(others) - both) if both else 0.0
