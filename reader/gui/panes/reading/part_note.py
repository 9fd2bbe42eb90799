"""What is said above a page when only a part of an article was ever kept: a link, a summary, highlights."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.articles.article import ADDRESS, HIGHLIGHTS, SUMMARY, Article

_MARGIN, _TITLE = 24, 22  # px


class PartNote(QFrame):
    """Says which part there is, and offers the article's address. `address_chosen` wishes it opened outside."""

    address_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("part_note")
        self._address = ""
        self._title = QLabel(self)
        self._title.setStyleSheet(f"font-size: {_TITLE}px; font-weight: 600")
        self._words = QLabel(self)
        self.open_button = QPushButton(self.tr("Open in the browser"), self)
        self.open_button.setProperty("link", True)
        self.open_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open_button.clicked.connect(lambda: self.address_chosen.emit(self._address))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        for label in (self._title, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            box.addWidget(label)
        box.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignLeading)

    def show_part(self, article: Article) -> None:
        """Say which part of an article there is; nothing of a whole one."""
        self._address = article.address
        self._title.setText(article.title)
        self._title.setVisible(article.part == ADDRESS)
        self._words.setText(self._said(article.part))
        self.open_button.setToolTip(f"\u2066{article.address}\u2069")
        self.open_button.setVisible(article.address.startswith(("http://", "https://")))
        self.setVisible(bool(article.part))

    def stand_over(self, left: int, right: int) -> None:
        """Begin and end where the text's column does: so many px from the left and the right edge of the pane."""
        margins = QMargins(left, _MARGIN, right, 0)
        if margins != self._box.contentsMargins():
            self._box.setContentsMargins(margins)

    def _said(self, part: str) -> str:
        said = {
            ADDRESS: self.tr("Only the address of this article was kept. Its text did not come along."),
            SUMMARY: self.tr("Only a summary of this article was kept. The rest of its text did not come along."),
            HIGHLIGHTS: self.tr("Only what was highlighted in this text was kept. The rest of it did not come along."),
        }
        return said.get(part, "")
