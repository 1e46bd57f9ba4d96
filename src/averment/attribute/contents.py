"""Content finding: what is said, for a verbal cue, by the frames that its lexicon entry allows."""

from collections.abc import Callable

from averment.attribute.clausal import complement, parenthetical, that_after, trailing
from averment.attribute.content import Content
from averment.attribute.cues import Cue
from averment.attribute.phrasal import nominal, predicate, verbal
from averment.attribute.quotations import Quotations
from averment.attribute.spoken import colon, quotation_after, quotation_before
from averment.parse.tree import Parsed

Finder = Callable[[Parsed, Cue, Quotations], Content | None]
# Quotations first: beside them the parser's tree is least to be trusted.
FINDERS: tuple[Finder, ...] = (
    quotation_before, predicate, complement, quotation_after, colon, that_after, verbal, nominal, parenthetical,
    trailing,
)  # fmt: skip


def find_content(parsed: Parsed, cue: Cue, quotations: Quotations) -> Content | None:
    """The content of a verbal cue by the first finder that applies; None where the cue reports nothing here."""
    for finder in FINDERS:
        content = finder(parsed, cue, quotations)
        if content is not None:
            return content
    return None
