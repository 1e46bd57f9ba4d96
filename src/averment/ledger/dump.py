"""All that a ledger says, in an order of its own: two ledgers are equal where their dumps are."""

import json
from collections.abc import Iterator
from pathlib import Path

from averment.ledger.ledger import Ledger
from averment.ledger.tables import TABLES


def dump(path: Path | str) -> Iterator[str]:
    """The lines of an export: one JSON array for each row, its table first, whatever order the rows came in."""
    with Ledger.open(path) as ledger, ledger.reading() as connection:
        for table in TABLES:
            for row in connection.execute(table.select_all):
                yield json.dumps([table.name, *row])
