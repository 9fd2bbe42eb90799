"""Where a highlight without a place may belong: a few passages to choose from, and the selection on the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.formatting import isolated
from reader.text.spans import Span

MOST = 3


class CandidatesBar(QFrame):
    """`chosen` carries the place that the reader chose; None stands for what is selected on the page."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self._head = QLabel(self)
        self._head.setObjectName("quiet")
        self._head.setWordWrap(True)
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        self._selection = QPushButton(self.tr("Attach to the selected text"), self)
        self._selection.setProperty("quiet", True)
        self._selection.clicked.connect(lambda: self.chosen.emit(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._places)
        column.addWidget(self._selection, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_places(self, places: Sequence[tuple[Span, str]]) -> None:
        """Offer these places, each with its words."""
        while (item := self._places.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._head.setText(
            self.tr("Suggested places")
            if places
            else self.tr("No passage is like it. Select one on the page and attach the highlight to it.")
        )
        width = max(self.width() - 64, 160)
        for span, words in places[:MOST]:
            line = " ".join(words.split())
            shown = QFontMetricsF(self.font()).elidedText(line, Qt.TextElideMode.ElideRight, width)
            button = QPushButton(isolated(shown)[0].replace("&", "&&"), self)
            button.setProperty("quiet", True)
            button.setAccessibleName(self.tr("Attach to: %1").replace("%1", line))
            button.setToolTip(line)
            button.clicked.connect(lambda _=False, span=span: self.chosen.emit(span))
            self._places.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()
