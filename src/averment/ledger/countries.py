"""Countries as a person types them: a code of three letters or two, or a name."""

import csv
from functools import cache
from importlib.resources import files


def country_code(words: str) -> str | None:
    """The ISO 3166 alpha-3 code (KOS for Kosovo) that ``words`` mean, in any letter case; None where they mean none."""
    return _codes().get(words.strip().casefold())


@cache
def _codes() -> dict[str, str]:
    """Codes by alpha-3, alpha-2, name and alias, in lower case: ISO's, then those of the states that reports name."""
    import pycountry

    codes: dict[str, str] = {"kos": "KOS", "xk": "KOS", "xkx": "KOS", "uk": "GBR"}
    for country in pycountry.countries:
        names = (country.alpha_3, country.alpha_2, country.name, getattr(country, "common_name", ""))
        codes |= {name.casefold(): country.alpha_3 for name in names if name}
    with (files("averment.resolve") / "data" / "states.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names = (row["name"], *row["aliases"].split(";"))
            codes |= {name.casefold(): row["code"] for name in names if name}
    return codes
