"""The coder that joins encoder and lexicon: what either finds is weighed by both, judged, and kept if likely."""

from dataclasses import dataclass, replace
from pathlib import Path

from averment.attribute.attribution import Attribution
from averment.code.draft import EventDraft
from averment.code.encoded import Encoded, Told, Trigger
from averment.code.judge import EventJudge, event_judge, odds
from averment.code.lexical import FUTURE_TYPES, GOVERNING, RECIPROCAL, Coding, governor, stands_beside
from averment.code.parties import Parties, Side
from averment.code.patterns import lexicon
from averment.code.sides import Sides
from averment.models.encoder import encoder
from averment.models.kinds import KINDS
from averment.parse.tree import Parsed, Token
from averment.records import Status
from averment.resolve.resolution import Resolution

TYPED = {"verb": 3.0, "passive": 3.0, "statement": 1.0}  # what the rules' type counts for, as a logarithm of chances
NOMINAL = 2.0  # and what it counts for in other constructions, on nouns
MODED = 0.5  # and their mode beside it
MARKED = 1.5  # what their status counts for where it is not factual; a plain "factual" counts for PLAIN
PLAIN = 0.5
STANDING = 2.0  # what their stance counts for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event: its trigger, what the rules make of it, its sides, what the encoder says, and the event."""

    trigger: Trigger
    ruled: EventDraft | None
    actor: Side
    recipient: Side
    told: Told
    features: dict[str, float]
    draft: EventDraft


class JointCoder:
    """Codes events by the trained encoder and the lexicon together.

    ``folder`` holds weights other than the package's own.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._encoder = encoder(folder)

    @property
    def lacking(self) -> str | None:
        """What is missing to run, in the user's words; None if all is there."""
        return self._encoder.lacking

    def code(self, parsed: Parsed, resolution: Resolution, attributions: list[Attribution]) -> list[EventDraft]:
        """Return the events in text order of their triggers."""
        if not parsed.tokens:
            return []
        judge = event_judge(self._folder)
        coding = Coding(parsed, resolution, attributions)
        found = ((c.features, judged(c, judge)) for c in self.candidates(parsed, coding))
        kept = [d for features, d in found if judge.keeps(features, d.confidence) and coding.is_kept(d)]
        return coding.finished(sorted(told_once(kept, coding.sides), key=lambda d: d.trigger[0].i))

    def candidates(self, parsed: Parsed, coding: Coding) -> list[Candidate]:
        """Every event that the encoder or the rules find."""
        encoded = Encoded(parsed, self._encoder.scores(parsed))
        weighing = _Weighing(parsed, coding, encoded)
        ruled = coding.offers()
        by_token = {token.i: draft for draft in ruled for token in draft.trigger}
        found, told = [], set()
        for trigger in encoded.triggers():
            draft = next((by_token[t.i] for t in trigger.tokens if t.i in by_token), None)
            if draft is not None and id(draft) in told:
                continue
            told.add(id(draft))
            found.append(weighing.candidate(trigger, draft))
        rest = (draft for draft in ruled if id(draft) not in told)
        return found + [weighing.candidate(encoded.at(draft.trigger), draft) for draft in rest]


def judged(candidate: Candidate, judge: EventJudge) -> EventDraft:
    """The event with the judge's probability as its confidence."""
    return replace(candidate.draft, confidence=round(judge.chance(candidate.features), 3))


def told_once(drafts: list[EventDraft], sides: Sides) -> list[EventDraft]:
    """The events without what is the content of another ("demanded that they free him"), or told twice in a sentence.

    Of two with one type and the same sides the likelier is kept: "issued a statement condemning" is one event.
    """
    asking = {d.trigger[0].i: d.type for d in drafts if d.type in GOVERNING}
    found: dict[tuple[object, ...], EventDraft] = {}
    for draft in sorted(drafts, key=lambda d: -d.confidence):
        trigger = draft.trigger[0]
        above = governor(trigger, asking)
        if above is not None and not stands_beside(draft.type, asking[above]):
            continue
        names = (
            frozenset(sides.country(t) or sides.name(t) for t in side) for side in (draft.actors, draft.recipients)
        )
        found.setdefault((trigger.sentence, draft.type, draft.mode, *names), draft)
    return list(found.values())


class _Weighing:
    """Joins what encoder and rules say of one article's events."""

    def __init__(self, parsed: Parsed, coding: Coding, encoded: Encoded) -> None:
        self._parsed = parsed
        self._coding = coding
        self._encoded = encoded
        self._parties = Parties(parsed, coding.sides)

    def candidate(self, trigger: Trigger, ruled: EventDraft | None) -> Candidate:
        """An event with its sides, type, status and stance."""
        named = (ruled.actors, ruled.recipients) if ruled else ((), ())
        actor, recipient = self._parties.sides(trigger, named)
        told = self._encoded.told(trigger, actor.runs, recipient.runs)
        kind, chance = told.best_kind(_bonus(ruled))
        head = trigger.tokens[0]
        plain = ruled is None or kind.type in FUTURE_TYPES  # what the rules made of a future visit is no visit's status
        mark = self._coding.status(head) if plain or ruled is None else ruled.status
        mark = told.best_status(mark, PLAIN if mark is Status.FACTUAL else MARKED)
        stance = told.best_stance(self._coding.voices.stance(head, self._coding.voices.of(head)), STANDING)
        actors, recipients = self._apart(actor, recipient, kind.type)
        rule = _reason(trigger, ruled, kind.type)
        words = ruled.trigger if ruled and ruled.type == kind.type else trigger.tokens
        draft = self._coding.draft(kind.type, kind.mode, words, actors, recipients, mark, stance, rule, 0.0)
        draft = replace(draft, phrases={**actor.phrases, **recipient.phrases})
        features = self._features(trigger, ruled, actor, recipient, kind.type, chance, draft)
        return Candidate(trigger, ruled, actor, recipient, told, features, draft)

    def _apart(self, actor: Side, recipient: Side, kind: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The sides, none on both; of a reciprocal event without an actor all that take part are."""
        sides = self._coding.sides
        actors = actor.heads
        if kind in RECIPROCAL and not actors and len(recipient.heads) > 1:
            actors = recipient.heads
        names = {sides.name(a) for a in actors}
        return actors, tuple(r for r in recipient.heads if sides.name(r) not in names)

    def _features(
        self, trigger: Trigger, ruled: EventDraft | None, actor: Side, recipient: Side, kind: str, chance: float,
        draft: EventDraft,
    ) -> dict[str, float]:  # fmt: skip
        sides = self._coding.sides
        acts, struck = (
            any(sides.is_party(t) and sides.is_state(t) for t in side) for side in (draft.actors, draft.recipients)
        )
        construction = ruled.rule.split(":")[0] if ruled else ""
        return {
            "trigger": odds(trigger.chance),
            "type": odds(chance),
            "actor": actor.chance,
            "recipient": recipient.chance,
            "ruled": float(ruled is not None),
            "same type": float(ruled is not None and ruled.type == kind),
            "no rule type": float(ruled is not None and ruled.type != kind),
            "statement": float(construction == "statement"),
            "noun rule": float(construction not in ("", "statement", "verb", "passive")),
            "has actor": float(bool(draft.actors)),
            "has recipient": float(bool(draft.recipients)),
            "actor is party": float(any(map(sides.is_party, draft.actors))),
            "recipient is party": float(any(map(sides.is_party, draft.recipients))),
            "words": float(len(trigger.tokens)),
            "noun": float(trigger.tokens[0].pos in {"NOUN", "PROPN"}),
            "unsure status": float(draft.status is not Status.FACTUAL),
            "in statement": float(draft.according_to is not None),
            "trigger without rule": odds(trigger.chance) * (ruled is None),
            "both parties": float(
                any(map(sides.is_party, draft.actors)) and any(map(sides.is_party, draft.recipients))
            ),
            "state acts": float(acts),
            "state is struck": float(struck),
            "no state": float(ruled is None and not acts and not struck),
            "actor by rule": float(ruled is not None and any(a in ruled.actors for a in draft.actors)),
            "recipient by rule": float(ruled is not None and any(r in ruled.recipients for r in draft.recipients)),
            "odd word": float(trigger.tokens[0].pos not in {"NOUN", "PROPN", "VERB"}),
            "listed": float(any(t.lemma in lexicon().verbs or t.lemma in lexicon().nouns for t in trigger.tokens)),
        }


def _bonus(ruled: EventDraft | None) -> dict[int, float]:
    """What the rules' type and mode add to the kinds."""
    if ruled is None:
        return {}
    worth = TYPED.get(ruled.rule.split(":")[0], NOMINAL)
    return {
        number: worth + MODED * (kind.mode == ruled.mode)
        for number, kind in enumerate(KINDS)
        if kind.type == ruled.type
    }


def _reason(trigger: Trigger, ruled: EventDraft | None, kind: str) -> str:
    """What found the event and gave its type."""
    by_encoder = f"encoder: trigger {trigger.chance:.2f}"
    if ruled is None:
        return by_encoder
    return f"{ruled.rule}; {by_encoder}" if ruled.type == kind else f"{by_encoder}; {ruled.rule} says {ruled.type}"
