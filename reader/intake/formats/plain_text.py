"""Plain text: pasted, or a .txt file in whatever encoding."""

from reader.errors import ReaderError
from reader.intake.chats import chat_of
from reader.intake.decoding import decode
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.structure import structured

IMPORTER = "plain_text 1"
MOST_CHARACTERS = 16 << 20
"""What 600 MB of memory and a few seconds suffice for; the longest novels have a quarter of it."""


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a text holds. Its `extra` counts the places that could not be read, as `unreadable`.

    Raises ReaderError import.empty, import.binary and import.too_large.
    """
    decoded = decode(data, hints.file)
    if len(decoded.text) > MOST_CHARACTERS:
        most = len(data) * MOST_CHARACTERS // len(decoded.text)
        raise ReaderError("import.too_large", file=hints.file, megabytes=most >> 20)
    result = chat_of(decoded.text, hints, IMPORTER) or structured(decoded.text, hints, IMPORTER)
    if not result.article.blocks:
        raise ReaderError("import.empty", file=hints.file)
    return (Imported(article=result.article, leftovers=result.leftovers, unreadable=decoded.unreadable),)
