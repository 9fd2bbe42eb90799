"""Which folder the library lies in: looking into it, moving it, opening another."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.theme import Theme

ROW = 32
MOST_ROWS = 5


class LibraryFolderDialog(QDialog):
    """Shows where the library is and which were open before; it asks and moves nothing itself.

    `move_requested` and `open_requested` carry a folder's path.
    """

    move_requested = Signal(str)
    open_requested = Signal(str)
    folder_requested = Signal()

    def __init__(self, folder: Path, others: Sequence[Path], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_folder")
        self.setWindowTitle(self.tr("Library folder"))
        self.setMinimumWidth(480)
        self.shown = self._label(f"\u2068{folder}\u2069", "")
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about = self._label(
            self.tr("Everything that is yours lies in this folder. It may be one that is synced between devices."),
            "quiet",
        )
        moving = self._label(
            self.tr(
                "Moving copies it, compares, and goes on with the copy. The folder here stays until you delete it."
            ),
            "quiet",
        )
        self.others = QListWidget(self)
        self.others.setAccessibleName(self.tr("Opened before"))
        self.others.addItems([f"\u2068{other}\u2069" for other in others])
        self.others.setFixedHeight(min(len(others), MOST_ROWS) * ROW + 2)
        self.others.itemActivated.connect(lambda item: self.open_requested.emit(item.text().strip("\u2068\u2069")))
        before = self._label(self.tr("Opened before"), "section")
        for part in (before, self.others):
            part.setVisible(bool(others))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (about, self.shown):
            column.addWidget(part)
        column.addLayout(self._wishes())
        column.addWidget(moving)
        for part in (before, self.others):
            column.addWidget(part)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setStyleSheet(theme.stylesheet())

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return label

    def _wishes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, act in (
            (self.tr("Show in the file manager"), self.folder_requested.emit),
            (self.tr("Move…"), lambda: self._choose(self.tr("Move the library to"), self.move_requested.emit)),
            (self.tr("Open another…"), lambda: self._choose(self.tr("Open a library"), self.open_requested.emit)),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choose(self, title: str, take: Callable[[str], object]) -> None:
        if folder := QFileDialog.getExistingDirectory(self, title):
            take(folder)
