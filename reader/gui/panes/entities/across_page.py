"""Where someone or something stands in all articles: a sheet over the people and places of the open one."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.across import Appearances
from reader.gui.formatting import Formatter, isolated
from reader.gui.icons import icon
from reader.gui.panes.entities.across_delegate import AcrossDelegate
from reader.gui.panes.entities.across_rows import AcrossModel, Beside, Excerpt, Title
from reader.gui.theme import Theme
from reader.text.spans import Span


class _Rows(QListView):
    """The rows; `chosen` by a click or with Enter."""

    chosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the excerpts anew at another width."""
        delegate = self.itemDelegate()
        if isinstance(delegate, AcrossDelegate) and delegate.width != self.viewport().width():
            delegate.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)


class AcrossPage(QWidget):
    """`passage_chosen(article, version, span)` asks for a place in an article, `name_chosen` for someone else.

    It covers the pane that it is made for until it is left, with its button or with Esc.
    """

    passage_chosen = Signal(str, str, object)
    name_chosen = Signal(str)
    more_requested = Signal()

    def __init__(self, theme: Theme, formatter: Formatter, pane: QWidget) -> None:
        super().__init__(pane)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("In all articles"))
        self._pane, self._formatter = pane, formatter
        self._key = ""
        self._back, self._name, self._hint = QToolButton(self), QLabel(self), QLabel(self)
        self._more = QToolButton(self)
        self._model = AcrossModel(formatter, self)
        self._delegate = AcrossDelegate(theme, rtl=formatter.is_rtl, parent=self)
        self.view = _Rows(self)
        self._make()
        self._back.clicked.connect(self.leave)
        self._more.clicked.connect(self.more_requested)
        self.view.clicked.connect(self._choose)
        self.view.chosen.connect(self._choose)
        pane.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def key(self) -> str:
        """Who or what is shown; nothing while it is not open."""
        return "" if self.isHidden() else self._key

    def open(self, key: str, name: str) -> None:
        """Cover the pane, and say that someone is looked for."""
        self._key = key
        self._name.setText(isolated(name)[0])
        self._model.show(None)
        self._hint.setText(self.tr("Looking…"))
        self._hint.show()
        self._more.hide()
        for child in self._pane.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setEnabled(child is self)  # what is covered is not to be reached by keyboard either
        self.setGeometry(self._pane.rect())
        self.show()
        self.raise_()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, found: Appearances) -> None:
        """Show where someone stands; an answer about someone else is too late."""
        if found.key != self.key:
            return
        self._model.show(found)
        if found.name:
            self._name.setText(isolated(found.name)[0])
        is_complete = found.looked_through >= found.total
        words = self.tr("%1 of %2 articles are looked through so far.")
        words = words.replace("%1", self._formatter.number(found.looked_through))
        self._hint.setText(words.replace("%2", self._formatter.number(found.total)))
        self._hint.setVisible(not is_complete)
        self._more.setVisible(not is_complete)

    def leave(self) -> None:
        """Uncover the pane."""
        if self.isHidden():
            return
        self.hide()
        for child in self._pane.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setEnabled(True)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._delegate.set_theme(theme)
        self._back.setIcon(icon("back", theme, rtl=self._formatter.is_rtl))
        self.view.doItemsLayout()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write counts and dates another way."""
        self._formatter = self._model.formatter = formatter
        self.view.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the pane at every size."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._pane.rect())
        return False

    def _choose(self, index: QModelIndex) -> None:
        match self._model.row(index):
            case Beside(companion):
                self.name_chosen.emit(companion.key)
            case Excerpt(appearance, passage):
                self.passage_chosen.emit(appearance.article, appearance.version, passage.span)
            case Title(appearance):
                first = appearance.passages[0].span if appearance.passages else Span(0, 0)
                self.passage_chosen.emit(appearance.article, appearance.version, first)

    def _make(self) -> None:
        for button, words in ((self._back, self.tr("Back")), (self._more, self.tr("Continue"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setText(self.tr("Continue"))
        self._name.setObjectName("pane_title")
        self._name.setWordWrap(True)
        leading = Qt.AlignmentFlag.AlignRight if self._formatter.is_rtl else Qt.AlignmentFlag.AlignLeft
        self._name.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setObjectName("quiet")
        self._hint.setWordWrap(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setAccessibleName(self.tr("In all articles"))
        self.view.viewport().setAutoFillBackground(False)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 16, 4)
        head.addWidget(self._back)
        head.addWidget(self._name, 1)
        waiting = QHBoxLayout()
        waiting.setContentsMargins(16, 0, 8, 4)
        waiting.addWidget(self._hint, 1)
        waiting.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(waiting)
        column.addWidget(self.view, 1)
