"""What stands around a report: links, captions, credits, tags; the phrases are in ``furniture.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from averment.errors import LexiconError

_FILE = "furniture.toml"
_LISTS = ("links", "lines", "captions", "labels", "outlet_nouns", "patterns")
_OPENING = r"^[\s*_>#\[(\u2022-]*"
_MARK = r"\s*[*_]*\s*(?:[:|\u00bb]+|\s[-\u2013\u2014]+\s)\s*[*_]*\s*"
_SECTION = (
    r"""(?:[\s/&-]{0,3}[A-Z][\w’'-]*){0,3}\s?:\s+(?!["“«'‘])"""  # "America:", "/ Sci & Tech:"; no quotation behind it
)
_LONGEST_CAPTION, _LONGEST_CLOSED = 160, 60  # "Source: " and a whole sentence is text
_LONGEST_LABEL = 120
_NO_WORD = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The patterns for lines that are not body."""

    link: re.Pattern[str]
    line: re.Pattern[str]
    caption: re.Pattern[str]
    label: re.Pattern[str]
    glued: re.Pattern[str]

    def link_headline(self, line: str) -> int | None:
        """Where the headline begins in a line such as ``Read more: ...`` (the line's length if it has none).

        None for any other line.
        """
        match = self.link.match(line)
        if match is None:
            return None
        return len(line) if match.end() >= len(line) or not line[match.end() :].strip("»>…)]*_: ") else match.end()

    def is_furniture(self, line: str) -> bool:
        """Whether the line is about the page or a picture, and neither text nor a link."""
        if self.line.match(line) or _NO_WORD.match(line):
            return True
        longest = _LONGEST_CLOSED if line.endswith(".") else _LONGEST_CAPTION
        return len(line) <= longest and self.caption.match(line) is not None

    def label_end(self, line: str, outlet: str | None) -> int:
        """Where a paragraph begins behind an outlet's name or a label such as ``BREAKING:`` glued to its front, or 0.

        A label before a quotation mark is a speaker and stays.
        """
        head = line[:_LONGEST_LABEL]
        match = self.label.match(head) or self.glued.match(head) or _outlet_label(head, outlet)
        return match.end() if match and match.end() < len(line) else 0


def _outlet_label(line: str, outlet: str | None) -> re.Match[str] | None:
    if not outlet:
        return None
    return re.match(rf"(?i:{re.escape(outlet)}){_SECTION}", line)


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """The phrases of ``furniture.toml``; raises LexiconError for an entry that cannot be used."""
    lists = _load()
    glued = "|".join(noun.capitalize() for noun in lists["outlet_nouns"])
    whole = rf"{_OPENING}(?:{_either(lists['lines'])})[\s.:»>…*_\])]*$"
    return Furniture(
        link=re.compile(rf"{_OPENING}(?:{_either(lists['links'])})(?:{_MARK}|[\s:»>…*_\])]*$)", re.IGNORECASE),
        line=re.compile(f"(?i:{whole})|" + "|".join(f"(?:{p})" for p in lists["patterns"])),
        caption=re.compile(rf"{_OPENING}(?:{_either(lists['captions'])})\s*:\s", re.IGNORECASE),
        label=re.compile(rf"(?i:{_either(lists['labels'])})\s*:\s+(?![\"“«'‘])"),
        glued=re.compile(rf"(?:[A-Z][\w'’.&-]*\s){{0,4}}[\w'’.&-]*(?:{glued})(?=[A-Z]|\s?/){_SECTION}"),
    )


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)).replace("'", "['’]")


def _load() -> dict[str, list[str]]:
    entries = tomllib.loads(files(__package__).joinpath(_FILE).read_text("utf-8"))
    for name in _LISTS:
        values = entries.get(name)
        if not isinstance(values, list) or not values or not all(isinstance(v, str) and v for v in values):
            raise LexiconError(f"{_FILE}: '{name}' must be a list of non-empty strings")
    for pattern in entries["patterns"]:
        _check(pattern)
    return entries


def _check(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"{_FILE}: patterns: {pattern!r} is no regular expression ({error})") from error
