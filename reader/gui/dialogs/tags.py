"""Which tags articles or highlights have: those they share, to be changed in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.text.lazy_pattern import LazyPattern

_BETWEEN = LazyPattern(r"[,،;؛#\n]+")


class TagsDialog(QDialog):
    """`given` carries the tags to add and those to take away."""

    given = Signal(tuple, tuple)

    def __init__(self, shared: Sequence[str], count_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self._shared = tuple(shared)
        self.field = QLineEdit(self._comma.join(shared), self)
        self.field.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.field.setAccessibleName(self.tr("Tags, with commas between them"))
        self.field.setMinimumWidth(320)
        of = QLabel(count_words, self)
        of.setObjectName("quiet")
        of.setWordWrap(True)
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

    def complete_with(self, tags: Sequence[str]) -> None:
        """Offer these tags for the one that is being typed, the first ones first."""
        completer = _TagCompleter(list(tags), self._comma, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def _give(self) -> None:
        tags = tuple(dict.fromkeys(tag for each in _BETWEEN().split(self.field.text()) if (tag := each.strip())))
        added = tuple(tag for tag in tags if tag not in self._shared)
        removed = tuple(tag for tag in self._shared if tag not in tags)
        if added or removed:
            self.given.emit(added, removed)
        self.accept()

    @property
    def _comma(self) -> str:
        return "، " if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else ", "


class _TagCompleter(QCompleter):
    """Completes the last of several tags; those before it stay."""

    def __init__(self, tags: list[str], comma: str, parent: QWidget) -> None:
        super().__init__(tags, parent)
        self._comma, self._before = comma, ""

    def splitPath(self, path: str) -> list[str]:
        """Return the tag that is being typed."""
        *before, last = _BETWEEN().split(path)
        self._before = "".join(f"{tag}{self._comma}" for each in before if (tag := each.strip()))
        return [last.strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with the tag completed."""
        return f"{self._before}{index.data()}"
