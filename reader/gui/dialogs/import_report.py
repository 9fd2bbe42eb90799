"""What became of what was to be added: added, there already, why not, and what could not be understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from reader.gui.formatting import Formatter, isolated
from reader.gui.theme import Theme
from reader.gui.widgets.tab_strip import TabStrip
from reader.text.direction import Direction

ADDED, DUPLICATE, FAILED, LEFT_OVER = "added", "duplicate", "failed", "left_over"
MOST_SHOWN = 1000
"""Lines of a tab; the file that the report is saved as has all of them."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One file or article: `status` is added, duplicate, failed or left_over; `words` its title, or why it failed.

    `article` is its id. `left_over` are the lines of it that were not understood, `unreadable` counts the places whose
    bytes made no letters; `highlights` came with it, `unplaced` of them stand nowhere in the text.
    """

    status: str
    words: str
    path: Path | None = None
    article: str = ""
    left_over: tuple[str, ...] = ()
    unreadable: int = 0
    highlights: int = 0
    unplaced: int = 0


class ImportReportDialog(QDialog):
    """A tab for each thing that can become of an input; all of it can be copied and saved.

    `keep_both_requested` carries the numbers of duplicates among the lines; `article_requested` an article's id.
    """

    keep_both_requested = Signal(tuple)
    save_requested = Signal()
    article_requested = Signal(str)

    def __init__(
        self, lines: Sequence[ReportLine], theme: Theme, formatter: Formatter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("Import report"))
        self.resize(640, 480)
        self._theme, self._formatter = theme, formatter
        self._lines = tuple(lines)
        self._kept: set[int] = set()
        found = self._by_status()
        names = self._names()
        tabs = [
            (status, f"{names[status]} {formatter.number(len(numbers))}")
            for status, numbers in found.items()
            if numbers
        ]
        self.tabs = TabStrip(tabs, theme, self)
        self._text = QTextBrowser(self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setObjectName("report")
        self._text.setAccessibleName(self.tr("Import report"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(self.tabs)
        column.addWidget(self._text, 1)
        row = QVBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.addWidget(self._buttons())
        column.addLayout(row)
        self.setStyleSheet(theme.stylesheet())
        self.tabs.chosen.connect(self._show)
        if tabs:
            self.tabs.choose(FAILED if found[FAILED] else tabs[0][0])
        self._text.setFocus()  # it can be scrolled at once; a ring round the first tab would seem to choose that

    @property
    def text(self) -> str:
        """What the chosen tab shows."""
        return self._text.toPlainText()

    def copy(self) -> None:
        """Put the whole report on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def as_text(self) -> str:
        """Return the whole report as text: under a heading for each tab a line for each input, and what belongs to it.

        What belongs to a line stands below it behind a tab.
        """
        names = self._names()
        parts = []
        for status, numbers in self._by_status().items():
            if numbers:
                parts.append(f"{names[status]}: {len(numbers)}")
                for number in numbers:
                    line = self._lines[number]
                    parts.append("\t".join(filter(None, (line.words, str(line.path or ""), self._more(line)))))
                    parts += [f"\t{words}" for words in self._not_understood(line) if status == LEFT_OVER]
                parts.append("")
        return "\n".join(parts)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)  # Qt's own word is an imperative
        for words, act in ((self.tr("Save…"), self.save_requested.emit), (self.tr("Copy"), self.copy)):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.keep_all = QPushButton(self.tr("Keep both of all"), self)
        self.keep_all.setAutoDefault(False)
        self.keep_all.clicked.connect(self._keep_all)
        buttons.addButton(self.keep_all, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _names(self) -> dict[str, str]:
        return {
            ADDED: self.tr("Added"),
            DUPLICATE: self.tr("Duplicate"),
            FAILED: self.tr("Failed"),
            LEFT_OVER: self.tr("Left over"),
        }

    def _by_status(self) -> dict[str, list[int]]:
        """Return the numbers of the lines of each tab; a line from which something is left over stands in two."""
        found: dict[str, list[int]] = {status: [] for status in self._names()}
        for number, line in enumerate(self._lines):
            if line.status != LEFT_OVER:
                found[line.status].append(number)
            if line.left_over or line.unreadable:
                found[LEFT_OVER].append(number)
        return found

    def _show(self, status: str) -> None:
        self._text.clear()
        self.keep_all.setVisible(status == DUPLICATE)
        numbers = self._by_status()[status]
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        for place, number in enumerate(numbers[:MOST_SHOWN]):
            line = self._lines[number]
            title = line.words or self.tr("Beside all articles")
            is_ours = status == FAILED or not line.words  # a message, not a title
            link = f"open:{line.article}" if line.article else ""
            self._add(cursor, title, "text", 12 if place else 0, link, is_ours=is_ours)
            about = self._formatter.joined(line.path.name if line.path else "", self._more(line))
            if about:
                self._add(cursor, about, "quiet")
            if status == DUPLICATE:
                is_kept = number in self._kept
                words = self.tr("Both are kept") if is_kept else self.tr("Keep both")
                link = "" if is_kept else f"keep:{number}"
                self._add(cursor, words, "quiet" if is_kept else "link", link=link, is_ours=True)
            if status == LEFT_OVER:
                for words in self._not_understood(line):
                    self._add(cursor, words, "quiet")
        if len(numbers) > MOST_SHOWN:
            words = self.tr("and %n more; the saved report has them all", "", len(numbers) - MOST_SHOWN)
            self._add(cursor, self._formatter.counted(words), "quiet", 12, is_ours=True)
        cursor.endEditBlock()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _more(self, line: ReportLine) -> str:
        """Return how many highlights came with an article, and how many of them have no place."""
        parts = []
        if line.highlights:
            parts.append(self._formatter.counted(self.tr("%n highlight(s)", "", line.highlights)))
        if line.unplaced:
            parts.append(self._formatter.counted(self.tr("without a place: %n", "", line.unplaced)))
        return self._formatter.joined(*parts)

    def _not_understood(self, line: ReportLine) -> Iterator[str]:
        if line.unreadable:
            words = self.tr("%n place(s) could not be read; each stands in the text as \ufffd", "", line.unreadable)
            yield self._formatter.counted(words)
        yield from line.left_over

    def _follow_link(self, link: QUrl) -> None:
        if link.scheme() == "open":
            self.article_requested.emit(link.path())
        else:
            self._keep((int(link.path()),))

    def _keep_all(self) -> None:
        self._keep(tuple(number for number in self._by_status()[DUPLICATE] if number not in self._kept))

    def _keep(self, numbers: tuple[int, ...]) -> None:
        self._kept.update(numbers)
        self.keep_all.setEnabled(self._kept < set(self._by_status()[DUPLICATE]))
        self.keep_both_requested.emit(numbers)
        place = self._text.verticalScrollBar().value()
        self._show(DUPLICATE)
        self._text.verticalScrollBar().setValue(place)

    def _add(
        self, cursor: QTextCursor, words: str, role: str, above: int = 0, link: str = "", *, is_ours: bool = False
    ) -> None:
        """Add a line. Our own words run as the window does, however many letters of a file's name are in them."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        shown, direction = isolated(words)
        if is_ours:
            shown, direction = words, Direction.RTL if is_rtl else Direction.LTR
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(above)
        runs_right_to_left = direction is Direction.RTL
        block.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if runs_right_to_left else Qt.LayoutDirection.LeftToRight
        )
        block.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        letters.setForeground(self._theme.colour(role))
        if link:
            letters.setAnchor(True)
            letters.setAnchorHref(link)
        if not cursor.atStart():
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(shown, letters)
