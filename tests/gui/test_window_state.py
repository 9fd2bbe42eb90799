import json

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from reader.gui.window_state import FRAME_HEIGHT, WindowState, WindowStateFile, fitted, place, placement


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "window.json"


def test_what_is_kept_comes_back(path):
    state = WindowState(x=10, y=20, width=900, height=700, list_width=300)
    WindowStateFile(path).save("rtl", state, "a1")
    again = WindowStateFile(path)
    assert again.state("rtl") == state
    assert again.article == "a1"


def test_each_direction_has_a_state_of_its_own(path):
    WindowStateFile(path).save("rtl", WindowState(width=900, list_width=300), "")
    WindowStateFile(path).save("ltr", WindowState(width=1000), "")
    again = WindowStateFile(path)
    assert again.state("rtl").list_width == 300
    assert again.state("ltr").width == 1000


@pytest.mark.parametrize("content", ["", "[]", '{"rtl": 3, "article": 7}', '{"rtl": {"x": "left", "height": 400}}'])
def test_a_damaged_file_is_as_good_as_none(path, content):
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    file = WindowStateFile(path)
    assert file.state("rtl").x == 0
    assert file.article == ""


def test_what_another_version_wrote_survives(path):
    path.parent.mkdir()
    path.write_text('{"later": 1}', encoding="utf-8")
    WindowStateFile(path).save("ltr", WindowState(), "")
    assert json.loads(path.read_text(encoding="utf-8"))["later"] == 1


def test_a_window_comes_back_where_it_was(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    place(window, WindowState(x=40, y=30, width=500, height=400))
    assert window.geometry() == QRect(40, 30, 500, 400)
    assert placement(window, 300, 0) == WindowState(x=40, y=30, width=500, height=400, list_width=300)


def test_a_window_does_not_sink_by_its_frame_from_start_to_start(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    place(window, WindowState(x=40, y=30, width=500, height=400))
    window.show()
    assert window.geometry().topLeft() != window.pos(), "without a frame this shows nothing"
    assert placement(window, 0, 0) == WindowState(x=40, y=30, width=500, height=400)


@pytest.mark.parametrize(
    ("wished", "place"),
    [
        (QRect(10, 20, 900, 700), QRect(10, 20, 900, 700)),
        (QRect(1800, 900, 900, 700), QRect(1020, 380, 900, 700)),
        (QRect(-50, -80, 900, 700), QRect(0, 0, 900, 700)),
        (QRect(0, 0, 9000, 9000), QRect(0, 0, 1920, 1080)),
        (QRect(0, 0, 0, 0), QRect(0, 0, 1280, 800)),
    ],
)
def test_a_window_is_wholly_on_a_screen_that_is_there(wished, place):
    assert fitted(wished, QRect(0, 0, 1920, 1080)) == place


def test_the_first_time_a_window_leaves_a_small_screen_room_for_its_frame():
    screen = QRect(0, 0, 1280, 800)
    assert fitted(QRect(), screen).size() == QSize(1280, 800 - FRAME_HEIGHT)
