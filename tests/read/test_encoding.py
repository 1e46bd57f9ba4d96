import codecs

import pytest

from averment.errors import RejectedError
from averment.read.encoding import declared_charset, decode, refuse_damage

TEXT = "Albania’s ministry “rejects” the claim – again, said Tirana."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be", "utf-32", "windows-1252"],
)
def test_the_text_comes_back_whole(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_few_bad_bytes_of_utf8_are_replaced() -> None:
    good = "Irán denies it. " * 20
    data = good.encode()[:100] + b"\xff" + good.encode()[100:]
    assert decode(data).count("\ufffd") == 1


def test_a_character_cut_at_the_end_is_damage_not_windows_1252() -> None:
    assert decode("They denied it… then “".encode()[:-1]).endswith("then \ufffd")


@pytest.mark.parametrize(
    "data",
    [
        b"\xc3\xa9" + b"\xff\xfe\xfd" * 30 + b" denied",
        "Иран отверг обвинения".encode("cp1251"),
        b"\xff\xfe\x00\xd8" * 40,
    ],
    ids=["broken utf-8", "cyrillic", "half surrogates in utf-16"],
)
def test_text_that_cannot_be_told_is_refused(data: bytes) -> None:
    with pytest.raises(RejectedError) as caught:
        decode(data)
    assert caught.value.reason == "encoding"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"PK\x03\x04word", b"\x89PNG\r\n", b"Iran\x00\x00\x01\x02\x00" * 30, b"\x7fELF\x00"]
)
def test_what_is_no_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(RejectedError, match="first") as caught:
        decode(data)
    assert caught.value.reason == "binary"


def test_one_nul_is_only_damage() -> None:
    assert decode(b"Iran denied\x00 it.") == "Iran denied\x00 it."


def test_a_declared_character_set_is_used_where_the_bytes_are_not_utf8() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><p>Škoda, řekl</p>'.encode("iso-8859-2")
    assert "Škoda, řekl" in decode(page, declared_charset(page))


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        (b'<meta charset="klingon">', None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_the_declaration_is_read_as_browsers_do(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


def test_lone_surrogates_count_as_damage() -> None:
    refuse_damage("Iran denied it \ud83d" + " and said so again." * 10)
    with pytest.raises(RejectedError):
        refuse_damage("\ud83d\ud83d\ud83d no")
