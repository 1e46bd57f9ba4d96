import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from averment.read import Limits, ReadOptions, Rejection, read_paths
from averment.records import Article

TEXT = "The ministry said on Friday that it was Iran, and that it has proof of it."
RECORD = json.dumps({"text": TEXT}).encode()
PAGE = f"<!doctype html><html><body><article>{f'<p>{TEXT}</p>' * 4}</article></body></html>".encode()


def read(*paths: Path | str, options: ReadOptions | None = None) -> list[Article | Rejection]:
    return list(read_paths(paths, options))


def only(path: Path | str, options: ReadOptions | None = None) -> Article | Rejection:
    (found,) = read(path, options=options)
    return found


def reason(path: Path | str, options: ReadOptions | None = None) -> str:
    found = only(path, options)
    assert isinstance(found, Rejection), found
    assert found.message.startswith(f"{found.source}: ")
    assert found.source.startswith(str(path))
    return found.reason


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_is_read_sorted_with_all_below_it(tmp_path: Path) -> None:
    put(tmp_path / "b.txt", TEXT.encode())
    put(tmp_path / "a" / "2.jsonl", RECORD + b"\n" + RECORD)
    put(tmp_path / "a" / "1.txt.gz", gzip.compress(TEXT.encode()))
    put(tmp_path / "c.HTML", PAGE)
    put(tmp_path / ".hidden.txt", TEXT.encode())
    put(tmp_path / ".git" / "x.txt", TEXT.encode())
    found = read(tmp_path)
    assert all(isinstance(one, Article) for one in found)
    names = [str(Path(one.source).relative_to(tmp_path)) for one in found]
    assert names == ["b.txt", "c.HTML", "a/1.txt.gz", "a/2.jsonl:1", "a/2.jsonl:2"]


def test_unknown_files_in_a_folder_are_rejected_not_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "report.docx", b"PK\x03\x04")
    put(tmp_path / "report.txt", TEXT.encode())
    first, second = read(tmp_path)
    assert isinstance(first, Rejection)
    assert first.reason == "unsupported"
    assert isinstance(second, Article)


def test_an_empty_folder_is_a_rejection(tmp_path: Path) -> None:
    assert reason(tmp_path) == "empty"


@pytest.mark.parametrize("name", ["report", "report.log", "report.txt"])
def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    found = only(put(tmp_path / name, TEXT.encode()))
    assert isinstance(found, Article)
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (RECORD + b"\n" + RECORD, 2),
        (b"\xef\xbb\xbf" + RECORD, 1),
        ((RECORD + b"\n" + RECORD).decode().encode("utf-16"), 2),
        (b"\n " + PAGE, 1),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n" + PAGE, 1),
        (gzip.compress(PAGE), 1),
        (gzip.compress(RECORD), 1),
        (TEXT.encode("utf-16"), 1),
        (TEXT.encode("utf-16-le"), 1),
        (b'{Tirana} "The ministry": ' + TEXT.encode(), 1),
    ],
    ids=[
        "jsonl",
        "jsonl with mark",
        "jsonl in utf-16",
        "html",
        "xhtml",
        "html.gz",
        "jsonl.gz",
        "utf-16",
        "utf-16-le",
        "text",
    ],
)
def test_the_form_is_told_by_the_content(tmp_path: Path, data: bytes, count: int) -> None:
    found = read(put(tmp_path / "report", data))
    assert len(found) == count
    assert all(isinstance(one, Article) and TEXT in one.text for one in found)


def test_jsonl_in_utf16_is_read_by_its_suffix_too(tmp_path: Path) -> None:
    found = read(put(tmp_path / "r.jsonl", (RECORD + b"\r\n" + RECORD).decode().encode("utf-16")))
    assert [isinstance(one, Article) for one in found] == [True, True]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("empty.html", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3", "binary"),
        ("report.html", b"\x89PNG\r\n\x1a\n", "binary"),
        ("report.jsonl", b"PK\x03\x04" + b"\0" * 30, "binary"),
        ("nuls.txt", b"a\0b\0\0c" * 500, "binary"),
        ("broken.txt", b"\xc3\xa9" + b"Iran \xff\xfe\xfd" * 50, "encoding"),
        ("long.txt", b"Iran denied it. " * 1_300_000, "size"),
        ("bomb.txt.gz", gzip.compress(b"Iran denied it. " * 1_300_000), "size"),
        ("big.html", b"<html>" + b"<p>Iran denied it.</p>" * 600_000, "size"),
        ("cut.txt.gz", gzip.compress(os.urandom(9000).hex().encode())[:-900], "malformed"),
        ("no.jsonl.gz", b"\x1f\x8bno gzip at all", "malformed"),
        ("pretty.json", b'{\n "text": "Iran denied it."\n}', "malformed"),
        ("array.json", b'[{"text": "Iran denied it."}]', "malformed"),
    ],
)
def test_a_bad_document_is_a_rejection_and_the_others_are_read(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    bad = put(tmp_path / name, data)
    good = put(tmp_path / "good.txt", TEXT.encode())
    first, second = read(bad, good)
    assert isinstance(first, Rejection)
    assert (first.reason, first.source) == (expected, str(bad))
    assert isinstance(second, Article)


def test_records_before_the_damage_of_an_archive_are_kept(tmp_path: Path) -> None:
    packed = gzip.compress(
        b"\n".join(json.dumps({"text": f"{TEXT} {os.urandom(40).hex()}"}).encode() for _ in range(2000))
    )
    *records, last = read(put(tmp_path / "cut.jsonl.gz", packed[: len(packed) // 2]))
    assert len(records) > 500
    assert all(isinstance(one, Article) for one in records)
    assert isinstance(last, Rejection)
    assert (last.reason, last.source) == ("malformed", str(tmp_path / "cut.jsonl.gz"))


def test_windows_1252_and_a_stray_nul_are_read(tmp_path: Path) -> None:
    found = only(put(tmp_path / "a.txt", f"“Baseless”\0 – said Tirana’s envoy. {TEXT}".encode("cp1252")))
    assert isinstance(found, Article)
    assert found.text.startswith("“Baseless”  – said Tirana’s envoy.")


@pytest.mark.parametrize("name", ["none.txt", "none", "none/none.txt", "good.txt/none.txt"])
def test_a_missing_path_is_a_rejection(tmp_path: Path, name: str) -> None:
    put(tmp_path / "good.txt", TEXT.encode())
    assert reason(tmp_path / name) == "missing"


def test_a_path_that_no_system_allows_is_a_rejection() -> None:
    assert reason("a\0b.txt") == "unreadable"
    assert reason("x" * 5000) == "unreadable"


def test_a_folder_named_like_a_text_is_read_as_a_folder(tmp_path: Path) -> None:
    put(tmp_path / "folder.txt" / "a.txt", TEXT.encode())
    assert isinstance(only(tmp_path / "folder.txt"), Article)


def test_a_file_that_may_not_be_read_is_a_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "a.txt", TEXT.encode())

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(path) == "unreadable"


def test_a_folder_that_may_not_be_read_is_a_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "good.txt", TEXT.encode())
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: str | Path) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    good, bad = read(tmp_path)
    assert isinstance(good, Article)
    assert isinstance(bad, Rejection)
    assert (bad.reason, bad.source) == ("unreadable", str(closed))


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found = only(tmp_path)
    assert isinstance(found, Rejection)
    assert found.reason == "unreadable"


@pytest.mark.parametrize("data", [TEXT.encode(), RECORD, PAGE, gzip.compress(TEXT.encode())])
def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = only("-")
    assert isinstance(found, Article)
    assert TEXT in found.text
    assert found.source.startswith("stdin")


def test_documents_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    good = put(tmp_path / "good.txt", TEXT.encode())

    def paths() -> object:
        yield good
        raise AssertionError("asked for too early")

    stream = read_paths(paths())
    assert isinstance(next(stream), Article)
    stream.close()


def test_options_reach_every_form(tmp_path: Path) -> None:
    options = ReadOptions(outlet="Wire", limits=Limits(text_bytes=400))
    for name, data in (("a.txt", TEXT.encode()), ("a.jsonl", RECORD), ("a.html", PAGE)):
        found = only(put(tmp_path / name, data), options)
        assert isinstance(found, Article)
        assert found.outlet == "Wire"


def test_nothing_heavy_is_loaded_on_import() -> None:
    heavy = ["trafilatura", "lxml", "py3langid", "numpy", "spacy"]
    code = f"import sys, averment.read; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
