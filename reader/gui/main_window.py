"""The window: where the panes stand at each width, the menu, and what comes in by dropping. It holds no logic.

It is made in two steps. The list and the page come first, with room for the rest; once their first frame is painted it
is furnished with everything else.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.three_panes import SidePane, ThreePanes

if TYPE_CHECKING:
    from reader.gui.actions import Actions
    from reader.gui.panes.about.pane import AboutPane
    from reader.gui.panes.articles.pane import ArticlesPane
    from reader.gui.panes.entities.pane import EntitiesPane
    from reader.gui.panes.margin.pane import MarginPane
    from reader.gui.panes.reading.pane import ReadingPane
    from reader.gui.panes.reading.resting import Resting
    from reader.gui.panes.toolbar.pane import ToolbarPane
    from reader.gui.panes.welcome.pane import WelcomePane
    from reader.gui.widgets.drop_hint import DropHint
    from reader.gui.widgets.menu import Menu
    from reader.gui.widgets.message_bar import MessageBar
    from reader.gui.widgets.popover import Popover
    from reader.gui.widgets.tab_strip import TabStrip

WIDE, MEDIUM, NARROW = 1440, 1100, 900
MARGIN_WIDTH = 208
TOOLBAR_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Panes:
    """What the window places."""

    toolbar: "ToolbarPane"
    articles: "ArticlesPane"
    reading: "ReadingPane"
    margin: "MarginPane"
    entities: "EntitiesPane"
    about: "AboutPane"
    welcome: "WelcomePane"


class MainWindow(QMainWindow):
    """From 1440 px the margin stands beside the page; from 1100 the sidebar does; from 900 the list does."""

    dropped = Signal(QMimeData)
    closing = Signal(QCloseEvent)
    margin_moved = Signal()

    panes: Panes
    tabs: "TabStrip"
    message: "MessageBar"
    menu: "Menu"
    article_menu: "Menu"
    _actions: "Actions"
    _drop_hint: "DropHint"

    def __init__(self, articles: "ArticlesPane", reading: "ReadingPane", theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._articles, self._reading = articles, reading
        self._is_furnished = self._is_reading_mode = self._margin_is_beside = False
        self._popover: Popover | None = None
        self._margin: QWidget = QWidget()
        self._toolbar: QWidget = _room("toolbar")
        self._toolbar.setFixedHeight(TOOLBAR_HEIGHT)
        self.sidebar = _room("sidebar")
        self._middle = _room("page")
        self._pages = QStackedWidget(self._middle)
        self._pages.addWidget(reading)
        _in_column(self._middle, self._pages)
        self.list_side = SidePane(articles, list_width, NARROW)
        self.sidebar_side = SidePane(self.sidebar, sidebar_width, MEDIUM)
        self.three = ThreePanes(self.list_side, self._middle, self.sidebar_side, theme)
        whole = QWidget()
        self._column = _in_column(whole, self._toolbar, self.three)
        self.setCentralWidget(whole)
        self.setStyleSheet(theme.stylesheet())

    @property
    def margin_is_beside(self) -> bool:
        """Whether the margin stands beside the page instead of in the sidebar."""
        return self._margin_is_beside

    @cached_property
    def resting(self) -> "Resting":
        """What lets everything but the text go in reading mode; made when that is first entered."""
        from reader.gui.panes.reading.resting import Resting

        resting = Resting(self._reading.view, self._reading.quiet_parts, self)
        resting.edge_reached.connect(self.show_toolbar)
        resting.edge_left.connect(lambda: self.show_toolbar(shown=False))
        return resting

    def furnish(self, panes: Panes, actions: "Actions", *, rtl: bool) -> None:
        """Put everything else in its place: toolbar, sidebar, margin, menus and messages."""
        from reader.gui.widgets.drop_hint import DropHint
        from reader.gui.widgets.menu import Menu
        from reader.gui.widgets.message_bar import MessageBar
        from reader.gui.widgets.tab_strip import TabStrip

        self.panes, self._actions, self._is_furnished = panes, actions, True
        self._column.replaceWidget(self._toolbar, panes.toolbar)
        self._toolbar.deleteLater()
        self._toolbar = panes.toolbar
        names = (
            ("margin", self.tr("Margin")),
            ("entities", self.tr("People and places")),
            ("about", self.tr("About", "tab")),
        )
        self.tabs = TabStrip(names, self._theme, self.sidebar)
        self._shown_in_sidebar = QStackedWidget(self.sidebar)
        for pane in (panes.margin, panes.entities, panes.about):
            self._shown_in_sidebar.addWidget(pane)
        _in_column(self.sidebar, self.tabs, self._shown_in_sidebar)
        self._pages.addWidget(panes.welcome)
        self.message = MessageBar(self._theme, rtl=rtl, parent=self._middle)
        self.message.free = self.three.uncovered
        self.message.keep_over(self.panes.reading.view)
        self._drop_hint = DropHint(self.tr("Drop the file here"), self._theme, self.three)
        self.menu, self.article_menu = Menu(self), Menu(self)
        self.setAcceptDrops(True)
        self._connect()
        self._adopt_margin()
        panes.toolbar.set_narrow(self.width())
        self._follow_arrangement()
        for widget in (panes.toolbar, self.tabs, self._shown_in_sidebar):
            widget.show()  # in this turn of the event loop, not in the next

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme for what belongs to no pane."""
        self._theme = theme
        self.setStyleSheet(theme.stylesheet())
        self.tabs.set_theme(theme)
        self.three.set_theme(theme)
        self.message.set_theme(theme)
        self._drop_hint.set_theme(theme)
        if self._popover is not None:
            self._popover.set_theme(theme)

    def show_page(self, *, shown: bool) -> None:
        """Show the page, or what stands in its place while no article is open."""
        self._pages.setCurrentWidget(self._reading if shown else self.panes.welcome)
        self.three.set_of_use(self.sidebar_side, of_use=shown)
        if self._is_furnished:
            self._actions["sidebar"].setEnabled(shown)

    def show_in_page(self, widget: QWidget) -> None:
        """Show something in the page's place until an article is opened."""
        if self._pages.indexOf(widget) < 0:
            self._pages.addWidget(widget)
        self._pages.setCurrentWidget(widget)

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard, even if the window was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def open_popover(self, content: QWidget, anchor: QWidget) -> None:
        """Open a card under a button of the toolbar; the same content is kept for the next time."""
        from reader.gui.widgets.popover import Popover

        if self._popover is None or self._popover.content is not content:
            self._popover = Popover(content, self._theme, self)
        self._popover.open_under(anchor)

    def show_sidebar(self, tab: str) -> None:
        """Show a tab of the sidebar, opening it if need be."""
        if not (tab == "margin" and self._margin_is_beside):
            self.tabs.choose(tab)
            self.three.show_side(self.sidebar_side, shown=True)

    def popup_article_menu(self, at: QPoint) -> None:
        """Open the article menu at a place on the screen."""
        if self.article_menu.isEmpty():
            self._actions.tint(self._theme)
            self._add_actions(self.article_menu, "article")
        self.article_menu.popup(at)

    def set_reading_mode(self, *, on: bool) -> None:
        """Leave only the page on the whole screen, or come back from that."""
        if on == self._is_reading_mode:
            return
        self._is_reading_mode = on
        if on:
            self._reading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._free_toolbar(free=on)
        self.resting.set_on(on=on)
        self.three.set_alone(on)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._actions["reading_mode"].setChecked(on)
        self._place_margin()

    def show_toolbar(self, *, shown: bool = True) -> None:
        """Show the toolbar in reading mode, over the page, until that is turned to again."""
        if self._is_reading_mode:
            self._toolbar.setGeometry(0, 0, self.three.width(), TOOLBAR_HEIGHT)
            self._toolbar.raise_()
            self._toolbar.setVisible(shown)

    def focus_pane(self, step: int) -> None:
        """Move the keyboard to the next pane that can be seen, in reading order, or with −1 to the one before."""
        targets: list[QWidget] = [self.panes.toolbar.search, self.panes.articles.entrance, self.panes.reading]
        targets += [self.panes.welcome, self.panes.margin, self.panes.entities, self.panes.about]
        shown = [target for target in targets if target.isVisible()]
        focused = self.focusWidget()
        here = next((at for at, target in enumerate(shown) if focused and _holds(target, focused)), -1)
        target = shown[(here + step) % len(shown)] if here >= 0 else shown[0]
        target.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        if not target.hasFocus():
            target.focusNextChild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margin and the toolbar the form of this width."""
        super().resizeEvent(event)
        if self._is_furnished:
            self.panes.toolbar.set_narrow(self.width())
        self._place_margin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Esc close what lies over the page, then leave reading mode."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.message.isVisible():
            self.message.dismiss()
        elif not self.three.close_over():
            self.set_reading_mode(on=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files and texts are welcome, save those that are dragged from this very window."""
        data = event.mimeData()
        if event.source() is None and (data.hasUrls() or data.hasText() or data.hasHtml()):
            _accept_copy(event)
            self._drop_hint.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say nothing any more."""
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self._drop_hint.hide()
        _accept_copy(event)
        self.dropped.emit(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether the window may close: who hears it can refuse."""
        self.closing.emit(event)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.three.arranged.connect(self._follow_arrangement)
        self.menu.aboutToShow.connect(self._fill_main_menu)
        self.panes.toolbar.set_menu(self.menu)
        for name, side in (("list", self.list_side), ("sidebar", self.sidebar_side)):
            action = self._actions[name]
            action.triggered.connect(lambda on, side=side: self._show_side(side, shown=on))
        self._actions["reading_mode"].triggered.connect(lambda on: self.set_reading_mode(on=on))
        self._actions["next_pane"].triggered.connect(lambda: self.focus_pane(1))
        self._actions["previous_pane"].triggered.connect(lambda: self.focus_pane(-1))
        for action in self._actions:
            if action.objectName() != "delete":  # in the page the same key removes a highlight
                self.addAction(action)
        self.panes.articles.addAction(self._actions["delete"])
        self._actions["delete"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _free_toolbar(self, *, free: bool) -> None:
        """Take the toolbar out of its place above the panes, or put it there again."""
        if free:
            self._column.removeWidget(self._toolbar)
            self._toolbar.hide()
        else:
            self._column.insertWidget(0, self._toolbar)
            self._toolbar.show()

    def _show_side(self, side: SidePane, *, shown: bool) -> None:
        if not shown:
            self._take_focus_from(side.widget)
        self.three.show_side(side, shown=shown)

    def _take_focus_from(self, hidden: QWidget) -> None:
        """Give the page the focus of what is about to be hidden: Qt would hand it on as if by Tab, with a ring."""
        focused = self.focusWidget()
        if focused is not None and hidden.isAncestorOf(focused):
            self._reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tab(self, name: str) -> None:
        self._take_focus_from(self._shown_in_sidebar)
        self._shown_in_sidebar.setCurrentWidget(
            {"margin": self.panes.margin, "entities": self.panes.entities, "about": self.panes.about}[name]
        )

    def _follow_arrangement(self) -> None:
        self._actions["list"].setChecked(self.panes.articles.isVisibleTo(self.three))
        self._actions["sidebar"].setChecked(self.sidebar.isVisibleTo(self.three))

    def _adopt_margin(self) -> None:
        """Let the margin take the place of the room that was kept for it."""
        room, self._margin = self._margin, self.panes.margin
        if self._margin_is_beside:
            self._reading.set_beside(self._margin, MARGIN_WIDTH)
            self.tabs.show_tab("margin", shown=False)
        room.deleteLater()

    def _place_margin(self) -> None:
        """Put the margin beside the page where there is room, else in the sidebar's first tab."""
        beside = self.width() >= WIDE and not self._is_reading_mode
        if beside == self._margin_is_beside:
            return
        self._margin_is_beside = beside
        if beside:
            self._reading.set_beside(self._margin, MARGIN_WIDTH)
        else:
            self._reading.set_beside(None)
        if self._is_furnished:
            if not beside:
                self._shown_in_sidebar.insertWidget(0, self._margin)
            self.tabs.show_tab("margin", shown=not beside)
            self._show_tab(self.tabs.current)
        self.margin_moved.emit()

    def _fill_main_menu(self) -> None:
        from reader.gui.widgets.menu import Menu

        if not self.menu.isEmpty():
            return
        self._actions.tint(self._theme)
        self._add_actions(self.menu, "main")
        self.menu.addSeparator()
        for words, place in (
            (self.tr("Other ways to add"), "adding"),
            (self.tr("Article"), "article"),
            (self.tr("View"), "view"),
            (self.tr("Text direction"), "direction"),
            (self.tr("Copy"), "copy"),
            (self.tr("Print"), "paper"),
            (self.tr("Library"), "library"),
            (self.tr("Language"), "language"),
        ):
            inner = Menu(words, self.menu)
            self.menu.addMenu(inner)
            self._add_actions(inner, place)
        self._add_actions(self.menu, "end")

    def _add_actions(self, menu: "Menu", place: str) -> None:
        for action in self._actions.in_menu(place):
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)


def _accept_copy(event: QDropEvent) -> None:
    """Accept what is dropped as a copy: told of a move, the program that it comes from may delete its own file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def list_width(window_width: int) -> int:
    """Return the usual width of the list in px (TOKENS.md: 288, 272 or 256 by the window's width)."""
    return 288 if window_width >= WIDE else 272 if window_width >= MEDIUM else 256


def sidebar_width(window_width: int) -> int:
    """Return the usual width of the sidebar in px: narrower where the margin has a place of its own."""
    return 272 if window_width >= WIDE else 288


def _room(name: str) -> QFrame:
    """Return an empty frame that the stylesheet knows by name."""
    frame = QFrame()
    frame.setObjectName(name)
    return frame


def _in_column(outer: QWidget, *inner: QWidget) -> QVBoxLayout:
    """Put widgets below one another without gaps; the last one takes what is left."""
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in inner:
        column.addWidget(widget, 1 if widget is inner[-1] else 0)
    return column


def _holds(outer: QWidget, inner: QWidget) -> bool:
    return outer is inner or outer.isAncestorOf(inner)
