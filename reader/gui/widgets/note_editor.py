"""Where a note is written: plain text that turns to its own direction and saves itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.gui.widgets.note_text import NoteSetting

TYPED_MS = 700
"""How long after the last key what was typed is told."""


class NoteEditor(QTextEdit):
    """`text_changed` carries what was typed, soon after typing stops and when the focus goes; then `finished`.

    Ctrl+Enter and Esc finish. Undo works in here on what was typed, as long as the editor is open.
    """

    text_changed = Signal(str)
    height_changed = Signal()
    finished = Signal()

    def __init__(self, text: str, setting: NoteSetting, width: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self._told = text
        self._height = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(self.tr("Note"))
        self.setAccessibleName(self.tr("Note"))
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, setting.theme.colour("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, setting.theme.colour("faint"))
        palette.setColor(QPalette.ColorRole.Highlight, setting.theme.colour("selection"))
        palette.setColor(QPalette.ColorRole.HighlightedText, setting.theme.colour("text"))
        self.setPalette(palette)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.tell)
        self.resize(round(width), 1)
        setting.prepare(self.document(), text, width)
        self.textChanged.connect(self._follow)
        # Queued: answered at once, the editor would be given another size while Qt is laying out for this one.
        self.document().documentLayout().documentSizeChanged.connect(self._grow, Qt.ConnectionType.QueuedConnection)

    @property
    def told(self) -> str:
        """What was last told, or what was there at first."""
        return self._told

    def tell(self) -> None:
        """Tell now what was typed, unless it was told already."""
        self._typed.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.text_changed.emit(text)

    def append_text(self, text: str) -> None:
        """Add a text below the note's own, as a step that can be undone."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(("\n\n" if self.toPlainText() else "") + text)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Ctrl+Enter or Esc."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and is_with_control):
            self.tell()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save; close as well, unless only the window or a menu took the focus."""
        super().focusOutEvent(event)
        self.tell()
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finished.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed."""
        self.tell()
        super().hideEvent(event)

    def _follow(self) -> None:
        self._setting.turn(self.document())
        self._typed.start()

    def _grow(self) -> None:
        if (height := self.document().size().height()) != self._height:
            self._height = height
            self.height_changed.emit()
