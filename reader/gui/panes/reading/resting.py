"""Nothing but the text: what the page has beside it goes while the mouse rests, and comes back when that moves."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.panes.reading.page_view import PageView

PAUSE_MS = 2500
"""How long the mouse rests before pointer and scroll bar go."""

EDGE = 6
"""So near the page's upper edge, in px, the pointer asks for what stands above it."""

LEFT_EDGE = 64
"""So far from that edge, in px, it asks for that no longer."""


class Resting(QObject):
    """Hides the pointer, the scroll bar and other quiet parts of a page; only while it is on.

    They are not painted, but stay where they are: the text does not move. `edge_reached` and `edge_left` tell of the
    page's upper edge.
    """

    edge_reached = Signal()
    edge_left = Signal()

    def __init__(self, view: PageView, quiet: tuple[QWidget, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._quiet = quiet
        self._is_on = self._is_resting = False
        self._last = QPoint()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.rest)
        for widget in (view, view.viewport(), *self._quiet):
            widget.installEventFilter(self)

    @property
    def is_resting(self) -> bool:
        """Whether there is nothing but the text."""
        return self._is_resting

    def set_on(self, *, on: bool) -> None:
        """Begin to wait for the mouse to rest, or show everything for good."""
        self._is_on = on
        self._view.setMouseTracking(on)
        self._wake()
        if not on:
            self._pause.stop()

    def rest(self) -> None:
        """Leave nothing but the text, unless the reader is about something with the mouse."""
        is_busy = QApplication.activePopupWidget() is not None or QGuiApplication.mouseButtons()
        if not self._is_on or is_busy:
            self._wake()
            return
        self._is_resting = True
        for widget in (self._view, self._view.viewport()):
            widget.setCursor(Qt.CursorShape.BlankCursor)
        self._repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, and paint nothing of what is hidden."""
        if not self._is_on:
            return False
        kind = event.type()
        if kind is QEvent.Type.Paint:
            return self._is_resting and watched in self._quiet
        if kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._follow(event.globalPosition().toPoint())
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.Enter):
            self._wake()
        elif kind is QEvent.Type.FocusIn and watched is self._view:
            self.edge_left.emit()
        return False

    def _follow(self, at: QPoint) -> None:
        if at == self._last:
            return  # Qt tells of a move as well when the text moves below the mouse
        self._last = at
        self._wake()
        below = self._view.mapFromGlobal(at).y()
        if below < EDGE:
            self.edge_reached.emit()
        elif below > LEFT_EDGE:
            self.edge_left.emit()

    def _wake(self) -> None:
        if self._is_on:
            self._pause.start()
        if self._is_resting:
            self._is_resting = False
            self._view.unsetCursor()
            self._view.viewport().setCursor(Qt.CursorShape.IBeamCursor)
            self._repaint()

    def _repaint(self) -> None:
        for widget in self._quiet:
            widget.update()
