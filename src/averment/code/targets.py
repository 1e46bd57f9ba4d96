"""What a cyber attack struck: the sectors of its victims, from their entities and from the words for them.

"The attack on Albania's government systems" struck the government; "hacked into a Danish power company" energy. A
country that is named as the victim, and no more, tells no sector.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from averment.code.draft import EventDraft
from averment.code.frames import Frames, is_verb, prepositional
from averment.code.sides import Sides
from averment.code.topics import CYBER
from averment.errors import LexiconError
from averment.parse.tree import Token
from averment.records import EntityKind

_PHRASE = frozenset({"compound", "amod", "nmod", "poss", "det", "appos", "nummod"})
_DEEPEST = 3  # phrases followed inward: "the servers of the operator of the port"
_COUNTRIES = (EntityKind.STATE,)


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Sectors in order; wordings (each a tuple of words) and PLOVER's sectors that say one; where victims stand."""

    sectors: tuple[str, ...]
    wordings: dict[tuple[str, ...], str]
    plover: dict[str, str]
    of_attack: frozenset[str]
    of_phrase: frozenset[str]
    suffering: frozenset[str]
    striking: frozenset[str]
    yielding: frozenset[str]
    longest: int


@cache
def target_words() -> TargetWords:
    """The words that the package ships, read once; raises LexiconError where two sectors claim one wording."""
    raw = tomllib.loads((files("averment.code") / "targets.toml").read_text(encoding="utf-8"))
    wordings: dict[tuple[str, ...], str] = {}
    for sector, row in raw["sectors"].items():
        for wording in row["words"]:
            if (other := wordings.setdefault(tuple(wording.split()), sector)) != sector:
                raise LexiconError(f"targets.toml: {wording!r} stands under {other} and {sector}; keep one.")
    plover = {code: sector for sector, row in raw["sectors"].items() for code in row["plover"]}
    victims = {name: frozenset(words) for name, words in raw["victims"].items()}
    return TargetWords(tuple(raw["sectors"]), wordings, plover, longest=max(map(len, wordings)), **victims)


def struck(drafts: Sequence[EventDraft], sides: Sides, frames: Frames) -> list[EventDraft]:
    """The drafts with ``targets`` where they are cyber attacks."""
    return [replace(d, targets=_targets(d, sides, frames)) if d.mode == CYBER else d for d in drafts]


def _targets(draft: EventDraft, sides: Sides, frames: Frames) -> tuple[str, ...]:
    """The sectors struck, in the order of the list; one that says little yields to any other."""
    words = target_words()
    actors = {token.i for actor in draft.actors for token in _phrase(actor, 0)}
    found: set[str] = set()
    for head in (*draft.recipients, *_victims(draft, frames)):
        if head.i not in actors:
            found |= sectors_of(_phrase(head, 0))
    for entity in map(sides.entity, filter(sides.is_party, draft.recipients)):
        if entity.kind not in _COUNTRIES:
            found |= {words.plover[code] for code in entity.sectors if code in words.plover}
    telling = found - words.yielding
    return tuple(sector for sector in words.sectors if sector in (telling or found))


def sectors_of(phrase: Iterable[Token]) -> set[str]:
    """The sectors that the words of a phrase say; of wordings that overlap the longest counts."""
    words, tokens, found, at = target_words(), list(phrase), set(), 0
    while at < len(tokens):
        for length in range(min(words.longest, len(tokens) - at), 0, -1):
            several = tokens[at : at + length]
            forms = (tuple(t.lower for t in several), (*(t.lower for t in several[:-1]), several[-1].lemma))
            if (sector := next((words.wordings[f] for f in forms if f in words.wordings), None)) is not None:
                found.add(sector)
                at += length - 1
                break
        at += 1
    return found


def _victims(draft: EventDraft, frames: Frames) -> Iterator[Token]:
    """Heads of the phrases that the attack's own words name as struck."""
    words = target_words()
    for trigger in draft.trigger:
        if is_verb(trigger):
            yield from frames.of(trigger).objects
            yield from prepositional(trigger, words.of_attack - {"to", "of"})
        else:
            yield from prepositional(trigger, words.of_attack)
            yield from trigger.each("compound", "amod", "nmod")
            yield from _of_verbs(trigger, frames)


def _of_verbs(noun: Token, frames: Frames) -> Iterator[Token]:
    """Who suffered the attack, and what it disrupted: "the attack, which crippled hospitals"."""
    words, above = target_words(), noun.head
    verbs = [verb for clause in noun.each("relcl", "acl") for verb in clause.conjuncts()]
    if noun.dep == "nsubj" and is_verb(above):
        verbs += above.conjuncts()
    if noun.dep == "pobj" and noun.head.dep == "agent":
        verbs.append(noun.head.head)
    if noun.dep == "dobj" and above.lemma in words.suffering:
        yield from frames.of(above).subjects
    for verb in verbs:
        if verb.lemma in words.striking:
            yield from frames.of(verb).objects


def _phrase(head: Token, depth: int) -> list[Token]:
    """The words of a noun phrase in text order, with the phrases inside of it, but without its clauses."""
    found = [head]
    for child in head.children:
        if child.dep in _PHRASE:
            found += _phrase(child, depth)
    if depth < _DEEPEST:
        for inner in prepositional(head, target_words().of_phrase):
            found += _phrase(inner, depth + 1)
    return sorted(set(found), key=_position)


def _position(token: Token) -> int:
    return token.i
