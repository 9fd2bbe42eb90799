import json
from itertools import combinations

import pytest

from reader import resources
from reader.annotations.highlight import COLOURS
from reader.gui import theme as themes
from reader.gui.panes.reading.looks import CURRENT_HIT_WASH, HIT_WASH
from reader.settings import THEMES
from tests.gui.colour_science import VISIONS, ciede2000, contrast, distance, mixed

SEEN_ON_BOTH = ("text", "quiet", "accent", "link", "danger", "ok")


@pytest.fixture(params=themes.DRAWN)
def theme(request):
    return themes.load_theme(request.param)


def test_the_distance_formula_gives_the_numbers_of_its_paper():
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert ciede2000((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(0.9082, abs=1e-4)


def test_text_can_be_read_on_the_page_and_on_the_panes(theme):
    for ground in ("page", "pane", "raised"):
        for role in SEEN_ON_BOTH:
            assert contrast(theme.colours[role], theme.colours[ground]) >= 4.5, (role, ground)
        assert contrast(theme.colours["faint"], theme.colours[ground]) >= 4.5, ground
    assert contrast(theme.colours["text"], theme.colours["page"]) >= 7


def test_edges_and_the_focus_ring_stand_out(theme):
    for ground in ("page", "pane"):
        assert contrast(theme.colours["edge"], theme.colours[ground]) >= 3
        assert contrast(theme.colours["accent"], theme.colours[ground]) >= 3


def test_text_can_be_read_on_the_accent_the_selection_and_every_wash(theme):
    assert contrast(theme.colours["on_accent"], theme.colours["accent"]) >= 7
    assert contrast(theme.colours["text"], theme.colours["selection"]) >= 7
    for colour in COLOURS:
        assert contrast(theme.colours["text"], theme.mark(colour).wash) >= 7, colour


@pytest.mark.parametrize("vision", VISIONS)
def test_a_link_can_be_read_on_every_wash_and_told_from_the_text(theme, vision):
    for ground in (theme.colours["selection"], *(theme.mark(colour).wash for colour in COLOURS)):
        assert contrast(theme.colours["link"], ground) >= 4.5, ground
    assert distance(theme.colours["link"], theme.colours["text"], vision) >= 15


def test_what_was_found_can_be_read_even_on_a_highlight(theme):
    for colour in COLOURS:
        found = mixed(theme.colours["accent"], theme.mark(colour).wash, HIT_WASH)
        current = mixed(theme.colours["accent"], found, CURRENT_HIT_WASH)
        assert contrast(theme.colours["text"], current) >= 4.5, colour


@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_washes_look_alike_to_anyone(theme, vision):
    for one, other in combinations(COLOURS, 2):
        assert distance(theme.mark(one).wash, theme.mark(other).wash, vision) >= 6.9, (one, other)


@pytest.mark.parametrize("vision", VISIONS)
def test_every_wash_is_seen_on_the_page_by_everyone(theme, vision):
    for colour in COLOURS:
        assert distance(theme.mark(colour).wash, theme.colours["page"], vision) >= 10, colour


def test_highlights_are_told_apart_without_colour(theme):
    styles = [(theme.mark(colour).style, theme.mark(colour).width) for colour in COLOURS]
    assert len(set(styles)) == len(COLOURS)


def test_all_themes_have_the_same_roles():
    roles = {name: set(themes.load_theme(name).colours) for name in themes.DRAWN}
    assert all(each == roles["paper"] for each in roles.values())


def test_type_roles_name_colours_that_exist(theme):
    for role in (*theme.page_type.values(), *theme.interface_type.values()):
        assert role.colour in theme.colours
        assert (role.em > 0) != (role.px > 0)
        assert role.px == 0 or role.px >= 13


def test_the_stylesheet_leaves_no_placeholder(theme):
    assert "$" not in theme.stylesheet()


def test_a_percentage_in_the_stylesheet_becomes_an_opacity(theme):
    assert "rgba(" in theme.stylesheet()


@pytest.mark.parametrize(
    ("choice", "dark", "name"),
    [
        ("system", False, "paper"),
        ("system", True, "night"),
        ("contrast", False, "contrast"),
        ("contrast", True, "contrast-night"),
        ("sepia", True, "sepia"),
        ("no such theme", False, "paper"),
    ],
)
def test_a_choice_follows_the_desktop_where_it_should(choice, dark, name):
    assert themes.resolve(choice, dark=dark) == name


def test_every_choice_leads_to_a_theme_that_exists():
    for choice in THEMES:
        for dark in (False, True):
            themes.load_theme(themes.resolve(choice, dark=dark))


def test_every_theme_file_is_listed():
    files = {path.stem for path in resources.locate("themes").glob("*.json")} - {"type"}
    assert files == set(themes.DRAWN)
    for name in files:
        json.loads(resources.read_text(f"themes/{name}.json"))
