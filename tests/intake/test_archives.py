import io
import struct
import zipfile

import pytest

from reader.errors import ReaderError
from reader.intake.archives import Archive, ArchiveLimits, resolved

SMALL = ArchiveLimits(entries=5, entry=5000, total=8000, ratio=20, free=500)


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, data in files:
            archive.writestr(path, data)
    return out.getvalue()


def noise(length: int) -> bytes:
    import random

    return random.Random(length).randbytes(length)


def key_of(raised: pytest.ExceptionInfo[ReaderError]) -> str:
    return raised.value.key


def test_files_are_read_by_their_paths():
    archive = Archive(zipped(("a/نص.txt", "متن".encode()), ("b.txt", b"")))
    assert archive.paths == ("a/نص.txt", "b.txt")
    assert archive.read("a/نص.txt").decode() == "متن"
    assert archive.find("b.txt") == b""
    assert archive.find("c.txt") is None
    assert "a/نص.txt" in archive


@pytest.mark.parametrize("name", ["../a", "/etc/a", "C:/a", "a/../../b", "..\\a"])
def test_what_would_lie_outside_the_archive_is_left_out_and_counted(name):
    archive = Archive(zipped((name, b"x"), ("good", b"y")))
    assert archive.paths == ("good",)
    assert archive.unsafe == 1


def test_a_file_without_a_name_is_left_out_and_counted():
    archive = Archive(zipped(("ab.txt", b"x"), ("c.txt", b"y")).replace(b"ab.txt", b"\0b.txt"))
    assert archive.paths == ("c.txt",)
    assert archive.unsafe == 1


def test_of_two_files_with_one_path_the_first_counts():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a", b"first"), ("a", b"second"))
    assert Archive(data).read("a") == b"first"


def test_arabic_names_that_say_no_encoding_are_utf8():
    data = zipped(("xx.txt", b"x")).replace(b"xx.txt", "ن.txt".encode())  # both names have six bytes
    assert Archive(data).paths == ("ن.txt",)


@pytest.mark.parametrize("encoding", ["cp720", "cp1256"])
def test_arabic_names_of_old_systems_are_found_by_what_they_mean(encoding):
    name = "فصل أول/متن.txt"
    ascii_ = "x" * len(name)
    data = zipped((ascii_, b"x")).replace(ascii_.encode(), name.encode(encoding))
    archive = Archive(data)
    assert archive.paths == (name,)
    assert archive.read("%D9%81%D8%B5%D9%84 أول/متن.txt") == b"x"


def test_names_of_other_old_systems_are_read_as_the_standard_says():
    data = zipped(("xber.txt", b"x")).replace(b"xber", "über".encode("cp437"))
    assert Archive(data).paths == ("über.txt",)


def test_a_file_packed_too_tightly_is_refused():
    archive = Archive(zipped(("bomb", bytes(4000)), ("short", bytes(400))), limits=SMALL)
    assert archive.read("short") == bytes(400)
    with pytest.raises(ReaderError) as raised:
        archive.read("bomb")
    assert key_of(raised) == "import.archive_too_large"


def test_what_is_read_in_all_has_a_limit():
    archive = Archive(zipped(("a", noise(4500)), ("b", noise(4500))), limits=SMALL)
    assert archive.read("a") == noise(4500)
    with pytest.raises(ReaderError) as raised:
        archive.read("b")
    assert key_of(raised) == "import.archive_too_large"
    with pytest.raises(ReaderError):
        Archive(zipped(("a", noise(6000))), limits=SMALL).check()


def test_more_entries_than_allowed_are_refused():
    with pytest.raises(ReaderError) as raised:
        Archive(zipped(*((f"{number}", b"") for number in range(6))), limits=SMALL)
    assert key_of(raised) == "import.archive_too_large"


def test_a_size_that_is_a_lie_gives_no_more_than_it_states():
    data = zipped(("a", bytes(4000)))
    with pytest.raises(ReaderError) as raised:
        Archive(data.replace(struct.pack("<I", 4000), struct.pack("<I", 40))).read("a")
    assert key_of(raised) == "import.archive_damaged"


def test_encrypted_files_and_rare_packing_are_told():
    data = bytearray(zipped(("a", b"text")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReaderError) as raised:
        Archive(bytes(data)).read("a")
    assert key_of(raised) == "import.encrypted"
    with pytest.raises(ReaderError) as raised:
        Archive(zipped(("a", b"text"), method=zipfile.ZIP_LZMA)).read("a")
    assert key_of(raised) == "import.archive_damaged"


@pytest.mark.parametrize("cut", [0, 10, 60, -1])
def test_a_damaged_archive_is_told(cut):
    data = zipped(("a", noise(100)))
    with pytest.raises(ReaderError) as raised:
        Archive(data[:cut]).check()
    assert key_of(raised) == "import.archive_damaged"


@pytest.mark.parametrize(
    ("reference", "base", "path"),
    [
        ("b.xhtml#p1", "text/a.xhtml", "text/b.xhtml"),
        ("../images/a.png", "text/a.xhtml", "images/a.png"),
        ("#note", "text/a.xhtml", "text/a.xhtml"),
        ("/a.png", "text/a.xhtml", "a.png"),
        ("../../a.png", "text/a.xhtml", ""),
        ("https://example.org/a.png", "text/a.xhtml", ""),
        ("data:image/png;base64,xx", "a", ""),
    ],
)
def test_references_are_resolved_inside_the_archive(reference, base, path):
    assert resolved(reference, base) == path
