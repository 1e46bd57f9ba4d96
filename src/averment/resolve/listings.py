"""The lists of states, places, bodies, organisations and well-known persons, as gazetteers."""

from collections.abc import Iterator
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


@cache
def states() -> Gazetteer:
    """Names, capitals, seats of government and demonyms of states."""
    return Gazetteer(_states())


@cache
def parties() -> Gazetteer:
    """Bodies, organisations, groups, companies, media, places and well-known persons."""
    return Gazetteer([*_bodies(), *_organisations(), *_persons(), *_places(), *_breakaways()])


def state(code: str, sort: Sort = Sort.STATE, reason: str = "name in the list of states") -> Listing:
    """What the state with this code is."""
    name = state_names().get(code, code)
    return Listing(sort, f"state:{code}", name, EntityKind.STATE, code, ("GOV",), reason)


def slug(text: str) -> str:
    """``text`` in lower-case ASCII with hyphens; letters without an ASCII form stay."""
    plain = "".join(c for c in normalize("NFKD", text.lower()) if c.isalnum() or c in " -")
    return "-".join(plain.replace("-", " ").split()) or "x"


def _states() -> Iterator[tuple[str, Listing]]:
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


def _place(name: str, code: str, sectors: tuple[str, ...] = ()) -> Listing:
    identity = f"place:{code.lower()}-{slug(name)}"
    return Listing(Sort.PLACE, identity, name, EntityKind.GOVERNMENT_BODY, code, sectors, "name in the list of places")


def _places() -> Iterator[tuple[str, Listing]]:
    for row in rows("places.csv", ("code", "places")):
        for name in row.each("places"):
            yield name, _place(name, row["code"])


def _breakaways() -> Iterator[tuple[str, Listing]]:
    for row in rows("breakaway.csv", ("name", "country", "aliases")):
        yield from _names(row, _place(row["name"], row["country"], ("PRE",)))
