"""Do the main job once, in a library that is thrown away: so a package sees that nothing was left out of it."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from reader import resources
from reader.annotations.highlight import Status
from reader.entities.extraction import Extraction
from reader.errors import ReaderError
from reader.intake.importing import Importer
from reader.library import Library
from reader.messages import Messages
from reader.store.layout import Places
from reader.text import words

SAMPLE = "samples/article.ar.txt"


def self_test(messages: Messages, say: Callable[[str], None] = print) -> int:
    """Import the sample, find its people and places, highlight, read back, saying so; return 0 when all went well."""
    with TemporaryDirectory(prefix="hamish-self-test-") as folder:
        root = Path(folder)
        places = Places(root / "library", root / "state", root / "cache")
        try:
            _do_the_main_job(places, messages, say)
        except ReaderError as error:
            say(messages.error(error))
            return 1
    return 0


def _do_the_main_job(places: Places, messages: Messages, say: Callable[[str], None]) -> None:
    library = Library(places, post=lambda callback: callback())
    try:
        with Importer() as importer:
            (outcome,) = importer.read_paths([resources.locate(SAMPLE)])
        if outcome.error:
            raise outcome.error
        (addition,) = library.add(outcome.imported)
        text = library.article(addition.id).text
        say(messages.text("import.added", title=addition.title, id=addition.id, file=SAMPLE))

        entities = Extraction.load().entities(text)
        say(messages.text("self_test.entities", n=len(entities)))
        if not entities:
            raise ReaderError("self_test.failed", step="entities")
        mark = library.highlighting.add(addition.id, next(words.words(text)), "green", "✓")
        library.flush()
    finally:
        library.close()
    _read_back(places, addition.id, mark.id)
    say(messages.text("self_test.done"))


def _read_back(places: Places, article: str, mark: str) -> None:
    library = Library(places, post=lambda callback: callback())
    try:
        (placed,) = library.highlighting.of(article)
        if (placed.highlight.id, placed.highlight.note, placed.status) != (mark, "✓", Status.FIXED):
            raise ReaderError("self_test.failed", step="highlight")
    finally:
        library.close()
