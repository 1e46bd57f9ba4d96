"""Which language a text is in: English by its commonest words, any other by py3langid's model."""

import re
from functools import lru_cache
from typing import Protocol

from averment.errors import RejectedError
from averment.read.rejection import Reason

SAMPLE = 2000
"""Characters looked at: languages are told apart long before, and the cost stays the same for long texts."""

_ENGLISH_SHARE = 0.12
_FEW_LETTERS = 150
_SURE_OF_FEW = 0.9
_WORD = re.compile(r"[^\W\d_]+")
# Words that are common in English and rare in its neighbours (so not "in", "is", "was", "for", "at", "of", "have").
_ENGLISH = frozenset(
    {
        "the", "and", "to", "that", "with", "this", "from", "which", "were", "been", "their", "they",
        "after", "said", "would", "has", "are", "not", "but", "his", "on", "who", "its", "by", "be", "as",
        "it", "an", "will", "you", "what", "when", "there", "our", "we", "about", "more", "also", "against",
        "between", "during", "these", "those",
    }
)  # fmt: skip


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def refuse_language(text: str, languages: tuple[str, ...]) -> str:
    """The language of ``text``, one of ``languages``; raises RejectedError (language) if it is in another.

    A text of a headline's length is rejected only if the model is sure or its script is another. In a text of two
    languages it is enough that its beginning or its end is in one of those asked for.
    """
    head = text[:SAMPLE]
    if "en" in languages and (_is_english(head) or (len(text) > SAMPLE and _is_english(text[-SAMPLE:]))):
        return "en"
    found, confidence = _identifier().classify(head)
    if found in languages:
        return found
    letters = sum(map(str.isalpha, head))
    if letters < _FEW_LETTERS and confidence < _SURE_OF_FEW and _is_latin(head, letters):
        return languages[0]
    asked = ", ".join(languages)
    raise RejectedError(Reason.LANGUAGE, f"the text is in language '{found}', read are: {asked}; translate it first")


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words)


def _is_latin(text: str, letters: int) -> bool:
    """Whether most letters are Latin: in Unicode these lie below U+0250 and in U+1E00 to U+1EFF."""
    latin = sum(char.isalpha() and (char < "\u0250" or "\u1e00" <= char <= "\u1eff") for char in text)
    return 2 * latin >= letters


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    """py3langid's model; it takes 0.7 s to load, so a corpus of English text never loads it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
