"""One marked text beside its report: which mentions and entities answer to each other, and what is said of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from averment.evaluate.alignment import best_pairs
from averment.evaluate.coreference import Entities, alike
from averment.evaluate.entity_marks import MarkedDate, MarkedMention, MarkedText
from averment.evaluate.entity_spans import LEAST_IOU, iou, trimmed
from averment.evaluate.matching import best_first
from averment.records import DateRange, Report, Span, Statement

APPOSITION = re.compile(r"\s*,\s|\s\(")
JOINED = re.compile(r"\s*,?\s*(?:and|or|as well as|along with|together with)\s+|\s*[,&]\s*")
NAME = re.compile(r"\b(?!(?:The|An?|This|That|These|Those|Both|His|Her|Its|Our|Their|My)\b)[A-Z]")
PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|him|her|them|us|me|his|hers|its|our|ours|theirs?|my|mine"
                     r"|(?:him|her|it|my)self|(?:them|our)selves)\Z", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """A statement whose source is marked: ``right`` where its speaker answers to the marked party, ``alone`` where
    no other entity of the report does so better."""

    statement: Statement
    wanted: frozenset[str]
    right: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name that both sides have, with the countries that the two sides give it."""

    mention: MarkedMention
    kind: str
    wanted: frozenset[str | None]
    found: frozenset[str | None]

    @property
    def right(self) -> bool:
        """Whether the countries agree."""
        return self.found == self.wanted


@dataclass(frozen=True, slots=True)
class Dated:
    """A marked date; ``found`` tells the days that the report gives for its words, nothing where it has none."""

    date: MarkedDate
    found: str
    right: bool


class Compared:
    """A marked text and the report of it.

    Joint parties are entities of their own in coreference, the same if their members are the same; where speakers and
    countries are compared, they stand for their members.
    """

    def __init__(self, text: str, gold: MarkedText, report: Report) -> None:
        self.text = text
        self.gold = gold
        self.report = report
        self._entities = {entity.id: entity for entity in report.entities}
        self.marked = {trimmed(text, mention.span): mention for mention in reversed(gold.mentions)}
        self.found = self._found()

    def _found(self) -> dict[Span, str]:
        """The entity of each mention; a joint party goes before its members, whose mentions are the same words."""
        found: dict[Span, str] = {}
        for mention in self.report.mentions:
            span = trimmed(self.text, mention.span)
            earlier = self._entities.get(found.get(span, ""))
            if earlier is None or mention.entity not in earlier.members:
                found.setdefault(span, mention.entity)
        return {self._without_apposition(span, found): self._identity(entity) for span, entity in found.items()}

    def _without_apposition(self, span: Span, found: Mapping[Span, str]) -> Span:
        """A found mention that goes on with an apposition, which is marked apart, is the marked one before it."""
        comma = APPOSITION.search(span.of(self.text))
        if span in self.marked or comma is None:
            return span
        before = trimmed(self.text, Span(span.begin, span.begin + comma.start()))
        return before if before in self.marked and before not in found else span

    def _identity(self, entity: str) -> str:
        members = self._entities[entity].members
        return "+".join(sorted(members)) if members else entity

    def key(self) -> Entities:
        """The marked entities, as sets of spans."""
        return _grouped({span: mention.entity for span, mention in self.marked.items()})

    def response(self) -> Entities:
        """The entities of the report, as sets of spans."""
        return _grouped(self.found)

    @cached_property
    def pairs(self) -> list[tuple[Span, Span]]:
        """Marked and found mentions that answer to each other, one to one, those with the same words first."""
        marked, found = list(self.marked), list(self.found)
        candidates = (
            (iou(one, other), i, j)
            for i, one in enumerate(marked) for j, other in enumerate(found) if one.overlaps(other)
        )  # fmt: skip
        return [(marked[i], found[j]) for i, j in best_first(c for c in candidates if c[0] >= LEAST_IOU)]

    @cached_property
    def most(self) -> dict[str, str]:
        """For each entity of the report the marked one that most of its mentions are marked as."""
        votes: dict[str, Counter[str]] = {}
        for marked, found in sorted(self.pairs):
            votes.setdefault(self.found[found], Counter())[self.marked[marked].entity] += 1
        return {entity: counted.most_common(1)[0][0] for entity, counted in votes.items()}

    @cached_property
    def one_to_one(self) -> dict[str, str]:
        """The same where each marked entity is given once, by the alignment of CEAF-e."""
        numbers = {found: number for number, (_, found) in enumerate(self.pairs)}
        places = {marked: number for number, (marked, _) in enumerate(self.pairs)}
        key = _numbered({span: mention.entity for span, mention in self.marked.items()}, places)
        response = _numbered(self.found, numbers)
        worth = [[alike(one, other) for other in response.values()] for one in key.values()]
        return {list(response)[j]: list(key)[i] for i, j in best_pairs(worth)}

    def speakers(self) -> Iterator[Speaker]:
        """Yield the statements whose source overlaps a marked mention."""
        for statement in self.report.statements:
            wanted = self._marked_source(statement)
            if wanted:
                right = self._speaking(statement.speaker, self.most) == wanted
                alone = self._speaking(statement.speaker, self.one_to_one) == wanted
                yield Speaker(statement, wanted, right, alone)

    def _speaking(self, speaker: str | None, answers: dict[str, str]) -> frozenset[str]:
        """The marked parties that a speaker answers to; empty where there is one that answers to none."""
        if speaker is None:
            return frozenset()
        if self._identity(speaker) in answers:
            return self.gold.parties(answers[self._identity(speaker)])
        each = [answers.get(member) for member in self._entities[speaker].members]
        known = [self.gold.parties(key) for key in each if key is not None]
        return frozenset().union(*known) if len(known) == len(each) else frozenset()

    def _marked_source(self, statement: Statement) -> frozenset[str]:
        """The parties that are marked as the source: the mention that covers it best, and those joined to it."""
        touching = [m for m in self.gold.mentions if any(m.span.overlaps(span) for span in statement.source)]
        if not touching:
            return frozenset()
        best = max(touching, key=lambda m: max(iou(m.span, span) for span in statement.source))
        beside = [m for m in touching if not m.span.overlaps(best.span)]
        outer = [m for m in beside if not any(o is not m and o.span.covers(m.span) for o in beside)]
        row = sorted([*outer, best], key=lambda m: m.span)
        return frozenset().union(*(self.gold.parties(m.entity) for m in self._joined(row, best)))

    def _joined(self, row: list[MarkedMention], one: MarkedMention) -> list[MarkedMention]:
        """The mentions of a row in the text that a comma or an "and" joins to one of them."""
        begin = end = row.index(one)
        while begin and JOINED.fullmatch(self.text, row[begin - 1].span.end, row[begin].span.begin):
            begin -= 1
        while end + 1 < len(row) and JOINED.fullmatch(self.text, row[end].span.end, row[end + 1].span.begin):
            end += 1
        return row[begin : end + 1]

    def countries(self) -> Iterator[Named]:
        """Yield the mentions by name that both sides have."""
        for marked, found in self.pairs:
            mention = self.marked[marked]
            if NAME.search(marked.of(self.text)) and not PRONOUN.match(marked.of(self.text)):
                kind = self.gold.entities[mention.entity].kind
                yield Named(mention, kind, self.gold.countries(mention.entity), self._countries(self.found[found]))

    def _countries(self, identity: str) -> frozenset[str | None]:
        return frozenset(self._entities[entity].country for entity in identity.split("+"))

    def dates(self) -> Iterator[Dated]:
        """Yield the marked dates with what the report gives for their words."""
        events, statements = self.report.events, self.report.statements
        dates = (*self.report.dates, *(s.date for s in statements), *(e.date for e in events))
        given = [when for when in dates if when is not None]
        for date in filter(self._in_body, self.gold.dates):
            here = [when for when in given if when.span is not None and when.span.overlaps(date.span)]
            right = any(self._same_days(when, date) for when in here)
            yield Dated(date, _days(here[0]) if here else "", right)

    def _in_body(self, date: MarkedDate) -> bool:
        """Whether the date stands in what is read: one in a dateline or a byline is the report's own."""
        body = self.report.article.body
        return not body or any(span.overlaps(date.span) for span in body)

    def _same_days(self, when: DateRange, date: MarkedDate) -> bool:
        """Whether the days are the same; a month or year that is not over yet may end with the day of publication."""
        running = when.end == self.report.article.published and date.start <= when.end <= date.end
        return when.start == date.start and (when.end == date.end or running)


def misses(compared: Compared) -> Iterator[str]:
    """Yield a line for each mention missed or linked otherwise, and each wrong speaker, country and date."""
    text, found = compared.text, dict(compared.pairs)
    for span, mention in sorted(compared.marked.items()):
        if span not in found:
            yield f"no mention: {span.of(text)!r}, which is {mention.entity}"
        elif (said := compared.most[compared.found[found[span]]]) != mention.entity:
            yield f"wrong link: {span.of(text)!r} is {said}, not {mention.entity}"
    for speaker in compared.speakers():
        if not speaker.alone:
            source = " ... ".join(span.of(text) for span in speaker.statement.source)
            how = "split" if speaker.right else "wrong"
            yield f"{how} speaker: {source!r} is {speaker.statement.speaker}, not {' + '.join(sorted(speaker.wanted))}"
    for named in compared.countries():
        if not named.right:
            yield f"wrong country: {named.mention.span.of(text)!r} of {_codes(named.found)}, not {_codes(named.wanted)}"
    for dated in compared.dates():
        if not dated.right:
            wanted = _days(DateRange(dated.date.start, dated.date.end))
            yield f"wrong date: {dated.date.span.of(text)!r} is {dated.found or 'none'}, not {wanted}"


def _codes(countries: frozenset[str | None]) -> str:
    return "+".join(sorted(code or "none" for code in countries))


def _days(when: DateRange) -> str:
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


def _grouped(entity_of: dict[Span, str]) -> Entities:
    groups: dict[str, set[Span]] = {}
    for span, entity in entity_of.items():
        groups.setdefault(entity, set()).add(span)
    return [frozenset(group) for group in groups.values()]


def _numbered(entity_of: dict[Span, str], numbers: dict[Span, int]) -> dict[str, frozenset[object]]:
    """Each entity's mentions, those that answer to one of the other side under a number that both sides share."""
    groups: dict[str, set[object]] = {}
    for span, entity in entity_of.items():
        groups.setdefault(entity, set()).add(numbers.get(span, span))
    return {entity: frozenset(group) for entity, group in groups.items()}
