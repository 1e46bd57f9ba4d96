"""PLOVER and CAMEO: which code of the one is which of the other, read from ``cameo.toml`` when first asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from averment.errors import AvermentError, LexiconError
from averment.ontology.plover import PLOVER

_FILE = "ontology/cameo.toml"
_LENGTHS = (2, 3, 4)


class CodeError(AvermentError):
    """Something that is no code of CAMEO, or no type or mode of PLOVER."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A type of PLOVER with its mode, or without one."""

    type: str
    mode: str | None = None


class Cameo:
    """The correspondence of PLOVER and CAMEO; its tables are loaded, and checked, on first use."""

    def plover(self, code: str) -> Coding | None:
        """What PLOVER makes of a CAMEO code of two to four digits; None where it drops the code, as it does 01.

        A code that the table does not name is read as the longest of its beginnings that it does. Raises CodeError
        for what is no code of CAMEO.
        """
        if not (code.isascii() and code.isdigit() and len(code) in _LENGTHS):
            raise CodeError(f"{code!r} is no CAMEO code; write two to four digits, such as 163 or 0871")
        for length in range(len(code), 1, -1):
            beginning = code[:length]
            if beginning in self._codings:
                return self._codings[beginning]
            if beginning in self._dropped:
                return None
        raise CodeError(f"there is no CAMEO code {code!r}; the first two digits run from 01 to 20")

    def code(self, type_: str, mode: str | None = None) -> str:
        """The CAMEO code of a type and mode: one that says no more than the two do, of two digits where none does.

        Raises CodeError for a type or mode that PLOVER does not have.
        """
        _known(type_, mode)
        row = self._raw["codes"][type_]
        return str(row.get("modes", {}).get(mode, row["code"]))

    def roots(self, type_: str, mode: str | None = None) -> frozenset[str]:
        """The two-digit codes under which CAMEO files a type: all of them, or those of the mode if it has any."""
        _known(type_, mode)
        of_type = {(code, coding.mode) for code, coding in self._pairs if coding.type == type_}
        of_mode = {code[:2] for code, its in of_type if its == mode} if mode else set()
        own = {self.code(type_, mode)[:2]} if mode else set()
        return frozenset(of_mode | own or {code[:2] for code, _ in of_type})

    @cached_property
    def _raw(self) -> dict[str, Any]:
        raw = tomllib.loads((files("averment.ontology") / "cameo.toml").read_text(encoding="utf-8"))
        for type_ in PLOVER.types:
            if type_ not in raw["codes"]:
                raise LexiconError(f"{_FILE}, codes: {type_} has no code")
        for type_, row in raw["codes"].items():
            _checked("codes", Coding(type_))
            for mode in row.get("modes", {}):
                _checked("codes", Coding(type_, mode))
        return raw

    @cached_property
    def _codings(self) -> Mapping[str, Coding]:
        """The coding of each code; what is decided goes before what is published."""
        return dict(self._pairs)

    @cached_property
    def _pairs(self) -> tuple[tuple[str, Coding], ...]:
        """Codes with their codings; a code that was decided on has two, the published one first."""
        published = tuple(_published(self._raw["published"]))
        _once([code for code, _ in published])
        return (*published, *_decided(self._raw["decided"]))

    @cached_property
    def _dropped(self) -> frozenset[str]:
        return frozenset(self._raw["dropped"]["codes"])


def _published(rows: Mapping[str, Any]) -> Iterator[tuple[str, Coding]]:
    for type_, groups in rows.items():
        for group in groups:
            coding = _checked("published", Coding(type_, group.get("mode")))
            yield from ((code, coding) for code in group["codes"])


def _decided(rows: Mapping[str, Any]) -> Iterator[tuple[str, Coding]]:
    for code, row in rows.items():
        yield code, _checked(f"decided.{code}", Coding(row["type"], row.get("mode")))


def _known(type_: str, mode: str | None) -> None:
    """Raise CodeError for a type that PLOVER does not have, or a mode that the type does not have."""
    if type_ not in PLOVER.types:
        raise CodeError(f"PLOVER has no type {type_!r}; it is one of {', '.join(PLOVER.types)}")
    if mode is not None and mode not in PLOVER.types[type_].modes:
        raise CodeError(f"{type_} has no mode {mode!r}; its modes: {', '.join(PLOVER.types[type_].modes) or 'none'}")


def _checked(place: str, coding: Coding) -> Coding:
    try:
        _known(coding.type, coding.mode)
    except CodeError as error:
        raise LexiconError(f"{_FILE}, {place}: {error}") from error
    return coding


def _once(codes: list[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise LexiconError(f"{_FILE}, published: the code {code} stands twice")


CAMEO = Cameo()
