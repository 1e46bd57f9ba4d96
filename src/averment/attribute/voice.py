"""Whose voice: whether a speaker reports what somebody else does by speaking, or does it by saying so.

"The envoy said that Ruritania condemns the raid" is one condemnation; "the paper said that the envoy denied it" is a
report of a denial.
"""

from averment.attribute.roles import media, roles
from averment.attribute.sources import Source
from averment.parse.tree import Token

ROOT_LETTERS = 4  # letters that a name and its adjective share ("Iran", "Iranian")
_NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
_PRESENT = frozenset({"VBP", "VBZ"})  # "said it condemns" is done by saying so, "said it condemned" may be a report
NEAREST = 12  # tokens of a phrase that are compared


def speaks_for(source: Source | None, verb: Token) -> bool:
    """Whether the subject of ``verb``, inside what ``source`` says, is the speaker's own side."""
    subject = verb.child("nsubj")
    if source is None or subject is None:
        return subject is None
    if source.head.lemma in media():
        return False
    if subject.pos == "PRON":
        return True
    if subject.lemma in roles() or subject.ent == source.head.ent == "GPE":
        return kin(source, subject)
    return verb.tag in _PRESENT or verb.lemma == "stand" or kin(source, subject)


def kin(source: Source, subject: Token) -> bool:
    """Whether the phrases of a speaker and of a subject share a name ("Iran", "the Iranian ministry")."""
    return bool(_stems(_phrase(source.head)) & _stems(_phrase(subject)))


def _phrase(head: Token) -> list[Token]:
    near = [head, *head.children]
    return near + [inner for token in head.children for inner in token.children][:NEAREST]


def _stems(tokens: list[Token]) -> set[str]:
    return {t.lower[:ROOT_LETTERS] for t in tokens if t.pos in _NAMES and t.text[:1].isupper()}
