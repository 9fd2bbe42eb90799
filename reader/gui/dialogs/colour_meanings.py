"""What the reader means by each colour of highlights."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.annotations.highlight import COLOURS
from reader.gui.theme import Theme

PATCH = 20


class Patch(QWidget):
    """A colour as it looks under words, with its edge."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = theme.mark(colour)
        self.setFixedSize(PATCH, PATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw wash and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._mark.wash))
        width = max(self._mark.width, 1)
        painter.fillRect(0, self.height() - width, self.width(), width, QColor(self._mark.edge))
        painter.end()


class ColourMeaningsDialog(QDialog):
    """`given` carries a colour and its new meaning, which may be empty."""

    given = Signal(str, str)

    def __init__(self, meanings: Mapping[str, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Meanings of the colours"))
        self._before = dict(meanings)
        self.fields: dict[str, QLineEdit] = {}
        names = {
            "yellow": (self.tr("Yellow"), self.tr("Quotation")),
            "green": (self.tr("Green"), self.tr("Fact")),
            "blue": (self.tr("Blue"), self.tr("Question")),
            "pink": (self.tr("Pink"), self.tr("To be checked")),
            "violet": (self.tr("Violet"), self.tr("Term")),
        }
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        for number, colour in enumerate(COLOURS):
            name, suggestion = names[colour]
            field = self.fields[colour] = QLineEdit(meanings.get(colour, ""), self)
            field.setPlaceholderText(suggestion)
            field.setAccessibleName(name)
            field.setMinimumWidth(240)
            rows.addWidget(Patch(colour, theme, self), number, 0)
            rows.addWidget(QLabel(name, self), number, 1)
            rows.addWidget(field, number, 2)
        hint = QLabel(self.tr("What you use each colour for; leave empty what has no meaning."), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        for button in buttons.buttons():
            button.setIcon(type(button.icon())())
        buttons.accepted.connect(self.give)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(hint)
        column.addLayout(rows)
        column.addWidget(buttons)

    def give(self) -> None:
        """Tell what changed, and close."""
        for colour, field in self.fields.items():
            meaning = " ".join(field.text().split())
            if meaning != self._before.get(colour, ""):
                self.given.emit(colour, meaning)
        self.accept()
