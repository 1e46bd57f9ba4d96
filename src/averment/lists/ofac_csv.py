"""OFAC's CSV files: entries, aliases, addresses and the rest of long remarks, joined by the entry's number.

The files have no headings. ``-0-`` stands for nothing, programs are joined by ``] [``, a Control-Z may end a file, and
remarks longer than 1,000 characters go on, mid-word, in the comments. Format: OFAC, SDN Data Specification.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TextIO

from averment.lists import remarks as said
from averment.lists.entry import Alias, ListEntry, ListError, ListKind
from averment.lists.files import MOST, ListFile

LONGEST_LINE = 1 << 17  # characters; the longest of OFAC's has some 20,000
_NOTHING = "-0-"
_END_OF_FILE = "\x1a"
_PRIMARY = re.compile(r"(?P<primary>sdn|cons_prim)(?P<rest>(?:[-._ (]*\d.*)?\.csv)", re.IGNORECASE)
_COMPANIONS = {"sdn": ("alt", "add", "sdn_comments"), "cons_prim": ("cons_alt", "cons_add", "cons_comments")}
_COLUMNS = {"primary": 12, "alt": 5, "add": 6, "comments": 2}
_TYPES = {"aka": "aka", "a.k.a.": "aka", "fka": "fka", "f.k.a.": "fka", "nka": "nka", "n.k.a.": "nka"}


@dataclass(slots=True)
class CsvSet:
    """The files of one list: entries, aliases and addresses, and comments where there are any."""

    primary: Path
    alt: Path
    add: Path
    comments: Path | None

    def files(self) -> dict[str, Path]:
        """The files by what they hold, in order."""
        found = {"primary": self.primary, "alt": self.alt, "add": self.add}
        return found | ({"comments": self.comments} if self.comments else {})


def csv_set(primary: Path) -> CsvSet:
    """The files that belong to ``sdn.csv`` or ``cons_prim.csv``, in any letter case, from the same folder.

    A name may go on after that, as in sdn_2022-09-14.csv, if those of the others do too. Raises ListError where
    aliases or addresses are missing, since names would be missed in silence.
    """
    match = _PRIMARY.fullmatch(primary.name)
    if match is None:
        raise ListError(
            f"{primary}: the name says no list; give OFAC's sdn.csv or cons_prim.csv, with the files of aliases and "
            "addresses beside it (alt.csv and add.csv, or cons_alt.csv and cons_add.csv), or SDN.XML"
        )
    if not primary.is_file():
        raise ListError(f"{primary} cannot be read: there is no such file; check its name")
    beside = {path.name.casefold(): path for path in sorted(primary.absolute().parent.iterdir())}
    names = [f"{stem}{match['rest']}" for stem in _COMPANIONS[match["primary"].casefold()]]
    alt, add, comments = (beside.get(name.casefold()) for name in names)
    if alt is None or add is None:
        missing = names[0] if alt is None else names[1]
        raise ListError(f"{missing} is missing beside {primary}; download all files of the list, of the same day")
    return CsvSet(primary, alt, add, comments)


@dataclass(slots=True)
class CsvList:
    """The entries of a set of CSV files; ``orphans`` counts, by file, the rows whose entry is missing."""

    entries: list[ListEntry]
    orphans: dict[str, int] = field(default_factory=dict)


def read_csv(files: dict[str, ListFile]) -> CsvList:
    """The entries of a list, by what each file holds; raises ListError naming file and line."""
    rows = {name: _by_entry(file, _COLUMNS[name]) for name, file in files.items() if name != "primary"}
    entries, seen = [], set[int]()
    for line, row in _rows(files["primary"], _COLUMNS["primary"]):
        number = _number(files["primary"], line, row[0])
        if number in seen:
            raise _wrong(files["primary"], line, f"entry {number} was there before")
        seen.add(number)
        parts = {name: found.get(number, []) for name, found in rows.items()}
        entries.append(_entry(files["primary"], line, number, row, parts))
    orphans = {
        files[name].path.name: lost
        for name, found in rows.items()
        if (lost := sum(len(several) for number, several in found.items() if number not in seen))
    }
    return CsvList(entries, orphans)


def _entry(file: ListFile, line: int, number: int, row: list[str], parts: dict[str, list[list[str]]]) -> ListEntry:
    name, kind, programs, title, flag = (_flat(row[column]) for column in (1, 2, 3, 4, 9))
    if not name:
        raise _wrong(file, line, f"entry {number} has no name")
    if kind.casefold() not in ("", *ListKind):
        raise _wrong(file, line, f"{kind!r} is none of {', '.join(ListKind)}, nor {_NOTHING}")
    remarks = "".join([row[11], *(cells[1] for cells in parts.get("comments", []))]).strip()
    addresses = [tie for cells in parts["add"] for tie in said.tie(cells[4], "address")]
    known = [Alias(_flat(cells[3]), _TYPES.get(cells[2].casefold(), "aka")) for cells in parts["alt"] if cells[3]]
    return ListEntry(
        id=number,
        kind=ListKind(kind.casefold() or "entity"),
        name=name,
        aliases=(*known, *(alias for alias in said.weak_aliases(remarks) if alias.name not in {a.name for a in known})),
        programs=tuple(part for part in programs.split("] [") if part),
        title=title or None,
        remarks=remarks,
        births=tuple(dict.fromkeys(said.births(remarks))),
        ties=tuple(dict.fromkeys([*said.ties(remarks), *addresses, *said.tie(flag, "flag")])),
        linked_to=tuple(said.links(remarks)),
        wallets=tuple(dict.fromkeys(said.wallets(remarks))),
    )


def _by_entry(file: ListFile, columns: int) -> dict[int, list[list[str]]]:
    found: dict[int, list[list[str]]] = defaultdict(list)
    for line, row in _rows(file, columns):
        found[_number(file, line, row[0])].append(row)
    return found


def _rows(file: ListFile, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells of each row, nothing written as the empty string."""
    with file.path.open(encoding=file.encoding, errors="replace") as text:
        reader = csv.reader(_lines(file, text))
        try:
            for number, row in enumerate(reader):
                if number >= MOST:
                    raise _wrong(file, reader.line_num, f"the file has more than {MOST:,} rows")
                if row and row[0].strip() not in ("", _END_OF_FILE):
                    if len(row) != columns:
                        raise _wrong(file, reader.line_num, f"there are {len(row)} columns instead of {columns}")
                    yield reader.line_num, ["" if cell.strip() == _NOTHING else cell for cell in row]
        except csv.Error as error:
            raise _wrong(file, reader.line_num, str(error)) from error


def _lines(file: ListFile, text: TextIO) -> Iterator[str]:
    """Yield the file's lines, none longer than ``LONGEST_LINE``."""
    for number in count(1):
        line = text.readline(LONGEST_LINE + 1)
        if len(line) > LONGEST_LINE:
            raise _wrong(file, number, f"the line has more than {LONGEST_LINE:,} characters")
        if not line:
            return
        yield line


def _flat(words: str) -> str:
    return " ".join(words.split())


def _number(file: ListFile, line: int, words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        raise _wrong(file, line, f"{words[:40]!r} is not the number of an entry")
    return int(words)


def _wrong(file: ListFile, line: int, what: str) -> ListError:
    return ListError(f"{file.path}, line {line}: {what}; download OFAC's CSV files again, and do not edit them")
