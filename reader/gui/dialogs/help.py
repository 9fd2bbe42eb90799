"""Help: one page in the interface's language, from the program's own files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from reader import resources
from reader.gui.theme import Theme

LINE_PERCENT, BELOW = 140, 8
"""The distance of lines in per cent of the font's own, and px below each paragraph."""


class HelpDialog(QDialog):
    """Shows the page; it leads nowhere outside."""

    def __init__(self, language: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(self.tr("Help"))
        self.resize(640, 640)
        self.page = QTextBrowser(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Help"))
        self.page.document().setDefaultFont(theme.font("note"))
        self.page.document().setDocumentMargin(16)
        self.page.setMarkdown(resources.read_text(f"help/help.{language}.md"))
        self._set_lines(language)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.setStyleSheet(theme.stylesheet())
        self.page.setFocus()

    def _set_lines(self, language: str) -> None:
        """Give the lines room, and every paragraph the language's direction, whatever letter it begins with."""
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        cursor = QTextCursor(self.page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        lines.setBottomMargin(BELOW)
        lines.setLayoutDirection(rtl if language == "ar" else ltr)
        cursor.mergeBlockFormat(lines)
