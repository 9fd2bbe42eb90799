"""Which tags highlights have: those they share, to be changed in one line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.text.lazy_pattern import LazyPattern

_BETWEEN = LazyPattern(r"[,،;؛#\n]+")


class TagsDialog(QDialog):
    """`given` carries the tags to add and those to take away."""

    given = Signal(tuple, tuple)

    def __init__(self, shared: Sequence[str], count_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self._shared = tuple(shared)
        self.field = QLineEdit("، ".join(shared) if self._is_rtl else ", ".join(shared), self)
        self.field.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.field.setAccessibleName(self.tr("Tags, with commas between them"))
        self.field.setMinimumWidth(320)
        of = QLabel(count_words, self)
        of.setObjectName("quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        for button in buttons.buttons():
            button.setIcon(type(button.icon())())
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (of, self.field, buttons):
            column.addWidget(widget)

    def _give(self) -> None:
        tags = tuple(dict.fromkeys(tag for each in _BETWEEN().split(self.field.text()) if (tag := each.strip())))
        added = tuple(tag for tag in tags if tag not in self._shared)
        removed = tuple(tag for tag in self._shared if tag not in tags)
        if added or removed:
            self.given.emit(added, removed)
        self.accept()

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
