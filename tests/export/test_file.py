"""A file is complete and checked, or absent."""

import errno
import os

import pytest

from averment.export import ExportError, write_file


class Lines:
    """A form of one word a line; ``spoil`` changes the bytes on their way to the disk."""

    def __init__(self, spoil=lambda line: line):
        self.spoil = spoil

    def chunks(self, rows):
        return (self.spoil(f"{row}\n".encode()) for row in rows)

    def read(self, file):
        for line in file:
            if not line.endswith(b"\n"):
                raise ValueError("cut off")
            yield line.decode().rstrip("\n")

    def expected(self, rows):
        return iter(rows)


def test_the_rows_are_written_and_counted(tmp_path):
    assert write_file(tmp_path / "out", Lines(), lambda: ["a", "b"]) == 2
    assert (tmp_path / "out").read_text() == "a\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_no_rows_are_an_empty_file(tmp_path):
    assert write_file(tmp_path / "out", Lines(), list) == 0
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize(
    ("spoil", "row"),
    [
        (lambda line: line.replace(b"b", b"x"), 2),
        (lambda line: b"" if line == b"b\n" else line, 2),  # a row is lost
        (lambda line: line * 2, 2),  # a row too many
        (lambda line: line.strip() if line == b"b\n" else line, 2),
    ],
)
def test_what_does_not_read_back_is_not_kept(tmp_path, spoil, row):
    with pytest.raises(ExportError, match=rf"out is not kept: its row {row} does not read back"):
        write_file(tmp_path / "out", Lines(spoil), lambda: ["a", "b"])
    assert list(tmp_path.iterdir()) == []


def test_a_failure_halfway_leaves_nothing_behind_and_the_old_file_as_it_was(tmp_path):
    (tmp_path / "out").write_text("old")

    def failing():
        yield "a"
        raise RuntimeError("the ledger is gone")

    with pytest.raises(RuntimeError):
        write_file(tmp_path / "out", Lines(), failing, force=True)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_file_is_overwritten_only_by_force(tmp_path):
    (tmp_path / "out").write_text("old")
    with pytest.raises(ExportError, match="exists already"):
        write_file(tmp_path / "out", Lines(), lambda: ["a"])
    write_file(tmp_path / "out", Lines(), lambda: ["a"], force=True)
    assert (tmp_path / "out").read_text() == "a\n"


def test_a_file_that_somebody_makes_meanwhile_is_not_overwritten(tmp_path):
    def rows():
        (tmp_path / "out").write_text("theirs")
        return ["a"]

    with pytest.raises(ExportError, match="exists already"):
        write_file(tmp_path / "out", Lines(), rows)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["theirs"]


def test_a_folder_and_a_missing_folder_are_named(tmp_path):
    with pytest.raises(ExportError, match="is a folder"):
        write_file(tmp_path, Lines(), list, force=True)
    with pytest.raises(ExportError, match=r"gone/out cannot be written: No such file"):
        write_file(tmp_path / "gone" / "out", Lines(), list)


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path):
    def filling():
        yield "a"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(ExportError, match="No space left on device; check its folder and the disk"):
        write_file(tmp_path / "out", Lines(), filling)
    assert list(tmp_path.iterdir()) == []
