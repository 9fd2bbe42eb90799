import io
import zipfile

import pytest

from reader.errors import ReaderError
from reader.intake.recognising import Format, format_of


def zipped(*names: str, first: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(name, b"" if number else first)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"text", "a.txt", Format.PLAIN_TEXT),
        (b"text", "README", Format.PLAIN_TEXT),
        (b"# text", "a.md", Format.MARKDOWN),
        (b"text\n\n## one\n\ntext\n\n## two\n", "a.txt", Format.MARKDOWN),
        (b"text\n## two signs\ntext", "a.txt", Format.PLAIN_TEXT),
        (b"<!DOCTYPE html><html>", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf<!-- saved from url -->\n<html>", "", Format.HTML),
        ("<html>".encode("utf-16-le"), "a.htm", Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "a.xhtml", Format.HTML),
        (b"<div>text</div>", "a.html", Format.HTML),
        (b"%PDF-1.7\n", "a.txt", Format.PDF),
        (zipped("word/document.xml"), "a.zip", Format.DOCX),
        (zipped("OEBPS/book.opf"), "a.zip", Format.EPUB),
        (zipped("mimetype", "content.xml", first=b"application/vnd.oasis.opendocument.text"), "a", Format.ODT),
        (b"PK\x03\x04 cut off", "a.epub", Format.EPUB),
        (b"Date: today\r\n\r\n%PDF-1.7\n", "a.pdf", Format.PDF),
        (b"a < b and b > c", "a.html", Format.PLAIN_TEXT),
        (b"Version:0.9\r\nStartHTML:00000097\r\n", "", Format.HTML),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n", "a.mhtml", Format.MHTML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b\r\n", "a", Format.MHTML),
        (b"bplist00\xd1", "a.webarchive", Format.WEBARCHIVE),
        (b"<?xml version='1.0'?>\n<plist version='1.0'><dict><key>WebMainResource</key>", "a", Format.WEBARCHIVE),
    ],
)
def test_formats_are_recognised_by_content_then_by_name(data, name, kind):
    assert format_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"PK\x03\x04....", "a.xlsx", "XLSX"),
        (b"PK\x03\x04....", "a", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "PNG"),
        (b"{}", "a.json", "JSON"),
        (b"<?xml version='1.0'?><rss>", "feed", "XML"),
        (b"From: <a@example.org>\r\nMIME-Version: 1.0\r\n", "a.eml", "EML"),
    ],
)
def test_what_cannot_be_read_yet_is_named(data, name, kind):
    with pytest.raises(ReaderError) as raised:
        format_of(data, name)
    assert (raised.value.key, raised.value.values) == ("import.unsupported", {"file": name, "kind": kind})
