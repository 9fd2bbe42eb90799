"""The window as a screen reader reads it: roles, names in the interface's language, text, and the order of Tab."""

import re

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.gui.fonts import FontLoader
from reader.gui.panes.margin.note_card import NoteCard
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.translation import Translation
from reader.gui.window_state import WindowState
from reader.settings import Settings
from reader.text.spans import Span
from tests.gui.conftest import article

pytestmark = pytest.mark.any_window

Role = QAccessible.Role
NAMES_OF_THINGS = {Role.ListItem}
"""What is called by the reader's own words, whatever the interface's language."""


@pytest.fixture(params=["ar", "en"])
def reader(request, qtbot, application, library):
    """A window with a highlighted article, in each language."""
    (added,) = library.add([article("عودة الصيادين")])
    library.highlighting.add(added.id, Span(0, 4), "green", "للمراجعة")
    translation = Translation(application)
    translation.use(request.param)
    taste = Taste(Settings(language=request.param), None, request.param)
    reader = Reader(application, library, taste, FontLoader())
    reader.start(WindowState(width=1280, height=800))
    reader.window.activateWindow()
    qtbot.waitUntil(reader.window.isActiveWindow)
    yield reader
    reader.close()
    translation.use("en")
    translation.close()


def seen(interface):
    """Yield everything that can be seen below an interface, itself included."""
    if interface is None or interface.state().invisible:
        return
    yield interface
    for number in range(interface.childCount()):
        yield from seen(interface.child(number))


def everything(reader):
    return list(seen(QAccessible.queryAccessibleInterface(reader.window)))


def name(interface):
    return interface.text(QAccessible.Text.Name)


def test_every_control_has_a_role_and_a_name(reader):
    controls = [each for each in everything(reader) if each.state().focusable]
    assert len(controls) > 10
    assert not [each.object() for each in controls if each.role() is Role.NoRole or not name(each)]
    groups = [each.object() for each in controls if each.role() is Role.Client]
    assert all(isinstance(each, NoteCard) for each in groups)  # a note with its buttons; Qt has no role for it


def test_names_are_in_the_interfaces_language(reader):
    is_arabic = reader.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    names = [name(each) for each in everything(reader) if each.state().focusable and each.role() not in NAMES_OF_THINGS]
    assert not [each for each in names if "\t" in each]  # behind it menus have keys
    ours = [each.partition(":")[0] for each in names]  # behind it stands what the reader wrote
    assert not [each for each in ours if bool(re.search("[\u0621-\u064a]", each)) is not is_arabic]


def test_the_list_is_a_list_of_articles_by_their_headlines(reader):
    (articles,) = [each for each in everything(reader) if each.object() is reader.panes.articles.view]
    assert articles.role() is Role.List
    assert ["عودة الصيادين" in name(articles.child(0)), articles.child(0).role()] == [True, Role.ListItem]


def test_the_articles_text_can_be_read_in_its_language(reader):
    view = reader.panes.reading.view
    page = QAccessible.queryAccessibleInterface(view)
    text = page.textInterface()
    assert "عودة الصيادين" in text.text(0, text.characterCount())
    assert page.state().readOnly
    assert view.locale().language() is QLocale.Language.Arabic


def test_a_highlight_that_is_turned_to_is_told_with_its_note(reader):
    reader.actions["next_highlight"].trigger()
    told = reader.panes.reading.view.accessibleDescription()
    assert told.split("\n")[0].endswith(": عودة")
    assert told.endswith(": للمراجعة")


def test_a_message_is_told(reader):
    reader.window.message.show_message("حُفظ")
    assert reader.window.message.accessibleDescription() == "حُفظ"


@pytest.mark.parametrize("shows_marks", [False, True])
def test_tab_comes_round_to_every_part_of_the_window_from_the_page(reader, qtbot, shows_marks):
    panes, window = reader.panes, reader.window
    reader.settle()
    qtbot.waitUntil(reader.hints.card.isVisible)
    if shows_marks:
        reader.actions["annotations"].trigger()
    panes.reading.view.setFocus()
    visited = []
    while (focused := QApplication.focusWidget()) not in visited:
        visited.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert focused is visited[0]
    listed = reader.all_marks.pane if shows_marks else panes.articles
    for region in (panes.toolbar, listed, panes.reading, window.sidebar):
        assert any(region.isAncestorOf(each) for each in visited)
    if shows_marks:
        assert {listed.view, listed._words} <= set(visited)


def test_tab_goes_through_the_window_as_it_is_laid_out(reader, qtbot):
    panes, window = reader.panes, reader.window
    regions = [panes.toolbar, panes.articles, panes.reading, window.sidebar]
    panes.toolbar.search.setFocus()
    visited = []
    while (focused := QApplication.focusWidget()) not in visited:
        visited.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    at = [next(number for number, region in enumerate(regions) if region.isAncestorOf(each)) for each in visited]
    first = at.index(1)
    assert at[:first].count(0) == first
    assert set(at) == {0, 1, 2, 3}
    assert [number for number, before in zip(at, [None, *at], strict=False) if number != before][:4] == [0, 1, 2, 3]
    in_bar = [each.mapTo(window, each.rect().center()).x() for each in visited[:first]]
    is_rtl = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert in_bar == sorted(in_bar, reverse=is_rtl)
