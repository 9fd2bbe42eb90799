from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.atlas.labels import Box, Dot, place

WINDOW = Box(0, 0, 400, 300)
DOTS = st.lists(
    st.builds(
        Dot,
        st.floats(0, 400),
        st.floats(0, 300),
        st.one_of(st.just(0.0), st.floats(2, 14)),
        st.floats(10, 120),
        st.just(18.0),
    ),
    max_size=30,
)


@settings(max_examples=100)
@given(DOTS, st.booleans())
def test_no_name_covers_another_or_a_dot_or_leaves_the_window(dots, from_right):
    placed = place(dots, WINDOW, from_right=from_right)
    shown = [box for box in placed if box]
    assert len(placed) == len(dots)
    assert not any(one.overlaps(other) for one, other in combinations(shown, 2))
    assert not any(box.overlaps(dot.box) for box in shown for dot in dots if dot.radius)
    assert all(WINDOW.holds(box) for box in shown)


@given(DOTS)
def test_who_comes_first_is_never_pushed_out_by_who_comes_later(dots):
    # The dots of all are obstacles: only names yield to names.
    for count in range(1, len(dots) + 1):
        bare = [Dot(dot.x, dot.y, dot.radius, 0.5, 0.5) for dot in dots[count:]]
        assert (
            place([*dots[:count], *bare], WINDOW, from_right=True)[:count]
            == place(dots, WINDOW, from_right=True)[:count]
        )


def test_a_name_read_from_the_right_begins_at_its_dot():
    dot = Dot(200, 150, 5, 60, 18)
    (from_right,) = place([dot], WINDOW, from_right=True)
    (from_left,) = place([dot], WINDOW, from_right=False)
    assert from_right.right < dot.x < from_left.left


def test_a_country_has_its_name_in_its_middle():
    (box,) = place([Dot(200, 150, 0, 60, 18)], WINDOW, from_right=True)
    assert (box.left + box.right) / 2 == 200
    assert (box.top + box.bottom) / 2 == 150


def test_at_the_edge_a_name_goes_to_the_side_with_room():
    (box,) = place([Dot(10, 150, 5, 60, 18)], WINDOW, from_right=True)
    assert box.left > 10


def test_a_name_wider_than_the_window_is_not_shown():
    assert place([Dot(200, 150, 5, 500, 18)], WINDOW, from_right=True) == [None]
