"""The tables that hold a report: their columns, their order, and how an article's rows are found."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | float | None
Row = tuple[Value, ...]
Rows = Mapping[str, list[Row]]
"""The rows of one report, by table."""

_OF_STATEMENTS = "statement IN (SELECT id FROM statements WHERE article = ?)"
_OF_EVENTS = "event IN (SELECT id FROM events WHERE article = ?)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, the columns that it is ordered by, and the SQL condition for the rows of an article."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    of_article: str = "article = ?"

    @property
    def insert(self) -> str:
        """SQL that adds one row."""
        return f"INSERT INTO {self.name} ({self._names}) VALUES ({', '.join('?' * len(self.columns))})"  # noqa: S608

    @property
    def select(self) -> str:
        """SQL that reads an article's rows, in order."""
        return f"SELECT {self._names} FROM {self.name} WHERE {self.of_article} ORDER BY {self._order}"  # noqa: S608

    @property
    def select_all(self) -> str:
        """SQL that reads every row, in order."""
        return f"SELECT {self._names} FROM {self.name} ORDER BY {self._order}"  # noqa: S608

    @property
    def _names(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)

    @property
    def _order(self) -> str:
        return ", ".join(f'"{column}"' for column in self.key)


def _table(name: str, columns: str, key: str, of_article: str = "article = ?") -> Table:
    return Table(name, tuple(columns.split()), tuple(key.split()), of_article)


ARTICLES = _table(
    "articles",
    "id source title outlet outlet_country published published_basis language title_begin title_end fingerprint text",
    "id",
    "id = ?",
)
REPORT_TABLES = (
    ARTICLES,
    _table("article_spans", "article role position begin end", "article role position"),
    _table("entities", "article id position name kind country sectors aliases ids reason members", "article position"),
    _table("mentions", "article position begin end entity kind reason", "article position"),
    _table(
        "statements",
        "id article position speaker addressee act quoted parent date_start date_end date_span_begin date_span_end "
        "confidence reason source cue content",
        "article position",
    ),
    _table("statement_spans", "statement role position begin end", "statement role position", _OF_STATEMENTS),
    _table(
        "events",
        "id article position type mode contexts status stance date_start date_end date_span_begin date_span_end "
        "place same_as according_to effects quantities targets confidence reason words sentence_begin sentence_end "
        "sentence",
        "article position",
    ),
    _table("event_spans", "event position begin end", "event position", _OF_EVENTS),
    _table("parties", "event side position article entity begin end words", "event side position", _OF_EVENTS),
)
"""In the order in which rows are added."""

DOCUMENTS = _table("documents", "source article", "source article")
REJECTIONS = _table("rejections", "source reason message article", "source reason message article")

LISTS = _table("lists", "id name date format source digest", "id")
LIST_ENTRIES = _table("list_entries", "list id kind name title programs remarks births ties linked_to", "list id")
LIST_ALIASES = _table("list_aliases", "list entry position name type weak", "list entry position")
LIST_WALLETS = _table("list_wallets", "list entry position asset address", "list entry position")
LIST_TABLES = (LISTS, LIST_ENTRIES, LIST_ALIASES, LIST_WALLETS)
"""Sanctions lists; in the order in which rows are added."""

TABLES = (*REPORT_TABLES, DOCUMENTS, REJECTIONS, *LIST_TABLES)
"""All that a ledger says; search indexes are made from it."""


def printable(text: str) -> str:
    """``text`` with what a file in UTF-8 cannot hold written out, such as a byte of a file name in another encoding."""
    return text.encode("utf-8", "backslashreplace").decode()
