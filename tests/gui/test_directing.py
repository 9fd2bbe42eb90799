"""Turning an article round, and all articles of its source."""

from types import SimpleNamespace

import pytest

from reader.gui.actions import Actions
from reader.gui.current_article import CurrentArticle
from reader.gui.directing import Directing
from reader.gui.jobs.edit_articles import EditArticles
from reader.gui.library_bridge import LibraryBridge
from reader.gui.panes.reading.turning import turned
from reader.library import Library
from reader.text.direction import Direction
from tests.gui.conftest import article


@pytest.fixture
def house(qapp, theme, library: Library):
    """Two articles of one source, the first one open, with what turns them."""
    ids = [each.id for each in library.add([article("الأول", source="الشاطئ"), article("الثاني", source="الشاطئ")])]
    current = CurrentArticle(library)
    bridge = LibraryBridge(library)
    bridge.articles_changed.connect(current.follow)
    bridge.collections_changed.connect(current.follow_source)
    actions = Actions(theme, rtl=True)
    directing = Directing(actions, current, EditArticles(library), current)
    current.open(ids[0])
    yield SimpleNamespace(ids=ids, current=current, actions=actions, directing=directing, library=library)
    bridge.close()


def shown(house, number: int = 0) -> Direction:
    reader = CurrentArticle(house.library)
    reader.open(house.ids[number])
    assert reader.article is not None
    assert reader.state is not None
    return turned(reader.article, reader.state).direction


def test_one_article_is_turned_and_turned_back(house, qtbot):
    house.actions["direction_ltr"].trigger()
    qtbot.waitUntil(house.actions["direction_ltr"].isChecked)
    assert shown(house) is Direction.LTR
    assert shown(house, 1) is Direction.RTL
    house.actions["direction_auto"].trigger()
    assert shown(house) is Direction.RTL


def test_turning_is_a_step_of_undo(house):
    house.actions["direction_ltr"].trigger()
    assert house.library.undo() == "undo.direction_set"
    assert shown(house) is Direction.RTL


def test_what_holds_for_a_source_holds_for_all_its_articles_and_is_kept(house, qtbot):
    house.actions["direction_ltr"].trigger()
    qtbot.waitUntil(house.actions["direction_of_source"].isEnabled)
    with qtbot.waitSignal(house.directing.spread) as told:
        house.actions["direction_of_source"].trigger()
    assert told.args == ["الشاطئ"]
    assert shown(house) is shown(house, 1) is Direction.LTR
    assert house.current.state.direction == "ltr"
    house.actions["direction_of_source"].trigger()
    assert shown(house) is Direction.LTR
    assert shown(house, 1) is Direction.RTL


def test_a_sources_direction_lies_in_the_library_and_is_one_step_of_undo(house, places):
    house.actions["direction_ltr"].trigger()
    house.actions["direction_of_source"].trigger()
    house.library.flush()
    elsewhere = Library(places, post=lambda call: call())
    assert elsewhere.direction_of_source("الشاطئ") == "ltr"
    assert elsewhere.collecting.case_folders() == elsewhere.collecting.smart_folders() == []
    elsewhere.close()
    house.library.undo()
    assert shown(house) is Direction.LTR
    assert shown(house, 1) is Direction.RTL


def test_an_article_that_is_turned_alone_keeps_its_own_direction(house):
    house.actions["direction_ltr"].trigger()
    house.actions["direction_of_source"].trigger()
    house.library.set_direction(house.ids[1], "rtl")
    assert shown(house, 1) is Direction.RTL
    house.actions["direction_auto"].trigger()
    assert shown(house) is Direction.RTL


def test_every_block_is_turned_and_no_word_changes(house):
    house.actions["direction_ltr"].trigger()
    name = house.ids[0]
    before = house.library.article(name)
    after = turned(before, house.library.state(name))
    assert {block.direction for block in after.blocks} == {Direction.LTR}
    assert after.text == before.text
