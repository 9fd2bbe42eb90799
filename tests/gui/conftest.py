"""The window's parts as the window makes them, over a library in the test's own folder."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from reader.articles.article import Article, Block, BlockKind, WrittenDate
from reader.gui.fonts import FontLoader, interface_families
from reader.gui.formatting import Formatter
from reader.gui.library_bridge import QueuedCalls
from reader.gui.theme import Theme, apply_theme, load_theme, prepare
from reader.gui.translation import Translation
from reader.intake.imported import Imported
from reader.library import Library
from reader.settings import Settings
from reader.store.layout import Places
from reader.text.direction import direction_of

PARAGRAPHS = ("عاد الصيادون إلى الميناء القديم بعد عشرين عامًا.", "وقالت المهندسة إنّ الترميم انتهى في الربيع.")


def article(title: str, paragraphs: Sequence[str] = PARAGRAPHS, source: str = "", published: str = "") -> Imported:
    """Return an article of a headline and paragraphs, ready for the library."""
    texts = (title, *paragraphs)
    blocks = tuple(
        Block(
            id=f"b{number}",
            kind=BlockKind.PARAGRAPH if number else BlockKind.HEADLINE,
            text=text,
            direction=direction_of(text),
        )
        for number, text in enumerate(texts)
    )
    date = WrittenDate(published) if published else None
    made = Article(
        title=title,
        blocks=blocks,
        source=source,
        published=date,
        language="ar",
        direction=direction_of("\n".join(texts)),
    )
    return Imported(article=made, original="\n".join(texts).encode())


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    """The application drawn as the program draws it."""
    prepare(qapp)
    return qapp


@pytest.fixture
def arabic(application: QApplication) -> Iterator[Translation]:
    """The interface in Arabic, laid out from right to left."""
    translation = Translation(application)
    translation.use("ar")
    yield translation
    translation.use("en")
    translation.close()


@pytest.fixture
def english(application: QApplication) -> Iterator[Translation]:
    """The interface in English."""
    translation = Translation(application)
    translation.use("en")
    yield translation
    translation.close()


@pytest.fixture
def fonts(application: QApplication) -> FontLoader:
    """The interface's fonts, loaded."""
    loader = FontLoader()
    loader.load(interface_families())
    return loader


@pytest.fixture
def theme(application: QApplication, fonts: FontLoader) -> Theme:
    """The paper theme, applied."""
    theme = load_theme("paper")
    apply_theme(application, theme)
    return theme


@pytest.fixture
def formatter(qapp: QApplication) -> Formatter:
    """Numbers and dates as in an Arabic window with default settings."""
    return Formatter(Settings(), "ar")


@pytest.fixture
def library(qapp: QApplication, places: Places) -> Iterator[Library]:
    """A real library whose news come to the window's thread, as in the window."""
    calls = QueuedCalls()
    library = Library(places, calls.post)
    yield library
    library.flush()
    library.close()
    qapp.processEvents()
