import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.atlas.projection import BOTTOM, LEFT, RIGHT, TOP, View, project, unproject

LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(-85, 85)
PLACES = st.tuples(LONGITUDES, st.floats(-54, 78))
SIZES = st.tuples(st.floats(60, 2000), st.floats(60, 1500))
CAIRO, KYIV, WASHINGTON = (31.25, 30.05), (30.52, 50.45), (-77.04, 38.9)


@given(LONGITUDES, LATITUDES)
def test_a_point_of_the_map_leads_back_to_its_place(longitude, latitude):
    assert unproject(*project(longitude, latitude)) == pytest.approx((longitude, latitude), abs=1e-6)


def test_the_equator_is_in_the_middle_and_north_is_up():
    assert project(0, 0) == pytest.approx((0, 0))
    assert project(0, 40)[1] < 0 < project(0, -40)[1]


def test_millers_pole_lies_where_he_put_it():
    assert -project(0, 90)[1] == pytest.approx(131.98, abs=0.01)  # 2.3034 radians


@given(st.lists(PLACES, min_size=1, max_size=8), SIZES)
def test_a_view_of_places_shows_all_of_them(places, size):
    view = View.of(places, *size)
    for place in places:
        across, down = view.point(*place)
        assert -0.5 <= across <= size[0] + 0.5
        assert -0.5 <= down <= size[1] + 0.5


def test_a_single_place_is_shown_with_what_surrounds_it():
    view = View.of([CAIRO], 300, 200)
    assert view.point(*CAIRO) == pytest.approx((150, 100))
    assert 200 / view.scale >= 9


def test_without_places_our_readers_home_is_shown():
    across, down = View.of([], 300, 200).point(*CAIRO)
    assert 0 < across < 300
    assert 0 < down < 200


@given(PLACES, SIZES, st.floats(0.2, 5))
def test_zooming_keeps_what_is_under_the_mouse_unless_the_world_ends_there(place, size, by):
    view = View.of([place], *size)
    at = view.point(*place)
    zoomed = view.zoomed(by, *at)
    free = View(zoomed.width, zoomed.height, zoomed.x, zoomed.y, zoomed.scale)
    half_x, half_y = size[0] / 2 / free.scale, size[1] / 2 / free.scale
    inside = LEFT + half_x < free.x < RIGHT - half_x and TOP + half_y < free.y < BOTTOM - half_y
    if inside:
        assert zoomed.point(*place) == pytest.approx(at, abs=0.01)


@given(PLACES, SIZES, st.floats(0.01, 50), st.floats(-9999, 9999), st.floats(-9999, 9999))
def test_beside_the_world_no_more_is_shown_than_must_be_and_at_both_sides_alike(place, size, by, across, down):
    view = View.of([place], *size).zoomed(by, 10, 10).moved(across, down)
    for middle, half, first, last in (
        (view.x, size[0] / 2 / view.scale, LEFT, RIGHT),
        (view.y, size[1] / 2 / view.scale, TOP, BOTTOM),
    ):
        if 2 * half < last - first:
            assert first - 1e-6 <= middle - half
            assert middle + half <= last + 1e-6
        else:
            assert middle == pytest.approx((first + last) / 2)


def test_the_whole_world_can_be_seen_and_nothing_smaller():
    view = View.of([CAIRO], 700, 600).zoomed(0.001, 10, 10)
    corners = [view.point(LEFT, 0)[0], view.point(RIGHT, 0)[0]]
    assert corners == pytest.approx([0, 700])


def test_pulling_the_map_moves_what_it_shows():
    view = View.of([CAIRO, KYIV], 400, 300)
    before, after = view.point(*CAIRO), view.moved(20, -10).point(*CAIRO)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((20, -10))


def test_a_point_of_the_window_leads_back_to_its_place():
    view = View.of([CAIRO, WASHINGTON], 900, 600)
    assert view.place(*view.point(*KYIV)) == pytest.approx(KYIV)
