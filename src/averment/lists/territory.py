"""Countries as the lists spell them ("Korea, North", "Region: Gaza") as codes."""

from functools import cache

KOSOVO = "KOS"  # its code elsewhere in Averment; the user-assigned XKX in most tables


@cache
def country(words: str) -> str | None:
    """The ISO 3166 alpha-3 code (KOS for Kosovo) of a country as a list writes it; None for a city, or no country."""
    from rigour.territories import lookup_territory

    found = lookup_territory(words.removeprefix("Region: ").strip())
    if found is None or found.alpha3 is None:
        return None
    code = str(found.alpha3).upper()
    return KOSOVO if code == "XKX" else code
