"""Going back to a backup: which there are, what each holds, and what going back means."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.formatting import Formatter
from reader.gui.widgets.wrapped_label import WrappedLabel
from reader.store.backups import Contents

WIDTH = 520
ROW = 60
MOST_ROWS = 4
"""Rows that are seen at once; the others are scrolled to."""

NAME_ROLE = Qt.ItemDataRole.UserRole + 1


class BackupsDialog(QDialog):
    """Shows backups by the day and time at which they were made, the newest chosen. `chosen` carries one's name."""

    chosen = Signal(str)

    def __init__(self, backups: Mapping[str, str], formatter: Formatter, parent: QWidget | None = None) -> None:
        """`backups` gives the words for each name, the newest first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self._formatter = formatter
        self._held: dict[str, QLabel] = {}
        self._damaged: set[str] = set()
        about = WrappedLabel(self)
        about.show_words(
            self.tr("Highlights, notes, tags and decisions become as they were then. What came since stays.")
        )
        self.list = QListWidget(self)
        self.list.setObjectName("names_list")
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, words in backups.items():
            self._add(name, words)
        self.list.setFixedHeight(min(len(backups), MOST_ROWS) * ROW + 10)
        kept = WrappedLabel(self)
        kept.setObjectName("quiet")
        kept.show_words(self.tr("How things are now is kept in a backup of its own first, and you can undo it."))
        buttons = QDialogButtonBox(self)
        self.restore: QPushButton = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (about, self.list, kept, buttons):
            column.addWidget(part)
        self.setFixedWidth(WIDTH)
        self.list.currentItemChanged.connect(self._follow)
        self.list.itemDoubleClicked.connect(self.restore.click)
        self.accepted.connect(lambda: self.chosen.emit(self._current))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def show_contents(self, name: str, contents: Contents | None) -> None:
        """Say how much a backup holds; None says that it cannot be read, and it cannot be chosen then."""
        if contents is None:
            self._damaged.add(name)
            words = self.tr("This backup cannot be read.")
        else:
            counts = (
                self.tr("%n article(s)", "", contents.articles),
                self.tr("%n highlight(s)", "", contents.highlights) if contents.highlights else "",
                self.tr("%n note(s)", "", contents.notes) if contents.notes else "",
            )
            words = self._formatter.line(*map(self._formatter.counted, counts))
        self._held[name].setText(words)
        for item in map(self.list.item, range(self.list.count())):
            if item.data(NAME_ROLE) == name:
                spoken = f"{item.data(Qt.ItemDataRole.AccessibleTextRole)}\n{words}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._follow()

    @property
    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(NAME_ROLE)) if item is not None else ""

    def _add(self, name: str, words: str) -> None:
        item = QListWidgetItem(self.list)
        item.setData(NAME_ROLE, name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        row = QWidget(self.list)
        row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made, held = QLabel(words, row), QLabel(row)
        made.setObjectName("strong")
        held.setObjectName("quiet")
        column = QVBoxLayout(row)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(0)
        column.addWidget(made)
        column.addWidget(held)
        item.setSizeHint(QSize(0, ROW))
        self.list.setItemWidget(item, row)
        self._held[name] = held

    def _follow(self) -> None:
        self.restore.setEnabled(bool(self._current) and self._current not in self._damaged)
