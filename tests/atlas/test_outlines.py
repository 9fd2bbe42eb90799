from itertools import pairwise

import pytest

from reader.atlas.outlines import UNITS, Detail, load
from reader.atlas.projection import project

INSIDE = {
    "EG": (30, 26),
    "MA": (-6, 32),
    "UA": (31, 49),
    "SD": (30, 16),
    "BR": (-52, -10),
    "AU": (134, -25),
    "RU": (100, 62),
}


def crossings(ring, x, y) -> int:
    """Count how often a line to the right of a point meets a ring."""
    corners = list(zip(ring.points[::2], ring.points[1::2], strict=True))
    edges = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum((y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges)


@pytest.mark.parametrize("detail", Detail)
def test_countries_lie_where_they_are(detail):
    countries = {country.code: country for country in load(detail)}
    for code, place in INSIDE.items():
        x, y = (number * UNITS for number in project(*place))
        assert sum(crossings(ring, x, y) for ring in countries[code].rings) % 2, code


@pytest.mark.parametrize("detail", Detail)
def test_the_box_of_a_ring_holds_its_points(detail):
    for country in load(detail):
        for ring in country.rings:
            assert ring.left == min(ring.points[::2])
            assert ring.bottom == max(ring.points[1::2])


@pytest.mark.parametrize("detail", Detail)
def test_no_outline_leaps_over_the_world(detail):
    for country in load(detail):
        for ring in country.rings:
            across = [*ring.points[::2], ring.points[0]]
            assert max(abs(one - other) for one, other in pairwise(across)) < 90 * UNITS, country.code
            assert -180 * UNITS <= ring.left <= ring.right <= 180 * UNITS


def test_every_arab_country_has_an_outline():
    arab = {"AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY"}
    arab |= {"MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"}
    assert arab <= {country.code for country in load(Detail.FINE)}


def test_more_is_drawn_where_more_can_be_seen():
    assert [Detail.at(scale) for scale in (1, 8, 40)] == list(Detail)
    counts = [sum(len(ring.points) for country in load(detail) for ring in country.rings) for detail in Detail]
    assert counts == sorted(counts)
