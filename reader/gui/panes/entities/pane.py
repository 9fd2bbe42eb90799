"""People and places: who and what the open article is about, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from reader.entities.entity import Entity
from reader.gui.panes.entities.delegate import EntityDelegate
from reader.gui.panes.entities.model import EntitiesModel
from reader.gui.panes.entities.rows import Head, More, Named
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.spans import Span


class EntityList(QListView):
    """The rows. `stepped` asks for the next mention (1) or the one before (-1) of the current row."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N):
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_P:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)


class EntitiesPane(QWidget):
    """Shows people, places and organisations. Clicking one asks for its next mention, in the order of the text.

    `mention_requested(key, index)` counts mentions from 0.
    """

    entity_selected = Signal(str)
    mention_requested = Signal(str, int)

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entities")
        self.setAccessibleName(self.tr("People and places"))
        self._entities: Sequence[Entity] = ()
        self._key = ""
        self._mention = -1
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
        self._hint.setContentsMargins(24, 32, 24, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.view, 1)
        self.view.clicked.connect(self._answer_click)
        self.view.stepped.connect(self._step)
        self.show_entities((), 0, Direction.RTL)

    def show_entities(self, entities: tuple[Entity, ...] | None, article_length: int, direction: Direction) -> None:
        """Show what an article of so many code points names; None while that is being found."""
        self._entities = entities or ()
        self._key, self._mention = "", -1
        self._delegate.article_begins_right = direction is Direction.RTL
        self._model.show(self._entities, article_length)
        self._hint.setText(
            self.tr("Looking for people and places…")
            if entities is None
            else self.tr("No people or places found. Select a name to add it.")
        )
        self._hint.setVisible(not self._entities)
        self.view.setVisible(bool(self._entities))

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

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._delegate.set_theme(theme)
        self.view.doItemsLayout()
        self.view.viewport().update()

    def set_settings(self, settings: Settings) -> None:
        """Take over the reader's taste."""
        self._model.show_settings(settings)

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
