"""Mending an article by hand: its facts above, its blocks below, and the chosen block whole, to be split."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.articles import mending
from reader.articles.article import Block, BlockKind, WrittenDate
from reader.articles.mending import Draft
from reader.gui.formatting import Formatter
from reader.gui.theme import Theme
from reader.gui.widgets.choice import Choice
from reader.text.dates import parse_date
from reader.text.dates_in_words import in_print
from reader.text.direction import Direction

ID_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST_LINE = 200
"""Code points of a block that its line in the list shows."""

AUTO = "auto"


class MendDialog(QDialog):
    """Shows a draft and changes it step by step; `mended` carries the draft that the reader keeps."""

    mended = Signal(object)

    def __init__(self, draft: Draft, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mend")
        self.setWindowTitle(self.tr("Mend the article"))
        self.resize(740, 600)
        self._theme, self._formatter = theme, formatter
        self._steps = [draft]
        self._make_fields(draft)
        self._make_blocks()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (self._facts(), self.blocks, self.whole, self._tools(), self._buttons()):
            if isinstance(part, QWidget):
                column.addWidget(part, 1 if part is self.blocks else 0)
            else:
                column.addLayout(part)
        self.setStyleSheet(theme.stylesheet())
        self._fill()
        if (first := self.blocks.topLevelItem(0)) is not None:
            self.blocks.setCurrentItem(first)
        self._check_date()

    @property
    def draft(self) -> Draft:
        """The article as the dialog shows it now."""
        authors = (each.strip() for each in self.authors.text().replace("،", ",").split(","))
        return replace(
            self._steps[-1],
            title=" ".join(self.title.text().split()),
            authors=tuple(filter(None, authors)),
            published=self._date(),
            source=" ".join(self.source.text().split()),
        )

    def accept(self) -> None:
        """Keep what was mended."""
        super().accept()
        self.mended.emit(self.draft)

    def take_back(self) -> None:
        """Take the last change of the blocks back."""
        if len(self._steps) > 1:
            self._steps.pop()
            self._fill()

    def toggle_removed(self) -> None:
        """Remove the chosen blocks, or restore them if all of them are removed."""
        chosen = self._chosen()
        act = mending.restore if set(chosen) <= self._steps[-1].removed else mending.remove
        self._step(lambda draft: act(draft, chosen))

    def merge(self) -> None:
        """Merge the chosen blocks, or the only one with the next."""
        names = [name for name in self._chosen() if name not in self._steps[-1].removed]
        times = max(len(names) - 1, 1)

        def change(draft: Draft) -> Draft:
            for _ in range(times):
                draft = mending.merge(draft, names[0])
            return draft

        if names:
            self._step(change)

    def split(self) -> None:
        """Split the chosen block where the cursor stands in it."""
        name, units = self._current(), self.whole.textCursor().position()
        before = self.whole.toPlainText().encode("utf-16-le", "surrogatepass")[: 2 * units]
        offset = len(before.decode("utf-16-le", "replace"))
        self._step(lambda draft: mending.split(draft, name, offset))

    def _make_fields(self, draft: Draft) -> None:
        comma = "، " if self._formatter.is_rtl else ", "
        date = (in_print(draft.published.written) or self._in_words(draft.published)) if draft.published else ""
        self._given_date = (date, draft.published)
        self.title, self.authors = QLineEdit(draft.title, self), QLineEdit(comma.join(draft.authors), self)
        self.date, self.source = QLineEdit(date, self), QLineEdit(draft.source, self)
        self.date_hint = QLabel(self)
        self.date_hint.setObjectName("quiet")
        for field in (self.title, self.authors, self.date, self.source):
            field.setCursorPosition(0)
        self.date.textChanged.connect(self._check_date)
        self.title.textChanged.connect(self._check_date)

    def _facts(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setVerticalSpacing(8)
        day = QHBoxLayout()
        day.setSpacing(12)
        day.addWidget(self.date, 1)
        day.addWidget(self.date_hint, 1)
        for words, field in (
            (self.tr("Title"), self.title),
            (self.tr("Author"), self.authors),
            (self.tr("Source"), self.source),
            (self.tr("Publication date"), self.date),
        ):
            field.setAccessibleName(words)
            rows.addRow(f"{words}:", day if field is self.date else field)
        return rows

    def _make_blocks(self) -> None:
        self.blocks = QTreeWidget(self)
        self.blocks.setObjectName("blocks")
        self.blocks.setAccessibleName(self.tr("Paragraphs"))
        self.blocks.setColumnCount(2)
        self.blocks.setHeaderHidden(True)
        self.blocks.setRootIsDecorated(False)
        self.blocks.setUniformRowHeights(True)
        self.blocks.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.blocks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blocks.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.blocks.header().setStretchLastSection(True)
        self.blocks.itemSelectionChanged.connect(self._show_chosen)
        self.whole = QPlainTextEdit(self)
        self.whole.setObjectName("whole_block")
        self.whole.setAccessibleName(self.tr("The chosen paragraph"))
        self.whole.setReadOnly(True)
        self.whole.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.whole.setFixedHeight(76)
        self.whole.cursorPositionChanged.connect(self._follow)

    def _tools(self) -> QHBoxLayout:
        names = kind_names()
        kinds = [(kind.value, names[kind]) for kind in mending.CHANGEABLE]
        self.kind = Choice(kinds, self.tr("Kind"), self._theme, self)
        self.kind.chosen.connect(
            lambda value: self._step(lambda draft: mending.set_kind(draft, self._chosen(), BlockKind(value)))
        )
        directions = (
            (AUTO, self.tr("Automatic")),
            (Direction.RTL.value, self.tr("From the right")),
            (Direction.LTR.value, self.tr("From the left")),
        )
        self.direction = Choice(directions, self.tr("Direction"), self._theme, self)
        self.direction.chosen.connect(self._turn)
        self.remove_button = self._tool(self.tr("Remove"), self.toggle_removed)
        self.merge_button = self._tool(self.tr("Merge"), self.merge)
        self.split_button = self._tool(self.tr("Split at the cursor"), self.split)
        row = QHBoxLayout()
        row.setSpacing(8)
        for tool in (self.kind, self.direction, self.split_button, self.merge_button, self.remove_button):
            row.addWidget(tool)
        row.addStretch(1)
        return row

    def _tool(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.back_button = buttons.addButton(self.tr("Undo"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(self.take_back)
        QShortcut(QKeySequence.StandardKey.Undo, self.blocks, self.take_back, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(
            QKeySequence.StandardKey.Delete,
            self.blocks,
            self.toggle_removed,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _step(self, change: Callable[[Draft], Draft]) -> None:
        draft = change(self._steps[-1])
        if draft != self._steps[-1]:
            self._steps.append(draft)
            self._fill()

    def _turn(self, value: str) -> None:
        direction = None if value == AUTO else Direction(value)
        self._step(lambda draft: mending.set_direction(draft, self._chosen(), direction))

    def _fill(self) -> None:
        """Show the blocks; what was chosen stays so, as far as it is there."""
        chosen, current, place = set(self._chosen()), self._current(), self.blocks.verticalScrollBar().value()
        draft, names = self._steps[-1], kind_names()
        self.blocks.blockSignals(True)
        self.blocks.clear()
        for block in draft.blocks:
            item = self._item(block, names[block.kind], is_removed=block.id in draft.removed)
            self.blocks.addTopLevelItem(item)
            if block.id == current:
                self.blocks.setCurrentItem(item)
            item.setSelected(block.id in chosen)
        self.blocks.blockSignals(False)
        self.blocks.verticalScrollBar().setValue(place)
        self.back_button.setEnabled(len(self._steps) > 1)
        self._show_chosen()

    def _item(self, block: Block, kind: str, *, is_removed: bool) -> QTreeWidgetItem:
        words = f"\u2068{block.text[:LONGEST_LINE]}\u2069" if block.text else str(block.extra.get("alt") or "")
        item = QTreeWidgetItem([self.tr("removed") if is_removed else kind, words])
        item.setData(0, ID_ROLE, block.id)
        item.setForeground(0, self._theme.colour("quiet"))
        font = self.blocks.font()
        font.setStrikeOut(is_removed)
        item.setFont(1, font)
        item.setForeground(1, self._theme.colour("faint" if is_removed else "text"))
        return item

    def _chosen(self) -> tuple[str, ...]:
        items = (self.blocks.topLevelItem(row) for row in range(self.blocks.topLevelItemCount()))
        return tuple(str(item.data(0, ID_ROLE)) for item in items if item is not None and item.isSelected())

    def _current(self) -> str:
        item = self.blocks.currentItem()
        return str(item.data(0, ID_ROLE)) if item is not None else ""

    def _show_chosen(self) -> None:
        chosen, draft = self._chosen(), self._steps[-1]
        block = next((block for block in draft.blocks if block.id in chosen), None)
        text = block.text if block is not None and len(chosen) == 1 else ""
        if self.whole.toPlainText() != text:
            self.whole.setPlainText(text)
            self.whole.moveCursor(QTextCursor.MoveOperation.Start)
        if block is not None:
            is_rtl = block.direction is Direction.RTL
            option = self.whole.document().defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
            side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.whole.document().setDefaultTextOption(option)
            self.kind.show_value(block.kind.value)
            self.direction.show_value(block.direction.value)
        self.kind.setEnabled(block is not None and block.kind in mending.CHANGEABLE)
        self.direction.setEnabled(block is not None)
        self._follow()

    def _follow(self) -> None:
        """Let those tools be used that would change something."""
        chosen, draft = self._chosen(), self._steps[-1]
        gone = bool(chosen) and set(chosen) <= draft.removed
        self.remove_button.setText(self.tr("Restore") if gone else self.tr("Remove"))
        self.remove_button.setEnabled(bool(chosen))
        shown = [name for name in chosen if name not in draft.removed]
        self.merge_button.setText(self.tr("Merge") if len(chosen) > 1 else self.tr("Merge with the next"))
        self.merge_button.setEnabled(bool(shown) and mending.can_merge(draft, shown[0]))
        position = self.whole.textCursor().position()
        is_inside = 0 < position < self.whole.document().characterCount() - 1
        self.split_button.setEnabled(len(shown) == 1 and is_inside)

    def _date(self) -> WrittenDate | None:
        """Return the date that is written in its field, or None for none. Raises ValueError for what is no date."""
        words, (given, published) = self.date.text().strip(), self._given_date
        if not words or words == given:
            return published if words else None
        found = parse_date(words)
        if found is None:
            raise ValueError(words)
        return WrittenDate(found.iso, found.written)

    def _in_words(self, date: WrittenDate) -> str:
        return self._formatter.date(date.iso, self._formatter.digits_beside("latin"), short=True)

    def _check_date(self) -> None:
        """Say which day was understood, and save nothing that was not."""
        try:
            date = self._date()
        except ValueError:
            self.date_hint.setText(self.tr("This is not understood as a date"))
            self.save_button.setEnabled(False)
            return
        self.date_hint.setText(self._in_words(date) if date else "")
        self.save_button.setEnabled(bool(self.title.text().strip()))


def kind_names() -> dict[BlockKind, str]:
    """Return what each kind of block is called."""
    translate = QCoreApplication.translate
    return {
        BlockKind.HEADLINE: translate("MendDialog", "Headline"),
        BlockKind.BYLINE: translate("MendDialog", "Byline"),
        BlockKind.LEAD: translate("MendDialog", "Lead"),
        BlockKind.HEADING: translate("MendDialog", "Heading"),
        BlockKind.PARAGRAPH: translate("MendDialog", "Paragraph"),
        BlockKind.QUOTATION: translate("MendDialog", "Quotation"),
        BlockKind.LIST_ITEM: translate("MendDialog", "List item"),
        BlockKind.TABLE_CELL: translate("MendDialog", "Table cell"),
        BlockKind.IMAGE: translate("MendDialog", "Picture"),
        BlockKind.CAPTION: translate("MendDialog", "Caption"),
        BlockKind.CREDIT: translate("MendDialog", "Picture credit"),
        BlockKind.FOOTNOTE: translate("MendDialog", "Footnote"),
    }
