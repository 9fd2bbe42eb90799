import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QImage

from reader import resources
from reader.gui import icons
from reader.gui.app_icon import app_icon

NAMES = sorted(path.stem for path in resources.locate("icons").glob("*.svg") if path.stem != "hamish")


def ink(picture):
    """Return a picture's opacities, as bytes."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)  # kept, for its bits are only lent
    return bytes(image.constBits())[3::4]


def test_every_icon_draws_something_within_its_grid(theme):
    within = QRectF(0, 0, icons.GRID, icons.GRID).adjusted(*(side * icons.STROKE / 2 for side in (1, 1, -1, -1)))
    for name in NAMES:
        path, _ = icons.drawing(name)
        bounds = path.boundingRect()
        assert within.contains(bounds.topLeft()), name
        assert within.contains(bounds.bottomRight()), name
        assert max(ink(icons.pixmap(name, theme.colour("text"), rtl=False))) > 127, name


def test_every_file_holds_only_what_is_drawn():
    for name in NAMES:
        text = resources.read_text(f"icons/{name}.svg")
        assert text.count("<") == 2 + len(icons._SHAPE.findall(text)), name
        for attribute, steps in icons._ATTRIBUTE.findall(text):
            assert attribute != "d" or set(steps) <= set("MLHVCQZ 0123456789.-"), name


def test_what_points_is_mirrored_in_a_right_to_left_window_and_nothing_else(theme):
    mirrored = {
        name
        for name in NAMES
        if ink(icons.pixmap(name, theme.colour("text"), rtl=False))
        != ink(icons.pixmap(name, theme.colour("text"), rtl=True))
    }
    assert mirrored == {"back", "forward", "list", "sidebar", "undo", "redo", "export", "sort"}


def test_an_icon_says_whether_it_is_on(theme):
    icon = icons.icon("list", theme, rtl=False, checkable=True)
    off, on = (icon.pixmap(20, QIcon.Mode.Normal, state).toImage() for state in (QIcon.State.Off, QIcon.State.On))
    assert off != on


def test_an_unknown_icon_is_an_error(theme):
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon", theme, rtl=False)


def test_the_application_has_an_icon_in_every_size(qapp):
    assert all(not app_icon().pixmap(size).isNull() for size in (16, 32, 128))
