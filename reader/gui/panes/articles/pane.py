"""The list of articles: its title and count, what it shows and in which order, and the rows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.catalogue.query import Query, Sort
from reader.gui.formatting import Formatter
from reader.gui.panes.articles.delegate import ArticleDelegate
from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.theme import Theme
from reader.gui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.gui.panes.articles.filters import FilterMenu, SortMenu
    from reader.gui.widgets.menu import Menu

HEAD_HEIGHT = 48
NARROW = 264
"""px of width below which what stands in the heading's line stands closer together."""

LEAST_HEADING = 40
"""px that a heading has at least, however many buttons stand in its line."""

PASSING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Ways in which the keyboard comes to the list without anything in it being asked for."""

STEPS = {"j": 1, "k": -1}
WISHES = {"space": "page", "r": "read", "s": "star", "e": "archive"}
"""What single keys ask for: those of most readers of news and mail."""


class ArticleList(RowList):
    """The rows. `wished` carries what single keys ask for of the articles chosen: page, read, star or archive.

    `entered`: the keyboard comes, perhaps with Tab, and is on no row yet. `top_wanted`: it is to go to the first row.
    """

    wished = Signal(str)
    entered = Signal(bool)
    top_wanted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the row of what is open be gone to first: Qt goes to the first one, which opens another article."""
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit(event.reason() in PASSING)
        super().focusInEvent(event)

    def answer_key(self, event: QKeyEvent) -> bool:
        """Let j and k go on and back, and other keys do by their place what they say in WISHES."""
        if event.key() == Qt.Key.Key_Home:
            self.top_wanted.emit()
        if event.modifiers():
            return False
        from reader.gui.keys import plain_key

        key = "space" if event.key() == Qt.Key.Key_Space else plain_key(event)
        if key in STEPS:
            row = self.currentIndex().row() + STEPS[key]
            if 0 <= row < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row, 0))
        elif key in WISHES:
            self.wished.emit(WISHES[key])
        return key in STEPS or key in WISHES


class ArticlesPane(QWidget):
    """Shows the library's list. It asks for what the reader wants and changes nothing itself."""

    article_chosen = Signal(str)
    read_requested = Signal()
    wished = Signal(str)
    menu_requested = Signal(QPoint)
    selection_changed = Signal(tuple)

    filter_menu: "FilterMenu"
    sort_menu: "SortMenu"
    _filter_button: QToolButton
    _sort_button: QToolButton
    _title_button: QToolButton

    def __init__(self, model: ArticlesModel, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Article list"))
        self._model, self._formatter = model, formatter
        self._is_showing = False
        self._open = ""
        self._heading = self.tr("Library")
        self._title, self._count, self._nothing = QLabel(self), QLabel(self), QLabel(self)
        self._title.setObjectName("pane_title")
        self._count.setObjectName("count")
        self._nothing.setObjectName("hint")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._head = QHBoxLayout()
        self._theme = theme
        self.view = ArticleList(self)
        self._delegate = ArticleDelegate(theme, formatter, self.view.state_of, self)
        model.rowsAboutToBeRemoved.connect(lambda: self._go_quietly(on=True))  # before Qt turns to another row
        model.rowsRemoved.connect(lambda: self._go_quietly(on=False))
        self.view.setModel(model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Article list"))
        self._room = QWidget(self)
        self._column = QVBoxLayout(self)
        self._instead: QWidget | None = None
        self._entrance: QWidget | None = None
        self._lay_out()
        self._connect()
        self._show_count(model.total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the heading what room there is."""
        super().resizeEvent(event)
        self._fit_heading()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected articles, from the top of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self._model.article_at(row) for row in rows)

    @property
    def current(self) -> str:
        """The id of the article that the keyboard is on, or nothing."""
        return self._model.article_at(self.view.currentIndex().row())

    def furnish(self) -> None:
        """Add what the first frame need not wait for: the menus for what is shown and in which order."""
        from reader.gui.panes.articles.filters import FilterMenu, SortMenu
        from reader.gui.panes.articles.reaching import Reaching

        self.filter_menu, self.sort_menu = FilterMenu(self), SortMenu(self)
        self._filter_button = self._button(self.tr("Filter"), self.filter_menu)
        self._sort_button = self._button(self.tr("Sort by"), self.sort_menu)
        self.view.setDragEnabled(True)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.filter_menu.aboutToShow.connect(lambda: self.filter_menu.prepare(self._model.query))
        self.filter_menu.changed.connect(self._model.show)
        self.sort_menu.aboutToShow.connect(self._show_query)
        self.sort_menu.chosen.connect(self._use_sort)
        self.sort_menu.turned.connect(self._turn)
        self._model.asked.connect(self._show_query)
        self.view.top_wanted.connect(self._go_to_top)
        Reaching(self.view, self._model).top_wanted.connect(self._go_to_top)
        self.set_theme(self._theme)

    def add_to_title(self, words: str) -> QToolButton:
        """Return a switch beside the title that opens what lies above the list."""
        button = self._title_button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.insertWidget(1, button)
        return button

    def show_title_icon(self, name: str) -> None:
        """Give the switch beside the title an icon."""
        from reader.gui.icons import icon

        self._title_button.setIcon(icon(name, self._theme, rtl=self._formatter.is_rtl, size=16, checkable=True))

    def show_heading(self, heading: str) -> None:
        """Say of which articles the list is: the library's, a folder's, those in the trash."""
        self._heading = heading
        self._fit_heading()

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the rows."""
        self._column.addWidget(widget)

    def add_below_head(self, widget: QWidget) -> None:
        """Put something between the head and the rows."""
        self._below_head.insertWidget(0, widget)

    @property
    def entrance(self) -> QWidget:
        """What the keyboard goes to first: the rows, or what was shown instead and can take it."""
        return self._entrance if self._instead is not None and self._entrance is not None else self.view

    def show_instead(self, widget: QWidget | None, entrance: QWidget | None = None) -> None:
        """Show something else in the list's place, which the keyboard enters at `entrance`; None shows the list."""
        self._entrance = entrance
        if self._instead is not None and self._instead is not widget:
            self._instead.hide()
        self._instead = widget
        for part in (self._room, self._below_room, self.view):
            part.setVisible(widget is None)
        self._nothing.setVisible(widget is None and not self._model.total)
        if widget is not None:
            if self._column.indexOf(widget) < 0:
                self._column.insertWidget(0, widget, 1)
            widget.show()

    def show_article(self, article: str) -> None:
        """Show an article as the chosen one, without asking to open it."""
        self._open = article
        row = self._model.row_of(article)
        if row < 0 or (article == self.current and self.view.selectionModel().isSelected(self._model.index(row))):
            return
        self._is_showing = True
        index = self._model.index(row)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)
        self._is_showing = False

    def reveal(self, article: str) -> None:
        """Show an article as the chosen one, wherever in the list it stands."""
        is_far = self._model.reach(article)
        self.show_article(article)
        if is_far:
            self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def neighbour_of(self, articles: Sequence[str]) -> str:
        """Return the article to go to when these leave the list: the next one below, else the one above, or nothing."""
        rows = [row for row in map(self._model.row_of, articles) if row >= 0]
        if not rows:
            return ""
        return self._model.article_at(max(rows) + 1) or self._model.article_at(min(rows) - 1)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        self._delegate.set_look(theme, self._formatter)
        from reader.gui.icons import icon

        rtl = self._formatter.is_rtl
        self._filter_button.setIcon(icon("filter", theme, rtl=rtl))
        self._sort_button.setIcon(icon("sort", theme, rtl=rtl))
        self.view.viewport().update()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write dates and counts another way."""
        self._formatter = formatter
        self._delegate.set_look(self._theme, formatter)
        self._model.set_formatter(formatter)
        self._show_count(self._model.total)

    def _button(self, words: str, menu: "Menu") -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self._head.addWidget(button)
        return button

    def _lay_out(self) -> None:
        room = self._room
        room.setFixedHeight(HEAD_HEIGHT)
        room.setLayout(self._head)
        self._head.setContentsMargins(16, 8, 16, 8)
        self._head.setSpacing(8)
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(room)
        self._below_room = QWidget(self)
        self._below_head = QVBoxLayout(self._below_room)
        self._below_head.setContentsMargins(0, 0, 0, 0)
        self._below_head.setSpacing(0)
        column.addWidget(self._below_room)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._announce_current)
        self.view.selectionModel().selectionChanged.connect(lambda: self.selection_changed.emit(self.chosen))
        self.view.opened.connect(self._read_current)
        self.view.entered.connect(self._enter)
        self.view.wished.connect(self.wished)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self._model.counted.connect(self._show_count)

    def _ask_for_menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():  # beside the rows it would be about an article that nobody points at
            self.menu_requested.emit(self.view.viewport().mapToGlobal(at))

    def _announce_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self.article_chosen.emit(self._model.article_at(current.row()))

    def _enter(self, is_passing: bool) -> None:  # noqa: FBT001 - a signal's
        """Go to the row of the open article; who only passes through opens none where that is not in the list."""
        model = self._model
        self.reveal(self._open)
        if is_passing and not self.view.currentIndex().isValid() and model.rowCount():
            self._is_showing = True
            self.view.selectionModel().setCurrentIndex(model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self._is_showing = False

    def _go_to_top(self) -> None:
        if self._model.is_cut:
            self._model.load()

    def _read_current(self) -> None:
        if self.current and self.current != self._open:  # gone to in passing, and not opened yet
            self.article_chosen.emit(self.current)
        self.read_requested.emit()

    def _go_quietly(self, *, on: bool) -> None:
        self._is_showing = on

    def _show_query(self) -> None:
        """Let the menus say what the list asks."""
        query = self.filter_menu.query = self._model.query
        self.sort_menu.show_order(query.sort, descending=query.descending)

    def _use_sort(self, sort: Sort) -> None:
        from reader.gui.panes.articles.filters import runs_down

        self._model.show(replace(self._model.query, sort=sort, descending=runs_down(sort)))

    def _turn(self) -> None:
        self._model.show(replace(self._model.query, descending=not self._model.query.descending))

    def _show_count(self, total: int) -> None:
        self._count.setText(self._formatter.number(total))
        words = self.tr("%n article(s)", "", total)
        self._count.setAccessibleName(self._formatter.counted(words))
        self._count.setVisible(total > 0)
        self._fit_heading()
        query = self._model.query
        self._nothing.setVisible(total == 0 and query != Query() and self._instead is None)
        self._nothing.setText(self.nothing)

    @property
    def nothing(self) -> str:
        """What is said in the place of rows where there are none."""
        query = self._model.query
        if query.words:
            return self.tr("No results for “%1”.").replace("%1", f"\u2068{query.words}\u2069")
        if query.folder and not query.trashed:
            return self.tr("Drag articles onto the project’s name, or choose “Add to a project…” in their menu.")
        return self.tr("Nothing here.")

    def _fit_heading(self) -> None:
        """Cut the heading where there is no room for it beside what stands in its line."""
        self._head.setSpacing(4 if self.width() < NARROW else 8)
        items = (self._head.itemAt(at) for at in range(1, self._head.count()))
        others = [item.widget() for item in items if item is not None]
        taken = [each.sizeHint().width() + self._head.spacing() for each in others if each and not each.isHidden()]
        margins = self._head.contentsMargins()
        room = self.width() - margins.left() - margins.right() - sum(taken) - self._head.spacing()
        shown = self._title.fontMetrics().elidedText(
            self._heading, Qt.TextElideMode.ElideRight, max(room, LEAST_HEADING)
        )
        self._title.setText(shown)
        self._title.setAccessibleName(self._heading)
        self._title.setToolTip(self._heading if shown != self._heading else "")
