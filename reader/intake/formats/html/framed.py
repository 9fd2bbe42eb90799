"""Archives of pages that show others inside of them: which of these holds the article."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reader.errors import ReaderError
from reader.intake.formats.html import page
from reader.intake.frames import FRAME, LITTLE, MOST_FRAMES, length_of, title_round
from reader.intake.hints import Hints, Part
from reader.intake.imported import Imported


@dataclass(frozen=True, slots=True)
class Framed:
    """A page of an archive: its markup, where it was, and what was saved with it."""

    markup: bytes = field(repr=False)
    address: str = ""
    parts: tuple[Part, ...] = ()


def read_framed(main: Framed, frames: Sequence[Framed], hints: Hints) -> tuple[Imported, ...]:
    """Return the article of an archive's main page; of the longest text in a frame, where that page has next to none.

    Its address is that of the main page, whose own few words are left over then. Raises ReaderError as reading a page
    does.
    """
    address = hints.address or main.address
    try:
        of_main = _read(main, hints, address)
    except ReaderError as error:
        if error.key != "import.empty" or not frames:
            raise
        of_main = None
    best = of_main
    if _length(of_main) <= LITTLE and FRAME.search(main.markup):
        in_frame = replace(hints, title=title_round(main.markup))
        for frame in frames[:MOST_FRAMES]:
            with suppress(ReaderError):
                best = max(best, _read(frame, in_frame, frame.address or address), key=_length)
    if best is None:
        raise ReaderError("import.empty", file=hints.file)
    if best is of_main:
        return (best,)
    words = of_main.article.text.split("\n") if of_main else []
    article = replace(best.article, address=address or best.article.address)
    return (replace(best, article=article, leftovers=(*words, *best.leftovers)),)


def _read(one: Framed, hints: Hints, address: str) -> Imported:
    (read,) = page.read(one.markup, replace(hints, parts=one.parts, address=address))
    return read


def _length(read: Imported | None) -> int:
    return length_of(read.article) if read else 0
