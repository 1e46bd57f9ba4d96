"""What PETRARCH's test records do not say of themselves, read from ``petrarch.toml``."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from averment.errors import LexiconError
from averment.ontology import PLOVER
from averment.records import EntityKind

if TYPE_CHECKING:
    from averment.resolve.gazetteer import Gazetteer, Listing

_FILE = "evaluate/petrarch.toml"
_GOVERNMENT = ("GOV",)


@cache
def suite() -> Mapping[str, Any]:
    """The tables of the file; raises LexiconError where a type is none of PLOVER's."""
    raw = tomllib.loads((files("averment.evaluate") / "petrarch.toml").read_text(encoding="utf-8"))
    for code, types in raw["weis"].items():
        for type_ in types:
            if type_ not in PLOVER.types:
                raise LexiconError(f"{_FILE}, weis.{code}: PLOVER has no type {type_!r}")
    return raw


def is_validation(categories: Iterable[str]) -> bool:
    """Whether records of these categories are the validation suite, coded in CAMEO and with real actors."""
    return set(categories) <= set(suite()["validation"]["categories"])


def unusable(id_: str, category: str, *, validation: bool) -> str | None:
    """Why a record cannot be used, or None where it can."""
    for row in suite()["unusable"]:
        if id_ in row.get("records", ()) or (not validation and category in row.get("categories", ())):
            return str(row["reason"])
    return None


def in_cameo(id_: str) -> bool:
    """Whether a record of the unit suite is coded in CAMEO; most are in WEIS."""
    return id_ in suite()["unit"]["cameo"]


def weis_types(code: str) -> tuple[str, ...]:
    """The types that fit a WEIS code; none for a comment, and for what is no code of WEIS."""
    return tuple(suite()["weis"].get(code[:2], ()))


def country(side: str) -> str:
    """The country that a side's code begins with, in ISO 3166 where it is a real one."""
    return str(suite()["countries"].get(side[:3], side[:3]))


def sectors(side: str | None) -> frozenset[str]:
    """PLOVER's sectors among the parts of a side's code: ``IRQGOVMIL`` has GOV and MIL."""
    parts = [side[i : i + 3] for i in range(3, len(side), 3)] if side else []
    renamed = suite()["sectors"]
    return frozenset(renamed.get(part, part) for part in parts) & PLOVER.sectors.keys()


@cache
def actors() -> "Gazetteer":
    """The actors of the made-up world, as a list for the resolver."""
    from averment.resolve.gazetteer import Gazetteer

    return Gazetteer(_entries())


def _entries() -> "Iterator[tuple[str, Listing]]":
    from averment.resolve.gazetteer import Sort

    for row in suite()["actors"]["states"]:
        names = [(row["name"], Sort.STATE), *((people, Sort.DEMONYM) for people in row.get("people", ()))]
        names += [(row["capital"], Sort.METONYM)] if "capital" in row else []
        for name, sort in names:
            yield name, _listing(sort, row["name"], EntityKind.STATE, row["code"], _GOVERNMENT)
    for row in suite()["actors"]["places"]:
        sectors = (row["sector"],) if "sector" in row else ()
        yield row["name"], _listing(Sort.PLACE, row["name"], EntityKind.GOVERNMENT_BODY, row["code"], sectors)
    for row in suite()["actors"]["persons"]:
        yield row["name"], _listing(Sort.PERSON, row["name"], EntityKind.PERSON, row["code"], ())


def _listing(sort: Any, name: str, kind: EntityKind, code: str, sectors: tuple[str, ...]) -> "Listing":
    from averment.resolve.gazetteer import Listing

    return Listing(sort, f"suite:{code}:{name}", name, kind, code, sectors, "an actor of the made-up world")
