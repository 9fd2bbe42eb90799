"""The bar at the page's foot in which the reader types what to find in the article."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme

HEIGHT = 48
CONTROL = 32


class FindField(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before, Esc closes the bar."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find in the article", "placeholder"))
        self.setAccessibleName(self.tr("Find in the article"))
        self.setMinimumWidth(120)
        self.setMaximumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the places, or leave."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(-1 if is_back else 1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class FindBar(QFrame):
    """`asked`: the words or the way of looking for them changed. It finds nothing itself."""

    asked = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(self.tr("Find in the article"))
        self.setFixedHeight(HEIGHT)
        self.field = FindField(self)
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        self._previous = self._tool(self.tr("Previous result"), -1)
        self._next = self._tool(self.tr("Next result"), 1)
        self._exact = self._switch(self.tr("Exact match"), self.tr("Tell tashkeel and forms of hamza apart"))
        self._whole = self._switch(self.tr("Whole words"), self.tr("With particles: كتاب finds والكتاب"))
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.field.textChanged.connect(self.asked)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.closed)
        self.set_theme(theme)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    @property
    def is_exact(self) -> bool:
        """Whether letters are compared as they are written."""
        return self._exact.isChecked()

    @property
    def is_whole(self) -> bool:
        """Whether only whole words are found."""
        return self._whole.isChecked()

    @property
    def counted(self) -> str:
        """What is said of how many places there are."""
        return self._count.text()

    def show_count(self, words: str, *, can_step: bool) -> None:
        """Say how many places there are."""
        self._count.setText(words)
        for button in (self._previous, self._next):
            button.setEnabled(can_step)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's icons."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for button, name in ((self._previous, "up"), (self._next, "down"), (self._close, "close")):
            button.setIcon(icon(name, theme, rtl=rtl, size=18))
            button.setIconSize(QSize(18, 18))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addStretch(1)
        for widget in (self._whole, self._exact, self._close):
            row.addWidget(widget)

    def _tool(self, words: str, way: int) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFixedSize(CONTROL, CONTROL)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(way))
        return button

    def _switch(self, words: str, told: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setCheckable(True)
        button.setProperty("segment", True)
        button.setToolTip(told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self.asked)
        return button
