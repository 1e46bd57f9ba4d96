"""Signed quotations: a quotation with a dash and a name behind it, alone in its paragraph."""

from averment.attribute.finding import Finding
from averment.attribute.fragments import Run
from averment.attribute.quotations import SCARE_WORDS, Quotation, Quotations
from averment.attribute.sources import Source
from averment.parse.tree import Parsed
from averment.records import Act

_DASHES = frozenset({"―", "—", "–", "--", "-"})
LONGEST_SIGNATURE = 8  # tokens of the name, with a title


def find_signed(parsed: Parsed, quotations: Quotations) -> list[Finding]:
    """Quotations that a name signs ("... is over." - Jane Roe): the dash is the cue."""
    return [found for quotation in quotations.all if (found := _signed(parsed, quotation)) is not None]


def _signed(parsed: Parsed, quotation: Quotation) -> Finding | None:
    tokens, dash = parsed.tokens, quotation.end
    if not quotation.closed or quotation.words <= SCARE_WORDS or dash + 1 >= len(tokens):
        return None
    if tokens[dash].text not in _DASHES or not tokens[dash + 1].text[0].isupper():
        return None
    end, paragraph = dash + 1, parsed.sentence_of(tokens[dash]).paragraph
    while end < len(tokens) and parsed.sentence_of(tokens[end]).paragraph == paragraph:
        if tokens[end].pos == "VERB" or end - dash > LONGEST_SIGNATURE:
            return None
        end += 1
    head = next((t for t in reversed(tokens[dash + 1 : end]) if t.pos == "PROPN"), tokens[dash + 1])
    first = next((t for t in tokens[quotation.begin : dash] if t.pos in ("VERB", "AUX")), None)
    return Finding(
        Source(head, dash + 1, end), (Run(dash, dash + 1),), tokens[dash], (Run(quotation.begin, dash),), first,
        Act.ASSERT, "signature",
    )  # fmt: skip
