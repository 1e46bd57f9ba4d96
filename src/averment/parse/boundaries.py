"""Where sentences must and must not begin: corrections that the dependency parser takes as given."""

from functools import cache
from importlib.resources import files
from typing import Any

from spacy.language import Language

BOUNDARIES = "averment_boundaries"
_STOPS = frozenset(".!?") | {"...", "…", "?!"}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset((files("averment.parse") / "abbreviations.txt").read_text(encoding="utf-8").split())


@Language.component(BOUNDARIES)
def mark_boundaries(doc: Any) -> Any:
    """Set sentence starts that punctuation settles; leave the others to the parser.

    A closing quotation mark after a full stop belongs to the sentence that it closes; a capitalised word after it
    opens the next one unless a reporting clause follows. No sentence begins inside an abbreviation.
    """
    open_quote = False
    for i, token in enumerate(doc):
        if i == 0:
            open_quote = token.text == '"'
            continue
        before = doc[i - 1]
        if token.text == '"':
            closing = open_quote
            open_quote = not open_quote
            if closing:
                token.is_sent_start = False
            elif before.text in _STOPS:
                token.is_sent_start = True
        elif before.text == '"' and not open_quote:  # just closed
            if i >= 2 and doc[i - 2].text in _STOPS and _opens(token):
                token.is_sent_start = True
            else:
                token.is_sent_start = False
        elif before.text == '"' or token.text in {",", ")", "]", ";", "'s"}:
            token.is_sent_start = False
        elif before.text == "." and _opens(token) and i >= 2:
            token.is_sent_start = not _abbreviated(doc, i)
        elif before.text.endswith(".") and before.text[:-1].lower() in _abbreviations() - {"no", "co", "inc"}:
            token.is_sent_start = False
    return doc


def _opens(token: Any) -> bool:
    return bool(token.text[:1].isupper() or token.text[:1].isdigit())


def _abbreviated(doc: Any, i: int) -> bool:
    """Whether the full stop before token ``i`` ends an abbreviation written as two tokens."""
    word = doc[i - 2].text
    return word.lower() in _abbreviations() and word[0].isupper()
