"""According to whom: which statement an event stands in, and how that voice stands to it."""

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

    def __init__(self, attributions: list[Attribution]) -> None:
        self.attributions = attributions
        found = [
            (span, number)
            for number, attribution in enumerate(attributions)
            if _reports(attribution)
            for span in attribution.content
        ]
        self._spans = sorted(found, key=lambda item: item[0].end - item[0].begin)

    def of(self, token: Token) -> int | None:
        """The innermost statement whose content the token stands in; None is the outlet's own voice."""
        for span, number in self._spans:
            if span.begin <= token.begin and token.end <= span.end and not self._is_cue(token, number):
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


def inside(span: Span, spans: tuple[Span, ...]) -> bool:
    """Whether ``span`` stands in one of ``spans``."""
    return any(s.covers(span) for s in spans)


def quote(parsed: Parsed, token: Token) -> Span:
    """The span of the sentence that a token stands in."""
    sentence = parsed.sentence_of(token)
    return parsed.span(sentence.begin, sentence.end)
