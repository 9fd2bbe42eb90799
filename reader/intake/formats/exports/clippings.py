"""The text file in which a Kindle keeps highlights and notes, in any of its languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.annotations.quoted import Quoted
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.entries import Entries
from reader.intake.excerpts import Excerpts
from reader.intake.hints import Hints
from reader.intake.moments import moment_of

IMPORTER = "clippings 1"

_BETWEEN = re.compile(r"^={7,}[ \t]*\r?$", re.MULTILINE)
_AUTHOR = re.compile(r"^(?P<title>.*\S)\s*\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_PLACE = re.compile(r"(?P<start>\d+)(?:[-–](?P<end>\d+))?")
_LOCATION = re.compile(r"loca|loc\.|pos|emplac|ubic|位置|位置|الموقع|موضع", re.IGNORECASE)
_NOTE = re.compile(r"\bnotes?\b|\bnota\b|notiz|anmerk|ملاحظ|注|笔记|заметка", re.IGNORECASE)
_BOOKMARK = re.compile(r"bookmark|signet|lesezeichen|marcador|segnalibro|إشارة|علامة|书签|закладка", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clipping:
    title: str
    author: str
    about: str
    words: str
    place: tuple[int, int]

    @property
    def is_note(self) -> bool:
        return _NOTE.search(self.about.split("|")[0]) is not None


def read(data: bytes, hints: Hints) -> Entries:
    """Return the books that clippings are from, each with its highlights; a note goes to the highlight it stands at.

    Raises ReaderError import.empty and import.binary.
    """
    text = decode(data, hints.file).text.replace("\r\n", "\n")
    excerpts = Excerpts()
    leftovers: list[str] = []
    clippings = list(_clippings(text, leftovers))
    for title, author in dict.fromkeys((each.title, each.author) for each in clippings):
        of_book = [each for each in clippings if (each.title, each.author) == (title, author)]
        for quoted in _with_notes(of_book):
            excerpts.add(quoted, title=title, author=author)
    entries = excerpts.entries()
    if not entries:
        raise ReaderError("import.empty", file=hints.file)
    return Entries(IMPORTER, entries, tuple(leftovers))


def _clippings(text: str, leftovers: list[str]) -> Iterator[_Clipping]:
    for part in _BETWEEN.split(text):
        lines = part.strip("\n \ufeff").split("\n")
        about = lines[1].strip() if len(lines) > 1 else ""
        words = "\n".join(lines[2:]).strip()
        if not about.startswith(("-", "–")) or not words:
            if part.strip("\n \ufeff=") and not _BOOKMARK.search(about):
                leftovers.append(" | ".join(filter(None, map(str.strip, lines))))
            continue
        title = lines[0].strip("\ufeff\u200f\u200e ")
        found = _AUTHOR.match(title)
        yield _Clipping(
            title=found["title"] if found else title,
            author=found["author"].strip() if found else "",
            about=about.lstrip("-– "),
            words=words,
            place=_place(about),
        )


def _place(about: str) -> tuple[int, int]:
    """Return the first and last number of where a clipping stands: its location, which is finer, or its page."""
    parts = about.split("|")[:-1] or [about]
    located = [part for part in parts if _LOCATION.search(part) and _PLACE.search(part)] or parts
    found = next((found for part in located if (found := _PLACE.search(part))), None)
    return (int(found["start"]), int(found["end"] or found["start"])) if found else (0, 0)


def _with_notes(clippings: list[_Clipping]) -> Iterator[Quoted]:
    """Yield the highlights of one book, each with the note that was written at its end, and the notes beside none."""
    marks = [(each, _quoted(each)) for each in clippings if not each.is_note]
    alone = []
    for note in (each for each in clippings if each.is_note):
        at = next(
            (
                place
                for place, (mark, quoted) in reversed(list(enumerate(marks)))
                if mark.place[0] <= note.place[0] <= mark.place[1] and not quoted.note and note.place[0]
            ),
            None,
        )
        if at is None:
            alone.append(Quoted(quote="", note=note.words, created=_when(note)))
        else:
            marks[at] = (marks[at][0], replace(marks[at][1], note=note.words))
    yield from (quoted for _, quoted in marks)
    yield from alone


def _quoted(clipping: _Clipping) -> Quoted:
    return Quoted(quote=clipping.words, created=_when(clipping))


def _when(clipping: _Clipping) -> str:
    return moment_of(clipping.about.rsplit("|", 1)[-1].strip()) if "|" in clipping.about else ""
