import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from reader.gui.widgets.row_list import RowList


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def rows(window):
    rows = RowList(window)
    rows.setModel(QStringListModel([f"سطر {number}" for number in range(200)], rows))
    rows.resize(300, 400)
    window.show()
    return rows


def is_seen(rows, number):
    return rows.viewport().rect().contains(rows.visualRect(rows.model().index(number, 0)).center())


def test_the_current_row_stays_in_sight_where_something_takes_its_room(rows):
    lowest = rows.indexAt(rows.viewport().rect().bottomLeft()).row() - 1
    rows.setCurrentIndex(rows.model().index(lowest, 0))
    rows.resize(300, 150)
    assert is_seen(rows, lowest)


def test_a_row_that_was_scrolled_away_stays_away(rows):
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.scrollTo(rows.model().index(150, 0))
    rows.resize(300, 150)
    assert not is_seen(rows, 0)
