"""Elements of a large XML file one by one, from a parser that knows no document types, no entities and no network."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat  # a document type, which entities need, is refused before anything is declared

from averment.lists.entry import ListError

DEEPEST = 8  # levels; OFAC's entries have four
LONGEST = 1 << 20  # characters in one entry; the longest of OFAC's has some 20,000
_AGAIN = "download OFAC's SDN.XML or CONSOLIDATED.XML (not the advanced form), and do not edit it"


@dataclass(slots=True)
class Element:
    """An element with its text and the elements in it; namespaces are left out of the names."""

    name: str
    line: int
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, *path: str) -> Iterator["Element"]:
        """The elements that ``path`` leads to."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return iter(found)

    def word(self, *path: str) -> str:
        """The text of the first element that ``path`` leads to, white space made one space; empty where none is."""
        return next((" ".join(element.text.split()) for element in self.all(*path)), "")


def elements(path: Path, chunks: Iterable[bytes], root: str) -> Iterator[Element]:
    """Yield the elements right below ``root``, one at a time; raises ListError, naming the line, for another root.

    Memory holds one such element and a chunk's worth, however large the file is.
    """
    builder = _Builder(path, root)
    for chunk in chunks:
        builder.feed(chunk)
        yield from builder.take()
    builder.feed(b"", last=True)
    yield from builder.take()


class _Builder:
    """Puts elements together from what the parser meets."""

    def __init__(self, path: Path, root: str) -> None:
        self.path, self.root = path, root
        self.open: list[Element] = []
        self.done: list[Element] = []
        self.size = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.StartDoctypeDeclHandler = self.refuse

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise ListError(f"{self.path}, line {error.lineno}: no XML ({what}); {_AGAIN}") from error

    def take(self) -> list[Element]:
        done, self.done = self.done, []
        return done

    def start(self, name: str, _: object) -> None:
        element = Element(name.rpartition(" ")[2], self.parser.CurrentLineNumber)
        if not self.open and element.name != self.root:
            raise self.wrong(f"the file begins with <{element.name[:40]}>, not with <{self.root}>")
        if len(self.open) >= DEEPEST:
            raise self.wrong(f"elements stand in one another more than {DEEPEST} deep")
        if len(self.open) > 1:
            self.open[-1].children.append(element)
        self.open.append(element)
        self.grow(len(name))

    def end(self, _: str) -> None:
        element = self.open.pop()
        if len(self.open) == 1:
            self.done.append(element)
            self.size = 0

    def data(self, text: str) -> None:
        if len(self.open) > 1:
            self.open[-1].text += text
            self.grow(len(text))

    def grow(self, characters: int) -> None:
        self.size += characters
        if self.size > LONGEST:
            raise self.wrong(f"an entry has more than {LONGEST:,} characters")

    def refuse(self, *_: object) -> None:
        raise self.wrong("it declares a document type, which a list has no need of and attacks are made with")

    def wrong(self, what: str) -> ListError:
        return ListError(f"{self.path}, line {self.parser.CurrentLineNumber}: {what}; {_AGAIN}")
