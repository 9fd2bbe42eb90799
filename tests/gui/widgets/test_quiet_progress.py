import pytest
from PySide6.QtCore import Qt

from reader.gui.widgets.quiet_progress import QuietProgress


@pytest.fixture
def progress(qtbot, theme):
    widget = QuietProgress(theme, rtl=True)
    qtbot.addWidget(widget)
    return widget


def test_nothing_is_said_while_nothing_goes_on(progress):
    assert progress.isHidden()
    assert progress.text == ""


def test_it_says_how_far_it_is(progress):
    progress.show_progress("أشخاص وأماكن: 3 من 10", 0.3)
    assert progress.text == "أشخاص وأماكن: 3 من 10"
    picture = progress.grab().toImage()
    assert picture.pixelColor(2, 0) != picture.pixelColor(picture.width() - 2, 0)


def test_its_button_stops_it(progress, qtbot):
    progress.show_progress("…", 0.5)
    with qtbot.waitSignal(progress.stopped):
        qtbot.mouseClick(progress._stop, Qt.MouseButton.LeftButton)
    assert progress._stop.accessibleName()
