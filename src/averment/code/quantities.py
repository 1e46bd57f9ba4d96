"""How many, how much: the counts and sums that an event's own phrases say.

"10 individuals, 2 entities and several crypto addresses" gives these three; "killed twelve soldiers" gives "12 soldiers
killed", so that what became of those counted is told; "$4 million in aid" gives "USD 4000000".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from averment.code.draft import EventDraft
from averment.code.frames import Frames, is_verb, prepositional
from averment.code.numerals import Numeral, is_number, numeral, quantity_words
from averment.parse.tree import Parsed, Token

_MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "det", "advmod", "npadvmod"})
_NAMES_OF_COUNTS = frozenset({"", "CARDINAL", "MONEY", "QUANTITY", "NORP", "GPE"})
_WITHIN_NAMES = frozenset({"compound", "nmod", "npadvmod", "dobj"})  # how parsers hang "Office" before "365 accounts"
_CLAUSES = ("relcl", "acl", "advcl")
_OCCASIONS = frozenset({"in", "by", "during"})
_DEEPEST = 2  # prepositions followed from a phrase that has no count of its own: "a group of relatives of 3 ministers"
_WORDS = 4  # of a noun phrase behind its number; a longer one is told by its noun alone
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_INNER_MARKS = frozenset(',;:()"“”[]\n')


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase by its head, and what became of those that it counts: killed, injured, arrested, or nothing told."""

    head: Token
    fate: str | None = None


def counted(drafts: Sequence[EventDraft], parsed: Parsed, frames: Frames) -> list[EventDraft]:
    """The drafts with ``quantities``: each draft's own, never those of an event that its words lead on to."""
    triggers = {token.i for draft in drafts for token in draft.trigger}
    return [replace(draft, quantities=_Counting(draft, triggers, parsed, frames).quantities()) for draft in drafts]


class _Counting:
    """The counting of one event."""

    def __init__(self, draft: EventDraft, triggers: set[int], parsed: Parsed, frames: Frames) -> None:
        self.draft = draft
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.others = triggers - {token.i for token in draft.trigger}
        self.frames = frames
        self.words = quantity_words()

    def quantities(self) -> tuple[str, ...]:
        """The counts, in the order of the text, each place once."""
        found: dict[int, str] = {}
        for phrase in self._phrases():
            for place, said in self._counts(phrase, 0):
                if phrase.fate or place not in found:
                    found[place] = said
        return tuple(dict.fromkeys(said for _, said in sorted(found.items())))

    def _phrases(self) -> Iterator[_Phrase]:
        for trigger in self.draft.trigger:
            yield from self._of_verb(trigger) if is_verb(trigger) else self._of_noun(trigger)
        for party in (*self.draft.actors, *self.draft.recipients):
            yield from map(_Phrase, party.conjuncts())

    def _of_verb(self, verb: Token) -> Iterator[_Phrase]:
        frame, fate = self.frames.of(verb), self.words.fates.get(verb.lemma)
        yield from (_Phrase(token, fate) for token in (*frame.objects, *_results(verb)))
        yield from map(_Phrase, (*frame.subjects, *frame.datives, *prepositional(verb, self.words.own)))
        yield from self._effects([*verb.conjuncts()[1:], *verb.each("advcl")])

    def _of_noun(self, noun: Token) -> Iterator[_Phrase]:
        fate = self.words.fates.get(noun.lemma)
        yield _Phrase(noun)
        yield from (_Phrase(token, fate) for token in prepositional(noun, frozenset({"of"})))
        yield from map(_Phrase, prepositional(noun, self.words.own - {"of"}))
        verbs = [*noun.each(*_CLAUSES), *_verbs_over(noun)]
        yield from self._effects([verb for first in verbs for verb in (*first.conjuncts(), *first.each("advcl"))])

    def _effects(self, verbs: Iterable[Token]) -> Iterator[_Phrase]:
        """What verbs that tell an effect say of its size, unless they tell an event of their own."""
        for verb in verbs:
            fate = self.words.fates.get(verb.lemma)
            if verb.i in self.others or not (fate or verb.lemma in self.words.effects):
                continue
            frame = self.frames.of(verb)
            bare = verb.tag == "VBN" and not any(c.dep.startswith("aux") for c in verb.children)
            suffering = frame.subjects if bare and not frame.passive else []  # "40 others wounded"
            yield from (_Phrase(token, fate) for token in (*frame.objects, *_results(verb), *suffering))

    def _counts(self, phrase: _Phrase, depth: int) -> Iterator[tuple[int, str]]:
        """The count on a phrase, and those on the phrases that hang on it, by the places of their numbers."""
        head = phrase.head
        if head.i in self.others or depth > _DEEPEST:
            return
        own = self._count(phrase)
        if own:
            yield own
        names = self.words.onward if own else self.words.onward | self.words.within
        if self._is_vague(head):
            names = self.words.onward
        for inner in prepositional(head, names):
            yield from self._counts(replace(phrase, head=inner), depth + 1)

    def _count(self, phrase: _Phrase) -> tuple[int, str] | None:
        head = phrase.head
        number = None if head.lemma in self.words.uncounted else self._number(head)
        if number is None:
            return None
        if number.currency or self._is_vague(head):
            noun, fate = "", None if number.currency else phrase.fate
        else:
            own = self.words.fates.get(head.lemma)
            noun, fate = "" if own else self._noun(number, head), own or phrase.fate
            if not noun and not fate:
                return None
        fate = None if head.lemma in self.words.things else fate
        return number.begin, " ".join(filter(None, (number.said, noun, fate)))

    def _number(self, head: Token) -> Numeral | None:
        """The number on a phrase: among the words before its head, the head itself, or a vague word."""
        if self._is_vague(head):
            return self._vague(head)
        if is_number(head):
            return None if _is_one_of(head) or not _is_count(head) else numeral(self.tokens, head.i)
        before = [token for token in self.tokens[head.left : head.i] if self._modifies(token, head)]
        for token in before:
            if token.lower in self.words.before:
                begin = token.i - (token.lower == "few" and self.tokens[token.i - 1].lower == "a")
                return Numeral(begin, token.i + 1, self._text(begin, token.i + 1).lower())
        for token in reversed(before):  # of "10 to 15", the number that reaches back
            if is_number(token) and self._is_own(token) and (found := numeral(self.tokens, token.i)):
                return found
        return None

    def _is_own(self, number: Token) -> bool:
        """Whether a number counts what follows: it is no part of a name, as it is in "Office 365 accounts"."""
        before = self.tokens[max(0, number.i - 1)]
        named = before.pos == "PROPN" and before.dep in _WITHIN_NAMES and before.ent not in {"GPE", "PERSON"}
        return _is_count(number) and not named

    def _modifies(self, token: Token, head: Token) -> bool:
        """Whether a word belongs to what stands before ``head``: "3" in "3 missile strikes", not in "3-day strikes"."""
        for above in (token, *token.ancestors()):
            if above is head:
                return True
            after = self.tokens[above.i + 1].text if above.i + 1 < len(self.tokens) else ""
            range_end = above.dep == "conj" and is_number(above) and is_number(above.head)  # "between 10 and 15"
            if (
                not (range_end or above.dep in _MODIFIERS)
                or above.lemma in self.words.uncounted
                or after.startswith("-")
            ):
                return False
        return False

    def _is_vague(self, head: Token) -> bool:
        return head.lower in self.words.of and head.pos in {"NOUN", "NUM"}

    def _vague(self, head: Token) -> Numeral:
        """ "Dozens of people", "tens of thousands of people", or "dozens" alone."""
        last = head
        while (of := last.child("prep")) is not None and of.lower == "of" and (inner := of.child("pobj")) is not None:
            last = inner
            if not self._is_vague(inner):
                break
        begin, end = min(head.left, head.i), last.i + 1
        text = self._text(begin, end)
        return Numeral(begin, end, text[:1].lower() + text[1:])

    def _noun(self, number: Numeral, head: Token) -> str:
        """The words from the number to the head of its phrase, or the head alone where they are many.

        Of a number that stands alone, what it is of: "12 of the envoys".
        """
        if head.i < number.end:
            whole = prepositional(head, frozenset({"of"}))
            return whole[0].text if whole else ""
        between = self.tokens[number.end : head.i + 1]
        if len(between) > _WORDS or any(token.text in _INNER_MARKS for token in between):
            return head.text
        return self._text(number.end, head.i + 1)

    def _text(self, begin: int, end: int) -> str:
        """The words of tokens ``begin`` to ``end`` (indices, end exclusive), on one line."""
        return " ".join(self.parsed.span(begin, end).of(self.parsed.text).split())


def _verbs_over(noun: Token) -> list[Token]:
    """The verbs that an event's noun is the subject, the agent or the occasion of: "were killed in the attack"."""
    if noun.dep == "nsubj":
        found = [noun.head]
    elif noun.dep == "pobj" and noun.head.lower in _OCCASIONS:
        found = [noun.head.head]
    else:
        return []
    while found[-1].dep == "conj" and found[-1].head is not found[-1]:
        found.append(found[-1].head)
    return [verb for verb in reversed(found) if is_verb(verb)]


def _results(verb: Token) -> list[Token]:
    """Phrases that parsers hang on a verb beside its objects: sums, and what it leaves behind ("left 12 dead")."""
    sums = [t for t in verb.each("npadvmod", "attr") if is_number(t) or t.ent == "MONEY"]
    left = [t for first in verb.each("oprd", "acomp") for t in first.conjuncts()]
    clauses = [clause for clause in verb.each("ccomp", "xcomp") if clause.pos == "ADJ"]
    return [*sums, *left, *clauses]


def _is_count(number: Token) -> bool:
    """Whether a number counts something: it is no part of a date, a share or a name, and no bare year."""
    year = _YEAR.fullmatch(number.text) is not None and number.ent != "CARDINAL"
    return number.ent in _NAMES_OF_COUNTS and not year


def _is_one_of(number: Token) -> bool:
    return number.lower == "one" and any(c.dep == "prep" and c.lower == "of" for c in number.children)
