"""People and places: who and what the open article is about, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.entities.entity import Entity
from reader.gui.keys import plain_key
from reader.gui.panes.entities.delegate import EntityDelegate
from reader.gui.panes.entities.model import ROW_ROLE, EntitiesModel
from reader.gui.panes.entities.rows import Head, More, Named
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.spans import Span

_KEYS = {Qt.Key.Key_Space: "card", Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "hide_here"}


class EntityList(QListView):
    """The rows. `stepped` asks for the next mention (1) or the one before (-1) of the current row.

    `wished` asks for what a key does about the current row, or `card` for what is known of it; `menu_wished` for a menu
    at a place on the screen.
    """

    stepped = Signal(int)
    wished = Signal(str)
    menu_wished = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on_more = QModelIndex()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and N go to the next mention, P to the one before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or plain_key(event) == "n":
            self.stepped.emit(1)
        elif plain_key(event) == "p":
            self.stepped.emit(-1)
        elif event.key() in _KEYS and not event.modifiers():
            self.wished.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the sign for more for one on the card, and not on the row."""
        self._on_more = self._more_at(event) if event.button() is Qt.MouseButton.LeftButton else QModelIndex()
        if not self._on_more.isValid():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the card of the row whose sign was clicked."""
        pressed, self._on_more = self._on_more, QModelIndex()
        if not pressed.isValid():
            super().mouseReleaseEvent(event)
        elif pressed == self._more_at(event):
            self.setCurrentIndex(pressed)
            self.wished.emit("card")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the row under the mouse; from the keyboard about the current one."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wished.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wished.emit(event.globalPos())

    def _more_at(self, event: QMouseEvent) -> QModelIndex:
        """Return the row whose sign for more is under the mouse, or none."""
        point = event.position().toPoint()
        index, delegate = self.indexAt(point), self.itemDelegate()
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if not isinstance(delegate, EntityDelegate) or not isinstance(index.data(ROW_ROLE), Named):
            return QModelIndex()
        return index if delegate.more_rect(self.visualRect(index), is_rtl=is_rtl).contains(point) else QModelIndex()


class EntitiesPane(QWidget):
    """Shows people, places and organisations. Clicking one asks for its next mention, in the order of the text.

    `mention_requested(key, index)` counts mentions from 0. `wished(wish, key)` carries the ids of `wishes`, or `card`;
    `menu_requested` a key and a place on the screen; `hidden_requested` asks what is hidden.
    """

    entity_selected = Signal(str)
    mention_requested = Signal(str, int)
    wished = Signal(str, str)
    menu_requested = Signal(str, QPoint)
    hidden_requested = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entities")
        self.setAccessibleName(self.tr("People and places"))
        self._entities: Sequence[Entity] = ()
        self._key = ""
        self._mention = -1
        self._awaited: Span | None = None
        self._model = EntitiesModel(settings, self)
        self._delegate = EntityDelegate(theme, self)
        self.view = EntityList(self)
        self.view.setAccessibleName(self.tr("People and places"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.view, 1)
        self.hidden = QPushButton(self)
        self.hidden.setProperty("link", True)
        self.hidden.setObjectName("hidden_names")
        self.hidden.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 8)
        foot.addWidget(self.hidden)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.hidden.clicked.connect(self.hidden_requested)
        self.view.wished.connect(self._wish)
        self.view.menu_wished.connect(self._ask_for_menu)
        self.view.clicked.connect(self._answer_click)
        self.view.stepped.connect(self._step)
        self.show_entities((), 0, Direction.RTL)

    def show_entities(
        self, entities: tuple[Entity, ...] | None, article_length: int, direction: Direction, *, is_same: bool = False
    ) -> None:
        """Show what an article of so many code points names; None while that is being found.

        `is_same` says that it is the article that is shown already: then the reader stays at the same row.
        """
        self._entities = entities or ()
        self._delegate.article_begins_right = direction is Direction.RTL
        if is_same:
            self._show_again(article_length)
        else:
            self._key, self._mention = "", -1
            self._model.show(self._entities, article_length)
        if entities is not None and self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            if is_same:
                self.select_at(awaited)
        self._hint.setText(
            self.tr("Looking for people and places…")
            if entities is None
            else self.tr("No people or places found. Select a name to add it.")
        )
        self._hint.setVisible(not self._entities)
        self.view.setVisible(bool(self._entities) or self.view.hasFocus())  # the keyboard would go elsewhere

    def show_hidden(self, count: int) -> None:
        """Say how many names of the article the reader does not want to see."""
        number = self._model.number(count)
        self.hidden.setText(self.tr("Hidden: %1").replace("%1", number))
        self.hidden.setVisible(count > 0)

    def rect_of(self, key: str) -> QRect:
        """Return where the row of an entity is seen, in px of the list; nothing for one that has no row."""
        row = self._model.row_of(key)
        return self.view.visualRect(self._model.index(row)) if row >= 0 else QRect()

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the rows."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def go_on(self, key: str) -> None:
        """Go to the next mention of someone or something, as a click on the row does."""
        row = self._model.unfold_to(key)
        if row >= 0:
            self._select(self._model.index(row))
            self._step(1)

    def select_at(self, span: Span) -> None:
        """Select whoever is mentioned in a stretch of the article."""
        for entity in self._entities:
            for number, mention in enumerate(entity.mentions):
                if mention.span.overlaps(span):
                    self._key, self._mention = entity.key, number
                    index = self._model.index(self._model.unfold_to(entity.key))
                    self._select(index)
                    self.entity_selected.emit(entity.key)
                    return

    def select_soon(self, span: Span) -> None:
        """Select whoever is mentioned in a stretch of the article once that is known: a name that was just added."""
        self._awaited = span

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._delegate.set_theme(theme)
        self.view.doItemsLayout()
        self.view.viewport().update()

    def set_settings(self, settings: Settings) -> None:
        """Take over the reader's taste."""
        self._model.show_settings(settings)

    def _show_again(self, length: int) -> None:
        """Take over other entities of the same article, with the same groups open and the same row current.

        Whose row has gone, as by merging, is gone to where what he was called now belongs.
        """
        current, at = self._model.row(self.view.currentIndex()), self.view.currentIndex().row()
        self._model.show(self._entities, length, is_same=True)
        self._key, self._mention = (self._key, self._mention) if self._model.row_of(self._key) >= 0 else ("", -1)
        row = self._row_after(current.entity) if isinstance(current, Named) else at
        if row < 0:
            row = at
        if row >= 0 and self._model.rowCount():
            self._select(self._model.index(min(row, self._model.rowCount() - 1)))

    def _row_after(self, before: Entity) -> int:
        """Return the row of an entity, or of the one that has its first mention now; -1 where none has."""
        row = self._model.row_of(before.key)
        if row < 0 and before.mentions:
            first = before.mentions[0].span
            now = (each.key for each in self._entities if any(one.span.overlaps(first) for one in each.mentions))
            row = self._model.unfold_to(next(now, ""))
        return row

    def _current_key(self) -> str:
        row = self._model.row(self.view.currentIndex())
        return row.entity.key if isinstance(row, Named) else ""

    def _wish(self, wish: str) -> None:
        if self._current_key():
            self.wished.emit(wish, self._current_key())

    def _ask_for_menu(self, at: QPoint) -> None:
        if self._current_key():
            self.menu_requested.emit(self._current_key(), at)

    def _answer_click(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, Head):
            self._model.toggle(row.kind)
        elif isinstance(row, More):
            self._model.show_all(row.kind)
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        """Go to the next mention of the current row, or the one before; from the last to the first."""
        index = self.view.currentIndex()
        row = self._model.row(index)
        if not isinstance(row, Named):
            if by > 0 and row is not None:
                self._answer_click(index)
            return
        count = len(row.entity.mentions)
        if row.entity.key != self._key:
            self._key, self._mention = row.entity.key, 0 if by > 0 else count - 1
            self.entity_selected.emit(self._key)
        else:
            self._mention = (self._mention + by) % count
        self.mention_requested.emit(self._key, self._mention)

    def _select(self, index: QModelIndex) -> None:
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)
