"""According to whom: which statement an event stands in, and how that voice stands to it."""

from collections import defaultdict

from averment.attribute.attribution import Attribution
from averment.code.patterns import word_classes
from averment.code.status import status_words
from averment.parse.tree import Parsed, Token
from averment.records import Act, Span, Stance

_ALLEGING = frozenset({Act.ACCUSE})
_DENYING = frozenset({Act.DENY})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Voices:
    """Which statement's words each place of an article belongs to."""

    def __init__(self, parsed: Parsed, attributions: list[Attribution]) -> None:
        self.attributions = attributions
        self._spans: dict[int, list[tuple[Span, int]]] = defaultdict(list)  # by sentence, shortest first
        for number, attribution in enumerate(attributions):
            for span in attribution.content if _reports(attribution) else ():
                for sentence in parsed.sentences_in(span):
                    self._spans[sentence].append((span, number))
        for spans in self._spans.values():
            spans.sort(key=lambda item: item[0].end - item[0].begin)

    def of(self, token: Token) -> int | None:
        """The innermost statement whose content the token stands in; None is the outlet's own voice."""
        for span, number in self._spans.get(token.sentence, ()):
            if span.covers(token.span) and not self._is_cue(token, number):
                return number
        return None

    def outer(self, number: int) -> int | None:
        """The statement that another one stands in."""
        return self.of(self.attributions[number].cue_head)

    def _is_cue(self, token: Token, number: int) -> bool:
        return any(span.begin <= token.begin < span.end for span in self.attributions[number].cue)

    def stance(self, trigger: Token, number: int | None) -> Stance:
        """How the voice stands to the event at ``trigger``."""
        words = status_words()
        near = [trigger, *trigger.children]
        if any(t.lower in words.doubting_modifiers for t in near):
            return Stance.DOUBTED
        if any(t.lower in words.alleging_modifiers for t in near):
            return Stance.ALLEGED
        if number is None:
            return Stance.ASSERTED
        act = self.attributions[number].act
        if act in _DENYING:
            return Stance.DENIED
        return Stance.ALLEGED if act in _ALLEGING else Stance.ASSERTED


def _reports(attribution: Attribution) -> bool:
    """Whether what stands in the content is told by the speaker.

    "condemned the sanctions imposed by X" takes the sanctions for granted: they are in the outlet's voice. So are the
    events inside a noun phrase that a verb rejects, condemns or admits; a clause or a quotation is the speaker's.
    """
    head = attribution.content_head
    if attribution.act is Act.ACCUSE:  # "accused X of hacking": the hacking is the accuser's word
        return True
    if head is None or attribution.quoted != "indirect":
        return True
    if attribution.cue_head.pos == "NOUN" or head.lemma in word_classes()["role"]:  # "denied any role in the attack"
        return True
    return head.pos not in _NOMINAL or head.dep not in {"dobj", "pobj", "nsubjpass"}
