"""Reading a list that its user downloaded: OFAC's SDN or consolidated list, as XML or as a set of CSV files."""

import hashlib
from datetime import date
from pathlib import Path

from averment.lists.entry import ListEntry, ListError, ListVersion, SanctionsList
from averment.lists.files import chunks, look_over
from averment.lists.ofac_csv import csv_set, read_csv
from averment.lists.ofac_xml import read_xml

SDN, CONSOLIDATED = "ofac-sdn", "ofac-consolidated"
NAMES = (SDN, CONSOLIDATED)
"""The lists that can be read."""


def read_list(path: Path | str, published: date | None = None, name: str | None = None) -> SanctionsList:
    """Read a list from ``SDN.XML``, ``CONSOLIDATED.XML``, ``sdn.csv`` or ``cons_prim.csv``.

    An XML file says when it was published; for CSV files, which do not, ``published`` must be given. ``name`` is one of
    ``NAMES``; without it the list is the consolidated one if the file's name begins with "cons". Raises ListError,
    saying what to do, where the file is not such a list or is damaged.
    """
    path = Path(path)
    if path.is_dir():
        raise ListError(f"{path} is a folder; give the file: SDN.XML, CONSOLIDATED.XML, sdn.csv or cons_prim.csv")
    name = name or (CONSOLIDATED if path.name.casefold().startswith("cons") else SDN)
    read = _read_csv if path.suffix.casefold() == ".csv" else _read_xml
    found = read(path, published, name)
    if not found.entries:
        raise ListError(f"{path} holds no entry; download it again")
    return found


def _read_xml(path: Path, published: date | None, name: str) -> SanctionsList:
    file = look_over(path)
    found = read_xml(path, chunks(path))
    if found.published is None and published is None:
        raise ListError(f"{path} does not say when it was published; say so with --date YYYY-MM-DD")
    if published and found.published and published != found.published:
        raise ListError(f"{path} was published on {found.published}, not on {published}; leave the date out")
    notes = []
    if found.expected is not None and found.expected != len(found.entries):
        notes.append(f"{path.name} announces {found.expected:,} entries and holds {len(found.entries):,}")
    day = found.published or published
    assert day is not None  # noqa: S101  one of the two was seen above
    version = ListVersion(name, day, "xml", path.name, file.digest)
    return SanctionsList(version, _sorted(found.entries), tuple(notes))


def _read_csv(path: Path, published: date | None, name: str) -> SanctionsList:
    files = {part: look_over(file) for part, file in csv_set(path).files().items()}
    if published is None:
        raise ListError(f"{path} does not say when it was published; say so with --date YYYY-MM-DD")
    found = read_csv(files)
    digest = hashlib.sha256("".join(file.digest for file in files.values()).encode()).hexdigest()
    notes = [
        f"{count:,} row{'' if count == 1 else 's'} of {file} belong to no entry; are the files of one day?"
        for file, count in found.orphans.items()
    ]
    return SanctionsList(ListVersion(name, published, "csv", path.name, digest), _sorted(found.entries), tuple(notes))


def _sorted(entries: list[ListEntry]) -> tuple[ListEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))
