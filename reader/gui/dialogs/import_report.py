"""What became of the files that were to be added: added, there already, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from reader.gui.formatting import Formatter, isolated
from reader.gui.theme import Theme
from reader.gui.widgets.tab_strip import TabStrip
from reader.text.direction import Direction


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One file or article: `status` is added, duplicate or failed; `words` says its title, or why it failed."""

    status: str
    words: str
    path: Path | None = None


class ImportReportDialog(QDialog):
    """Three tabs with what was added, what was there already and what failed; all of it can be copied."""

    def __init__(
        self, lines: Sequence[ReportLine], theme: Theme, formatter: Formatter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("Import report"))
        self.resize(560, 420)
        self._theme = theme
        self._lines = {
            status: [line for line in lines if line.status == status] for status in ("added", "duplicate", "failed")
        }
        names = {
            "added": self.tr("Added"),
            "duplicate": self.tr("Duplicate"),
            "failed": self.tr("Failed"),
        }
        tabs = [
            (status, f"{names[status]} {formatter.number(len(found))}")
            for status, found in self._lines.items()
            if found
        ]
        self.tabs = TabStrip(tabs, theme, self)
        self._text = QTextBrowser(self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setObjectName("report")
        self._text.setAccessibleName(self.tr("Import report"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)  # Qt's own word is an imperative
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(self.tabs)
        column.addWidget(self._text, 1)
        row = QVBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(buttons)
        column.addLayout(row)
        self.setStyleSheet(theme.stylesheet())
        self.tabs.chosen.connect(self._show)
        if tabs:
            self.tabs.choose("failed" if self._lines["failed"] else tabs[0][0])

    @property
    def text(self) -> str:
        """What the chosen tab shows."""
        return self._text.toPlainText()

    def copy(self) -> None:
        """Put the whole report on the clipboard, a line for each file."""
        rows = [
            "\t".join((status, str(line.path or ""), line.words))
            for status, lines in self._lines.items()
            for line in lines
        ]
        QGuiApplication.clipboard().setText("\n".join(rows))

    def _show(self, status: str) -> None:
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        for number, line in enumerate(self._lines[status]):
            self._add(cursor, line.words, "text", above=12 if number else 0)
            if line.path is not None:
                self._add(cursor, line.path.name, "quiet", above=0)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _add(self, cursor: QTextCursor, words: str, role: str, above: int) -> None:
        shown, direction = isolated(words)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(above)
        runs_right_to_left = direction is Direction.RTL
        block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if runs_right_to_left else Qt.LayoutDirection.LeftToRight
        )
        block.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        letters.setForeground(self._theme.colour(role))
        if not cursor.atStart():
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(shown, letters)
