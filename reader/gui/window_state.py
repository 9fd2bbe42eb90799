"""Where the window was and what it showed, kept from run to run, apart for each direction of the layout."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.store.disk import Disk, write_whole

DEFAULT_SIZE = QSize(1280, 800)
SMALLEST = QSize(480, 360)
FRAME_HEIGHT = 48
"""What a desktop may put above and below a window, in px; how much it is cannot be asked before the window is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """A window's place in px, 0 wide before it was ever shown; the widths of its side panes, 0 for the usual ones."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    maximised: bool = False
    list_width: int = 0
    sidebar_width: int = 0


class WindowStateFile:
    """The file with the window's state and the article that was open. A damaged one is as good as none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            data = json.loads(path.read_bytes())
            if isinstance(data, dict):
                self._data = data

    @property
    def article(self) -> str:
        """The id of the article that was open last, or nothing."""
        article = self._data.get("article", "")
        return article if isinstance(article, str) else ""

    def state(self, direction: str) -> WindowState:
        """Return how the window stood in a layout direction, `rtl` or `ltr`."""
        written = self._data.get(direction)
        if not isinstance(written, dict):
            return WindowState()
        default = asdict(WindowState())
        known: dict[str, Any] = {
            name: value for name, value in written.items() if type(value) is type(default.get(name))
        }
        return replace(WindowState(), **known)

    def save(self, direction: str, state: WindowState, article: str) -> None:
        """Remember a window's state. One that cannot be written is forgotten: it is no work of the reader's."""
        self._data = {**self._data, direction: asdict(state), "article": article}
        text = json.dumps(self._data, indent=2, sort_keys=True) + "\n"
        with suppress(OSError):
            write_whole(Disk(), {self._path: text.encode()})


def place(window: QWidget, state: WindowState) -> None:
    """Put a window where it was, wholly on a screen that is there now; the first time wherever the desktop likes.

    The offscreen platform has a screen of 800 px that nobody looks at; there a window is as large as it is wished.
    """
    wished = QRect(state.x, state.y, state.width, state.height)
    screen = QGuiApplication.screenAt(wished.center())
    if QGuiApplication.platformName() != "offscreen":
        available = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        wished = fitted(wished, available)
    window.resize(wished.size() if wished.isValid() else DEFAULT_SIZE)
    if state.width and screen is not None:
        window.move(wished.topLeft())
    if state.maximised:
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)


def fitted(wished: QRect, available: QRect) -> QRect:
    """Return a window's place, moved and shrunk to lie within a screen's free part; the usual size for none."""
    if wished.isValid():
        size = wished.size()
    else:
        size, available = DEFAULT_SIZE, available.adjusted(0, 0, 0, -FRAME_HEIGHT)
    place = QRect(wished.topLeft(), size.boundedTo(available.size()).expandedTo(SMALLEST))
    place.moveRight(min(place.right(), available.right()))
    place.moveBottom(min(place.bottom(), available.bottom()))
    place.moveLeft(max(place.left(), available.left()))
    place.moveTop(max(place.top(), available.top()))
    return place


def placement(window: QWidget, list_width: int, sidebar_width: int) -> WindowState:
    """Return where a window is now, and its panes' widths in px.

    The place is its frame's, as `QWidget.move` takes it; its inside's would let it sink by a title bar at every start.
    """
    normal = window.normalGeometry()
    frame = window.geometry().topLeft() - window.pos()
    return WindowState(
        x=normal.x() - frame.x(),
        y=normal.y() - frame.y(),
        width=normal.width(),
        height=normal.height(),
        maximised=window.isMaximized(),
        list_width=list_width,
        sidebar_width=sidebar_width,
    )
