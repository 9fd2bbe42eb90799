"""One note in the margin: its text, or its editor, with the colour of its highlight at the edge."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTextDocument,
)
from PySide6.QtWidgets import QToolButton, QWidget

from reader.annotations.highlight import COLOURS, PlacedHighlight, Status
from reader.gui.icons import icon
from reader.gui.widgets.note_editor import NoteEditor
from reader.gui.widgets.note_text import NoteSetting

PADDING = 12
"""Space in px inside a card, on every side."""

RISE = 3
"""How many px higher the text begins: a line's ink stands in its lower part."""

EDGE = 5
"""Width in px of the coloured edge, which stands where the note begins to be read."""

LINE = 22
"""Height in px of a line that says something about the note."""

TOOL = 28
"""Size in px of a button in a card."""

RADIUS = 10


def card_height(placed: PlacedHighlight, setting: NoteSetting, width: int) -> int:
    """Return how high a card is that only shows its note, in px."""
    status = LINE if placed.status is not Status.FIXED or placed.highlight.is_on_article else 0
    return 2 * PADDING - RISE + status + round(setting.height(placed.highlight.note, width - 2 * PADDING - EDGE))


class NoteCard(QWidget):
    """Shows one note, or lets it be written in place. It tells what was done and changes no highlight.

    `chosen`: the reader turned to it. `edited` carries the new text. `resized`: it needs another height.
    """

    chosen = Signal(str)
    edited = Signal(str, str)
    closed = Signal(str)
    removal_requested = Signal(str)
    recolour_requested = Signal(str, str)
    place_confirmed = Signal(str)
    place_wanted = Signal(str)
    resized = Signal()

    def __init__(self, placed: PlacedHighlight, setting: NoteSetting, parent: QWidget) -> None:
        super().__init__(parent)
        self.placed = placed
        self._setting = setting
        self._document = QTextDocument(self)
        self._prepared = ("", 0)
        self._editor: NoteEditor | None = None
        self._arrived = ""
        self._is_chosen = False
        self._tools: dict[str, QToolButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_note(placed)

    @property
    def mark(self) -> str:
        """The highlight's id."""
        return self.placed.highlight.id

    @property
    def editor(self) -> NoteEditor | None:
        """The editor while the note is being written."""
        return self._editor

    @property
    def arrived(self) -> str:
        """A text that came from elsewhere while this one was being written."""
        return self._arrived

    def show_note(self, placed: PlacedHighlight) -> None:
        """Show what the library holds now. What is being written stays, and another text is shown below it."""
        self.placed = placed
        self.setAccessibleName(self.tr("Note: %1").replace("%1", placed.highlight.note))
        self.setAccessibleDescription(placed.highlight.quote)
        if self._editor is not None:
            known = {self._editor.told.strip(), self._editor.toPlainText().strip()}
            arrived = "\n\n".join(note for note in placed.highlight.notes if note.strip() not in known)
            if arrived != self._arrived:
                self._arrived = arrived
                self.resized.emit()
        self.update()

    def set_chosen(self, *, chosen: bool) -> None:
        """Show the tools and a line round the card, or neither."""
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            self.update()

    def open_editor(self) -> None:
        """Begin writing, at the end of the text."""
        if self._editor is None:
            self._editor = editor = NoteEditor(
                self.placed.highlight.note, self._setting, self._text_box(self.width()).width(), self
            )
            editor.text_changed.connect(lambda text: self.edited.emit(self.mark, text))
            editor.height_changed.connect(self.resized)
            editor.finished.connect(self.close_editor)
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            editor.show()
            self.resized.emit()
            self.chosen.emit(self.mark)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """End writing; what was typed is told first."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.tell()
        editor.hide()
        editor.deleteLater()
        self._arrived = ""
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()
        self.closed.emit(self.mark)

    def tool(self, name: str) -> QToolButton:
        """Return the button with an icon, made when it is first wanted: few of the cards that scroll by are chosen."""
        if name not in self._tools:
            words, act = {
                "edit": (self.tr("Edit the note"), self.open_editor),
                "delete": (self.tr("Remove highlight and note"), lambda: self.removal_requested.emit(self.mark)),
                "down": (self.tr("Add this text to the note"), self._join_arrived),
                "check": (self.tr("This is its place"), lambda: self.place_confirmed.emit(self.mark)),
                "link": (self.tr("Re-attach…"), lambda: self.place_wanted.emit(self.mark)),
            }[name]
            made = QToolButton(self)
            made.setIcon(icon(name, self._setting.theme, rtl=self._is_rtl, size=16))
            made.setIconSize(QSize(16, 16))
            made.setFixedSize(TOOL, TOOL)
            made.setStyleSheet("padding: 0")
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(act)
            QWidget.setTabOrder(next(reversed(self._tools.values()), self), made)
            self._tools[name] = made
        return self._tools[name]

    def lay_out(self, width: int) -> int:
        """Put everything in its place for a width, and return the height that it needs; px."""
        box = self._text_box(width)
        if self._editor is not None:
            height = round(self._editor.document().size().height()) + 2
            self._editor.setGeometry(box.left(), box.top(), box.width(), height)
        else:
            height = self._prepare(box.width())
        bottom = box.top() + height
        if self._arrived:
            bottom += LINE + round(self._setting.height(self._arrived, box.width()))
        shows_tools = self._is_chosen and self._editor is None
        of_use = {
            "edit": True,
            "delete": True,
            "check": self.placed.status is Status.APPROXIMATE,
            "link": self.placed.status is Status.ORPHAN,
        }
        shown = [name for name, is_of_use in of_use.items() if is_of_use and shows_tools]
        for index, name in enumerate(shown):
            x = index * TOOL
            self.tool(name).move(box.right() + 1 - x - TOOL if self._is_rtl else box.left() + x, bottom + 4)
        if self._arrived:
            shown.append("down")
            self.tool("down").move(box.left() if self._is_rtl else box.right() - TOOL, box.top() + height)
        for name, tool in self._tools.items():
            tool.setVisible(name in shown)
        return bottom + (TOOL + 4 if shows_tools else 0) + PADDING - (6 if shows_tools else 0)

    # -- Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its edge, and its text unless that is being written."""
        theme = self._setting.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        painter.fillPath(shape, theme.colour("raised"))
        self._paint_edge(painter, shape)
        is_strong = self._is_chosen or self.hasFocus() or self._editor is not None
        painter.setPen(QPen(theme.colour("accent" if is_strong else "line"), 1))
        painter.drawPath(shape)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._paint_words(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to the note; a second click on it begins writing."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._is_chosen:
            self.open_editor()
        else:
            self.chosen.emit(self.mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write with Enter or F2, remove with Delete, recolour with 1 to 5."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open_editor()
        elif event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.mark)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit(self.mark)
        elif event.text() and event.text() in "12345١٢٣٤٥":
            self.recolour_requested.emit(self.mark, COLOURS[int(event.text()) - 1])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window's shortcuts."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no longer."""
        super().focusOutEvent(event)
        self.update()

    # -- inside

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _text_box(self, width: int) -> QRect:
        left = PADDING if self._is_rtl else PADDING + EDGE
        top = PADDING - RISE + (LINE if self._status() else 0)
        return QRect(left, top, width - 2 * PADDING - EDGE, 0)

    def _status(self) -> str:
        match self.placed.status:
            case Status.APPROXIMATE:
                return self.tr("Approximate place, to be checked")
            case Status.ORPHAN:
                return self.tr("Note without a place")
            case _:
                return self.tr("Note on the article") if self.placed.highlight.is_on_article else ""

    def _prepare(self, width: int) -> int:
        """Set the text for a width, if it is not set so already; return its height."""
        wanted = (self.placed.highlight.note, width)
        if self._prepared != wanted:
            self._setting.prepare(self._document, *wanted)
            self._prepared = wanted
        return round(self._document.size().height())

    def _paint_edge(self, painter: QPainter, shape: QPainterPath) -> None:
        """Paint the highlight's wash at the leading side, with its edge's colour outside of it."""
        if self.placed.highlight.is_on_article:
            return
        mark = self._setting.theme.mark(self.placed.highlight.colour)
        x = self.width() - EDGE if self._is_rtl else 0
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(x, 0, EDGE, self.height(), QColor(mark.wash))
        painter.fillRect(self.width() - 2 if self._is_rtl else 0, 0, 2, self.height(), QColor(mark.edge))
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._setting.theme
        box = self._text_box(self.width())
        painter.setFont(theme.font("count"))
        painter.setPen(theme.colour("quiet"))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if self._status():
            painter.drawText(QRect(box.left(), PADDING - 4, box.width(), LINE), side, self._status())
        if self._editor is None:
            self._prepare(box.width())
            self._paint_document(painter, self._document, box)
        elif self._arrived:
            self._paint_arrived(painter, box)

    def _paint_arrived(self, painter: QPainter, box: QRect) -> None:
        assert self._editor is not None
        theme = self._setting.theme
        top = self._editor.geometry().bottom() + 1
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(box.left(), top, box.right(), top)
        painter.setPen(theme.colour("quiet"))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(box.left(), top, box.width(), LINE), side, self.tr("Written elsewhere"))
        document = QTextDocument()
        self._setting.prepare(document, self._arrived, box.width())
        self._paint_document(painter, document, QRect(box.left(), top + LINE, box.width(), 0))

    def _paint_document(self, painter: QPainter, document: QTextDocument, box: QRect) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._setting.theme.colour("text"))
        context.palette = palette
        painter.save()
        painter.translate(box.topLeft())
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _join_arrived(self) -> None:
        if self._editor is not None and self._arrived:
            text, self._arrived = self._arrived, ""
            self._editor.append_text(text)
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.resized.emit()
