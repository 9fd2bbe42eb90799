"""The question before the trash is emptied."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reader.gui.formatting import Formatter
from reader.gui.widgets.wrapped_label import WrappedLabel

WIDTH = 440


class EmptyTrashDialog(QDialog):
    """Says how much would be lost. `accepted` means that it is to go; Enter alone does not do it."""

    def __init__(self, articles: int, marks: int, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Empty the trash"))
        counts = ((articles, self.tr("articles: %1")), (marks, self.tr("highlights and notes: %1")))
        lost = (words.replace("%1", formatter.number(number)) for number, words in counts if number)
        self.lost = WrappedLabel(self)
        self.lost.setObjectName("strong")
        self.lost.show_words(self.tr("Erased for good — %1").replace("%1", formatter.joined(*lost)))
        about = WrappedLabel(self)
        about.show_words(
            self.tr(
                "Texts and pictures go from this device too, and nothing can be taken back. "
                "Earlier backups still hold the highlights and notes."
            )
        )
        buttons = QDialogButtonBox(self)
        erase = buttons.addButton(self.tr("Erase"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        erase.setAutoDefault(False)
        keep.setDefault(True)
        keep.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (self.lost, about, buttons):
            column.addWidget(part)
        self.setFixedWidth(WIDTH)
