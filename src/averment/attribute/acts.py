"""Speech acts: what a speaker does by a statement, from its cue and, for neutral cues, from its wording."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.errors import LexiconError
from averment.parse.tree import Token
from averment.records import Act

FILE = "wording.toml"
_KEYS = (
    "condemn", "deny", "reject", "accuse", "demand", "promise", "threaten", "support", "admit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """Lemmas that make a neutral report another act: verbs by act, evaluative words, claims, misdeeds ..."""

    verbs: Mapping[str, Act]
    evaluative: frozenset[str]
    grave: frozenset[str]
    claims: frozenset[str]
    merits: frozenset[str]
    answers: frozenset[str]
    harsh: frozenset[str]
    misdeeds: frozenset[str]


@cache
def wording() -> Wording:
    """The word lists that come with the package, read once."""
    return read_wording(files("averment.attribute").joinpath(FILE).read_text("utf-8"))


def read_wording(text: str, name: str = FILE) -> Wording:
    """Read the word lists from TOML; raise ``LexiconError`` naming the file and the entry that cannot be used."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is not valid TOML: {error}") from error
    verbs: dict[str, Act] = {}
    for act in raw.get("verbs", {}):
        if act not in _KEYS:
            raise LexiconError(f"{name}: [verbs] has {act!r}; known are {list(_KEYS)}.")
        verbs.update(dict.fromkeys(_lemmas(raw["verbs"], act, name), Act(act)))
    lists = [_lemmas(raw, key, name) for key in Wording.__slots__[1:]]
    return Wording(verbs, *(frozenset(words) for words in lists))


def _lemmas(table: Mapping[str, Any], key: str, name: str) -> list[str]:
    words = table.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise LexiconError(f"{name}: {key!r} must be a list of words; got {words!r}.")
    return words


def classify(act: Act, content: list[Token], head: Token | None) -> Act:
    """The act of a statement whose cue says ``act``: a cue's own act stands, "assert" is settled by the content.

    ``content`` are the content's first tokens, ``head`` the token that it hangs on.
    """
    words = wording()
    lemmas = {token.lemma for token in content}
    if act is Act.REJECT or act is Act.DENY:
        return _refusal(act, lemmas, words)
    if act is not Act.ASSERT:
        return act
    return _of_main_verbs(content, head, words) or _of_wording(content, lemmas, words) or Act.ASSERT


def _refusal(act: Act, lemmas: set[str], words: Wording) -> Act:
    """Rejecting claims called baseless is to deny them; otherwise the cue's own act."""
    if act is Act.REJECT and lemmas & words.claims and lemmas & words.evaluative and lemmas & {"claim", "allegation"}:
        return Act.DENY
    return act


def _of_main_verbs(content: list[Token], head: Token | None, words: Wording) -> Act | None:
    """The act that the content's own main verb performs, with its coordinated verbs."""
    if head is None or head.pos not in ("VERB", "AUX"):
        return None
    found = {act for verb in head.conjuncts()[:4] if (act := _of_verb(verb, words)) is not None}
    return next((act for act in words.verbs.values() if act in found), None) if found else None


def _of_verb(verb: Token, words: Wording) -> Act | None:
    negated = any(c.dep == "neg" for c in verb.children)
    will = any(c.dep == "aux" and c.lower in ("will", "'ll", "shall") for c in verb.children)
    must = any(c.dep == "aux" and c.lower in ("must", "should", "ought") for c in verb.children)
    subject = verb.child("nsubj", "nsubjpass")
    ours = subject is not None and subject.lower in ("we", "i", "it", "he", "she", "they")
    if must or (verb.lemma in ("need", "have") and verb.child("xcomp") is not None and not negated):
        return Act.DEMAND
    if will and (verb.lemma in words.answers and _harshly(verb, words)):
        return Act.THREATEN
    act = words.verbs.get(verb.lemma)
    if act is not None and not negated and verb.child("nsubjpass") is None and not will:
        return act
    if will and not negated and (ours or act is Act.SUPPORT):
        return Act.PROMISE
    return None


def _harshly(verb: Token, words: Wording) -> bool:
    return verb.lemma in words.harsh or any(
        c.lemma in words.harsh or c.lower in words.harsh for c in verb.subtree()[:40]
    )


def _of_wording(content: list[Token], lemmas: set[str], words: Wording) -> Act | None:
    if lemmas & words.claims and lemmas & words.grave and "be" in lemmas:
        return Act.DENY
    if lemmas & words.grave:
        return Act.ACCUSE
    if _lacks_merit(content, lemmas, words):
        return Act.ACCUSE
    if lemmas & words.misdeeds:
        return Act.ACCUSE
    if lemmas & words.evaluative:
        return Act.CONDEMN
    return None


def _lacks_merit(content: list[Token], lemmas: set[str], words: Wording) -> bool:
    """Whether the content says that somebody lacks something that speaks for a party ("no legitimacy")."""
    return bool(lemmas & words.merits and ("lack" in lemmas or "no" in lemmas or "without" in lemmas))
