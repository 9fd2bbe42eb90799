"""Back and forward between the articles that were open in one window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from reader.gui.parts import Parts
from reader.library import Library

MOST = 100
"""So many articles are remembered."""

STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Travelling(QObject):
    """Remembers which articles were opened, in order. `open_requested` carries one to go back or forward to.

    After going back, opening another article leaves those behind that lay ahead, as browsers do.
    """

    open_requested = Signal(str)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self._trail: list[str] = []
        self._at = -1
        self._is_going = False
        parts.current.opened.connect(lambda article, *_: self._remember(article))
        parts.current.closed.connect(self._show)
        parts.actions["back"].triggered.connect(lambda _: self.go(-1))
        parts.actions["forward"].triggered.connect(lambda _: self.go(1))
        views = (parts.panes.articles.view.viewport(), parts.panes.reading.view.viewport())
        for widget in (parts.window, *views):
            widget.installEventFilter(self)
        if parts.current.id:
            self._remember(parts.current.id)
        self._show()

    def go(self, way: int) -> None:
        """Ask for the article before, or with 1 for the one after; those that are in the trash are passed over."""
        at = self._next(way)
        if at is None:
            return
        self._is_going = True
        self.open_requested.emit(self._trail[at])
        self._is_going = False
        if self._parts.current.id == self._trail[at]:
            self._at = at
            self._parts.panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse's own buttons for back and forward."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and event.button() in STEPS:
            self.go(STEPS[event.button()])
            return True
        return False

    def _remember(self, article: str) -> None:
        if not self._is_going and (self._at < 0 or self._trail[self._at] != article):
            self._trail[self._at + 1 :] = [article]
            del self._trail[:-MOST]
            self._at = len(self._trail) - 1
        self._show()

    def _next(self, way: int) -> int | None:
        """Return where on the trail the next article lies that can be opened."""
        at = self._at if way < 0 and not self._parts.current.id else self._at + way  # a project's page is no article
        while 0 <= at < len(self._trail):
            if not self._library.state(self._trail[at]).trashed:
                return at
            at += way
        return None

    def _show(self) -> None:
        for name, way in (("back", -1), ("forward", 1)):
            self._parts.actions[name].setEnabled(self._next(way) is not None)
