"""Which address an article is to be got from; it says what that means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.gui.theme import Theme


class AddressDialog(QDialog):
    """`given` carries the address that the reader typed."""

    given = Signal(str)

    def __init__(self, address: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("get_address")
        self.setWindowTitle(self.tr("Get from address"))
        self.setMinimumWidth(480)
        self.field = QLineEdit(address, self)
        self.field.setAccessibleName(self.tr("Address"))
        self.field.setPlaceholderText("https://")
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.selectAll()
        about = QLabel(
            self.tr(
                "This is the only place where Hamish uses the network: it gets the page or feed at this address and "
                "nothing else, no pictures, scripts or cookies."
            )
        )
        about.setObjectName("quiet")
        about.setWordWrap(True)
        about.setMargin(2)  # a wide last letter else loses its tip
        buttons = QDialogButtonBox(self)
        self.get = buttons.addButton(self.tr("Get"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.get.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (self.field, about, buttons):
            column.addWidget(part)
        self.setStyleSheet(theme.stylesheet())
        self.field.textChanged.connect(self._follow)
        self.accepted.connect(lambda: self.given.emit(self.field.text().strip()))
        self._follow()

    def _follow(self) -> None:
        self.get.setEnabled(bool(self.field.text().strip()))
