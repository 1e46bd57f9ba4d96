"""Which party a name of several means: by its place in the sentence, or by the countries spoken of around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from averment.parse.tree import Parsed, Token
from averment.resolve.gazetteer import Hit, Listing, Sort
from averment.resolve.listings import place
from averment.resolve.wordlists import wordlist

Hits = dict[int, Hit]

OF_STATES = {Sort.STATE, Sort.METONYM, Sort.DEMONYM}
TOWNS = {Sort.METONYM, Sort.PLACE}
NAMESAKES = {"USA", "CAN", "AUS"}  # their towns bear names of towns elsewhere, and they are spoken of everywhere
REGIONS = {Sort.STATE, Sort.PLACE}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A country that a name in the text is of, and where; a ``place`` of it, or itself."""

    sentence: int
    paragraph: int
    country: str
    place: bool


def settle(parsed: Parsed, states: Hits, names: Hits, home: str | None = None) -> tuple[Hits, Hits]:
    """The names of states and of other parties, each with the one meaning that it has where it stands.

    ``home`` is the country of the report, which decides where what it speaks of does not.

    "Birmingham, Alabama" is no place in Britain; "Congo" beside Brazzaville is another than beside Kinshasa.
    """
    for hit in _each(states, names):
        located = _located(parsed.tokens, hit, states, names)
        if located is not None:
            _put(replace(hit, listing=located), states, names)
    open_hits = [hit for hit in _each(states, names) if hit.listing.meanings]
    if open_hits:
        spoken = list(_spoken(parsed, states, names))
        for hit in open_hits:
            _put(replace(hit, listing=_meant(parsed, hit, spoken, home)), states, names)
    return states, names


def _each(states: Hits, names: Hits) -> list[Hit]:
    return [hit for found in (states, names) for i, hit in found.items() if i == hit.begin]


def _put(hit: Hit, states: Hits, names: Hits) -> None:
    """Keep a name among the states or the other parties, by what it means now."""
    right, wrong = (states, names) if hit.listing.sort in OF_STATES else (names, states)
    for i in range(hit.begin, hit.end):
        wrong.pop(i, None)
        right[i] = hit


def _located(tokens: list[Token], hit: Hit, states: Hits, names: Hits) -> Listing | None:
    """The place that "Birmingham" is in "Birmingham, Alabama", where it is not in the country that the list has."""
    town = hit.listing.sort in TOWNS or any(m.sort in TOWNS for m in hit.listing.meanings)
    at = hit.end + 1
    if not town or at >= len(tokens) or tokens[hit.end].text != "," or not hit.begin:
        return None
    region = names.get(at) or states.get(at)
    country = _region(region.listing) if region is not None else None
    if region is None or country in (None, hit.listing.country) or region.listing.country == hit.listing.country:
        return None
    beside = hit.begin <= tokens[region.head].head.i < hit.end and not _goes_on(tokens, region.end)
    if not beside or tokens[hit.begin - 1].lower not in wordlist("locating"):
        return None
    return place(" ".join(token.text for token in tokens[hit.begin : hit.end]), country)


def _region(listing: Listing) -> str | None:
    """The country of a state or place; Georgia behind a town that is not of Georgia is the American one."""
    inside = next((m.country for m in listing.meanings if m.sort is Sort.PLACE), None)
    return inside or (listing.country if listing.sort in REGIONS else None)


def _goes_on(tokens: list[Token], i: int) -> bool:
    """Whether a list goes on: "in Washington, Britain and France"."""
    return i < len(tokens) and tokens[i].lower in ("and", "or", "&")


def _spoken(parsed: Parsed, states: Hits, names: Hits) -> Iterator[Spoken]:
    for hit in _each(states, names):
        if hit.listing.country is not None and not hit.listing.meanings:
            sentence = parsed.tokens[hit.head].sentence
            is_place = hit.listing.sort is Sort.PLACE
            yield Spoken(sentence, parsed.sentences[sentence].paragraph, hit.listing.country, is_place)


def _meant(parsed: Parsed, hit: Hit, spoken: list[Spoken], home: str | None) -> Listing:
    """The meaning whose country alone, of all meanings, is spoken of in the sentence, the paragraph or the article."""
    sentence = parsed.tokens[hit.head].sentence
    paragraph = parsed.sentences[sentence].paragraph
    near = [s for s in spoken if s.sentence == sentence]
    around = [s for s in spoken if s.paragraph == paragraph]
    for reach, where in ((near, "sentence"), (around, "paragraph"), (spoken, "article")):
        fitting = [m for m in hit.listing.meanings if _supported(m, hit.listing.meanings, reach)]
        if len(fitting) == 1:
            reason = f"{hit.listing.reason}; of these the {where} speaks of {fitting[0].country} alone"
            return replace(fitting[0], reason=reason)
        if fitting:
            break
    bodies = (meaning for meaning in hit.listing.meanings if meaning.sort is not Sort.PLACE)
    own = next((meaning for meaning in bodies if home is not None and meaning.country == home), None)
    if own is not None:
        return replace(own, reason=f"{hit.listing.reason}; of these the report is from {home}")
    return replace(hit.listing, meanings=())


def _supported(meaning: Listing, meanings: tuple[Listing, ...], reach: list[Spoken]) -> bool:
    """Whether the country of a meaning is spoken of; for a place that is named like a state or abroad, places of it."""
    namesake = meaning.country in NAMESAKES or any(m.sort is Sort.STATE for m in meanings)
    by_places = meaning.sort is Sort.PLACE and namesake
    return any(s.country == meaning.country and (s.place or not by_places) for s in reach)
