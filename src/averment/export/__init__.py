"""Files for other programs: the tables of a ledger as CSV or JSON lines, and its events as PLOVER records.

Every exporter keeps one protocol: the file is written under a temporary name, read back, compared row by row with what
the ledger says, and only then gets its name. The same ledger, filter and version give the same bytes.
"""

from averment.export.file import ExportError, Form, write_file
from averment.export.ledger import TABLES, export_plover, export_table
from averment.export.strict import LeftOut

__all__ = ["TABLES", "ExportError", "Form", "LeftOut", "export_plover", "export_table", "write_file"]
