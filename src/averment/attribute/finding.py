"""A finding: one attribution as token runs, before it is judged, nested and turned into spans."""

from dataclasses import dataclass

from averment.attribute.contents import Content
from averment.attribute.cues import Cue
from averment.attribute.fragments import Run
from averment.attribute.sources import Source, find_source
from averment.parse.tree import Token
from averment.records import Act


@dataclass(frozen=True, slots=True)
class Finding:
    """Source, cue and content runs of one attribution, the tokens they hang on, and the act that its cue names."""

    source: Source | None
    cue: tuple[Run, ...]
    cue_head: Token
    content: tuple[Run, ...]
    content_head: Token | None
    act: Act
    rule: str
    addressee: Token | None = None


_NEEDS_SPEAKER = frozenset({"object", "predicate", "verbal"})


def from_verb(cue: Cue, content: Content) -> Finding | None:
    """The finding that a verbal cue and its content make, with the source that the tree gives.

    None for an infinitive, a gerund or an imperative without a speaker that governs no clause: nobody says it.
    """
    source = find_source(cue)
    if source is None and content.rule in _NEEDS_SPEAKER and not cue.passive:
        return None
    return Finding(
        source, tuple(Run(t.i, t.i + 1) for t in cue.tokens()), cue.head, content.runs, content.head,
        cue.entry.act(content.frame), content.rule, content.addressee,
    )  # fmt: skip
