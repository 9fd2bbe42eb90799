"""The one export dialog: which format, what of the articles, and where."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporting.exported import Content
from reader.exporting.formats import FORMATS, Format
from reader.gui.dialogs.export_words import ExportWords
from reader.gui.theme import Theme
from reader.gui.widgets.choice import Choice
from reader.gui.widgets.segmented import Segmented

WIDTH = 540


class ExportDialog(QDialog):
    """`ordered` carries the format's name, the content, the path, and whether a file that is there gives way.

    `suggest` gives a path for a format; `asks_folder` says that each of several articles gets a file of its own.
    """

    ordered = Signal(str, str, str, bool)

    def __init__(  # noqa: PLR0917 - as all parts of the window: what it shows, then its look
        self,
        of_what: str,
        offered: Sequence[Content],
        suggest: Callable[[Format], Path],
        asks_folder: Callable[[Format], bool],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(WIDTH)
        self._offered, self._suggest, self._asks_folder = offered, suggest, asks_folder
        self._agreed = ""
        self._is_typed = False
        words = ExportWords()
        self._words = {name: words.of(name) for name in FORMATS}
        names = [name for name, each in FORMATS.items() if set(each.contents) & set(offered)]
        self.format = Choice([(name, self._words[name][0]) for name in names], self.tr("Format"), theme, self)
        self.content = Segmented([(each.value, self._content_words(each)) for each in offered], self.tr("What"), self)
        self.where = QLineEdit(self)
        self.where.setAccessibleName(self.tr("Where to"))
        self.where.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._about = QLabel(self)
        self._about.setObjectName("quiet")
        self._about.setWordWrap(True)
        self._browse = QPushButton(self.tr("Choose…"), self)
        self._browse.setAutoDefault(False)
        self._of_what = QLabel(of_what, self)
        self._of_what.setObjectName("pane_title")
        self._of_what.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.content.show_value(offered[0].value)
        self.show_format(names[0])

    @property
    def chosen(self) -> Format:
        """The chosen format."""
        return FORMATS[self._chosen]

    def show_format(self, name: str) -> None:
        """Choose a format."""
        self._chosen = name
        self.format.show_value(name)
        self._show_chosen(name)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.where, 1)
        place.addWidget(self._browse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = ((self.tr("Format"), self.format), (self.tr("What"), self.content), (self.tr("Where to"), self.where))
        for row, (words, control) in enumerate(rows):
            label = QLabel(words, self)
            label.setBuddy(control)
            grid.addWidget(label, 2 * row, 0)
            if control is self.where:
                grid.addLayout(place, 2 * row, 1)
            else:
                grid.addWidget(control, 2 * row, 1)
        grid.addWidget(self._about, 1, 1)
        self._about.setMinimumHeight(2 * self._about.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._go.setText(self.tr("Export"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        for button in buttons.buttons():
            button.setIcon(type(button.icon())())
        buttons.accepted.connect(self.accept_order)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._of_what)
        column.addLayout(grid)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.format.chosen.connect(self.show_format)
        self._browse.clicked.connect(self._ask)
        self.where.textEdited.connect(self._note_typed)
        self.where.textChanged.connect(lambda words: self._go.setEnabled(bool(words.strip())))

    def _show_chosen(self, name: str) -> None:
        chosen = FORMATS[name]
        self._about.setText(self._words[name][1])
        self.content.offer([each.value for each in chosen.contents])
        if not self._is_typed or self._asks_folder(chosen) != Path(self.where.text()).is_dir():
            self.where.setText(str(self._suggest(chosen)))
            self._is_typed = False
        elif not self._asks_folder(chosen):
            self.where.setText(str(Path(self.where.text()).with_suffix(chosen.suffix)))

    def _note_typed(self) -> None:
        self._is_typed = True

    def _ask(self) -> None:
        """Let the reader choose in the system's dialog, which asks whether a file that is there may give way."""
        title = self.tr("Where to")
        if self._asks_folder(self.chosen):
            path = QFileDialog.getExistingDirectory(self, title, str(Path(self.where.text()).parent))
        else:
            kinds = f"{self._words[self.chosen.name][0]} (*{self.chosen.suffix})"
            path, _ = QFileDialog.getSaveFileName(self, title, self.where.text(), kinds)
            self._agreed = path
        if path:
            self.where.setText(path)
            self._is_typed = True

    def accept_order(self) -> None:
        """Say what is wanted, and close."""
        path = self.where.text().strip()
        self.ordered.emit(self._chosen, self.content.value, path, path == self._agreed)
        self.accept()

    def _content_words(self, content: Content) -> str:
        return {
            Content.BOTH: self.tr("Both"),
            Content.ARTICLE: self.tr("Article"),
            Content.HIGHLIGHTS: self.tr("Highlights and notes"),
        }[content]
