"""OFAC's SDN.XML and CONSOLIDATED.XML (not the advanced format): ``sdnList`` with one ``sdnEntry`` for each entry.

The element for the date is spelt ``publshInformation``, by OFAC.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from averment.lists import remarks as said
from averment.lists.entry import Alias, ListEntry, ListError, ListKind, Tie, Wallet
from averment.lists.files import MOST
from averment.lists.xml_tree import Element, elements

ROOT = "sdnList"
_WALLET = "Digital Currency Address - "
_TIES = {
    ("nationalityList", "nationality", "country"): "nationality",
    ("citizenshipList", "citizenship", "country"): "citizenship",
    ("addressList", "address", "country"): "address",
    ("idList", "id", "idCountry"): "document",
    ("vesselInfo", "vesselFlag"): "flag",
}


@dataclass(slots=True)
class XmlList:
    """The entries of an XML file, and the day that it says it was published on."""

    published: date | None = None
    expected: int | None = None
    entries: list[ListEntry] = field(default_factory=list)


def read_xml(path: Path, chunks: Iterable[bytes]) -> XmlList:
    """Read the file whose bytes are ``chunks``; raises ListError, naming the line, where it is no such list."""
    found, seen = XmlList(), set[int]()
    for element in elements(path, chunks, ROOT):
        if element.name == "publshInformation":
            found.published = _published(path, element)
            count = element.word("Record_Count")
            found.expected = int(count) if count.isascii() and count.isdigit() else None
        elif element.name == "sdnEntry":
            entry = _entry(path, element)
            if entry.id in seen:
                raise _wrong(path, element, f"entry {entry.id} was there before")
            if len(seen) >= MOST:
                raise _wrong(path, element, f"the file has more than {MOST:,} entries")
            seen.add(entry.id)
            found.entries.append(entry)
    return found


def _published(path: Path, element: Element) -> date:
    words = element.word("Publish_Date")
    try:
        return datetime.strptime(words, "%m/%d/%Y").date()
    except ValueError as error:
        raise _wrong(path, element, f"{words!r} is no date of publication (MM/DD/YYYY)") from error


def _entry(path: Path, element: Element) -> ListEntry:
    number, name, kind = element.word("uid"), _name(element), element.word("sdnType").casefold()
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise _wrong(path, element, f"{number[:40]!r} is not the number of an entry")
    if not name:
        raise _wrong(path, element, f"entry {number} has no name")
    if kind not in list(ListKind):
        raise _wrong(path, element, f"the type of entry {number}, {kind[:40]!r}, is none of {', '.join(ListKind)}")
    remarks = element.word("remarks")
    return ListEntry(
        id=int(number),
        kind=ListKind(kind),
        name=name,
        aliases=tuple(_aliases(element)),
        programs=tuple(word for e in element.all("programList", "program") if (word := e.word())),
        title=element.word("title") or None,
        remarks=remarks,
        births=tuple(dict.fromkeys(filter(None, map(said.years, _texts(element, "dateOfBirthList"))))),
        ties=tuple(dict.fromkeys(_ties(element))),
        linked_to=tuple(_links(remarks)),
        wallets=tuple(dict.fromkeys(_wallets(element))),
    )


def _name(element: Element) -> str:
    """A name as the CSV files have it: LAST, First."""
    return ", ".join(filter(None, (element.word("lastName"), element.word("firstName"))))


def _aliases(element: Element) -> Iterator[Alias]:
    for aka in element.all("akaList", "aka"):
        if name := _name(aka):
            type_ = aka.word("type").replace(".", "").casefold()
            known = type_ if type_ in ("aka", "fka", "nka") else "aka"
            yield Alias(name, known, weak=aka.word("category").casefold() == "weak")


def _ties(element: Element) -> Iterator[Tie]:
    for path, basis in _TIES.items():
        for place in element.all(*path):
            yield from said.tie(place.word(), basis)
    for born in _texts(element, "placeOfBirthList"):
        yield from said.tie(born.rpartition(",")[2], "place of birth")


def _links(remarks: str) -> Iterator[str]:
    """The names in remarks such as ``(Linked To: SOME BODY (BRANCH)) (Linked To: ANOTHER)``."""
    for piece in remarks.split("(Linked To: ")[1:]:
        name = piece.rstrip(" ;.")
        yield name.removesuffix(")") if name.count(")") > name.count("(") else name


def _texts(element: Element, list_: str) -> Iterator[str]:
    """The dates or places of birth."""
    name = list_.removesuffix("List")
    return (item.word(name) for item in element.all(list_, f"{name}Item"))


def _wallets(element: Element) -> Iterator[Wallet]:
    for document in element.all("idList", "id"):
        kind, address = document.word("idType"), document.word("idNumber")
        if kind.startswith(_WALLET) and address:
            yield Wallet(kind.removeprefix(_WALLET), address)


def _wrong(path: Path, element: Element, what: str) -> ListError:
    return ListError(f"{path}, line {element.line}: {what}; download the file again, and do not edit it")
