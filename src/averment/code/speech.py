"""Events that consist in saying something to or about a party: accusations, denials, demands, promises, threats."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from averment.attribute.attribution import Attribution
from averment.code.frames import Frames, is_verb, members
from averment.code.sides import Sides
from averment.parse.tree import Parsed, Token
from averment.records import EntityKind, Span


@dataclass(frozen=True, slots=True)
class Targeted:
    """A statement's sides: who speaks and whom the act is directed at."""

    speakers: list[Token]
    targets: list[Token]


class Speech:
    """Finds the sides of one article's statements."""

    def __init__(self, parsed: Parsed, attributions: list[Attribution], sides: Sides, frames: Frames) -> None:
        self.attributions = attributions
        self.sides = sides
        self.frames = frames
        self._kept: dict[int, Targeted] = {}
        self._mentioned = [parsed.tokens[i] for i in sorted(sides.resolution.heads)]
        self._begins = [token.begin for token in self._mentioned]

    def sides_of(self, number: int) -> Targeted:
        """Speakers and targets of statement ``number``; empty where they cannot be told."""
        if number not in self._kept:
            attribution = self.attributions[number]
            head = attribution.source_head
            speakers = self.sides.parties(members([head])) if head is not None else []
            targets = self._targets(attribution, speakers) if speakers else []
            self._kept[number] = Targeted(speakers, targets or self._same_breath(number))
        return self._kept[number]

    def _same_breath(self, number: int) -> list[Token]:
        """Targets of the speaker's statement before, in the same sentence: "rejected X's claim and called it rash"."""
        head = self.attributions[number].source_head
        for earlier in range(number - 1, -1, -1):
            other = self.attributions[earlier].source_head
            if head is not None and other is not None and other.sentence == head.sentence:
                return self.sides_of(earlier).targets if other is head else []
        return []

    def _targets(self, attribution: Attribution, speakers: list[Token]) -> list[Token]:
        own = frozenset().union(*(self.sides.countries(s) for s in speakers))
        names = {self.sides.entity(s).id for s in speakers}

        def other(party: Token) -> bool:
            entity = self.sides.entity(party)
            return (
                entity.id not in names
                and entity.kind is not EntityKind.SYSTEM
                and not self.sides.countries(party) & own
            )

        if attribution.addressee is not None and (found := self._foreign([attribution.addressee], other)):
            return found
        for phrases in self._candidates(attribution):
            if found := self._foreign(phrases, other):
                return found
        named = (t.conjuncts() for span in attribution.content for t in self._heads(span))
        return next((found for phrases in named if (found := self._foreign(phrases, other))), [])

    def _foreign(self, phrases: list[Token], other: Callable[[Token], bool]) -> list[Token]:
        return [party for party in self.sides.parties(phrases) if other(party)]

    def _candidates(self, attribution: Attribution) -> list[list[Token]]:
        """Phrases that a judgement is most often about, best first: the content's subject, its agent, its object."""
        head = attribution.content_head
        if head is None:
            return []
        if not is_verb(head):
            return [[head], members(head.each("poss"))]
        frame = self.frames.of(head)
        inner = [v for v in head.each("xcomp", "ccomp") if is_verb(v)]
        return [frame.subjects, frame.objects, *(self.frames.of(v).objects for v in inner)]

    def _heads(self, span: Span) -> list[Token]:
        """Heads of the parties that stand in ``span``, in text order."""
        first, last = bisect_left(self._begins, span.begin), bisect_left(self._begins, span.end)
        return self._mentioned[first:last]
