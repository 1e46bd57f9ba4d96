"""``averment screen``: look names, wallets or everybody in a ledger up in its sanctions lists."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averment.cli.console import note
from averment.cli.lists import form_option
from averment.cli.options import ledger_option
from averment.errors import AvermentError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from averment.ledger import Ledger, ListRow
    from averment.lists import Subject, Years
    from averment.lists.matching import ListMatch

KINDS = {"person": "individual", "organisation": "entity", "vessel": "vessel"}
"""What a name may be of, and OFAC's word for it."""

_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


class Country(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click alone
    """A country, by code or name, as its ISO 3166 alpha-3 code."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code."""
        from averment.ledger.countries import country_code

        return country_code(value) or self.fail(f"{value!r} is no country; give a code or a name.", param, ctx)


class Born(click.ParamType):  # type: ignore[type-arg]
    """A year of birth, or the first and the last that it may be."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Years":
        """Return the years."""
        from averment.lists import Years

        match = _YEARS.fullmatch(str(value))
        if match is None or (match[2] and match[2] < match[1]):
            self.fail(f"{value!r} is no year, nor a first and a last one, such as 1960-1961.", param, ctx)
        return Years(int(match[1]), int(match[2] or match[1]))


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@ledger_option
@click.option(
    "--list", "ids", multiple=True, metavar="ID", help="A list's id; else the newest of each. May be repeated."
)
@click.option("--kind", type=click.Choice(list(KINDS)), help="What the names are of.")
@click.option("--country", type=Country(), metavar="COUNTRY", help="Their country, by code or name.")
@click.option("--born", type=Born(), metavar="YEAR[-YEAR]", help="The year of birth, or the years it may be.")
@click.option("--role", default="", metavar="WORDS", help="What they are or do, such as 'minister of intelligence'.")
@click.option("--program", "programs", multiple=True, metavar="CODE", help="A programme, such as CYBER2.")
@form_option
def screen(
    names: tuple[str, ...],
    ledger: Path,
    ids: tuple[str, ...],
    kind: str | None,
    country: str | None,
    born: "Years | None",
    role: str,
    programs: tuple[str, ...],
    form: str,
) -> None:
    """Look names and wallet addresses up in the sanctions lists of a ledger.

    Without a NAME, everybody named in the ledger's articles is looked up, with country and role as the articles give
    them, and every wallet address in their texts. A match is for review, never a verdict: it has a score and a reason.
    From 0.80 on it is a link, from 0.70 on a suggestion. A person, or a name that the list calls weak, is linked only
    where something else agrees: country, year of birth, role or programme. Wallets match exactly.

    \b
    Examples:
      averment screen --ledger my.averment
      averment screen "Rupert of Hentzau" --kind person --country IRN --born 1960-1961
      averment screen 1FencerAbCdEfGhJkLmNpQrStUvWxYz12 --list ofac-sdn@2022-09-14 --format jsonl
    """
    from averment.ledger import Ledger
    from averment.lists import ListKind, Subject, check_installed

    check_installed()
    if not names and (kind or country or born or role or programs):
        raise click.UsageError("--kind, --country, --born, --role and --program describe a NAME; give one.")
    with Ledger.open(ledger) as kept:
        chosen = _chosen(kept, ids)
        what = ListKind(KINDS[kind]) if kind else None
        subjects: Sequence[Subject] = [
            Subject(name, what, country=country, born=born, role=role, programs=programs) for name in names
        ]
        subjects = subjects or kept.subjects()
        addresses = dict.fromkeys(names, 0) if names else kept.addresses()
        _print(form, _matches(kept, chosen, subjects, addresses), len(names) or len(subjects), chosen)


def _chosen(ledger: "Ledger", ids: Sequence[str]) -> "list[ListRow]":
    """The lists of these ids, or the newest of each; raises AvermentError where there is none."""
    held = {row.id: row for row in ledger.lists()}
    if not held:
        raise AvermentError(f"{ledger.path} holds no list; `averment lists add FILE` adds one")
    for id_ in ids:
        if id_ not in held:
            raise AvermentError(f"there is no list {id_} in {ledger.path}; it holds {', '.join(held)}")
    newest = {row.name: row for row in held.values()}  # in order of date
    return [held[id_] for id_ in dict.fromkeys(ids)] or list(newest.values())


def _matches(
    ledger: "Ledger", chosen: "Sequence[ListRow]", subjects: "Sequence[Subject]", addresses: dict[str, int]
) -> "Iterator[ListMatch]":
    from averment.lists.matching import Screen

    for row in chosen:
        screen = Screen(ledger.sanctions_list(row.id))
        for subject in subjects:
            yield from screen.matches(subject)
        for address, articles in addresses.items():
            yield from screen.wallet_matches(address, articles)


def _print(form: str, matches: "Iterator[ListMatch]", count: int, chosen: "Sequence[ListRow]") -> None:
    from averment.cli.rows import print_csv, print_jsonl
    from averment.lists.matching import ListMatch

    if form == "jsonl":
        print_jsonl(matches)
    elif form == "csv":
        print_csv(ListMatch, matches)
    else:
        _print_table(list(matches), count, chosen)


def _print_table(matches: "list[ListMatch]", count: int, chosen: "Sequence[ListRow]") -> None:
    from averment.cli.console import show, terminal
    from averment.cli.table import new_table

    table = new_table(None, ("match", 0), ("name", 3), ("listed as", 4), ("why", 5))
    for match in matches:
        table.add_row(*_cells(match))
        table.add_section()
    show(terminal(), table if matches else "Nothing on the lists matches.")
    lists = ", ".join(f"{row.id} ({row.entries:,} entries)" for row in chosen)
    note(f"{count:,} name{'' if count == 1 else 's'} looked up in {lists}.")
    if matches:
        note("A match is for review, not a verdict: a name alike is not the same party.")


def _cells(match: "ListMatch") -> "list[RenderableType]":
    from averment.cli.table import stacked
    from averment.cli.words import flat

    seen = f"in {match.articles:,} article{'' if match.articles == 1 else 's'}" if match.articles else ""
    alias = f"{flat(match.listed_name)}\n" if match.listed_name != match.entry_name else ""
    where = f"{alias}{match.list} {match.entry}, {match.list_date}\n{', '.join(match.programs)}"
    return [
        stacked(f"{match.level} {match.score:.2f}", ""),
        stacked(flat(match.name), seen),
        stacked(flat(match.entry_name), where),
        stacked(flat(match.reason), ""),
    ]
