import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.gui.widgets.three_panes import SidePane, ThreePanes


@pytest.fixture
def three(qtbot, theme):
    leading, trailing = SidePane(QWidget(), lambda _: 250, 900), SidePane(QWidget(), lambda _: 280, 1100)
    three = ThreePanes(leading, QWidget(), trailing, theme)
    three.moves = False
    qtbot.addWidget(three)
    three.resize(1200, 600)
    three.show()
    return three


def widths(three):
    sides = (three.leading.widget, three.middle, three.trailing.widget)
    return tuple(widget.width() if widget.isVisible() else 0 for widget in sides)


def test_three_panes_share_the_width(three):
    assert widths(three) == (250, 670, 280)


def test_the_middle_pane_takes_what_a_closed_one_leaves(three):
    three.show_side(three.trailing, shown=False)
    assert widths(three) == (250, 950, 0)


def test_a_pane_without_room_lies_over_the_middle_one(three):
    three.resize(1000, 600)
    assert widths(three) == (250, 750, 0)
    three.show_side(three.trailing, shown=True)
    assert widths(three) == (250, 750, 280)
    assert three.over is three.trailing
    assert three.close_over()
    assert not three.close_over()


def test_what_no_pane_lies_over_is_told_from_the_middle_ones_own_corner(three):
    three.resize(1000, 600)
    assert three.uncovered() == three.middle.rect()
    three.show_side(three.trailing, shown=True)
    assert (three.uncovered().left(), three.uncovered().width()) == (0, 750 - 280)
    three.resize(800, 600)
    three.show_side(three.leading, shown=True)
    assert (three.uncovered().left(), three.uncovered().width()) == (250, 550)
    three.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert (three.uncovered().left(), three.uncovered().width()) == (0, 550)


def test_one_pane_at_a_time_lies_over_the_middle_one(three):
    three.resize(800, 600)
    for side in (three.leading, three.trailing):
        three.show_side(side, shown=True)
        assert three.over is side
    assert widths(three) == (0, 800, 280)


def test_what_lay_over_the_middle_one_stands_beside_it_once_there_is_room(three):
    three.resize(1000, 600)
    three.show_side(three.trailing, shown=True)
    three.resize(1200, 600)
    assert three.over is None
    assert widths(three) == (250, 670, 280)


def test_a_closed_pane_stays_closed_through_a_narrow_time(three):
    three.show_side(three.leading, shown=False)
    three.resize(800, 600)
    three.resize(1200, 600)
    assert widths(three) == (0, 920, 280)


def test_a_pane_with_nothing_to_show_stays_away(three):
    three.set_of_use(three.trailing, of_use=False)
    assert widths(three) == (250, 950, 0)
    three.set_of_use(three.trailing, of_use=True)
    assert widths(three) == (250, 670, 280)


def test_alone_means_the_middle_pane_only(three):
    three.set_alone(True)
    assert widths(three) == (0, 1200, 0)
    three.set_alone(False)
    assert widths(three) == (250, 670, 280)


@pytest.mark.parametrize(("chosen", "width"), [(300, 300), (50, 200), (4000, 440), (0, 250)])
def test_a_chosen_width_stays_within_reason(three, chosen, width):
    three.leading.chosen_width = chosen
    three._arrange()
    assert widths(three)[0] == width


def test_a_pane_over_the_middle_one_slides_in_and_then_rests(qtbot, three):
    three.moves = True
    three.resize(800, 600)
    three.show_side(three.leading, shown=True)
    qtbot.waitUntil(lambda: three.leading.widget.x() == 0 and not three._slides)
