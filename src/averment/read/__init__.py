"""Bytes -> Article: plain text, HTML and JSONL, with a reason for every document that cannot be read."""

import sys

from averment.api import CallableRoom
from averment.read.options import Limits, ReadOptions
from averment.read.paths import read_paths
from averment.read.rejection import Reason, Rejection
from averment.read.text import read_text

__all__ = ["Limits", "ReadOptions", "Reason", "Rejection", "read_paths", "read_text"]

sys.modules[__name__].__class__ = CallableRoom  # so that averment.read(text) is a call, in any order of imports
