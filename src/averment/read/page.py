"""A page of HTML -> its title, date, outlet and paragraphs, by trafilatura; runs in the child process."""

from collections.abc import Iterator
from typing import Protocol

_DATES = {"extensive_search": False, "original_date": True}  # no guess from whatever date the page shows somewhere
_ITEMS = ("item", "row")


class Element(Protocol):
    """What is used of lxml's elements, which carry no types."""

    tag: object
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator["Element"]:
        """The children, in order."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """The elements below of one of the tags, in order."""
        ...


def extract(page: str) -> dict[str, object] | None:
    """What the page says: ``title``, ``date`` (ISO), ``outlet``, ``url`` and ``blocks``, pairs of kind and words.

    A kind is ``heading``, ``item`` or ``paragraph``. None if the page holds no article.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict):
        return None
    return {
        "title": found.title,
        "date": found.date,
        "outlet": found.sitename,
        "url": found.url,
        "blocks": list(_blocks(found.body)),
    }


def _blocks(body: Element) -> Iterator[tuple[str, str]]:
    for element in body:
        if element.tag in ("list", "table"):
            for item in element.iter(*_ITEMS):
                yield from _lines("item", item)
        elif element.tag == "quote" and any(child.tag == "p" for child in element):
            yield from _blocks(element)
        else:
            yield from _lines("heading" if element.tag == "head" else "paragraph", element)


def _lines(kind: str, element: Element) -> Iterator[tuple[str, str]]:
    """The element's words, a block for each line of it that a line break ends."""
    for line in "".join(_pieces(element)).split("\n"):
        if words := " ".join(line.split()):
            yield kind, words


def _pieces(element: Element) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag in ("p", "cell"):
            yield " "
            yield from _pieces(child)
            yield " "
        elif isinstance(child.tag, str) and child.tag not in ("graphic", *_ITEMS):
            yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")
