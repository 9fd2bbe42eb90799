import pytest

from reader.annotations.highlight import COLOURS
from reader.intake.colours import colour_of


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("yellow", "yellow"),
        ("Red", "pink"),
        ("purple", "violet"),
        ("olive", "yellow"),
        ("cyan", "blue"),
        ("#fff3a3", "yellow"),
        ("#ff5582", "pink"),
        ("#adccff", "blue"),
        ("bbfabb", "green"),
        ("#8a2be2ff", "violet"),
        ("#777777", "yellow"),
        ("", "yellow"),
        (None, "yellow"),
        ("مجهول", "yellow"),
    ],
)
def test_colours_become_the_nearest_of_ours(said, ours):
    assert colour_of(said) == ours
    assert ours in COLOURS
