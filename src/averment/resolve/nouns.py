"""Common nouns that stand for parties: roles, collectives, bodies, states and what a party owns."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from averment.parse.tree import Token
from averment.resolve.tables import rows


class NounKind(StrEnum):
    """What sort of party a noun names."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    COMPANY = "company"
    GOVERNMENT_BODY = "government body"
    ORGAN = "organ"
    STATE = "state"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun's kind and PLOVER sector; a weak one is a party only where its phrase says whose or how many."""

    lemma: str
    kind: NounKind
    sector: str
    weak: bool


@cache
def nouns() -> dict[str, Noun]:
    """The nouns of ``nouns.csv``; a question mark there makes one weak."""
    found: dict[str, Noun] = {}
    for row in rows("nouns.csv", ("kind", "sector", "nouns")):
        try:
            kind = NounKind(row["kind"])
        except ValueError as error:
            raise row.wrong(f"there is no kind {row['kind']!r}") from error
        for word in row.each("nouns"):
            lemma = word.rstrip("?")
            if lemma in found:
                raise row.wrong(f"{lemma!r} stands in the table twice")
            found[lemma] = Noun(lemma, kind, row["sector"], word.endswith("?"))
    return found


def noun(token: Token) -> Noun | None:
    """What the token's noun stands for; the form as written goes before its lemma."""
    known = nouns()
    found = known.get(token.lower) or known.get(token.lemma)
    if found is None and token.lower.endswith("s"):
        found = known.get(token.lower[:-1])
    return found


@cache
def portfolios() -> dict[str, str]:
    """A ministry's portfolio ("foreign") under each of the words for it ("external affairs")."""
    return {
        word: row["portfolio"] for row in rows("portfolios.csv", ("portfolio", "words")) for word in row.each("words")
    }
