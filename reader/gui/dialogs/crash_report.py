"""What the reader sees when the program failed: what was kept, and the report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.gui.crash import CrashReport
from reader.gui.theme import Theme


class CrashDialog(QDialog):
    """Says what happened, what was kept and where the report lies. The report holds none of the reader's text."""

    def __init__(self, report: CrashReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(560, 400)
        title = QLabel(self.tr("Hamish ran into a fault of its own"), self)
        title.setObjectName("empty_title")
        was_before = report.kind == "native"
        kept = self.tr("Everything that was marked as saved is on disk. You can go on reading.")
        ended = self.tr("The last run ended unexpectedly. Everything that was saved is there.")
        words = QLabel(ended if was_before else kept, self)
        words.setWordWrap(True)
        hint = self.tr("The report below holds versions and places in the program, and none of your texts.")
        if report.path is not None:
            hint += "\n" + self.tr("It lies in %1.").replace("%1", f"\u2066{report.path}\u2069")
        where = QLabel(hint, self)
        where.setObjectName("quiet")
        where.setWordWrap(True)
        where.setTextFormat(Qt.TextFormat.PlainText)
        details = QPlainTextEdit(report.text, self)
        details.setReadOnly(True)
        details.setObjectName("report")
        details.setAccessibleName(self.tr("Report"))
        details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)  # Qt's own word is an imperative
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (title, words, where):
            column.addWidget(widget)
        column.addWidget(details, 1)
        column.addWidget(buttons)
        self.setStyleSheet(theme.stylesheet())
