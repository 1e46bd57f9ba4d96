"""The ledger: one SQLite file that keeps articles and all that was read out of them.

with Ledger.open("my.averment", create=True) as ledger:
    ledger.write(averment.read(text))
    for row in ledger.statements(Filter(by="Iran", act="deny")):
        print(row.speaker_name, row.content)
"""

from averment.ledger.account import Account, RejectionRow
from averment.ledger.backup import backup
from averment.ledger.batch import Batch, Outcome
from averment.ledger.doctor import Finding, doctor
from averment.ledger.dump import dump
from averment.ledger.failures import RecordError
from averment.ledger.filter import Filter
from averment.ledger.ledger import Ledger
from averment.ledger.listed import ListRow
from averment.ledger.views import ArticleRow, EventRow, PartyRow, StatementRow

__all__ = [
    "Account",
    "ArticleRow",
    "Batch",
    "EventRow",
    "Filter",
    "Finding",
    "Ledger",
    "ListRow",
    "Outcome",
    "PartyRow",
    "RecordError",
    "RejectionRow",
    "StatementRow",
    "backup",
    "doctor",
    "dump",
]
