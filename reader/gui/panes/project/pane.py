"""The page of a case folder: its name, what is in it, and notes that are written in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.collections.collection import CaseFolder
from reader.gui.formatting import Formatter, isolated
from reader.gui.theme import Theme
from reader.gui.widgets.note_editor import NoteEditor
from reader.gui.widgets.note_text import NoteSetting
from reader.gui.widgets.text_lines import leading
from reader.settings import Settings
from reader.text.digits import Digits
from reader.text.direction import Direction

WIDTH = 560
"""Of the column in px, as the page's own (TOKENS.md)."""

TOP, LEAST_NOTES = 48, 280
"""px: above the name; how high the room for notes is at least."""


class ProjectPane(QScrollArea):
    """Shows one case folder. `note_edited` carries its id and the new notes; the other wishes its id.

    What is being written is never written over: a text that arrives meanwhile is shown below, to be added.
    """

    note_edited = Signal(str, str)
    rename_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Project"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme, self._settings, self._formatter = theme, settings, formatter
        self._folder: CaseFolder | None = None
        self._number = 0
        self._arrived = ""
        self.editor: NoteEditor | None = None
        self._name, self._facts, self._other = QLabel(self), QLabel(self), QLabel(self)
        self._rename = QPushButton(self.tr("Rename…"), self)
        self._export = QPushButton(self.tr("Export…"), self)
        self._add = QPushButton(self.tr("Add this text to the notes"), self)
        self._lay_out()
        self._rename.clicked.connect(lambda: self.rename_requested.emit(self.folder))
        self._export.clicked.connect(lambda: self.export_requested.emit(self.folder))
        self._add.clicked.connect(self._add_arrived)

    @property
    def folder(self) -> str:
        """The id of the case folder that is shown, or nothing."""
        return self._folder.id if self._folder is not None else ""

    @property
    def arrived(self) -> str:
        """Notes that came from elsewhere while others were being written here."""
        return self._arrived

    def show_folder(self, folder: CaseFolder) -> None:
        """Show a case folder, or what became of the one that is shown."""
        is_other = folder.id != self.folder
        if is_other:
            self.finish_writing()
        before, self._folder = self._folder, folder
        self._name.setText(isolated(folder.name)[0])
        self._show_facts()
        editor = self.editor
        if editor is None or is_other:
            self._make_editor()
        elif before is not None and folder.notes != before.notes:
            known = {editor.told.strip(), editor.toPlainText().strip()}
            arrived = "\n\n".join(note for note in folder.notes if note.strip() not in known)
            if editor.hasFocus() or editor.toPlainText() != editor.told:
                self._show_arrived(arrived)
            elif arrived or folder.note != editor.told:
                self._make_editor()

    def show_number(self, number: int) -> None:
        """Say how many articles are in the folder."""
        self._number = number
        self._show_facts()

    def finish_writing(self) -> None:
        """Tell what was typed and not yet told."""
        if self.editor is not None:
            self.editor.tell()

    def set_look(self, theme: Theme, settings: Settings, formatter: Formatter) -> None:
        """Take over a theme, the reader's type, and digits."""
        self.finish_writing()
        self._theme, self._settings, self._formatter = theme, settings, formatter
        self._show_facts()
        if self._folder is not None:
            self._make_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the column fill what room there is, up to the page's own width."""
        super().resizeEvent(event)
        self._column.setFixedWidth(min(WIDTH, self.viewport().width() - 2 * 24))
        self._fit()

    def _lay_out(self) -> None:
        self._name.setObjectName("empty_title")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setAlignment(leading(is_rtl=self._formatter.is_rtl))
        self._facts.setObjectName("quiet")
        self._other.setObjectName("quiet")
        self._other.setWordWrap(True)
        self._other.setTextFormat(Qt.TextFormat.PlainText)
        for button in (self._rename, self._export, self._add):
            button.setProperty("link", True)
        self._column = QWidget()
        inner = self._inner = QVBoxLayout(self._column)
        inner.setContentsMargins(0, TOP, 0, TOP)
        inner.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self._facts)
        buttons.addStretch(1)
        buttons.addWidget(self._rename)
        buttons.addWidget(self._export)
        adding = QHBoxLayout()
        adding.addWidget(self._add)
        adding.addStretch(1)
        line = QFrame(self)
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        inner.addWidget(self._name)
        inner.addLayout(buttons)
        inner.addWidget(line)
        inner.addSpacing(16)
        inner.addWidget(self._other)
        inner.addLayout(adding)
        inner.addStretch(1)
        self._show_arrived("")
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        self.setWidget(room)

    def _make_editor(self) -> None:
        assert self._folder is not None
        had_focus = False
        if self.editor is not None:
            had_focus = self.editor.hasFocus()
            self.editor.blockSignals(True)
            self._inner.removeWidget(self.editor)
            self.editor.deleteLater()
        rtl = Direction.RTL if self._formatter.is_rtl else Direction.LTR
        setting = NoteSetting(self._theme, self._settings, rtl)
        self.editor = NoteEditor(self._folder.note, setting, self._column.width(), self._column)
        self.editor.setPlaceholderText(self.tr("Notes of the project"))
        self.editor.setAccessibleName(self.tr("Notes of the project"))
        folder = self._folder.id
        self.editor.text_changed.connect(lambda text: self.note_edited.emit(folder, text))
        self.editor.height_changed.connect(self._fit)
        self._inner.insertWidget(4, self.editor)
        self.setFocusProxy(self.editor)
        self._fit()
        self._show_arrived("")
        if had_focus:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        if self.editor is not None:
            self.editor.setFixedHeight(max(LEAST_NOTES, round(self.editor.document().size().height()) + 8))

    def _show_facts(self) -> None:
        counted = self._formatter.counted(self.tr("%n article(s)", "", self._number))
        made = self._formatter.date(self._folder.created[:10], Digits.LATIN) if self._folder is not None else ""
        self._facts.setText(self._formatter.line(counted, made))

    def _show_arrived(self, text: str) -> None:
        self._arrived = text
        self._other.setText(self.tr("Written elsewhere meanwhile:") + f"\n{text}")
        self._other.setVisible(bool(text))
        self._add.setVisible(bool(text))

    def _add_arrived(self) -> None:
        if self.editor is not None and self._arrived:
            self.editor.append_text(self._arrived)
            self.editor.tell()
            self._show_arrived("")
