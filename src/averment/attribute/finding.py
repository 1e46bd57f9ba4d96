"""A finding: one attribution as token runs, before it is judged, nested and turned into spans."""

from collections.abc import Container
from dataclasses import dataclass, replace

from averment.attribute.content import Content
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.attribute.sources import Source, find_source, nearby
from averment.parse.tree import Parsed, Token
from averment.records import Act

_NEEDS_SPEAKER = frozenset({"object", "predicate", "verbal"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Source, cue and content runs of one attribution, the tokens they hang on, and the act that its cue names.

    ``confidence`` is None where the rule's own holds.
    """

    source: Source | None
    cue: tuple[Run, ...]
    cue_head: Token
    content: tuple[Run, ...]
    content_head: Token | None
    act: Act
    rule: str
    addressee: Token | None = None
    confidence: float | None = None


def from_verb(parsed: Parsed, cue: Cue, content: Content, active: Container[str] = ()) -> Finding | None:
    """The finding that a verbal cue and its content make, with the source that the tree gives.

    None for an infinitive, a gerund or an imperative without a speaker that governs no clause: nobody says it. The
    same goes for a passive of the verbs ``active``.
    """
    if content.rule == "object" and cue.passive and cue.head.lemma in active:
        return None
    source = _before_cue(find_source(cue), cue.head)
    if source is None and not cue.passive:
        if content.rule in _NEEDS_SPEAKER:
            return None
        source = nearby(parsed, cue.head, content.runs[0].begin)
    return Finding(
        source, tuple(Run(t.i, t.i + 1) for t in cue.tokens()), cue.head, content.runs, content.head,
        cue.entry.act(content.frame), content.rule, content.addressee,
    )  # fmt: skip


def _before_cue(source: Source | None, cue: Token) -> Source | None:
    """A source without its cue, where the cue modifies it ("a page showing ...")."""
    if source is not None and source.head.i < cue.i < source.end:
        return replace(source, end=cue.i)
    return source
