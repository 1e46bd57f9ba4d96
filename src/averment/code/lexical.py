"""The lexical coder: events from the patterns of the lexicon and from statements directed at a party."""

from collections.abc import Iterable, Mapping

from averment.attribute.attribution import Attribution
from averment.code.confidence import confidence
from averment.code.draft import EventDraft
from averment.code.filling import Match
from averment.code.frames import Frames, is_verb
from averment.code.match import Matcher
from averment.code.patterns import word_classes
from averment.code.quantities import counted
from averment.code.repeats import linked
from averment.code.sides import Sides
from averment.code.speech import Speech
from averment.code.spoken import Spoken
from averment.code.status import is_future, status
from averment.code.targets import struck
from averment.code.topics import CYBER, Topics
from averment.code.voice import Voices
from averment.code.when import Dates
from averment.ontology import PLOVER
from averment.parse.tree import Parsed, Token
from averment.records import Act, MentionKind, Stance, Status
from averment.resolve.resolution import Resolution

UNNAMED_ACTOR = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types kept without an actor where the recipient is named: an incident ledger needs "the attack on Albania"."""

FUTURE_TYPES = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
"""What PLOVER makes of a future event of these types."""

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"})
"""Types in which two sides that the words do not tell apart are both actors."""

REFUSED = frozenset(FUTURE_TYPES) | {"CONCEDE", "AGREE"}
"""Cooperative types that one who "will not" do them refuses."""

_WITHIN_REQUEST = frozenset({"xcomp", "ccomp", "pcomp", "conj", "advcl"})
_DEEPEST = 4  # verbs between a request and what it asks for

GOVERNING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})
"""Types whose infinitive or object is their content and no event of its own: "called for talks"."""


class LexicalCoder:
    """Codes events by rules; every number and word that it goes by stands in the data files of this package."""

    def code(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> list[EventDraft]:
        """Return the events in text order of their triggers."""
        return Coding(parsed, resolution, attributions).drafts()


def governor(trigger: Token, governors: Mapping[int, str]) -> int | None:
    """The trigger of the request, threat or promise that an event is the content of: "demanded that they stop jailing".

    ``governors`` are types of ``GOVERNING`` by the index of their trigger.
    """
    token = trigger
    for _ in range(_DEEPEST):
        if token.head is token or token.dep not in _WITHIN_REQUEST:
            return None
        clause, token = token, token.head
        kind = governors.get(token.i)
        if kind is not None and (clause.dep == "xcomp" or (kind == "REQUEST" and clause.dep == "ccomp")):
            return token.i
    return None


def stands_beside(kind: str, governing: str) -> bool:
    """Whether an event is one of its own although its words fill another event's pattern.

    "Rejected the accusations of X" is a rejection and tells of an accusation; "called for talks" is a request alone.
    """
    if kind == "ACCUSE" and governing == "REJECT":
        return True
    return governing not in GOVERNING and governing != kind


class Coding:
    """The coding of one article by rules."""

    def __init__(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> None:
        self.parsed = parsed
        self.resolution = resolution
        self.attributions = attributions
        self.by_cue = {a.cue_head.i: number for number, a in enumerate(attributions)}
        self.frames = Frames()
        self.sides = Sides(resolution, self.frames)
        self.voices = Voices(parsed, attributions)
        self.dates = Dates(resolution)
        self.speech = Speech(parsed, attributions, self.sides, self.frames)
        self.matcher = Matcher(self.frames, self.sides)
        self.topics = Topics(parsed)

    def drafts(self) -> list[EventDraft]:
        """The events in text order, those kept that have the sides that they need."""
        return self.finished([d for d in self.offers() if self.is_kept(d)])

    def finished(self, drafts: list[EventDraft]) -> list[EventDraft]:
        """The events, in text order, with what they take up, count and struck."""
        return struck(counted(linked(drafts, self.sides), self.parsed, self.frames), self.sides, self.frames)

    def offers(self) -> list[EventDraft]:
        """All events that the rules find, in text order, whether or not they have sides."""
        found = [m for m in map(self.matcher.at, self.parsed.tokens) if m]
        drafts = [d for m in self._own(found) if (d := self._draft(m))]
        drafts += Spoken(self.parsed, self.attributions, self.sides, self.speech).events(
            drafts, self.voices, self.topics
        )
        return sorted(drafts, key=lambda d: d.trigger[0].i)

    def _own(self, matches: list[Match]) -> Iterable[Match]:
        """Matches that are no part of another one's content."""
        used = {i: m for m in matches if m.actors for i in m.used}
        asking = {m.trigger[0].i: m for m in matches if m.pattern.type in GOVERNING and m.actors}
        kinds = {i: m.pattern.type for i, m in asking.items()}
        for match in matches:
            above = used.get(match.trigger[0].i) or asking.get(governor(match.trigger[0], kinds) or -1)
            if above is None or above is match or stands_beside(match.pattern.type, above.pattern.type):
                yield match

    def _draft(self, match: Match) -> EventDraft | None:
        trigger = match.trigger[0]
        if self._act_at(trigger) is Act.DECLINE:
            return None  # "declined to comment" is a statement and refuses nobody anything
        kind, mode = self._typed(match)
        number = self.voices.of(trigger)
        judged = self._judged(match)
        mark = self.status(trigger)
        if judged and mark is Status.HYPOTHETICAL:
            mark = Status.FACTUAL  # "considers severing ties an unwise step": they were severed
        actors = judged or match.actors or self._accused(match, number)
        shared = kind in RECIPROCAL and not actors and len(match.recipients) > 1
        actors = match.recipients if shared else actors  # "talks between X and Y": both act
        names = {self.sides.entity(a).id for a in actors}
        recipients = [r for r in match.recipients if self.sides.entity(r).id not in names]
        return self.draft(
            kind, mode, match.trigger, tuple(actors), tuple(recipients), mark, self.voices.stance(trigger, number),
            f"{match.construction}: {match.pattern.text}", confidence(match.construction),
        )  # fmt: skip

    def status(self, trigger: Token) -> Status:
        """The status by the tree and by the date of the event at ``trigger``."""
        mark = status(trigger)
        if mark is Status.FACTUAL and self.dates.is_background(self.dates.of(trigger)):
            return Status.HISTORICAL
        return mark

    def draft(
        self,
        kind: str,
        mode: str | None,
        words: tuple[Token, ...],
        actors: tuple[Token, ...],
        recipients: tuple[Token, ...],
        mark: Status,
        stance: Stance,
        rule: str,
        sureness: float,
    ) -> EventDraft:
        """An event with its voice, contexts and effects, and the type that the codebook gives its status."""
        trigger = words[0]
        if mark is Status.FUTURE and kind in FUTURE_TYPES:
            kind, mode, mark = FUTURE_TYPES[kind], None, Status.FACTUAL
        if mark is Status.NEGATED and kind in REFUSED and is_future(trigger):
            kind, mode, mark = "REJECT", None, Status.FACTUAL
        contexts = self.topics.contexts(trigger)
        if mode in {"cyber", "misinformation"} and mode not in contexts:
            contexts = tuple(c for c in PLOVER.contexts if c in contexts or c == mode)
        effects = self.topics.effects(trigger, self.frames) if mode == CYBER else ()
        number = self.voices.of(trigger)
        return EventDraft(
            kind, mode, contexts, words, actors, recipients, mark, stance, number, effects, rule, sureness
        )

    def _typed(self, match: Match) -> tuple[str, str | None]:
        """Type and mode; a bare "attack" among computers is a cyber attack."""
        pattern, trigger = match.pattern, match.trigger[0]
        either = pattern.type == "ASSAULT" and pattern.mode is None and trigger.lemma in word_classes()["either"]
        if either and self.topics.is_cyber(trigger):
            return "COERCE", CYBER
        return pattern.type, pattern.mode

    def _judged(self, match: Match) -> list[Token]:
        """Who did what a speaker condemns: never the speaker ("considers severing ties an unwise step")."""
        trigger = match.trigger[0]
        if trigger.tag != "VBG" or trigger.dep not in {"xcomp", "dobj", "pcomp"}:
            return []
        above = trigger.head if is_verb(trigger.head) else trigger.head.head
        if self._act_at(above) in {Act.ACCUSE, Act.CONDEMN}:
            return self.speech.sides_of(self.by_cue[above.i]).targets
        return []

    def _act_at(self, token: Token) -> Act | None:
        """The act of the statement whose cue the token is."""
        number = self.by_cue.get(token.i)
        return self.attributions[number].act if number is not None else None

    def _accused(self, match: Match, number: int | None) -> list[Token]:
        """Whom an accusation's gerund without a subject is about: "launching a campaign against us is their policy"."""
        trigger = match.trigger[0]
        if number is None or trigger.tag != "VBG" or trigger.dep not in {"pcomp", "csubj", "conj", "xcomp"}:
            return []
        sides = self.speech.sides_of(number)
        targets = {self.sides.entity(t).id for t in match.recipients}
        return [t for t in sides.targets if self.sides.entity(t).id not in targets]

    def is_kept(self, draft: EventDraft) -> bool:
        """Whether the sides that PLOVER asks for are there."""
        if not draft.actors:
            return draft.type in UNNAMED_ACTOR and any(self._is_named(r) for r in draft.recipients)
        if not any(map(self.sides.is_party, draft.actors)):
            return False  # "the storm threatens the coast"
        if draft.recipients:
            return True
        if draft.rule.startswith("statement"):
            return False
        return not PLOVER.types[draft.type].recipient

    def _is_named(self, token: Token) -> bool:
        mention = self.resolution.heads.get(token.i)
        if mention is None:
            return False
        return mention.kind is MentionKind.NAME or self.resolution.entities[mention.entity].country is not None
