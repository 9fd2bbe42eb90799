"""The window's parts as the window makes them, over a library in the test's own folder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.articles.article import Article, Block, BlockKind, WrittenDate
from reader.gui.fonts import FontLoader, interface_families
from reader.gui.formatting import Formatter
from reader.gui.library_bridge import QueuedCalls
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.theme import Theme, apply_theme, load_theme, prepare
from reader.gui.translation import Translation
from reader.gui.window_state import WindowState
from reader.intake.imported import Imported
from reader.library import Library
from reader.settings import Settings, SettingsFile
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
    library = Library(places, calls.post, later=calls.post_later)
    yield library
    library.flush()
    library.close()
    qapp.processEvents()


def words_in_bar(reader: Reader) -> str:
    """Return what the message at the window's foot says, without isolates."""
    return "".join(letter for letter in reader.window.message.text if not "\u2066" <= letter <= "\u2069")


@pytest.fixture
def open_window(
    arabic: Translation, application: QApplication, library: Library, tmp_path: Path
) -> Iterator[Callable[..., Reader]]:
    """Open Arabic windows over the test's library, each with an article or none; all are closed in the end."""
    opened: list[Reader] = []

    def open_one(article_id: str = "", settings: Settings | None = None) -> Reader:
        chosen = replace(settings or Settings(), language="ar", theme="paper")
        reader = Reader(
            application, library, Taste(chosen, SettingsFile(tmp_path / "settings.json"), "ar"), FontLoader()
        )
        opened.append(reader)
        reader.start(WindowState(width=1280, height=800), article_id)
        QTest.qWaitForWindowExposed(reader.window)
        return reader

    yield open_one
    for reader in opened:
        reader.close()
    library.flush()
    application.processEvents()
