"""Dragging words of the page about, as readers do without meaning to."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.any_window


class Dragged(QDragEnterEvent):
    """Words dragged over the window. The offscreen platform has no drag of its own that could say from where."""

    def __init__(self, data: QMimeData, source: QObject | None) -> None:
        super().__init__(
            QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self._source = source
        self.ignore()

    def source(self) -> QObject | None:
        return self._source


def test_words_that_are_dragged_within_the_window_are_no_new_article(start):
    hands = start()
    data = QMimeData()
    data.setText("كلمات من الصفحة نفسها")
    from_elsewhere, from_the_page = Dragged(data, None), Dragged(data, hands.page)
    QApplication.sendEvent(hands.window, from_the_page)
    assert not from_the_page.isAccepted()
    QApplication.sendEvent(hands.window, from_elsewhere)
    assert from_elsewhere.isAccepted()
