"""Events that consist in a statement: accusations, denials, demands, promises and threats towards a party."""

from collections import defaultdict

from averment.attribute.attribution import Attribution
from averment.code.confidence import confidence
from averment.code.draft import EventDraft
from averment.code.patterns import lexicon, word_classes
from averment.code.sides import Sides
from averment.code.speech import Speech
from averment.code.status import status
from averment.code.topics import Topics
from averment.code.voice import Voices
from averment.parse.tree import Parsed, Token
from averment.records import Act

SPEECH_TYPES: dict[Act, tuple[str, str | None]] = {
    Act.ACCUSE: ("ACCUSE", "allege"),
    Act.CONDEMN: ("ACCUSE", "disapprove"),
    Act.DENY: ("REJECT", None),
    Act.REJECT: ("REJECT", None),
    Act.DEMAND: ("REQUEST", None),
    Act.PROMISE: ("AGREE", None),
    Act.THREATEN: ("THREATEN", None),
    Act.SUPPORT: ("SUPPORT", None),
}
"""Acts that are events when they are directed at a party, with PLOVER's type and mode for them (codebook)."""

HARMFUL = frozenset({"ACCUSE", "SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
"""Types that, promised, are threats."""


class Spoken:
    """Finds the events of one article's statements."""

    def __init__(self, parsed: Parsed, attributions: list[Attribution], sides: Sides, speech: Speech) -> None:
        self.parsed = parsed
        self.attributions = attributions
        self.sides = sides
        self.speech = speech

    def events(self, told: list[EventDraft], voices: Voices, topics: Topics) -> list[EventDraft]:
        """Events of statements directed at a party, but for those that are told already."""
        by_sentence: dict[int, list[EventDraft]] = defaultdict(list)
        for draft in told:
            by_sentence[draft.trigger[0].sentence].append(draft)
        found: list[EventDraft] = []
        for number in self._innermost_first():
            attribution = self.attributions[number]
            kind, mode = spoken_type(attribution)
            sides = self.speech.sides_of(number) if kind else None
            if kind is None or sides is None or not sides.speakers or attribution.cue_head.pos == "NOUN":
                continue
            if self._is_told(kind, attribution, sides.speakers, by_sentence):
                continue
            cue, outer = attribution.cue_head, voices.outer(number)
            draft = EventDraft(
                kind, mode, topics.contexts(cue), (cue,), tuple(sides.speakers), tuple(sides.targets),
                status(cue), voices.stance(cue, outer), outer, (), f"statement: {attribution.act}",
                confidence("statement"),
            )  # fmt: skip
            by_sentence[cue.sentence].append(draft)
            found.append(draft)
        return found

    def _innermost_first(self) -> list[int]:
        """Statements inside others before those, so that "said that the ministry rejects" is told once."""
        return sorted(range(len(self.attributions)), key=lambda n: sum(e - b for b, e in self.attributions[n].content))

    def _is_told(
        self, kind: str, attribution: Attribution, speakers: list[Token], drafts: dict[int, list[EventDraft]]
    ) -> bool:
        """Whether an event tells this act already: at the cue, or inside the content in the speaker's own name.

        A speaker whose country is not known may be the one that the content names: nothing is told twice.
        """
        own = frozenset().union(*(self.sides.countries(s) for s in speakers))
        spans = (*attribution.cue, *attribution.content)
        sentences = {number for span in spans for number in self.parsed.sentences_in(span)}
        for draft in (d for number in sentences for d in drafts.get(number, ())):
            trigger = draft.trigger[0]
            if trigger is attribution.cue_head:
                return True
            if draft.type != kind or not any(s.begin <= trigger.begin < s.end for s in spans):
                continue
            at_cue = any(s.begin <= trigger.begin < s.end for s in attribution.cue)
            if at_cue or not own or own & frozenset().union(*(self.sides.countries(a) for a in draft.actors)):
                return True
        return False


def spoken_type(attribution: Attribution) -> tuple[str | None, str | None]:
    """Type and mode of the event that a statement's act is, or None twice; a promise of harm is a threat."""
    kind, mode = SPEECH_TYPES.get(attribution.act, (None, None))
    told = _types_told(attribution.content_head)
    if attribution.act is Act.PROMISE:
        return ("THREATEN", None) if told and told <= HARMFUL else (kind, mode)
    if kind in told and attribution.cue_head.lemma in word_classes()["neutral"]:
        return None, None  # "reported that X condemned it" is X's act, which the patterns judge
    return kind, mode


def _types_told(head: Token | None) -> set[str]:
    """The types that the verbs of a content are patterns of."""
    verbs = [v for v in head.conjuncts() if v.lemma != "be"] if head is not None else []
    return {p.type for verb in verbs for p in lexicon().verbs.get(verb.lemma, ()) if p.heads[verb.lemma] is None}
