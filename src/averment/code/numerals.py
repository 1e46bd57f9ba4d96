"""Numbers as a text says them: digits, words, hedges and currencies, at a place in a row of tokens."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from averment.parse.tree import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]{0,2})\.?")
_LONGEST = 10  # tokens on either side that a number may have; more is a table
_HEDGE = 4  # words of the longest hedge, and one


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """What ``quantities.toml`` says: words to numbers, hedges, currencies, fates, and the phrases to look in."""

    numbers: dict[str, Decimal]
    scales: dict[str, Decimal]
    bounds: dict[str, str]
    before: frozenset[str]
    of: frozenset[str]
    currencies: dict[str, str]
    fates: dict[str, str]
    effects: frozenset[str]
    uncounted: frozenset[str]
    things: frozenset[str]
    own: frozenset[str]
    onward: frozenset[str]
    within: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: tokens ``begin`` to ``end`` (indices, end exclusive), as it is written down.

    ``currency`` is an ISO 4217 code where a symbol or a name stands beside it, ``bound`` the hedge before it.
    """

    begin: int
    end: int
    value: str
    currency: str | None = None
    bound: str | None = None

    @property
    def said(self) -> str:
        """The number with hedge and currency: "12", "more than USD 4000000"."""
        return " ".join(filter(None, (self.bound, self.currency, self.value)))


@cache
def quantity_words() -> QuantityWords:
    """The words that the package ships, read once."""
    raw = tomllib.loads((files("averment.code") / "quantities.toml").read_text(encoding="utf-8"))
    return QuantityWords(
        numbers={word: Decimal(value) for word, value in raw["numbers"].items()},
        scales={word: Decimal(value) for word, value in raw["scales"].items()},
        bounds=_by_word(raw["bounds"]),
        currencies=_by_word(raw["currencies"]),
        fates=_by_word(raw["fates"]),
        **{name: frozenset(words) for name, words in (raw["vague"] | raw["phrases"]).items()},
    )


def is_number(token: Token) -> bool:
    """Whether the token is a number by itself: digits or a number word."""
    words = quantity_words()
    return token.lower in words.numbers or token.lower in words.scales or _value(token.lower) is not None


def numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The number that the token at index ``at`` is part of; None where the words make no number."""
    if not is_number(tokens[at]):
        return None
    begin, end = at, at + 1
    while begin > max(0, at - _LONGEST) and _joins(tokens, begin - 1):
        begin -= 1
    while end < min(len(tokens), at + _LONGEST) and _joins(tokens, end):
        end += 1
    value = _evaluated(tokens[begin:end])
    if value is None:
        return None
    begin, written = _ranged(tokens, begin, _written(value))
    begin, end, currency = _paid(tokens, begin, end)
    begin, bound = _hedged(tokens, begin)
    return Numeral(begin, end, written, currency, bound)


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token at ``i`` may be part of a number that has a neighbour on the other side."""
    token = tokens[i]
    if is_number(token):
        return True
    between = 0 < i < len(tokens) - 1 and is_number(tokens[i - 1]) and is_number(tokens[i + 1])
    if token.lower == "and":
        return between and tokens[i - 1].lower in quantity_words().scales and tokens[i + 1].lower != "a"
    if token.lower == "-":
        return between and not tokens[i - 1].text[0].isdigit()
    return token.lower in {"a", "an"} and i + 1 < len(tokens) and tokens[i + 1].lower in quantity_words().scales


def _evaluated(tokens: Sequence[Token]) -> Decimal | None:
    """The number that the words make, such as 305 for "three hundred and five"; None for "two three"."""
    words, total, part = quantity_words(), Decimal(0), None
    last = Decimal(0)
    for token in tokens:
        if token.lower in {"and", "-", "a", "an"}:
            continue
        if (scale := words.scales.get(token.lower)) is not None:
            if part is None and len(token.text) < len("dozen"):
                return None  # a lone M is no million
            part = (Decimal(1) if part is None else part) * scale
            if scale >= 1000:
                total, part = total + part, None
            last = scale
            continue
        value = words.numbers.get(token.lower, _value(token.lower))
        if value is None or (part is not None and not (value < part and value < last)):
            return None
        part, last = (part or Decimal(0)) + value, value if value % 10 == 0 else Decimal(0)
    return total + (part or 0)


def _value(word: str) -> Decimal | None:
    """The number that digits stand for, with the letters of a scale behind them: 1,200 or 2.5bn."""
    found = _DIGITS.fullmatch(word)
    if found is None:
        return None
    digits, letters = Decimal(found[1].replace(",", "")), found[2]
    if not letters:
        return digits
    scale = quantity_words().scales.get(letters)
    return None if scale is None else digits * scale


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _ranged(tokens: Sequence[Token], begin: int, said: str) -> tuple[int, str]:
    """The number with the one before it: "10 to 15", "between 10 and 15"."""
    joint = tokens[begin - 1].lower if begin >= 2 else ""
    between = begin >= 3 and joint == "and" and tokens[begin - 3].lower == "between"
    if not between and joint not in {"to", "-", "–", "or"}:
        return begin, said
    first = quantity_words().numbers.get(tokens[begin - 2].lower, _value(tokens[begin - 2].lower))
    return (begin, said) if first is None else (begin - 2 - between, f"{_written(first)} to {said}")


def _paid(tokens: Sequence[Token], begin: int, end: int) -> tuple[int, int, str | None]:
    """The currency beside a number, and the number's place with it: "$4 million", "4 million US dollars"."""
    currencies = quantity_words().currencies
    if begin and (code := currencies.get(tokens[begin - 1].lower)):
        return begin - 1, end, code
    for ahead in (end, end + 1):
        if ahead < len(tokens) and (code := currencies.get(tokens[ahead].lower)):
            return begin, ahead + 1, code
        if ahead < len(tokens) and tokens[ahead].lower not in {"us", "u.s.", "american"}:
            break
    return begin, end, None


def _hedged(tokens: Sequence[Token], begin: int) -> tuple[int, str | None]:
    """The hedge before a number, and where it begins. A preposition of the sentence is none."""
    for length in range(min(_HEDGE, begin), 0, -1):
        before = tokens[begin - length : begin]
        bound = quantity_words().bounds.get(" ".join(token.lower for token in before))
        if bound is not None and not (length == 1 and before[0].dep == "prep"):
            return begin - length, bound
    return begin, None


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}
