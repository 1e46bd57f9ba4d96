"""The lists of states, places, bodies, organisations and well-known persons, as gazetteers."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from unicodedata import normalize

from averment.records import EntityKind
from averment.resolve.gazetteer import Gazetteer, Listing, Sort
from averment.resolve.tables import Row, rows

STATE_COLUMNS = ("code", "name", "demonyms", "capital", "aliases")

UNMISTAKABLE = ("ian", "ians", "eli", "aqi", "stani", "inese", "anese")  # endings of demonyms that are no other words


@cache
def state_names() -> dict[str, str]:
    """The common name of each state under its code."""
    return {row["code"]: row["name"] for row in rows("states.csv", STATE_COLUMNS)}


Named = tuple[str, Listing]
"""A listed name with what it stands for."""


@cache
def states() -> Gazetteer:
    """Names, capitals, seats of government and demonyms of states."""
    return Gazetteer([*ambiguous(of_states=True), *listed_states(), *_lookalikes()])


@cache
def parties() -> Gazetteer:
    """Bodies, organisations, groups, companies, media, places and well-known persons."""
    return Gazetteer([*ambiguous(of_states=False), *listed_parties(), *_lookalikes()])


def ambiguous(*, of_states: bool) -> list[Named]:
    """The names of several parties: those of which one is a state, or the others."""
    known = _by_country([*listed_states(), *listed_parties()])
    named = [_ambiguity(row, known) for row in rows("ambiguous.csv", ("name", "usual", "meanings"))]
    return [(name, listing) for name, listing in named if of_states == any(map(_of_state, listing.meanings))]


@cache
def listed_states() -> tuple[Named, ...]:
    """The names, seats and demonyms of states with what each stands for."""
    return tuple(_states())


@cache
def listed_parties() -> tuple[Named, ...]:
    """The names of bodies, organisations, persons and places with what each stands for."""
    return (*_bodies(), *_organisations(), *_persons(), *_places(), *_breakaways())


def state(code: str, sort: Sort = Sort.STATE, reason: str = "name in the list of states") -> Listing:
    """What the state with this code is."""
    name = state_names().get(code, code)
    return Listing(sort, f"state:{code}", name, EntityKind.STATE, code, ("GOV",), reason)


def slug(text: str) -> str:
    """``text`` in lower-case ASCII with hyphens; letters without an ASCII form stay."""
    plain = "".join(c for c in normalize("NFKD", text.lower()) if c.isalnum() or c in " -")
    return "-".join(plain.replace("-", " ").split()) or "x"


def _states() -> Iterator[tuple[str, Listing]]:
    for row in rows("spellings.csv", ("code", "spellings")):
        for name in row.each("spellings"):
            yield name, state(row["code"], reason="a spelling of its name")
    for row in rows("states.csv", STATE_COLUMNS):
        code = row["code"]
        if len(code) != 3 or not code.isupper():
            raise row.wrong(f"{code!r} is not a country code of three letters")
        for name in [row["name"], *row.each("aliases"), *_official(code)]:
            yield name, state(code)
        for name in row.each("capital"):
            yield name, state(code, Sort.METONYM, "a capital, which stands for its government")
        for name in row.each("demonyms"):
            yield name, state(code, Sort.DEMONYM, "demonym")
            if name.endswith(UNMISTAKABLE):
                yield name.lower(), state(code, Sort.DEMONYM, "demonym, written small")


def _official(code: str) -> list[str]:
    """The official name that ISO 3166 gives; names with a comma or bracket are for sorting, and left out."""
    import pycountry

    country = pycountry.countries.get(alpha_3=code)
    names = [getattr(country, field, None) for field in ("official_name", "common_name", "name")]
    return [name for name in names if name and not set(name) & set(",()")]


def _listing(row: Row, prefix: str, sort: Sort, reason: str) -> Listing:
    country = row["country"] or None
    if country is not None and country not in state_names():
        raise row.wrong(f"there is no state with the code {country!r}")
    try:
        kind = EntityKind(row["kind"]) if "kind" in row.cells else EntityKind.PERSON
    except ValueError as error:
        raise row.wrong(f"there is no kind {row['kind']!r}") from error
    sectors = (row["sector"],) if row.cells.get("sector") else ()
    return Listing(sort, f"{prefix}:{slug(row['name'])}", row["name"], kind, country, sectors, reason)


def _names(row: Row, listing: Listing) -> Iterator[tuple[str, Listing]]:
    for name in [row["name"], *row.each("aliases")]:
        yield name, listing


def _bodies() -> Iterator[tuple[str, Listing]]:
    for row in rows("organs.csv", ("name", "country", "kind", "sector", "aliases")):
        yield from _names(row, _listing(row, "organ", Sort.BODY, "name in the list of organs"))


def _organisations() -> Iterator[tuple[str, Listing]]:
    for row in rows("organisations.csv", ("name", "kind", "sector", "country", "aliases")):
        yield from _names(row, _listing(row, slug(row["kind"]), Sort.PARTY, "name in the list of organisations"))


def _persons() -> Iterator[tuple[str, Listing]]:
    for row in rows("persons.csv", ("name", "country", "aliases")):
        yield from _names(row, _listing(row, "person", Sort.PERSON, "name in the list of persons"))


def place(name: str, code: str, sectors: tuple[str, ...] = ()) -> Listing:
    """A place in the country with this code, which stands for who governs it."""
    identity = f"place:{code.lower()}-{slug(name)}"
    return Listing(Sort.PLACE, identity, name, EntityKind.GOVERNMENT_BODY, code, sectors, "name in the list of places")


def _places() -> Iterator[tuple[str, Listing]]:
    for row in rows("places.csv", ("code", "places")):
        for name in row.each("places"):
            yield name, place(name, row["code"])


def _breakaways() -> Iterator[tuple[str, Listing]]:
    for row in rows("breakaway.csv", ("name", "country", "aliases")):
        yield from _names(row, place(row["name"], row["country"], ("PRE",)))


def _lookalikes() -> Iterator[Named]:
    """Names that hold a party's name and stand for something else: "Latin American" is not of the United States."""
    nothing = Listing(Sort.LOOKALIKE, "", "", EntityKind.SYSTEM, None, (), "a name of something else")
    for row in rows("lookalikes.csv", ("name",)):
        yield row["name"], nothing


def _of_state(listing: Listing) -> bool:
    return listing.sort in (Sort.STATE, Sort.METONYM)


def _by_country(named: list[Named]) -> dict[tuple[str, str | None], Listing]:
    """Listings under their names and countries; of two the first."""
    known: dict[tuple[str, str | None], Listing] = {}
    for name, listing in named:
        known.setdefault((name, listing.country), listing)
    return known


def _ambiguity(row: Row, known: dict[tuple[str, str | None], Listing]) -> Named:
    """What an ambiguous name stands for while nothing tells: its usual meaning, or a party without a country."""
    name = row["name"]
    meanings = [_meaning(row, text, known) for text in row.each("meanings")]
    reason = f"{name} may be {', '.join(f'{m.name} ({m.country})' if m.country else m.name for m in meanings)}"
    usual = next((m for m in meanings if row["usual"] and m.country == row["usual"]), None)
    if row["usual"] and usual is None:
        raise row.wrong(f"no meaning of {name!r} is of {row['usual']!r}")
    if usual is not None:
        return name, replace(usual, reason=f"{reason}; mostly the former", meanings=tuple(meanings))
    first = meanings[0]
    prefix = "place" if first.sort is Sort.PLACE else "organisation"
    kind = first.kind if len({m.kind for m in meanings}) == 1 else EntityKind.ORGANISATION
    sort = Sort.PLACE if first.sort is Sort.PLACE else Sort.PARTY
    return name, Listing(sort, f"{prefix}:{slug(name)}", name, kind, None, (), reason, tuple(meanings))


def _meaning(row: Row, text: str, known: dict[tuple[str, str | None], Listing]) -> Listing:
    """A listed party by its country and name; one that no list has is a body like the usual one, or a place."""
    code, _, name = text.partition(":")
    if code and code not in state_names():
        raise row.wrong(f"there is no state with the code {code!r}")
    found = known.get((name or row["name"], code or None))
    if found is not None:
        return found
    usual = known.get((row["name"], row["usual"]))
    if usual is not None and usual.sort is Sort.BODY:
        name = name or row["name"]
        return replace(usual, id=f"organ:{code.lower()}-{slug(name)}", name=name, country=code)
    if name:
        raise row.wrong(f"{name!r} of {code or 'no country'} is in no list of organs or organisations; add it there")
    return place(row["name"], code)
