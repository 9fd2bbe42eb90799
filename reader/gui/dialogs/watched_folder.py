"""Which folder is watched: choosing one, and stopping."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from reader.gui.theme import Theme


class WatchedFolderDialog(QDialog):
    """Says what a watched folder is and which it is; `chosen` carries a path, or nothing for none."""

    chosen = Signal(str)

    def __init__(self, folder: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watched_folder")
        self.setWindowTitle(self.tr("Watched folder"))
        self.setMinimumWidth(440)
        self._folder = folder
        self.shown = QLabel(self)
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shown.setWordWrap(True)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.shown.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        about = QLabel(self.tr("What is put into this folder is added to the library by itself. The files stay there."))
        about.setObjectName("quiet")
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        choose = buttons.addButton(self.tr("Choose a folder…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.stop = buttons.addButton(self.tr("Watch no more"), QDialogButtonBox.ButtonRole.ActionRole)
        choose.clicked.connect(self._choose)
        self.stop.clicked.connect(lambda: self.take(""))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (about, self.shown, buttons):
            column.addWidget(part)
        self.setStyleSheet(theme.stylesheet())
        self._show()

    def take(self, folder: str) -> None:
        """Watch this folder, or none."""
        self._folder = folder
        self._show()
        self.chosen.emit(folder)

    def _show(self) -> None:
        self.stop.setEnabled(bool(self._folder))
        if not self._folder:
            self.shown.setText(self.tr("No folder is watched."))
            return
        words = f"\u2068{self._folder}\u2069"
        is_there = Path(self._folder).is_dir()
        self.shown.setText(words if is_there else self.tr("%1 (not there now)").replace("%1", words))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Watched folder"), self._folder)
        if folder:
            self.take(folder)
