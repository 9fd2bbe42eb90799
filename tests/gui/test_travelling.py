import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import article

TITLES = ("الأول", "الثاني", "الثالث")


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in TITLES]


@pytest.fixture
def reader(ids, open_window):
    reader = open_window(ids[0])
    for each in ids[1:]:
        reader.open(each)
    return reader


def test_back_and_forward_go_through_what_was_open(reader, ids):
    assert not reader.actions["forward"].isEnabled()
    reader.actions["back"].trigger()
    assert reader.current.id == ids[1]
    reader.actions["back"].trigger()
    assert reader.current.id == ids[0]
    assert not reader.actions["back"].isEnabled()
    reader.actions["forward"].trigger()
    assert reader.current.id == ids[1]
    assert reader.panes.articles.current == ids[1]


def test_another_article_takes_the_place_of_those_that_lay_ahead(reader, ids):
    reader.actions["back"].trigger()
    reader.actions["back"].trigger()
    reader.open(ids[2])
    assert not reader.actions["forward"].isEnabled()
    reader.actions["back"].trigger()
    assert reader.current.id == ids[0]


def test_what_is_in_the_trash_is_passed_over(reader, library, ids):
    library.delete([ids[1]])
    reader.actions["back"].trigger()
    assert reader.current.id == ids[0]
    library.restore([ids[1]])
    reader.actions["forward"].trigger()
    assert reader.current.id == ids[1]


def test_from_a_projects_page_back_leads_to_the_article_that_was_open(reader, library, ids):
    folder = library.collecting.new_case_folder("مشروع", ids[:1])
    reader.list_side.shelving.open_place("case", folder)
    assert not reader.current.id
    reader.actions["back"].trigger()
    assert reader.current.id == ids[2]
    assert not reader.list_side.shelving.page.isVisible()


def test_in_arabic_back_lies_on_the_right(reader):
    assert reader.actions.keys("back") == ("Alt+Right",)
    assert reader.actions.keys("forward") == ("Alt+Left",)
    reader.settings.change("shortcuts", {"back": "Ctrl+J"})
    reader.settings.change("shortcuts", {})
    assert reader.actions.keys("back") == ("Alt+Right",)


def test_the_mouses_own_buttons_go_back_and_forward(reader, ids):
    page = reader.panes.reading.view.viewport()
    QTest.mouseClick(page, Qt.MouseButton.BackButton)
    assert reader.current.id == ids[1]
    QTest.mouseClick(reader.panes.articles.view.viewport(), Qt.MouseButton.ForwardButton)
    assert reader.current.id == ids[2]
