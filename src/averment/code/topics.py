"""What a paragraph is about: PLOVER contexts, cyber or physical violence, and the effects of an attack."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from averment.code.frames import Frames
from averment.errors import LexiconError
from averment.ontology import PLOVER
from averment.parse.tree import Parsed, Token

ENOUGH = 2  # words of a context in a paragraph that make it one of the paragraph's contexts
CYBER = "cyber"


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Word to contexts, the words of violence, and (verb, object) to effect; from ``topics.toml``."""

    contexts: dict[str, tuple[str, ...]]
    violence: frozenset[str]
    effects: dict[tuple[str, str], str]


@cache
def topic_words() -> TopicWords:
    """The words that the package ships, read once; raises LexiconError for a context that PLOVER lacks."""
    raw = tomllib.loads((files("averment.code") / "topics.toml").read_text(encoding="utf-8"))
    unknown = set(raw["contexts"]) - set(PLOVER.contexts)
    if unknown:
        raise LexiconError(f"topics.toml: no such context: {', '.join(sorted(unknown))}; see ontology/plover.toml.")
    by_word: dict[str, list[str]] = defaultdict(list)
    for context, words in raw["contexts"].items():
        for word in words:
            by_word[word].append(context)
    effects = {tuple(pair.split(":")): effect for effect, pairs in raw["effects"].items() for pair in pairs}
    return TopicWords({w: tuple(c) for w, c in by_word.items()}, frozenset(raw["violence"]["words"]), effects)


class Topics:
    """The topics of one article, by paragraph and sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self._words = topic_words()
        self._counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._violent: set[int] = set()
        self._cyber: set[int] = set()
        total: dict[str, int] = defaultdict(int)
        for number, sentence in enumerate(parsed.sentences):
            for token in parsed.tokens[sentence.begin : sentence.end]:
                for context in self._words.contexts.get(token.lemma) or self._words.contexts.get(token.lower, ()):
                    self._counts[sentence.paragraph][context] += 1
                    total[context] += 1
                    if context == CYBER:
                        self._cyber.add(number)
                if token.lemma in self._words.violence:
                    self._violent.add(number)
        self._is_cyber_article = total[CYBER] >= ENOUGH

    def contexts(self, trigger: Token) -> tuple[str, ...]:
        """The contexts of the paragraph that the trigger stands in, in the codebook's order."""
        counts = self._counts[self.parsed.sentence_of(trigger).paragraph]
        return tuple(c for c in PLOVER.contexts if counts.get(c, 0) >= ENOUGH)

    def is_cyber(self, trigger: Token) -> bool:
        """Whether a bare "attack" here is one on computers."""
        number = trigger.sentence
        if number in self._cyber:
            return True
        return self._is_cyber_article and number not in self._violent

    def effects(self, trigger: Token, frames: Frames) -> tuple[str, ...]:
        """Effects that the clauses on the trigger name: "the attack that destroyed government data"."""
        hosts = [trigger, *(t for prep in trigger.each("prep") for t in prep.each("pobj"))]  # parsers hang it on either
        verbs = [v for host in hosts for clause in host.each("relcl", "acl") for v in clause.conjuncts()]
        if trigger.pos == "VERB":
            verbs.append(trigger)
        elif trigger.dep == "nsubj":
            verbs += trigger.head.conjuncts()
        objects = ((v.lemma, word) for v in verbs for o in frames.of(v).objects for word in (o.lemma, o.lower))
        found = {self._words.effects.get(pair) for pair in objects}
        return tuple(sorted(e for e in found if e))
