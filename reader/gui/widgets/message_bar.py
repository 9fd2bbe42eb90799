"""A sentence that comes up over the page's foot and goes by itself: what was done, and how to take it back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.gui.widgets.announcing import announce
from reader.gui.widgets.shadow import Shadow
from reader.gui.widgets.wrapped_label import WrappedLabel

SHOWN_MS = 8000
MARGIN = 24
PADDING, GAP = 16, 8
SPARE = 1.15
"""How much wider words that wrap are set than their lines would be without words that do not fit at their ends."""


class MessageBar(QFrame):
    """One message at a time, with at most one thing to do about it. `action_chosen` names that thing."""

    action_chosen = Signal(str)

    def __init__(self, theme: Theme, *, rtl: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._rtl = rtl
        self._over = parent
        self.free = parent.rect
        self._view: QWidget | None = None
        self._action = ""
        self._stays = False
        self._shadow = Shadow(theme, parent)
        self._words = WrappedLabel(self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.setProperty("quiet", True)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        for button in (self._button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PADDING, 8, PADDING, 8)
        layout.setSpacing(GAP)
        for widget in (self._words, self._button, self._close):
            layout.addWidget(widget)
        self._timer.timeout.connect(self.dismiss)
        self._button.clicked.connect(self._choose)
        self._close.clicked.connect(self.dismiss)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown, or nothing."""
        return self._words.words if self.isVisible() else ""

    def show_message(self, words: str, action: str = "", action_words: str = "", *, stays: bool = False) -> None:
        """Show a message; one with `stays` waits to be closed, the others go after 8 s unless the mouse is on them."""
        self._words.show_words(words)
        self._action, self._stays = action, stays
        self._button.setText(action_words)
        self._button.setVisible(bool(action))
        self.setAccessibleName(words)
        self.show()
        announce(self, words)
        self._place()
        self.raise_()
        self._shadow.show()
        if stays:
            self._timer.stop()
        else:
            self._timer.start()

    def keep_over(self, view: QWidget) -> None:
        """Stay over this part of the parent while it is shown, above any bar that comes below it."""
        self._view = view
        view.installEventFilter(self)

    def dismiss(self) -> None:
        """Take the message away; the keyboard goes on in what it was over, not in what Qt thinks is next."""
        self._timer.stop()
        focused = self.window().focusWidget()
        if self._view is not None and focused is not None and self.isAncestorOf(focused):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shadow.hide()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._shadow.set_theme(theme)
        self._close.setIcon(icon("close", theme, rtl=self._rtl, size=16))

    def enterEvent(self, event: QEvent) -> None:
        """Wait while the mouse is on the message."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        if self.isVisible() and not self._stays:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when what it lies over changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = self.free()
        if self._view is not None and self._view.isVisible():
            room.setBottom(min(room.bottom(), self._view.mapTo(self._over, self._view.rect().bottomLeft()).y()))
        most = min(640, room.width() - 2 * MARGIN)
        self.setMaximumWidth(most)
        beside = [each.sizeHint().width() + GAP for each in (self._button, self._close) if not each.isHidden()]
        self._words.setMinimumWidth(self._wrap(most - 2 * PADDING - sum(beside)))
        self.resize(self.sizeHint().boundedTo(room.size()))
        self.move(room.left() + (room.width() - self.width()) // 2, room.height() - self.height() - MARGIN)
        self._shadow.surround(self, radius=10)

    def _wrap(self, most: int) -> int:
        """Let the words stand in lines of about one length, as few as can be; return how wide they are then, in px."""
        metrics = self._words.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._words.words.split("\n")), default=0)
        self._words.setWordWrap(longest > most)
        lines = -(-longest // most) if most > 0 else 0
        return min(most, round(longest / lines * SPARE)) if lines > 1 else 0

    def _choose(self) -> None:
        action = self._action
        self.dismiss()
        self.action_chosen.emit(action)
