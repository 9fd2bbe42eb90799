"""About Hamish: what it is, which versions, under which licences, and where the library is."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader import resources
from reader.gui.app_icon import app_pixmap
from reader.gui.theme import Theme

ICON = 96


def hamish_version() -> str:
    """Return the version of the program, or nothing when it runs from a copy that was never installed."""
    try:
        return version("hamish")
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """Shows facts; opens the library's folder on request."""

    def __init__(self, library: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_hamish")
        self.setWindowTitle(self.tr("About Hamish"))
        self.resize(560, 520)
        icon = QLabel(self)
        icon.setPixmap(app_pixmap(ICON))
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = self._label(self.tr("Hamish"), "empty_title")
        what = self._label(self.tr("A reader for articles, with notes in the margin."), "hint")
        versions = f"{hamish_version()} · Python {platform.python_version()} · PySide6 {pyside_version}".removeprefix(
            " · "
        )
        self._versions = self._label(f"\u2066{versions}\u2069", "quiet")
        self._offline = self._label(
            self.tr("Hamish works offline: it opens no connection unless you ask for an address."), "quiet"
        )
        folder = QHBoxLayout()
        where = self._label(f"\u2066{library}\u2069", "quiet")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        button = QPushButton(self.tr("Open the library’s folder"), self)
        button.setProperty("quiet", True)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(library))))
        folder.addStretch(1)
        folder.addWidget(button)
        folder.addStretch(1)
        licences = QTextBrowser(self)
        licences.setFrameShape(QFrame.Shape.NoFrame)
        licences.setObjectName("report")
        licences.setAccessibleName(self.tr("Licences"))
        licences.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        licences.setMarkdown(resources.read_text("LICENCES.md").partition("\n")[2])  # without its title
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)  # Qt's own word is an imperative
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for widget in (icon, name, what, self._versions, self._offline, where):
            column.addWidget(widget)
        column.addLayout(folder)
        column.addWidget(licences, 1)
        column.addWidget(buttons)
        self.setStyleSheet(theme.stylesheet())

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
