from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.annotations.highlight import COLOURS
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.snapshot import draw
from reader.gui.theme import prepare
from reader.gui.translation import Translation
from reader.intake.importing import Importer
from reader.library import Library
from reader.settings import Settings
from reader.store.layout import Places
from reader.text.spans import Span

SAMPLE = "samples/article.ar.txt"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with the sample article, a passage of it in each colour, and two notes."""
    library = Library(Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache"), post=lambda call: call())
    with Importer() as importer:
        (outcome,) = importer.read_paths([resources.locate(SAMPLE)])
    (addition,) = library.add(outcome.imported)
    paragraphs = [where for block, where in library.article(addition.id).placed_blocks() if block.kind == "paragraph"]
    for number, (colour, where) in enumerate(zip(COLOURS, [paragraphs[0]] * 3 + [paragraphs[1]] * 2, strict=True)):
        start = where.start + 60 * (number % 3)
        note = {0: "للمراجعة مع المصدر قبل النشر", 3: "ask about the number 3200"}.get(number, "")
        library.highlighting.add(addition.id, Span(start, start + 40), colour, note)
    yield library
    library.flush()
    library.close()


@pytest.mark.parametrize(
    ("theme", "language", "size"),
    [
        ("paper", "ar", (1280, 800)),
        ("sepia", "ar", (1280, 800)),
        ("night", "ar", (1280, 800)),
        ("contrast", "ar", (1280, 800)),
        ("contrast-night", "ar", (1280, 800)),
        ("paper", "en", (1280, 800)),
        ("paper", "ar", (800, 600)),
        ("night", "en", (1500, 900)),
    ],
)
def test_the_window_looks_as_it_was_approved(qapp: QApplication, library, same_picture, *, theme, language, size):
    prepare(qapp)
    translation = Translation(qapp)
    translation.use(language)
    reader = Reader(qapp, library, Taste(Settings(theme=theme, language=language), None, language), FontLoader())
    try:
        same_picture(draw(reader, "", size), f"window-{theme}-{language}-{size[0]}x{size[1]}")
    finally:
        reader.close()
        translation.use("en")
        translation.close()
