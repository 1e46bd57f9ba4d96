"""Reference data outside the project, and a list of four entries."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from averment.lists import SanctionsList, read_list
from lists.shapes import ROWS, write_xml

if find_spec("rigour") is None:  # the extra "lists" is not installed: nothing here can run
    collect_ignore_glob = ["test_*.py"]

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "reference"


@pytest.fixture
def shared() -> Path:
    """The folder of reference data."""
    if not REFERENCE.is_dir():
        pytest.skip(f"{REFERENCE} is not here")
    return REFERENCE


@pytest.fixture
def september(tmp_path: Path) -> SanctionsList:
    """The list of 14 September 2022, from tmp_path / "SDN.XML"."""
    return read_list(write_xml(tmp_path / "SDN.XML", ROWS))
