"""From bytes to text: which encoding a file was written in, when it does not say or says it wrongly."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.errors import ReaderError
from reader.intake.letters import plausibility

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# On a tie the earlier wins: a text that is English but for its quotation marks, words without the letters that tell.
_OF_ONE_BYTE = ("cp1252", "cp1256", "iso8859-6", "cp720", "mac-arabic", "cp1255")
_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-2", "iso8859-15")
_OTHERS = (
    *("cp1251", "cp1253", "iso8859-5", "iso8859-7", "koi8-r", "cp866", "cp864"),
    *("gb18030", "big5", "cp932", "euc-jp", "euc-kr"),
)
_NAMED_SOLELY_BY = {
    "cp1256": "windows-1256",
    "cp1255": "windows-1255",
    "cp1252": "windows-1252",
    "iso8859-6": "iso-8859-6",
}
_WIDENED = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-8": "cp1255",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
_ARABIC_OF_ISO = bytes([*range(0x80), 0xA0, 0xA4, 0xAC, 0xAD, 0xBB, 0xBF, *range(0xC1, 0xDB), *range(0xE0, 0xF3)])
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""", re.IGNORECASE)
_HEAD = 4096  # bytes searched for a declaration; the HTML standard asks for 1024, real pages are laxer
_SAMPLE = 1800  # bytes of lines with letters beyond ASCII that are weighed
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # the share of control bytes that a text may have: a stray NUL at its end, a list of odd strings
_WINDOW = 32768  # bytes before and after the first error in UTF-8 that are looked at
_MOST_BROKEN = 0.5  # the share of broken sequences, among those beyond ASCII, with which a text still counts as UTF-8
_LEAST_WIDE = 0.9  # the share of usual characters by which a text counts as UTF-16
_CONFIDENT = -3.9  # the plausibility that Arabic and Hebrew reach and other scripts, misread, do not
_SURE_OF_LATIN = 0.1  # chardet's confidence below which a few accents decide nothing
_CLEARLY_BETTER = 1.0  # how much better (in nats a letter) another encoding must fit than the declared one


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many places in it could not be read (each is U+FFFD in the text)."""

    text: str
    encoding: str
    unreadable: int = 0


def decode(data: bytes, file: str = "") -> Decoded:
    """Return the text that stands in a file; `file` is what messages call it.

    Byte order marks come first, then UTF-16 without one, strict UTF-8 and UTF-8 with few errors; then a declaration in
    the head of HTML or XML, if the bytes agree; then the letters decide.

    Raises ReaderError import.empty and import.binary.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise ReaderError("import.empty", file=file)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark) and not (encoding == "utf-16-le" and data.startswith(codecs.BOM_UTF32_LE)):
            return _read(data[len(mark) :], encoding)
    if wide := _wide_encoding(data):
        return _read(data, wide)
    filled = data.rstrip(b"\0")  # old systems fill the last block of a file
    if len(_CONTROL.findall(filled[:65536])) > 1 + _MOST_CONTROLS * min(len(filled), 65536):
        raise ReaderError("import.binary", file=file)
    return _as_utf8(data) or _as_declared(data) or _read(data, _likeliest(data))


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    unreadable = text.count("\ufffd")
    if unreadable and encoding.startswith("utf-8"):
        unreadable -= data.count(b"\xef\xbf\xbd")  # those that were in the text already were lost before it came to us
    return Decoded(text, _NAMED_SOLELY_BY.get(encoding, encoding), unreadable)


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - _WINDOW) : error.start + _WINDOW].lstrip(bytes(range(0x80, 0xC0)))
    read = _read(around, "utf-8")
    beyond_ascii = len(re.findall(r"[^\x00-\x7f]", read.text))
    is_cut_at_the_end = read.unreadable == 1 and read.text.endswith("\ufffd") and beyond_ascii > 1
    return _read(data, "utf-8") if is_cut_at_the_end or read.unreadable <= _MOST_BROKEN * beyond_ascii else None


def _wide_encoding(data: bytes) -> str:
    """Return utf-16-le or utf-16-be for such a text without a mark, else "".

    More than every fourth of its bytes is 0 (ASCII), 4 (Cyrillic), 5 (Hebrew) or 6 (Arabic), all at even or all at odd
    places; a text of one byte a letter has next to none of them.
    """
    head = data[: _SAMPLE - _SAMPLE % 2]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = head[first::2]
        is_wide = sum(high.count(byte) for byte in (0, 4, 5, 6)) > len(high) / 2
        if is_wide and high and head.count(0) != len(head):
            text = head[: len(head) & ~1].decode(encoding, errors="replace")
            usual = sum(char.isalnum() or char.isspace() or char.isprintable() for char in text)
            low = head[1 - first :: 2]
            if usual >= _LEAST_WIDE * len(text) and len(set(high)) < len(set(low)):
                return encoding
    return ""


def _as_declared(data: bytes) -> Decoded | None:
    """Return the text in the encoding that HTML or XML declares, if the bytes do not clearly say otherwise."""
    head = data[:_HEAD]
    found = _DECLARED.search(head) if b"<" in head else None
    encoding = _codec(found[1].decode("ascii")) if found else ""
    if not encoding:
        return None
    sample = _telling_lines(data)
    best = max(plausibility(sample, other) for other in _OF_ONE_BYTE)
    if encoding in (*_OF_ONE_BYTE, *_LATIN):
        return _read(data, encoding) if plausibility(sample, encoding) >= best - _CLEARLY_BETTER else None
    if encoding in _OTHERS and best < _CONFIDENT:
        read = _read(data, encoding)
        return read if read.unreadable <= len(read.text) / 100 else None
    return None


def _codec(declared: str) -> str:
    """Return Python's name of a declared encoding; the names that stand for less are widened, as browsers do."""
    try:
        name = codecs.lookup(declared.lower().removesuffix("-i").removeprefix("x-")).name
    except LookupError:
        return ""
    return _WIDENED.get(name, name)


def _likeliest(data: bytes) -> str:
    """Return the encoding whose letters make the likeliest text."""
    sample = _telling_lines(data)
    weights = {encoding: plausibility(sample, encoding) for encoding in _OF_ONE_BYTE}
    best = max(weights, key=lambda encoding: weights[encoding])
    if best == "cp1252" or weights[best] < _CONFIDENT:
        return _guessed_by_chardet(sample, _LATIN if _is_mostly_ascii(sample) else _OTHERS)
    if best in ("iso8859-6", "mac-arabic"):
        return "mac-arabic" if _is_from_a_mac(sample) else "iso8859-6"
    return best


def _is_mostly_ascii(sample: bytes) -> bool:
    """Tell Latin text, where an accent is the exception, from text in another script, where ASCII is."""
    beyond_ascii = sum(byte > 0x7F for byte in sample)  # noqa: PLR2004 - ASCII's last
    return beyond_ascii < len(re.findall(rb"[A-Za-z]", sample))


def _guessed_by_chardet(sample: bytes, candidates: Sequence[str]) -> str:
    import chardet  # its models take 100 ms to load and are seldom needed

    answer = chardet.detect(sample, include_encodings=candidates, no_match_encoding=candidates[0])
    if candidates is _LATIN and answer["confidence"] < _SURE_OF_LATIN:
        return "cp1252"
    return codecs.lookup(answer["encoding"] or "cp1252").name


def _is_from_a_mac(sample: bytes) -> bool:
    """Tell the two apart whose letters stand at the same places: Mac Arabic has signs where ISO 8859-6 has nothing."""
    has_its_signs = sample.translate(None, delete=_ARABIC_OF_ISO) != b""
    return has_its_signs or sample.count(b"\xa0") > sample.count(b" ")


def _telling_lines(data: bytes) -> bytes:
    """Return lines that hold bytes beyond ASCII, some thousand bytes of them, from the beginning, middle and end."""
    third = _SAMPLE // 3
    starts = (0, len(data) // 2, len(data) - len(data) // 4) if len(data) > 2 * _SAMPLE else (0,)
    budget = third if len(starts) > 1 else len(data)
    return b"\n".join(b"\n".join(_lines_from(data, start, budget)) for start in starts)


def _lines_from(data: bytes, start: int, budget: int) -> Iterator[bytes]:
    for line in data[start : start + 20 * _SAMPLE].splitlines():
        if not line.isascii():
            yield line[:budget]
            budget -= len(line)
            if budget <= 0:
                return
