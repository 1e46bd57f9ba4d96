"""Names that no list has: organisations, groups and places by the parser's label, threat groups by their pattern."""

from functools import cache
from re import compile as pattern

from averment.parse.tree import Name, Token
from averment.records import EntityKind, MentionKind, Span
from averment.resolve.aliases import note_acronym
from averment.resolve.listings import slug
from averment.resolve.ownership import owner
from averment.resolve.phrases import phrase
from averment.resolve.reading import Finding, Reading
from averment.resolve.register import Draft
from averment.resolve.tables import rows
from averment.resolve.wordlists import wordlist

NUMBERED = pattern(r"(?:APT|UNC|TA|FIN|DEV|UAC|TEMP|Storm)-?\d+$")
LABELS = {"ORG", "NORP", "GPE"}
ABSTRACT = ("ism", "phobia", "ology")  # endings of words that the parser takes for organisations


def threat_group(reading: Reading, head: Token) -> Finding | None:
    """Threat groups by the vendors' naming schemes: APT34, UNC1151, Charming Kitten."""
    if NUMBERED.match(head.text):
        return _threat(reading, head, head.text, None)
    code = _animals().get(head.text)
    if code is None or head.i == 0:
        return None
    before = reading.parsed.tokens[head.i - 1]
    if not before.text[:1].isupper() or before.sentence != head.sentence or before.pos not in ("PROPN", "ADJ", "NOUN"):
        return None
    return _threat(reading, head, f"{before.text} {head.text}", code or None)


def _threat(reading: Reading, head: Token, name: str, country: str | None) -> Finding:
    found = owner(reading, head)
    country = country or (found.country if found else None)
    reason = "a threat group's name by the vendors' schemes"
    draft = Draft(
        f"group:{slug(name)}", name, EntityKind.GROUP, country, ("CRM",), reason,
        plural=True, base="group", words={name.lower()},
    )  # fmt: skip
    return Finding(reading.register.add(draft), MentionKind.NAME, reason)


@cache
def _animals() -> dict[str, str]:
    return {row["word"]: row["country"] for row in rows("threat_names.csv", ("word", "country"))}


@cache
def things() -> frozenset[str]:
    """Words of names that are no parties: programs, treaties, diseases."""
    return frozenset(row["word"] for row in rows("things.csv", ("word",)))


def recognised(reading: Reading, head: Token) -> Finding | None:
    """The party of a name that the parser labels as an organisation's, a group's or a place's."""
    name = reading.name_spans.get(head.i)
    if name is None or name.label not in LABELS or head.pos != "PROPN" or _within(reading, name, head):
        return None
    words = [t for t in reading.parsed.tokens[name.begin : name.end] if t.pos not in ("DET", "PUNCT", "PART")]
    if not words:
        return None
    text = reading.words(Span(words[0].begin, words[-1].end))
    if (known := reading.aliases.get(text)) is not None:
        return Finding(reading.register.get(known), MentionKind.NAME, "an acronym explained before")
    return _unlisted(reading, head, name, words, text) if _plausible(name.label, head, words) else None


def _within(reading: Reading, name: Name, head: Token) -> bool:
    """Whether the name hangs on another token of it: "Affairs" in a ministry's name."""
    above = head.head
    while above.dep in ("prep", "compound") and above.head is not above:
        above = above.head
    return above is not head and name.begin <= above.i < name.end and above.pos == "PROPN"


def _unlisted(reading: Reading, head: Token, name: Name, words: list[Token], text: str) -> Finding:
    kind, prefix = _kind(name.label, words[-1].lower)
    found = owner(reading, head)
    reason = f"a name that the parser labels {name.label}"
    draft = Draft(
        f"{prefix}:{slug(text)}", text, kind, found.country if found else None, (), reason,
        plural=name.label == "NORP", base=words[-1].lower, words=set(text.lower().split()),
    )  # fmt: skip
    draft = reading.register.add(draft)
    note_acronym(reading, head, draft)
    whole = phrase(reading.parsed, head)
    return Finding(draft, MentionKind.NAME, reason, Span(whole.begin, max(whole.end, words[-1].end)))


def _plausible(label: str, head: Token, words: list[Token]) -> bool:
    """Whether a name that no list has is a party's: programs, files and numbers are labelled as names too."""
    if not any(w.text[0].isupper() for w in words) or any(w.lower in things() for w in words):
        return False
    if any(c.isdigit() or c in "_/\\@#+=[]" for w in words for c in w.text):
        return False
    if len(words) == 1 and words[0].lower.endswith(ABSTRACT):
        return False
    if label == "GPE":
        shaped = all(w.text.istitle() for w in words if w.text.isalpha())
        return shaped and (head.dep != "pobj" or head.head.lower in wordlist("locating"))
    return True


def _kind(label: str, last: str) -> tuple[EntityKind, str]:
    if label == "GPE":
        return EntityKind.GOVERNMENT_BODY, "place"
    if label == "NORP" or last in wordlist("groups"):
        return EntityKind.GROUP, "group"
    if last in wordlist("companies"):
        return EntityKind.COMPANY, "company"
    return EntityKind.ORGANISATION, "organisation"
