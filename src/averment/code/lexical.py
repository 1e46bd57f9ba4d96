"""The lexical coder: events from the patterns of the lexicon and from statements directed at a party."""

from collections.abc import Iterable
from dataclasses import replace

from averment.attribute.attribution import Attribution
from averment.code.confidence import confidence
from averment.code.draft import EventDraft
from averment.code.frames import Frames, is_verb
from averment.code.match import Match, Matcher
from averment.code.patterns import lexicon, word_classes
from averment.code.sides import Sides
from averment.code.speech import SPEECH_TYPES, Speech
from averment.code.status import is_future, status
from averment.code.topics import CYBER, Topics
from averment.code.voice import Voices
from averment.code.when import Dates
from averment.ontology import PLOVER
from averment.parse.tree import Parsed, Token
from averment.records import Act, MentionKind, Status
from averment.resolve.resolution import Resolution

UNNAMED_ACTOR = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types kept without an actor where the recipient is named: an incident ledger needs "the attack on Albania"."""

FUTURE_TYPES = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
"""What PLOVER makes of a future event of these types."""

REFUSED = frozenset(FUTURE_TYPES) | {"CONCEDE", "AGREE"}
"""Cooperative types that one who "will not" do them refuses."""

_WITHIN_REQUEST = frozenset({"xcomp", "ccomp", "pcomp", "conj", "advcl"})
_DEEPEST = 4  # verbs between a request and what it asks for

HARMFUL = frozenset({"ACCUSE", "SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
NEUTRAL = frozenset({"say", "tell", "report", "add", "state", "write", "announce", "note", "declare", "stress"})

GOVERNING = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"})
"""Types whose infinitive or object is their content and no event of its own: "called for talks"."""


class LexicalCoder:
    """Codes events by rules; every number and word that it goes by stands in the data files of this package."""

    def code(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> list[EventDraft]:
        """Return the events in text order of their triggers."""
        return _Coding(parsed, resolution, attributions).drafts()


def _governor(trigger: Token, governors: dict[int, Match]) -> Match | None:
    """The request, threat or promise that an event is the content of: "demanded that they stop jailing"."""
    token = trigger
    for _ in range(_DEEPEST):
        if token.head is token or token.dep not in _WITHIN_REQUEST:
            return None
        clause, token = token, token.head
        governor = governors.get(token.i)
        asks = governor is not None and governor.pattern.type == "REQUEST"
        if governor is not None and (clause.dep == "xcomp" or (asks and clause.dep == "ccomp")):
            return governor
    return None


def _stands_beside(kind: str, governing: str) -> bool:
    """Whether an event is one of its own although its words fill another event's pattern.

    "Rejected the accusations of X" is a rejection and tells of an accusation; "called for talks" is a request alone.
    """
    if kind == "ACCUSE" and governing == "REJECT":
        return True
    return governing not in GOVERNING and governing != kind


class _Coding:
    """The coding of one article."""

    def __init__(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> None:
        self.parsed = parsed
        self.resolution = resolution
        self.attributions = attributions
        self.frames = Frames()
        self.sides = Sides(resolution, self.frames)
        self.voices = Voices(attributions)
        self.dates = Dates(resolution)
        self.speech = Speech(parsed, attributions, self.sides, self.frames)
        self.matcher = Matcher(lexicon(), self.frames, self.sides, word_classes())
        self.topics = Topics(parsed)

    def drafts(self) -> list[EventDraft]:
        found = [m for m in map(self.matcher.at, self.parsed.tokens) if m]
        drafts = [d for m in self._own(found) if (d := self._draft(m))]
        drafts += self._spoken(drafts)
        drafts.sort(key=lambda d: d.trigger[0].i)
        return _linked([d for d in drafts if self._is_kept(d)], self)

    def _own(self, matches: list[Match]) -> Iterable[Match]:
        """Matches that are no part of another one's content."""
        used = {i: m for m in matches if m.actors for i in m.used}
        governors = {m.trigger[0].i: m for m in matches if m.pattern.type in GOVERNING and m.actors}
        for match in matches:
            governor = used.get(match.trigger[0].i) or _governor(match.trigger[0], governors)
            if governor is None or governor is match or _stands_beside(match.pattern.type, governor.pattern.type):
                yield match

    def _draft(self, match: Match) -> EventDraft | None:
        trigger = match.trigger[0]
        if any(a.act is Act.DECLINE and a.cue_head is trigger for a in self.attributions):
            return None  # "declined to comment" is a statement and refuses nobody anything
        kind, mode = self._typed(match)
        mark = status(trigger)
        number = self.voices.of(trigger)
        when = self.dates.of(trigger)
        if mark is Status.FACTUAL and self.dates.is_background(when):
            mark = Status.HISTORICAL
        if mark is Status.FUTURE and kind in FUTURE_TYPES:
            kind, mode, mark = FUTURE_TYPES[kind], None, Status.FACTUAL
        if mark is Status.NEGATED and kind in REFUSED and is_future(trigger):
            kind, mode, mark = "REJECT", None, Status.FACTUAL
        actors = self._judged(match) or match.actors or self._accused(match, number)
        names = {self.sides.entity(a).id for a in actors}
        recipients = [r for r in match.recipients if self.sides.entity(r).id not in names]
        contexts = self.topics.contexts(trigger)
        if mode in {"cyber", "misinformation"} and mode not in contexts:
            contexts = tuple(c for c in PLOVER.contexts if c in contexts or c == mode)
        return EventDraft(
            kind, mode, contexts, match.trigger, tuple(actors), tuple(recipients), mark,
            self.voices.stance(trigger, number), number,
            self.topics.effects(trigger, self.frames) if mode == CYBER else (),
            f"{match.construction}: {match.pattern.text}", confidence(match.construction),
        )  # fmt: skip

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
        for number, attribution in enumerate(self.attributions):
            if attribution.cue_head is above and attribution.act in {Act.ACCUSE, Act.CONDEMN}:
                return self.speech.sides_of(number).targets
        return []

    def _accused(self, match: Match, number: int | None) -> list[Token]:
        """Whom an accusation's gerund without a subject is about: "launching a campaign against us is their policy"."""
        trigger = match.trigger[0]
        if number is None or trigger.tag != "VBG" or trigger.dep not in {"pcomp", "csubj", "conj", "xcomp"}:
            return []
        sides = self.speech.sides_of(number)
        targets = {self.sides.entity(t).id for t in match.recipients}
        return [t for t in sides.targets if self.sides.entity(t).id not in targets]

    def _spoken(self, drafts: list[EventDraft]) -> list[EventDraft]:
        """Events of statements directed at a party that no pattern has found."""
        found: list[EventDraft] = []
        for number, attribution in self._innermost_first():
            kind, mode = self._spoken_type(attribution)
            if kind is None or attribution.cue_head.pos == "NOUN":
                continue
            sides = self.speech.sides_of(number)
            if sides.speakers and not self._told(kind, attribution, sides.speakers, drafts + found):
                cue = attribution.cue_head
                outer = self.voices.outer(number)
                found.append(
                    EventDraft(
                        kind, mode, self.topics.contexts(cue), (cue,), tuple(sides.speakers), tuple(sides.targets),
                        status(cue), self.voices.stance(cue, outer), outer, (), f"statement: {attribution.act}",
                        confidence("statement"),
                    )
                )  # fmt: skip
        return found

    def _spoken_type(self, attribution: Attribution) -> tuple[str | None, str | None]:
        """The type that a statement's act is an event of; a promise of harm is a threat."""
        kind, mode = SPEECH_TYPES.get(attribution.act, (None, None))
        told = _types_told(attribution.content_head)
        if attribution.act is Act.PROMISE and told and told <= HARMFUL:
            return "THREATEN", None
        if kind in told and attribution.act is not Act.PROMISE and attribution.cue_head.lemma in NEUTRAL:
            return None, None  # "reported that X condemned it": X's act, which the patterns judge
        return kind, mode

    def _innermost_first(self) -> list[tuple[int, Attribution]]:
        """Statements inside others before those, so that "said that the ministry rejects" is told once."""
        return sorted(enumerate(self.attributions), key=lambda item: sum(s.end - s.begin for s in item[1].content))

    def _told(self, kind: str, attribution: Attribution, speakers: list[Token], drafts: list[EventDraft]) -> bool:
        """Whether a pattern has already found this act, at the cue or inside the content in the speaker's own name."""
        own = frozenset().union(*(self.sides.countries(s) for s in speakers))
        spans = (*attribution.cue, *attribution.content)
        for draft in drafts:
            trigger = draft.trigger[0]
            if trigger is attribution.cue_head:
                return True
            if draft.type == kind and any(s.begin <= trigger.begin < s.end for s in spans):
                if trigger.begin < attribution.cue[0].end and any(
                    s.begin <= trigger.begin < s.end for s in attribution.cue
                ):
                    return True
                if own & frozenset().union(*(self.sides.countries(a) for a in draft.actors)):
                    return True
        return False

    def _is_kept(self, draft: EventDraft) -> bool:
        """Whether the sides that PLOVER asks for are there."""
        if not draft.actors:
            return draft.type in UNNAMED_ACTOR and any(self._is_named(r) for r in draft.recipients)
        if draft.recipients:
            return True
        if draft.rule.startswith("statement"):
            return False
        return not PLOVER.types[draft.type].recipient

    def _is_named(self, token: Token) -> bool:
        mention = self.resolution.heads[token.i]
        return mention.kind is MentionKind.NAME or self.resolution.entities[mention.entity].country is not None


def _types_told(head: Token | None) -> set[str]:
    """The types that the verbs of a content are patterns of."""
    verbs = [v for v in head.conjuncts() if v.lemma != "be"] if head is not None else []
    return {p.type for verb in verbs for p in lexicon().verbs.get(verb.lemma, ()) if p.heads[verb.lemma] is None}


def _linked(drafts: list[EventDraft], coding: _Coding) -> list[EventDraft]:
    """``same_as`` for a noun that takes up an earlier event of the same type, mode and parties."""
    out: list[EventDraft] = []
    for draft in drafts:
        same = None
        trigger = draft.trigger[0]
        if trigger.pos in {"NOUN", "PROPN"} and draft.status is not Status.NEGATED:
            same = next((n for n, e in enumerate(out) if e.same_as is None and _takes_up(draft, e, coding)), None)
        out.append(replace(draft, same_as=same))
    return out


def _takes_up(later: EventDraft, first: EventDraft, coding: _Coding) -> bool:
    if (later.type, later.mode) != (first.type, first.mode):
        return False
    if (later.status is Status.HISTORICAL) != (first.status is Status.HISTORICAL):
        return False
    for a, b in ((later.actors, first.actors), (later.recipients, first.recipients)):
        mine, theirs = _entities(a, coding), _entities(b, coding)
        if mine and theirs and mine != theirs:
            return False
    return bool(_entities(later.actors, coding) & _entities(first.actors, coding)) or bool(
        _entities(later.recipients, coding) & _entities(first.recipients, coding)
    )


def _entities(tokens: tuple[Token, ...], coding: _Coding) -> frozenset[str]:
    return frozenset(coding.sides.country(t) or coding.resolution.heads[t.i].entity for t in tokens)
