"""The small bar that floats at a selection or at a highlight: what can be done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.annotations.highlight import COLOURS
from reader.gui.icons import icon
from reader.gui.panes.reading.swatch import SIZE, Swatch, patch_icon
from reader.gui.theme import Theme
from reader.gui.widgets.shadow import Shadow

GAP = 8
"""Distance in px from the passage, and least distance from the pane's edges."""

CHOICE = 16
"""Size in px of the colour before the words of one highlight of several."""

_KEYS = {
    **{colour: str(number) for number, colour in enumerate(COLOURS, 1)},
    "note": "N",
    "copy": "Ctrl+C",
    "check": "Enter",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several highlights that lie on one another: its id, its colour and its first words."""

    mark: str
    colour: str
    words: str


class SelectionBar(QFrame):
    """Five colours, note, copy, copy as quotation; for a highlight its removal, for a stack each of its highlights.

    For one whose place is approximate it also offers to say that this is its place.

    It never takes the focus by itself: the keys work on the page. `closed` follows Esc in the bar.
    """

    colour_chosen = Signal(str)
    note_chosen = Signal()
    copy_chosen = Signal()
    quotation_chosen = Signal()
    naming_chosen = Signal()
    removal_chosen = Signal()
    place_confirmed = Signal()
    mark_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self._all_words()
        self._shadow = Shadow(theme, parent)
        self._swatches = [Swatch(colour, theme, self) for colour in COLOURS]
        self._note, self._copy, self._quote = (self._button(name) for name in ("note", "copy", "quote"))
        self._naming, self._remove, self._confirm = (self._button(name) for name in ("person", "delete", "check"))
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(2)
        for swatch in self._swatches:
            self._name(swatch, swatch.colour)
            swatch.clicked.connect(lambda _checked, colour=swatch.colour: self.colour_chosen.emit(colour))
            row.addWidget(swatch)
        row.addSpacing(GAP)
        for button in self._buttons:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, 6, GAP, 6)
        layout.setSpacing(4)
        self._unsure = QLabel(self.tr("Approximate place, to be checked"), self)
        self._unsure.setObjectName("quiet")
        layout.addWidget(self._unsure)
        layout.addLayout(self._choices)
        layout.addLayout(row)
        self._note.clicked.connect(self.note_chosen)
        self._copy.clicked.connect(self.copy_chosen)
        self._quote.clicked.connect(self.quotation_chosen)
        self._naming.clicked.connect(self.naming_chosen)
        self._remove.clicked.connect(self.removal_chosen)
        self._confirm.clicked.connect(self.place_confirmed)
        self.setAccessibleName(self.tr("What to do with the selection"))
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._theme = theme
        self._shadow.set_theme(theme)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for swatch in self._swatches:
            swatch.set_theme(theme)
        for button in self._buttons:
            button.setIcon(icon(button.objectName(), theme, rtl=is_rtl))
        self.update()

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        """Name the colours by what the reader means by them, where anything."""
        names = self._all_words()
        for swatch in self._swatches:
            name, meaning = names[swatch.colour], meanings.get(swatch.colour, "")
            self._words = {**self._words, swatch.colour: f"{meaning} ({name})" if meaning else name}
            self._name(swatch, swatch.colour)

    def offer_for_selection(self) -> None:
        """Offer what can be done with selected text."""
        self._unsure.hide()
        self._confirm.hide()
        self._set_up(colour="", is_highlight=False, choices=())

    def offer_for_highlight(
        self, colour: str, choices: Sequence[Choice] = (), chosen: str = "", *, is_approximate: bool = False
    ) -> None:
        """Offer what can be done with a highlight; `choices` are all that lie there, if there are several."""
        for widget in (self._unsure, self._confirm):
            widget.setVisible(is_approximate)
        self._set_up(colour=colour, is_highlight=True, choices=choices if len(choices) > 1 else (), chosen=chosen)

    def place(self, box: QRectF, room: QRectF) -> None:
        """Stand above a box, or below it for want of room; hide while the box is out of sight. Px of the parent."""
        if not box.intersects(room):
            self.hide()
            return
        self.adjustSize()
        above = box.top() - self.height() - GAP
        below = box.bottom() + GAP
        y = above if above >= room.top() + GAP or below + self.height() > room.bottom() - GAP else below
        x = box.center().x() - self.width() / 2
        x = min(max(x, room.left() + GAP), room.right() - self.width() - GAP)
        self.move(round(x), round(min(max(y, room.top() + GAP), room.bottom() - self.height() - GAP)))
        self.show()
        self.raise_()
        self._shadow.surround(self, radius=10)

    def showEvent(self, event: QShowEvent) -> None:
        """Throw a shadow."""
        super().showEvent(event)
        self._shadow.surround(self, radius=10)
        self._shadow.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Throw none."""
        super().hideEvent(event)
        self._shadow.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; go from button to button with the arrows."""
        forward = Qt.Key.Key_Left if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == forward)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card: raised, with a hairline round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    @property
    def _buttons(self) -> tuple[QToolButton, ...]:
        return self._note, self._copy, self._quote, self._naming, self._remove, self._confirm

    def _all_words(self) -> Mapping[str, str]:
        return {
            "yellow": self.tr("Yellow"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "pink": self.tr("Pink"),
            "violet": self.tr("Violet"),
            "note": self.tr("Note"),
            "copy": self.tr("Copy"),
            "quote": self.tr("Copy as quotation"),
            "person": self.tr("Add to people and places…"),
            "delete": self.tr("Remove highlight"),
            "check": self.tr("This is its place"),
        }

    def _set_up(self, *, colour: str, is_highlight: bool, choices: Sequence[Choice], chosen: str = "") -> None:
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == colour)
        self._remove.setVisible(is_highlight)
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for choice in choices:
            button = self._choice_button(choice, is_chosen=choice.mark == chosen)
            self._choices.addWidget(button)
            button.show()  # a layout counts what is added to a bar that is seen only once it is shown

    def _choice_button(self, choice: Choice, *, is_chosen: bool) -> QToolButton:
        made = QToolButton(self)
        made.setText(choice.words)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIcon(patch_icon(self._theme, choice.colour, CHOICE))
        made.setIconSize(QSize(CHOICE, CHOICE))
        made.setCheckable(True)
        made.setChecked(is_chosen)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(f"{self._words[choice.colour]}: {choice.words}")
        made.clicked.connect(lambda: self.mark_chosen.emit(choice.mark))
        return made

    def _button(self, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setIconSize(QSize(20, 20))
        made.setFixedSize(SIZE, SIZE)
        made.setStyleSheet("padding: 0")
        self._name(made, name)
        return made

    def _name(self, button: QWidget, name: str) -> None:
        words = self._words[name]
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({_KEYS[name]})" if name in _KEYS else words)
