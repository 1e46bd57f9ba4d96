"""Names in Latin letters that write one sound in several ways: Kanani, Kanaani, Kan'ani; Dehghan, Dehqan."""

import re
from functools import cache
from unicodedata import normalize

from averment.resolve.gazetteer import Listing, Sort
from averment.resolve.listings import listed_parties

# One spelling for each sound, in order: Arabic, Persian and Cyrillic letters that systems of romanisation write apart.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\b[aeu]l[ -]", ""), (r"[\W_]+", " "), (r"tsch|tch|tsh", "c"), (r"sch|sh", "s"), (r"ch", "c"), (r"kh", "h"),
        (r"gh|q", "g"), (r"dh", "d"), (r"th", "t"), (r"ph", "f"), (r"dj|dzh|zh", "j"), (r"ck", "k"), (r"w", "v"),
        (r"ou|oo", "u"), (r"ee", "i"), (r"y", "i"), (r"\bie", "e"), (r"ei|ai", "e"), (r"(.)\1+", r"\1"),
        (r"(?<=\w{3})(?:[ae]h|e)\b", "a"),
    )
]  # fmt: skip
SHORTEST = 6  # sounds of a name alone that is taken for a listed person's; shorter ones are others' names too


def sounds(name: str) -> str:
    """``name`` as it sounds: two spellings of one name give the same, two names seldom do."""
    return _ascii(name) if name.isascii() and len(name) < 3 else _sounds(name)


def known_person(name: str) -> Listing | None:
    """The listed person whose name ``name`` writes in another way."""
    sound = sounds(name)
    found = _persons().get(sound)
    plain = " " in name or len(sound) >= SHORTEST or not name.isascii()
    return found if plain else None


@cache
def _sounds(name: str) -> str:
    text = re.sub(r"['’‘ʿʾ`]", "", _ascii(name))
    for pattern, sound in SOUNDS:
        text = pattern.sub(sound, text)
    return text.strip()


def _ascii(name: str) -> str:
    return "".join(c for c in normalize("NFKD", name) if not "\u0300" <= c <= "\u036f").lower()


@cache
def _persons() -> dict[str, Listing]:
    """The persons of the list by the sounds of each of their names."""
    persons = ((name, listing) for name, listing in listed_parties() if listing.sort is Sort.PERSON)
    found: dict[str, Listing] = {}
    for name, listing in persons:
        found.setdefault(sounds(name), listing)
    return found
