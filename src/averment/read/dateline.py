"""Bylines and datelines: who wrote a report, where and when, as it stands before the report's first words."""

import re
from dataclasses import dataclass
from datetime import date

from averment.read.dates import DATE, find_date
from averment.read.paragraphs import Paragraph

_WORD = r"[A-Z][\w'’.-]*"
_CAPITALS = r"[A-Z][A-Z'’.-]+"
_PLACE = rf"(?:{_WORD}(?:(?:\s(?:(?:of|de|al|el)\s)?|/){_WORD}){{0,3}})"
_CAPITAL_PLACE = rf"(?:{_CAPITALS}(?:\s{_CAPITALS}){{0,3}})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)"
)
_AGENCY = r"(?:\([A-Z][\w .&/'’-]{0,30}\)|/[A-Z]\w{1,12}/)"
_DASH = r"(?:\s*[-–—]{1,3}\s+|\s+[-–—]{1,3}(?=\S)|\s*(?:--|—|–)\s*)"
_DASH_OR_COLON = rf"(?:{_DASH}|\s*:\s+)"  # a colon only behind a day: behind a name it marks a speaker
_BY = rf"(?:By\s+{_WORD}(?:\s{_WORD}){{1,3}}(?:\s+and\s+{_WORD}(?:\s{_WORD}){{1,3}})?\s+)?"
_DATELINE = re.compile(
    rf"{_BY}(?:"
    rf"(?:{_PLACE}(?:,\s*{_PLACE})?,?\s*)?(?:{_DAY},?\s*)?{_AGENCY}(?:,\s*{_DAY})?{_DASH}"  # TIRANA, Sept 7 (AP) -
    rf"|{_PLACE}(?:,\s*{_PLACE})?,\s*{_DAY}{_DASH_OR_COLON}"  # Tirana, Albania, Sept 7 -
    rf"|{_PLACE},\s*(?:{_DAY},?\s*)?[A-Z]{{2,6}}{_DASH}"  # Tehran, IRNA - ; Tehran, Sept 8, IRNA -
    rf"|{_CAPITAL_PLACE}{_DASH}{_AGENCY}(?:{_DASH}|\s+)"  # TIRANA - (AFP)
    rf"|{_CAPITAL_PLACE}(?:,\s*{_PLACE})?{_DASH}"  # TIRANA, Albania --
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
    r"publication date|publish date|release date|for immediate release)\b\s*(?:on\b|at\b)?\s*:?)\s*"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s*[ap]\.?m)|\b(?:[ap]\.?m\b\.?|gmt|utc|[a-z]{1,2}[sd]t|mon(?:day)?|tue(?:s(?:day)?)?|"
    r"wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|at|on|ago|hours?|minutes?|days?|"
    r"today|yesterday|last|updated?|published|posted)\b",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(r"(?:posted|published|written)\s+by\s+.{1,40}\s+on\s+(?P<rest>.*)$", re.IGNORECASE)
_PLACE_LINE = re.compile(rf"{_PLACE}(?:,\s*{_PLACE})?,?\s+{_DAY}(?:\s*{_AGENCY})?\.?$")  # WASHINGTON, May 11 (Agency)
_DATED_SOURCE = re.compile(rf"(?i:{DATE.pattern})\s*[.,:–—-]\s+{_PLACE}$")  # 28 May 2020. Some News Agency
_ENDS_FIELD = re.compile(r"\s*(?:[.;|•]|$)")
_FIELD_MARK = re.compile(r"\s*[|•·]\s*")  # "Jane Doe | 9 September 2022 | News"
_DAY_ONLY = re.compile(_DAY, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line about the report's making: the day it says the report was published on, if it says one."""

    published: date | None = None


def dateline_end(paragraph: str, *, is_first: bool = True) -> int:
    """Where a paragraph's own words begin behind a dateline (``TIRANA, Sept 7 (Agency) -``, ``IP-``), or 0.

    Without other marks a place before a dash (``Tirana -``) is one only in a report's first paragraph.
    """
    head = paragraph[:_LOOKAHEAD]
    match = _DATELINE.match(head)
    if match is None and is_first:
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
    match = _POSTED_BY.match(line) or _STAMP.match(line)
    if match is None:
        return _read_fields(line)
    if not (_is_bare_date(match["rest"]) or _begins_with_date(match["rest"], has_mark=":" in match[0][:_DATE_FIELD])):
        return None
    is_change = match[0].lower().startswith(("last", "updated", "modified"))
    return Stamp(None if is_change else find_date(line))


def _read_fields(line: str) -> Stamp | None:
    """The date of a line of fields (``Tirana | 9 September 2022``) or of a dateline that stands alone."""
    dated = [part for part in _FIELD_MARK.split(line) if _is_bare_date(part)]
    if dated:
        return Stamp(find_date(dated[0]))
    return Stamp(find_date(line)) if _PLACE_LINE.match(line) or _DATED_SOURCE.match(line) else None


def _begins_with_date(rest: str, *, has_mark: bool) -> bool:
    """Whether a date opens ``rest``, alone in its field unless a colon stood before it."""
    match = DATE.search(rest[:_DATE_FIELD])
    return match is not None and (has_mark or (match.start() == 0 and _ENDS_FIELD.match(rest, match.end()) is not None))


def _is_bare_date(line: str) -> bool:
    """Whether nothing but a date, a weekday and a time stands in ``line``."""
    rest, days = DATE.subn("", line)
    if not days:
        rest, days = _DAY_ONLY.subn("", line)
    rest, times = _TIME.subn("", rest)
    return bool(days or times) and not re.search(r"\w{2}", rest)


def without_dateline(paragraph: Paragraph, *, is_first: bool = True) -> tuple[Paragraph, date | None]:
    """The paragraph behind its dateline, and the full date that stood in it."""
    end = dateline_end(paragraph.text, is_first=is_first)
    return (paragraph.after(end), find_date(paragraph.text[:end])) if end else (paragraph, None)
