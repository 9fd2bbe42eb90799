import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.catalogue.query import Query
from reader.gui.panes.articles.filters import Filter
from tests.gui.conftest import article


@pytest.fixture
def ids(library):
    return [library.add([article(title, source=source)])[0].id for title, source in TITLES.items()]


TITLES = {"الأول": "صحيفة", "الثاني": "مجلّة", "الثالث": "صحيفة"}


@pytest.fixture
def reader(ids, open_window):
    return open_window()


def shown(reader):
    model = reader.articles
    return [model.index(row).data() for row in range(model.rowCount())]


def test_filters_join_and_their_chips_take_them_away(qtbot, reader, library, ids):
    library.collecting.tag(ids[:2], ["أدب"])
    menu, chips = reader.panes.articles.filter_menu, reader.list_side.narrowing.chips
    menu.choose_value("tags", "أدب")
    menu.choose_value("source", "صحيفة")
    assert shown(reader) == ["الأول"]
    assert chips.texts == ("\u2068#أدب\u2069", "المصدر \u2068صحيفة\u2069")
    QTest.mouseClick(chips._buttons[1], Qt.MouseButton.LeftButton)
    assert shown(reader) == ["الثاني", "الأول"]
    QTest.mouseClick(chips._buttons[0], Qt.MouseButton.LeftButton)
    assert reader.articles.query == Query()
    assert not chips.isVisible()


def test_an_article_that_fits_no_longer_leaves_the_list(reader, library, ids):
    reader.panes.articles.filter_menu.choose(Filter.STARRED)
    assert shown(reader) == []
    library.set_starred(ids, starred=True)
    assert len(shown(reader)) == 3
    library.set_starred(ids[:1], starred=False)
    assert shown(reader) == ["الثالث", "الثاني"]


def test_the_menu_offers_what_the_articles_have(qtbot, reader, library, ids):
    library.collecting.tag(ids, ["أدب"])
    menu = reader.panes.articles.filter_menu
    menu.aboutToShow.emit()
    qtbot.waitUntil(menu._menus["tags"].isEnabled)
    assert [entry.text() for entry in menu._menus["source"].actions()] == [
        "\u2068صحيفة\u2069  2", "\u2068مجلّة\u2069  1",
    ]  # fmt: skip


def test_a_search_is_narrowed_too(qtbot, reader, library, ids):
    library.collecting.tag(ids[1:2], ["أدب"])
    library.flush()
    reader.panes.toolbar.search.setText("الصيادون")
    qtbot.waitUntil(lambda: reader.articles.is_searching and len(shown(reader)) == 3)
    reader.panes.articles.filter_menu.choose_value("tags", "أدب")
    qtbot.waitUntil(lambda: shown(reader) == ["الثاني"])
