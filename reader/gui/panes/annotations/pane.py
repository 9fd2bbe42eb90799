"""The annotations pane: highlights and notes of this article or of all, to be found, changed and brought back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.annotations.highlight import COLOURS, Status
from reader.catalogue.marks import MarkQuery, MarkRow
from reader.gui.formatting import Formatter
from reader.gui.icons import icon
from reader.gui.panes.annotations.candidates_bar import CandidatesBar
from reader.gui.panes.annotations.delegate import AnnotationDelegate
from reader.gui.panes.annotations.filters import AnnotationFilters, AnnotationOrders, Offer
from reader.gui.panes.annotations.model import AnnotationsModel
from reader.gui.theme import Theme
from reader.gui.widgets.menu import Menu
from reader.gui.widgets.row_list import RowList
from reader.gui.widgets.segmented import Segmented
from reader.text.spans import Span

HEAD_HEIGHT = 48
TYPED_MS = 150
THIS, ALL, TRASH = "this", "all", "trash"


class AnnotationList(RowList):
    """The rows. `deleted` asks to remove the chosen ones, `coloured` to give them another colour, `left` to close."""

    deleted = Signal()
    coloured = Signal(str)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window's shortcuts: in the list of articles it deletes an article."""
        is_delete = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if is_delete and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def answer_key(self, event: QKeyEvent) -> bool:
        """Remove with Delete, recolour with 1 to 5, leave with Esc."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() and event.text() in "12345١٢٣٤٥" and not event.modifiers():
            self.coloured.emit(COLOURS[int(event.text()) - 1])
        else:
            return False
        return True


class AnnotationsPane(QWidget):
    """Shows what was marked and written. It asks for what the reader wants and changes nothing itself.

    `place_requested` carries mark and article; the other wishes the ids of marks. Exporting is offered once
    `can_export` says that somebody answers it.
    """

    closed = Signal()
    place_requested = Signal(str, str)
    recolour_requested = Signal(tuple, str)
    tag_requested = Signal(tuple)
    export_requested = Signal(tuple)
    removal_requested = Signal(tuple)
    restore_requested = Signal(tuple)
    confirmed = Signal(str)
    attach_requested = Signal(str, object)
    candidates_wanted = Signal(str)

    def __init__(  # noqa: PLR0917 - as all parts of the window: model, then look
        self,
        model: AnnotationsModel,
        offer: Offer,
        trash: Callable[[str], MarkQuery],
        theme: Theme,
        formatter: Formatter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articles")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Highlights and notes"))
        self._model, self._theme, self._formatter, self._trash = model, theme, formatter, trash
        self.can_export = False
        self._article = ""
        self._scope = ALL
        self._meanings: dict[str, str] = {}
        self._back, self._filter, self._order = (QToolButton(self) for _ in range(3))
        self._title, self._count, self._narrowed, self._nothing = (QLabel(self) for _ in range(4))
        self._words = QLineEdit(self)
        self._later = QTimer(self, singleShot=True, interval=TYPED_MS)
        self.filters = AnnotationFilters(offer, self.colour_words, self)
        self.orders = AnnotationOrders(self)
        self.scope = Segmented(
            [(THIS, self.tr("This article")), (ALL, self.tr("All")), (TRASH, self.tr("Removed"))],
            self.tr("Of which articles"),
            self,
        )
        self.view = AnnotationList(self)
        self.view.setModel(model)
        self._delegate = AnnotationDelegate(theme, formatter, self.view.state_of, self)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Highlights and notes"))
        self._candidates = CandidatesBar(self)
        self._clear = QPushButton(self.tr("Show all"), self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def entrance(self) -> QWidget:
        """What the keyboard goes to first: the rows, or where there are none the field that looks for others."""
        return self.view if self._model.total else self._words

    # -- showing

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected highlights and notes, from the top of the list."""
        indexes = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(row.id for index in indexes if (row := self._model.row(index)))

    def show_article(self, article: str) -> None:
        """Say which article is open."""
        if article != self._article:
            self._article = article
            if self._scope == THIS:
                self._use_scope(THIS)

    def show_scope(self, scope: str) -> None:
        """Show those of this article, of all, or in the trash."""
        self.scope.show_value(scope)
        self._use_scope(scope)

    def refresh(self) -> None:
        """Take over what changed, and keep what is selected."""
        chosen, current = set(self.chosen), self._current_row()
        self._model.refresh()
        selection = self.view.selectionModel()
        for mark in chosen:
            row = self._model.row_of(mark)
            if row >= 0 and not selection.isRowSelected(row):
                selection.select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)
        if current is not None and (row := self._model.row_of(current.id)) >= 0:
            selection.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._show_count(self._model.total)

    def show_mark(self, mark: str) -> None:
        """Show a highlight as the chosen one, if it is in the list."""
        row = self._model.row_of(mark)
        if row >= 0:
            index = self._model.index(row)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def show_candidates(self, mark: str, places: Sequence[tuple[Span, str]]) -> None:
        """Offer places for a highlight without one, if it still is the chosen one."""
        if self.chosen == (mark,):
            self._candidates.show_places(places)

    def show_meanings(self, meanings: dict[str, str]) -> None:
        """Take over what the reader means by each colour."""
        self._meanings = meanings
        self._show_narrowed()

    def colour_words(self, colour: str) -> str:
        """Return a colour's name, with what the reader means by it."""
        names = {
            "yellow": self.tr("Yellow"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "pink": self.tr("Pink"),
            "violet": self.tr("Violet"),
        }
        meaning = self._meanings.get(colour, "")
        return f"{meaning} ({names[colour]})" if meaning else names[colour]

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        rtl = self._formatter.is_rtl
        for button, name in ((self._back, "back"), (self._filter, "filter"), (self._order, "sort")):
            button.setIcon(icon(name, theme, rtl=rtl))
            button.setIconSize(QSize(20, 20))
        self._delegate.set_look(theme, self._formatter)
        self.view.viewport().update()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write dates and counts another way."""
        self._formatter = formatter
        self._delegate.set_look(self._theme, formatter)
        self._model.set_formatter(formatter)
        self._show_count(self._model.total)

    # -- inside

    def _lay_out(self) -> None:
        self._title.setObjectName("pane_title")
        self._title.setText(self.tr("Highlights and notes"))
        self._count.setObjectName("count")
        self._narrowed.setObjectName("quiet")
        self._narrowed.setWordWrap(True)
        self._nothing.setObjectName("hint")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(24, 32, 24, 0)
        self._words.setPlaceholderText(self.tr("Find", "placeholder"))
        self._words.setAccessibleName(self.tr("Find in passages, notes and tags"))
        self._words.setClearButtonEnabled(True)
        self._clear.setProperty("quiet", True)
        for button, words in (
            (self._back, self.tr("Back to the article list")),
            (self._filter, self.tr("Filter")),
            (self._order, self.tr("Sort by")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        room, head = QWidget(self), QHBoxLayout()
        room.setFixedHeight(HEAD_HEIGHT)
        room.setLayout(head)
        head.setContentsMargins(8, 8, 16, 8)
        head.setSpacing(8)
        for widget in (self._back, self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        asking = QVBoxLayout()
        asking.setContentsMargins(16, 0, 16, 8)
        asking.setSpacing(8)
        asking.addWidget(self.scope)
        looking = QHBoxLayout()
        looking.setSpacing(4)
        looking.addWidget(self._words, 1)
        looking.addWidget(self._filter)
        looking.addWidget(self._order)
        asking.addLayout(looking)
        narrowed = QHBoxLayout()
        narrowed.addWidget(self._narrowed, 1)
        narrowed.addWidget(self._clear)
        asking.addLayout(narrowed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(room)
        column.addLayout(asking)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self._candidates)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._filter.clicked.connect(lambda: self.filters.open_under(self._filter))
        self._order.clicked.connect(lambda: self.orders.open_under(self._order))
        self._clear.clicked.connect(lambda: self._ask(self.filters.plain(self._model.query)))
        self._words.textChanged.connect(self._start_typing)
        self._later.timeout.connect(self._use_words)
        self.filters.changed.connect(self._ask)
        self.orders.chosen.connect(lambda sort: self._ask(replace(self._model.query, sort=sort)))
        self.scope.chosen.connect(self._use_scope)
        self.view.clicked.connect(self._go)
        self.view.opened.connect(lambda: self._go(self.view.currentIndex()))
        self.view.deleted.connect(self._delete)
        self.view.left.connect(self.closed)
        self.view.coloured.connect(self._colour)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.selectionModel().selectionChanged.connect(self._follow_selection)
        self._candidates.chosen.connect(lambda span: self.attach_requested.emit(self.chosen[0], span))
        self._model.counted.connect(self._show_count)

    def _use_scope(self, scope: str) -> None:
        self._scope = scope
        query = self._model.query
        article = self._article if scope == THIS else ""
        removed = self._trash("").removed if scope == TRASH else ""
        self._ask(replace(query, article=article, removed=removed))

    def _start_typing(self, _words: str) -> None:
        self._later.start()

    def _follow_selection(self, *_: object) -> None:
        self._offer_places()

    def _use_words(self) -> None:
        self._ask(replace(self._model.query, words=self._words.text().strip()))

    def _ask(self, query: MarkQuery) -> None:
        self.filters.query = query
        self._model.show(query)
        self._show_narrowed()
        self._offer_places()

    def _show_narrowed(self) -> None:
        words = self.filters.words_of(self._model.query)
        self._narrowed.setText(words)
        self._narrowed.setVisible(bool(words))
        self._clear.setVisible(bool(words))

    def _show_count(self, total: int) -> None:
        self._count.setText(self._formatter.number(total))
        self._count.setVisible(total > 0)
        self._nothing.setVisible(not total)
        self.view.setVisible(bool(total))
        query = self._model.query
        is_asked = bool(query.words) or bool(self.filters.words_of(query))
        self._nothing.setText(
            self.tr("Nothing found.")
            if is_asked
            else self.tr("What you remove stays here for 30 days.")
            if self._scope == TRASH
            else self.tr("Select a passage of the article to highlight it or to write a note beside it.")
        )

    def _current_row(self) -> MarkRow | None:
        return self._model.row(self.view.currentIndex())

    def _go(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None and not row.removed and len(self.chosen) <= 1:
            self.place_requested.emit(row.id, row.article)

    def _delete(self) -> None:
        if self.chosen and self._scope != TRASH:
            self.removal_requested.emit(self.chosen)

    def _colour(self, colour: str) -> None:
        if self.chosen and self._scope != TRASH:
            self.recolour_requested.emit(self.chosen, colour)

    def _offer_places(self) -> None:
        self._candidates.hide()
        rows = [self._model.row(index) for index in self.view.selectionModel().selectedRows()]
        if len(rows) == 1 and rows[0] is not None and rows[0].status is Status.ORPHAN and not rows[0].removed:
            self.candidates_wanted.emit(rows[0].id)

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu_for(self.chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_for(self, marks: tuple[str, ...]) -> Menu:
        """Return what can be done with these highlights and notes."""
        menu = Menu(self)
        if self._scope == TRASH:
            menu.addAction(self.tr("Restore")).triggered.connect(lambda: self.restore_requested.emit(marks))
        else:
            row = self._current_row()
            if len(marks) == 1 and row is not None and row.status is Status.APPROXIMATE:
                menu.addAction(self.tr("It is in its place")).triggered.connect(lambda: self.confirmed.emit(marks[0]))
                menu.addSeparator()
            colours = Menu(self.tr("Colour"), menu)
            for colour in COLOURS:
                entry = colours.addAction(self.colour_words(colour))
                entry.triggered.connect(lambda _=False, colour=colour: self.recolour_requested.emit(marks, colour))
            menu.addMenu(colours)
            menu.addAction(self.tr("Tags…")).triggered.connect(lambda: self.tag_requested.emit(marks))
            if self.can_export:
                menu.addAction(self.tr("Export…")).triggered.connect(lambda: self.export_requested.emit(marks))
            menu.addSeparator()
            menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removal_requested.emit(marks))
        for entry in menu.actions():
            entry.setEnabled(bool(marks))
        return menu
