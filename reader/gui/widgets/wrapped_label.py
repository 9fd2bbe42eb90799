"""A label of several lines that cuts no letter of Arabic."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.gui.formatting import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""As html.escape does, whose module brings the names of all characters along: 0.5 MB."""


class WrappedLabel(QLabel):
    """Shows plain words that run as the interface does, in as many lines as they need.

    WORKAROUND: where a plain QLabel breaks a line that runs from right to left, the space at its end pushes the line
    beyond the left edge, and its last letter is cut; in rich text it does not (seen with Qt 6.11; no report is known).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.words = ""

    def show_words(self, words: str) -> None:
        """Show these words."""
        self.words = words
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        mark = RIGHT_TO_LEFT_MARK if is_rtl else LEFT_TO_RIGHT_MARK
        lines = (f"{mark}{line.translate(_ESCAPED)}" for line in words.split("\n"))
        self.setText("<br>".join(lines) if words else "")
