"""Bylines and datelines: who wrote a report, where and when, as it stands before the report's first words."""

import re
from dataclasses import dataclass
from datetime import date

from averment.read.dates import DATE, find_date
from averment.read.paragraphs import Paragraph

_WORD = r"[A-Z][\w'’.-]*"
_CAPITALS = r"[A-Z][A-Z'’.-]+"
_PLACE = rf"(?:{_WORD}(?:\s(?:(?:of|de|al|el)\s)?{_WORD}){{0,3}})"
_CAPITAL_PLACE = rf"(?:{_CAPITALS}(?:\s{_CAPITALS}){{0,3}})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)"
)
_AGENCY = r"\((?:[A-Z][\w .&/'’-]{0,30})\)"
_DASH = r"(?:\s*[-–—]{1,3}\s+|\s+[-–—]{1,3}(?=\S)|\s*(?:--|—|–)\s*|\s*:\s+)"
_BY = rf"(?:By\s+{_WORD}(?:\s{_WORD}){{1,3}}(?:\s+and\s+{_WORD}(?:\s{_WORD}){{1,3}})?\s+)?"
_DATELINE = re.compile(
    rf"{_BY}(?:"
    rf"(?:{_PLACE}(?:,\s*{_PLACE})?,?\s*)?(?:{_DAY},?\s*)?{_AGENCY}(?:,\s*{_DAY})?{_DASH}"  # TIRANA, Sept 7 (AP) -
    rf"|{_PLACE}(?:,\s*{_PLACE})?,\s*{_DAY}{_DASH}"  # Tirana, Albania, Sept 7 -
    rf"|{_PLACE},\s*[A-Z]{{2,6}}{_DASH}"  # Tehran, IRNA -
    rf"|{_CAPITAL_PLACE}(?:,\s*{_PLACE})?(?!\s*:){_DASH}"  # TIRANA, Albania --
    rf"|[A-Z]{{2,6}}\s?[-–—]{{1,2}}\s+"  # IP-
    r")"
)
_TITLE_CASE = re.compile(rf"{_PLACE}(?:,\s*{_PLACE})?\s+[-–—]{{1,3}}\s+(?=[A-Z\"“])")  # Tirana - ; Tirana, Albania -
_NEXT_DASH = re.compile(r"\s[-–—]{1,3}\s|\w[–—]\w")
_LONGEST = 90
_LOOKAHEAD = 250
_DATE_FIELD = 35  # "Published: Friday, 9 September 2022", whatever follows
_NAME = rf"{_WORD}(?:\s(?:(?:de|van|von|al|el|bin|ben)\s)?{_WORD}){{1,3}}"
_BYLINE = re.compile(
    rf"(?i:(?:written\s+|reported\s+)?by)\s*:?\s+{_NAME}(?:(?:\s*,\s*|\s+and\s+){_NAME})*(?:\s*[,|•–—-]\s*.{{0,60}})?$"
    r"|(?i:by\s+(?:the\s+)?(?:[\w.&]+\s+)?(?:staff|newsroom|news desk|agencies|associated press)(?:\s+\w+)?)$"
    r"|(?i:(?:by\s+)?(?:our\s+)?staff\s+(?:report|reporter|reporters|writer|writers|correspondent))$"
    r"|(?i:by):?\s+[A-Z][\w&.'’-]+$"
)
_STAMP = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued|date|published date|"
    r"publication date|publish date|release date|for immediate release)\b\s*(?:on\b|at\b)?\s*(?P<mark>:?))\s*"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s*[ap]\.?m)|\b(?:[ap]\.?m\b\.?|gmt|utc|[a-z]{1,2}[sd]t|mon(?:day)?|tue(?:s(?:day)?)?|"
    r"wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|at|on|ago|hours?|minutes?|days?|"
    r"today|yesterday)\b",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(_DAY, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line about the report's making: the day it says the report was published on, if it says one."""

    published: date | None = None


def dateline_end(paragraph: str) -> int:
    """Where a paragraph's own words begin behind a dateline (``TIRANA, Sept 7 (Agency) -``, ``IP-``), or 0."""
    head = paragraph[:_LOOKAHEAD]
    match = _DATELINE.match(head)
    if match is None:
        match = _TITLE_CASE.match(head)
        if match and _NEXT_DASH.search(head, match.end()):  # a name with an insertion between dashes
            match = None
    return match.end() if match and match.end() <= _LONGEST and match.end() < len(paragraph) else 0


def read_stamp(line: str) -> Stamp | None:
    """What ``By Jane Doe``, ``Published: 9 September 2022`` or a bare date says; None for a line of text."""
    if len(line) > _LONGEST:
        return None
    if _BYLINE.match(line):
        return Stamp(find_date(line))
    match = _STAMP.match(line)
    if match is None:
        return Stamp(find_date(line)) if _is_bare_date(line) else None
    begins_with_date = match["mark"] and DATE.search(match["rest"][:_DATE_FIELD])
    if not begins_with_date and not _is_bare_date(match["rest"]):
        return None
    is_change = match[0].lower().startswith(("last", "updated", "modified"))
    return Stamp(None if is_change else find_date(line))


def _is_bare_date(line: str) -> bool:
    """Whether nothing but a date, a weekday and a time stands in ``line``."""
    rest, days = DATE.subn("", line)
    if not days:
        rest, days = _DAY_ONLY.subn("", line)
    rest, times = _TIME.subn("", rest)
    return bool(days or times) and not re.search(r"\w{2}", rest)


def without_dateline(paragraph: Paragraph) -> tuple[Paragraph, date | None]:
    """The paragraph behind its dateline, and the full date that stood in it."""
    end = dateline_end(paragraph.text)
    return (paragraph.after(end), find_date(paragraph.text[:end])) if end else (paragraph, None)
