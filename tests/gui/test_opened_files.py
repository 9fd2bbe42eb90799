"""Files that macOS sends by event, here sent by hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from reader.gui.opened_files import OpenedFiles

FIRST, SECOND = Path("/articles/مقال أوّل.txt"), Path("/articles/b.html")


@pytest.fixture
def opened(qapp):
    opened = OpenedFiles(qapp)
    yield opened
    qapp.removeEventFilter(opened)
    opened.deleteLater()


def send(*addresses: QUrl) -> None:
    for address in addresses:
        QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(address))


def of(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


def test_files_that_are_chosen_together_are_opened_together(opened, qtbot):
    asked = []
    opened.listen(asked.append)
    send(of(FIRST), of(SECOND))
    qtbot.waitUntil(lambda: asked == [[FIRST, SECOND]])


def test_a_file_that_comes_before_the_window_waits_for_it(opened, qapp):
    send(of(FIRST))
    qapp.processEvents()
    asked = []
    opened.listen(asked.append)
    assert asked == [[FIRST]]


def test_an_address_is_never_fetched(opened, qapp):
    asked = []
    opened.listen(asked.append)
    send(QUrl("https://example.org/a.html"))
    qapp.processEvents()
    assert asked == []
