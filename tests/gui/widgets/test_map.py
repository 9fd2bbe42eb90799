from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.gui.theme import load_theme
from reader.gui.widgets.map.places import LARGEST, MapPlace
from reader.gui.widgets.map.view import MapView

PLACES = (
    MapPlace("cairo", "القاهرة", 30.05, 31.25, 9),
    MapPlace("beirut", "بيروت", 33.9, 35.5, 3),
    MapPlace("saida", "صيدا", 33.56, 35.37, 1),
    MapPlace("egypt", "مصر", 26.8, 30.0, 4, "EG"),
)


@pytest.fixture
def view(qtbot, theme):
    made = MapView(theme, rtl=True)
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show_places(PLACES)
    made.show()
    qtbot.waitExposed(made)
    return made


def at(view, key: str) -> QPoint:
    return next(each.middle for each in view.shown if each.place.key == key).toPoint()


def seen(view) -> list[str]:
    return [each.place.key for each in view.shown]


def wheel(view, point: QPointF, notches: int) -> None:
    event = QWheelEvent(
        point,
        QPointF(view.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_all_places_are_in_sight_and_no_name_covers_another(view):
    assert set(seen(view)) == {place.key for place in PLACES}
    boxes = [each.name_box for each in view.shown if each.name_box is not None]
    assert len(boxes) >= 3
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_dots_grow_with_mentions_and_countries_have_none(view):
    radius = {each.place.key: each.radius for each in view.shown}
    assert radius["egypt"] == 0
    assert LARGEST >= radius["cairo"] > radius["beirut"] > radius["saida"] > 0


def test_a_click_on_a_dot_chooses_its_place(view, qtbot):
    with qtbot.waitSignal(view.place_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "cairo"))
    assert chosen.args == ["cairo"]
    assert view.selected == "cairo"


def test_a_click_on_a_name_or_a_country_chooses_too(view, qtbot):
    box = next(each.name_box for each in view.shown if each.place.key == "beirut")
    with qtbot.waitSignal(view.place_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert chosen.args == ["beirut"]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "egypt") + QPoint(-30, 12))
    assert chosen.args == ["egypt"]


def test_a_click_on_the_sea_chooses_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.place_chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))


def test_pulling_moves_the_map_and_chooses_nothing(view, qtbot):
    wheel(view, QPointF(at(view, "cairo")), 2)
    start = at(view, "cairo")
    with qtbot.assertNotEmitted(view.place_chosen):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view, start + QPoint(40, 20))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 20))
    moved = at(view, "cairo") - start
    assert abs(moved.x() - 40) <= 1
    assert abs(moved.y() - 20) <= 1


def test_the_wheel_zooms_where_the_mouse_is(view):
    before = at(view, "beirut")
    apart = at(view, "beirut").x() - at(view, "cairo").x()
    wheel(view, QPointF(before), 1)
    assert (at(view, "beirut") - before).manhattanLength() <= 2
    wheel(view, QPointF(at(view, "beirut")), -1)
    assert abs(at(view, "beirut").x() - at(view, "cairo").x() - apart) <= 2


def test_names_hidden_for_want_of_room_come_with_zooming(qtbot, theme):
    view = MapView(theme, rtl=True)
    qtbot.addWidget(view)
    view.resize(260, 200)
    crowd = [MapPlace(f"p{number}", f"المدينة {number}", 33 + number * 0.3, 35.5, 10 - number) for number in range(6)]
    view.show_places([*crowd, MapPlace("far", "كييف", 50.4, 30.5, 1)])
    few = sum(each.name is not None for each in view.shown)
    view.select("p3")
    for _ in range(8):
        view.zoom(1.5, QPointF(at(view, "p3")))
    assert all(each.name is not None for each in view.shown)
    assert few < 7


def test_everything_works_by_keyboard(view, qtbot):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert view.selected == "cairo"
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert view.selected == "saida"
    with qtbot.waitSignal(view.place_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["saida"]
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert "cairo" not in seen(view)
    before = at(view, "saida")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert at(view, "saida").x() < before.x()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert "cairo" in seen(view)


def test_a_place_out_of_sight_comes_into_sight_when_it_is_chosen(view):
    view.zoom(9, QPointF(at(view, "beirut")))
    assert "cairo" not in seen(view)
    view.select("cairo")
    assert "cairo" in seen(view)


def test_the_places_are_told_to_who_cannot_see_them(view):
    assert view.accessibleName()
    assert all(place.name in view.accessibleDescription() for place in PLACES)


def test_without_places_there_is_a_map_all_the_same(view):
    view.show_places(())
    assert view.shown == []
    assert not view.grab().isNull()


@pytest.mark.parametrize("name", ["paper", "sepia", "night", "contrast", "contrast-night"])
def test_land_sea_and_dots_can_be_told_apart(view, name):
    theme = load_theme(name)
    view.set_theme(theme)
    picture = view.grab().toImage()
    dot = picture.pixelColor(at(view, "cairo"))
    country = picture.pixelColor(at(view, "egypt") + QPoint(-30, 12))
    sea = picture.pixelColor(30, 20)
    assert len({colour.rgb() for colour in (dot, country, sea)}) == 3
