"""The card of one person, place or organisation: all that is known of it, and what can be decided about it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.entities.entity import Entity
from reader.gui.formatting import Formatter, isolated
from reader.gui.panes.entities.wishes import kind_words, wishes_of
from reader.gui.theme import Theme

WIDTH = 320
SECTION_GAP = 12


class EntityCard(QScrollArea):
    """Shows an entity and emits wishes about it, with its key; it scrolls where it is higher than its room.

    `wished(wish, key)` carries the ids of `wishes`. A name or a Latin spelling is given with Enter, the latter also by
    going elsewhere; Esc brings back what was there.
    """

    wished = Signal(str, str)
    name_given = Signal(str, str)
    latin_given = Signal(str, str)

    def __init__(self, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("About this name"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._formatter = formatter
        self._theme = theme
        self._entity: Entity | None = None
        self._room = WIDTH
        self._content = QWidget()
        self.name = _field("card_name", self.tr("Name"))
        self.name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a card that opens is not a name that is being changed
        self.latin = _field("card_latin", self.tr("Latin spelling"))
        self.latin.setPlaceholderText(self.tr("None yet"))
        self._said = _label("quiet")
        self._role = _label("card_role")
        self._others_head = _label("card_head")
        self._others_head.setText(self.tr("Other names"))
        self._others = _label("card_names")
        self._others.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sections = QVBoxLayout()
        self.sections.setSpacing(SECTION_GAP)
        self._buttons = QGridLayout()
        self._buttons.setHorizontalSpacing(16)
        self._buttons.setVerticalSpacing(4)
        self._lay_out()
        for field in (self.name, self.latin):
            field.installEventFilter(self)
        self.name.returnPressed.connect(self._give_name)
        self.latin.editingFinished.connect(self._give_latin)

    @property
    def key(self) -> str:
        """The key of what is shown, or nothing."""
        return self._entity.key if self._entity else ""

    def show_entity(self, entity: Entity) -> None:
        """Show what is known; what is being written stays."""
        is_same_kind = self._entity is not None and self._entity.kind is entity.kind
        is_same = self._entity is not None and self._entity.key == entity.key
        self._entity = entity
        for field, text in ((self.name, entity.name), (self.latin, entity.latin)):
            if not (is_same and field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
        count = self._formatter.counted(self.tr("mentioned in %n place(s)", "", len(entity.mentions)))
        self._said.setText(self._formatter.line(kind_words(entity.kind), count))
        self._role.setText(isolated(entity.role)[0])
        self._role.setVisible(bool(entity.role))
        self._others.setText(self._formatter.line(*entity.aliases))
        for label in (self._others_head, self._others):
            label.setVisible(bool(entity.aliases))
        if not is_same_kind:
            self._offer(entity)
        self.updateGeometry()

    def add_section(self, section: QWidget) -> None:
        """Put something more about the name between what is known of it and what can be decided."""
        self.sections.addWidget(section)

    def set_room(self, height: int) -> None:
        """Say how high the card may be, in px."""
        self._room = height
        self.updateGeometry()

    def edit_name(self) -> None:
        """Let the name be changed."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme

    def set_formatter(self, formatter: Formatter) -> None:
        """Write numbers another way."""
        self._formatter = formatter
        if self._entity is not None:
            self.show_entity(self._entity)

    def sizeHint(self) -> QSize:
        """Return the height of all there is, within the room."""
        content = self._content
        height = content.heightForWidth(WIDTH) if content.hasHeightForWidth() else content.sizeHint().height()
        return QSize(WIDTH, min(height, self._room))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a card is never squeezed."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring back with Esc what stood in a field; let a name that was not given go."""
        entity = self._entity
        if entity is None or not isinstance(watched, QLineEdit):
            return False
        before = entity.name if watched is self.name else entity.latin
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape and watched.text() != before:
            watched.setText(before)
            event.accept()
            return True
        if event.type() is QEvent.Type.FocusOut and watched is self.name:
            watched.setText(before)
        return False

    def _lay_out(self) -> None:
        is_rtl = self._formatter.is_rtl
        leading = (
            Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignAbsolute
        self.name.setAlignment(leading)  # whatever the direction of what stands there
        for label in (self._role, self._others):
            label.setAlignment(leading)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.name, self._said, self._role):
            column.addWidget(widget)
        column.addSpacing(SECTION_GAP)
        head = _label("card_head")
        head.setText(self.tr("Latin spelling"))
        head.setBuddy(self.latin)
        for widget in (head, self.latin):
            column.addWidget(widget)
        column.addSpacing(SECTION_GAP)
        for widget in (self._others_head, self._others):
            column.addWidget(widget)
        column.addLayout(self.sections)
        column.addSpacing(SECTION_GAP)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.setWidget(self._content)

    def _offer(self, entity: Entity) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        own, kinds, hiding, copying = wishes_of(entity.kind)
        columns = ((*own, *copying), (*kinds, *hiding))
        for number, wish in ((number, wish) for column in columns for number, wish in enumerate(column)):
            button = QPushButton(wish.words)
            button.setObjectName(f"wish_{wish.id}")
            button.setProperty("link", True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, wish=wish.id: self._wish(wish))
            place = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            self._buttons.addWidget(button, number, wish in columns[1], place)

    def _wish(self, wish: str) -> None:
        if wish == "rename":
            self.edit_name()
        else:
            self.wished.emit(wish, self.key)

    def _give_name(self) -> None:
        name = self.name.text().strip()
        if self._entity is not None and name and name != self._entity.name:
            self.name_given.emit(self.key, name)

    def _give_latin(self) -> None:
        latin = " ".join(self.latin.text().split())
        if self._entity is not None and latin != self._entity.latin:
            self.latin_given.emit(self.key, latin)


def _field(name: str, words: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(words)
    return field


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
