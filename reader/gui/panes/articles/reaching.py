"""Scrolling up in a part of the list that was reached without going all the way down to it."""

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt, Signal

from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.widgets.row_list import RowList


class Reaching(QObject):
    """Fetches the rows above those that are there when they are scrolled to, without moving what is seen.

    `top_wanted`: the thumb of the scroll bar was drawn to its end, so the list's own top is meant.
    """

    top_wanted = Signal()
    _moved = Signal()

    def __init__(self, view: RowList, model: ArticlesModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        bar = view.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.sliderReleased.connect(self._moved)
        self._moved.connect(self._look, type=Qt.ConnectionType.QueuedConnection)  # a model that is reset moves it too

    def _look(self) -> None:
        bar = self._view.verticalScrollBar()
        if not self._model.is_cut or bar.value() >= self._view.viewport().height():
            return
        if not bar.isSliderDown():
            self._fetch()
        elif bar.value() == bar.minimum():
            self.top_wanted.emit()

    def _fetch(self) -> None:
        first = QPersistentModelIndex(self._model.index(0))
        top = self._view.visualRect(first).top()
        self._model.fetch_above()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._view.visualRect(first).top() - top)
