"""What stands where nothing is yet: a line icon, a sentence, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.icons import pixmap
from reader.gui.theme import Theme

ICON = 64


class EmptyState(QWidget):
    """An icon of 64 px in faint, a title, a hint and buttons. `chosen` names the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, icon: str, theme: Theme, *, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._rtl = icon, rtl
        self._icon, self._title, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._title.setObjectName("empty_title")
        self._hint.setObjectName("hint")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        for label in (self._icon, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._icon)
            self._column.addWidget(label)
        self._column.addSpacing(16)
        self._column.addLayout(self._buttons)
        self._column.addStretch(3)
        self.set_theme(theme)

    def show_words(self, title: str, hint: str = "") -> None:
        """Say what there is not, and what to do."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def add_button(self, name: str, words: str, *, primary: bool = False) -> QPushButton:
        """Add a button; the primary one is filled."""
        button = QPushButton(words, self)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda: self.chosen.emit(name))
        if not self._buttons.count():
            self._buttons.addStretch(1)
            self._buttons.addStretch(1)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._icon.setPixmap(pixmap(self._icon_name, theme.colour("faint"), rtl=self._rtl, size=ICON))
