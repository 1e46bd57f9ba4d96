"""Annotated files of the wrong shape get a message that names file, line and what is missing."""

import gzip
import json

import pytest

from averment.errors import AvermentError
from averment.evaluate.attribution import AttributionTask
from averment.evaluate.events import EventsTask
from averment.evaluate.gold import GoldTask

DOCUMENT = {"doc": "a", "text": "Rama said no.", "attributions": []}
PAIR = {"id": "p0", "text": "Rama met Blinken.", "root": "CONSULT", "actor": [[0, 4]], "recipient": [[9, 16]]}


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_gzip_and_empty_lines_are_read(tmp_path):
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" + json.dumps(DOCUMENT).encode() + b"\n\n"))
    [sample] = AttributionTask().load(path, None)
    assert (sample.doc, sample.text) == ("a", "Rama said no.")


@pytest.mark.parametrize(
    ("task", "rows", "message"),
    [
        (AttributionTask, [DOCUMENT, {"doc": "b", "text": "x"}], r"file, line 2: .*`attributions`"),
        (AttributionTask, [DOCUMENT, DOCUMENT], r"file: two records are named 'a'"),
        (
            AttributionTask,
            [DOCUMENT | {"attributions": [{"source": [], "cue": [], "content": [[5, 99]]}]}],
            r"document a: the span \[5, 99\] does not lie in its text of 13 characters",
        ),
        (EventsTask, [PAIR, PAIR | {"id": "p1", "actor": "Rama"}], r"file, line 2: .*`\$\.actor`"),
        (EventsTask, [PAIR | {"root": "GREET"}], r"record p0: 'GREET' is no event type; use one of AGREE"),
        (EventsTask, [PAIR | {"recipient": [[9, 99]]}], r"record p0: the span \[9, 99\]"),
        (EventsTask, [], r"file: no records"),
        (GoldTask, [{"doc": "a"}], r"file: .*array"),
    ],
)
def test_another_shape_is_told_with_its_place(tmp_path, task, rows, message):
    with pytest.raises(AvermentError, match=message):
        task().load(lines(tmp_path / "file", *rows), None)


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("cut.jsonl", b'{"doc": "a", "te', r"cut\.jsonl, line 1"),
        ("plain.jsonl.gz", b"not packed", r"not a gzip file"),
        ("short.jsonl.gz", gzip.compress(b"{}" * 100)[:20], r"cut off"),
        ("bytes.jsonl", b'{"doc": "\xff\xfe"}', r"bytes\.jsonl, line 1"),
    ],
)
def test_a_damaged_file_is_told(tmp_path, name, raw, message):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(AvermentError, match=message):
        AttributionTask().load(tmp_path / name, None)


def test_a_missing_file_and_a_missing_text_are_told(tmp_path):
    with pytest.raises(AvermentError, match=r"nowhere\.jsonl: No such file"):
        AttributionTask().load(tmp_path / "nowhere.jsonl", None)
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps([{"doc": "one", "statements": [], "events": []}]))
    with pytest.raises(AvermentError, match=r"one\.txt: No such file.*--texts"):
        GoldTask().load(gold, None)
