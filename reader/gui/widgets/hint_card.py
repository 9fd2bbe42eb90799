"""A short hint with a button that sends it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from reader.gui.widgets.wrapped_label import WrappedLabel


class HintCard(QFrame):
    """Shows one sentence. `gone` tells that the reader has understood."""

    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hint_card")
        self._words = WrappedLabel(self)
        self._words.setObjectName("hint")
        self._button = QPushButton(self.tr("Got it"), self)
        self._button.setProperty("quiet", True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now, or nothing."""
        return "" if self.isHidden() else self._words.words

    def show_words(self, words: str) -> None:
        """Say this, or nothing."""
        self._words.show_words(words)
        self._button.setAccessibleDescription(words)
        self.setVisible(bool(words))
