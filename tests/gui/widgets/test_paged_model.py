from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.gui.widgets.paged_model import NOWHERE, PAGE, PagedModel


@dataclass(frozen=True)
class Line:
    id: str


class Lines(PagedModel[Line]):
    """As many lines as `there` says."""

    def __init__(self, there: int) -> None:
        super().__init__(self.rows_from)
        self.there = there

    def rows_from(self, offset, size):
        return [Line(str(number)) for number in range(offset, min(offset + size, self.there))]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        return row.id if row and role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def lines(qapp):
    lines = Lines(PAGE + 5)
    lines.show_rows(lines.rows_from(0, 3), lines.there)
    return lines


def test_more_comes_a_page_at_a_time_until_all_is_there(lines):
    assert lines.rowCount() == 3
    lines.fetchMore(NOWHERE)
    assert lines.rowCount() == PAGE + 3
    assert lines.canFetchMore(NOWHERE)
    lines.fetchMore(NOWHERE)
    assert lines.rowCount() == lines.total == PAGE + 5
    assert not lines.canFetchMore(NOWHERE)


def test_when_less_is_there_than_was_said_no_more_is_asked_for(lines):
    lines.there = 3
    lines.fetchMore(NOWHERE)
    assert not lines.canFetchMore(NOWHERE)


def test_a_row_is_found_by_what_it_shows(lines):
    assert lines.row_of("2") == 2
    assert lines.row_of("7") == -1
    assert lines.row(lines.index(1)) == Line("1")
    assert lines.row(QModelIndex()) is None


def test_rows_have_no_rows_of_their_own(lines):
    assert lines.rowCount(lines.index(0)) == 0
    assert not lines.canFetchMore(lines.index(0))


def test_qt_finds_no_fault_with_it(lines):
    QAbstractItemModelTester(lines, QAbstractItemModelTester.FailureReportingMode.Fatal, lines)
    lines.show_rows(lines.rows_from(0, 2), 2)
    assert lines.rowCount() == 2


def test_more_comes_above_those_that_are_there(lines):
    lines.show_rows(lines.rows_from(2, 2), lines.there)
    lines.prepend(lines.rows_from(0, 2))
    lines.prepend([])
    assert [lines.index(at).data() for at in range(lines.rowCount())] == ["0", "1", "2", "3"]
