"""A picture of the window as it would open, drawn without a display."""

import os
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread, QTimer, QVariantAnimation
from PySide6.QtGui import QCursor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from reader.errors import ReaderError
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.theme import ARGUMENTS
from reader.gui.translation import Translation
from reader.gui.window_state import WindowState
from reader.library import Library
from reader.settings import SettingsFile
from reader.store.user_folders import user_folder

PLATFORM = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96"}
"""With these, Fusion, bundled fonts without hinting and RGB32, a picture is the same to the byte on every machine."""

PAUSE_MS = 2
PATIENCE_S = 60.0


def take_snapshot(  # noqa: PLR0917 - the command line gives them so
    library: Library, article: str, output: Path, size: tuple[int, int], theme: str, language: str
) -> None:
    """Write a picture (PNG) of the window of `size` px with an article open, or the list's first.

    `theme` is one of the themes, or empty for the reader's own. Nothing in the library is changed.

    Raises ReaderError file.not_written when the picture cannot be written.
    """
    os.environ.update(PLATFORM)
    application = QApplication(list(ARGUMENTS))
    translation = Translation(application)
    translation.use(language)
    settings = SettingsFile(user_folder("config") / "settings.json").load()
    shown = replace(settings, theme=theme or settings.theme, language=language, watched_folder="")
    taste = Taste(shown, None, language)
    reader = Reader(application, library, taste, FontLoader())
    try:
        picture = draw(reader, article, size)
        if not QImageWriter(str(output), b"png").write(picture):
            raise ReaderError("snapshot.not_written", file=str(output))
    finally:
        reader.close()
        translation.close()


def draw(reader: Reader, article: str, size: tuple[int, int]) -> QImage:
    """Return the picture of a window that is not shown yet, once nothing in it moves any more."""
    QCursor.setPos(*size)  # nothing is under the mouse
    reader.start(WindowState(width=size[0], height=size[1]), article)
    if reader.current.id:  # a window that stays open would look through all of the library
        reader.extract_entities.look(reader.current.id)
    settle(reader)
    picture = QImage(reader.window.size(), QImage.Format.Format_RGB32)
    reader.window.render(picture)
    return picture


def settle(reader: Reader) -> None:
    """Handle events until no work is under way and no timer or animation of the window runs.

    Raises TimeoutError after a minute.
    """
    deadline = monotonic() + PATIENCE_S
    while not _is_settled(reader):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(PAUSE_MS)  # else this loop would take Python from the threads that it waits for
        if monotonic() > deadline:
            message = "the window does not come to rest"
            raise TimeoutError(message)
    QCoreApplication.processEvents()


def _is_settled(reader: Reader) -> bool:
    timers = [*reader.findChildren(QTimer), *reader.window.findChildren(QTimer)]
    animations = reader.window.findChildren(QVariantAnimation)
    return (
        reader.background.is_idle
        and not any(timer.isActive() for timer in timers)
        and not any(animation.state() is QVariantAnimation.State.Running for animation in animations)
    )
