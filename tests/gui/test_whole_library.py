"""The map and what stands across the library, in the window and with real events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.catalogue.names import Names, Surveyed
from reader.entities.entity import Entity, Kind, Mention, PlaceKind
from reader.gui.dialogs.map import ARTICLE, LIBRARY
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.window_state import WindowState
from reader.settings import Settings
from reader.text.spans import Span
from tests.gui.conftest import article

CAIRO, BEIRUT, SALMA = "القاهرة", "بيروت", "سلمى الخطيب"
TEXTS = {
    "الأول": f"سافرت {SALMA} إلى {CAIRO} ثم عادت إلى {BEIRUT}. وقالت إنّ {CAIRO} كبيرة.",
    "الثاني": f"عاشت {SALMA} في {CAIRO}.",
    "الثالث": f"لا أحد في {BEIRUT} يعرف.",
}
WHERE = {CAIRO: (30.05, 31.25, "Cairo", "EG"), BEIRUT: (33.9, 35.5, "Beirut", "LB")}


def entities_of(text: str) -> tuple[Entity, ...]:
    found = []
    for name in (SALMA, CAIRO, BEIRUT):
        kind = Kind.PERSON if name == SALMA else Kind.PLACE
        starts = [at for at in range(len(text)) if text.startswith(name, at)]
        mentions = tuple(Mention(Span(at, at + len(name)), kind, name) for at in starts)
        more = {}
        if kind is Kind.PLACE:
            latitude, longitude, latin, country = WHERE[name]
            more = {"latitude": latitude, "longitude": longitude, "latin": latin, "country": country}
            more["place_kind"] = PlaceKind.CITY
        if mentions:
            found.append(Entity(key=f"{kind}:{name}", kind=kind, name=name, mentions=mentions, **more))
    return tuple(found)


@pytest.fixture
def ids(library, places):
    made = {title: library.add([article(title, [text])])[0].id for title, text in TEXTS.items()}
    library.flush()
    names = Names(places.names)
    names.put(
        [
            Surveyed(each, library.version(each), "", entities_of(library.article(each).text))
            for each in list(made.values())
        ]
    )
    names.close()
    return made


@pytest.fixture
def make(application, library, ids):
    made = []

    def make(language="ar", **settings) -> Reader:
        taste = Taste(Settings(language=language, theme="paper", sidebar_tab="entities", **settings), None, language)
        reader = Reader(application, library, taste, FontLoader())
        made.append(reader)
        reader.start(WindowState(width=1280, height=800), ids["الأول"])
        QTest.qWaitForWindowExposed(reader.window)
        tell(reader)
        return reader

    yield make
    for reader in made:
        reader.close()
    library.flush()
    application.processEvents()


def tell(reader) -> None:
    """Say what the open article is about, as the extraction does."""
    reader.extract_entities.found.emit(reader.current.id, entities_of(reader.current.article.text))


@pytest.fixture
def reader(arabic, make):
    return make(map_folded=False)


def point_of(view, key):
    return next(each.middle for each in view.shown if each.place.key == key).toPoint()


def titles(page) -> list[str]:
    model = page.view.model()
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def wait_for_rows(qtbot, page) -> list[str]:
    qtbot.waitUntil(lambda: page.view.model().rowCount() > 0)
    return titles(page)


def row_with(page, words: str):
    model = page.view.model()
    return next(index for row in range(model.rowCount()) if words in str((index := model.index(row)).data()))


def click_row(qtbot, page, words: str) -> None:
    index = row_with(page, words)
    page.view.scrollTo(index)
    where = page.view.visualRect(index).center()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


# -- the map


def test_a_click_on_the_map_goes_to_the_mentions_one_after_the_other(reader, qtbot):
    view = reader.whole.map.view
    key = f"place:{CAIRO}"
    wishes = []
    reader.panes.entities.mention_requested.connect(lambda *wish: wishes.append(wish))
    for _ in range(3):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point_of(view, key))
    assert wishes == [(key, 0), (key, 1), (key, 0)]
    assert view.selected == key


def test_who_is_chosen_in_the_list_stands_out_on_the_map(reader):
    reader.panes.entities.go_on(f"place:{BEIRUT}")
    assert reader.whole.map.view.selected == f"place:{BEIRUT}"


def test_the_map_is_folded_until_it_is_wanted_and_that_is_remembered(arabic, make, qtbot):
    reader = make()
    section = reader.whole.map
    assert section.is_folded
    assert section.view is None
    qtbot.mouseClick(section._head, Qt.MouseButton.LeftButton)
    assert section.view.isVisible()
    assert not reader.settings.settings.map_folded
    qtbot.mouseClick(section._head, Qt.MouseButton.LeftButton)
    assert not section.view.isVisible()
    assert reader.settings.settings.map_folded


def test_without_places_there_is_no_map(reader):
    reader.extract_entities.found.emit(reader.current.id, ())
    assert reader.whole.map.isHidden()
    tell(reader)
    assert not reader.whole.map.isHidden()


def test_in_an_english_window_places_have_their_latin_names(english, make):
    view = make("en", map_folded=False).whole.map.view
    assert {each.place.name for each in view.shown} == {"Cairo", "Beirut"}


def test_the_larger_map_shows_the_article_and_then_the_library(reader, qtbot):
    qtbot.mouseClick(reader.whole.map._larger, Qt.MouseButton.LeftButton)
    dialog = reader.whole.dialog
    assert dialog.isVisible()
    assert dialog.scope.value == ARTICLE
    assert {each.place.mentions for each in dialog.view.shown} == {2, 1}
    dialog.scope.click(LIBRARY)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert {each.place.key: each.place.mentions for each in dialog.view.shown} == {
        f"place:{CAIRO}": 3,
        f"place:{BEIRUT}": 2,
    }
    assert CAIRO in dialog.list.item(0).text()
    assert "3" in dialog.list.item(0).text()


def test_the_list_beside_the_map_does_what_the_map_does(reader, qtbot):
    reader.whole.open_map()
    dialog = reader.whole.dialog
    item = next(dialog.list.item(row) for row in range(dialog.list.count()) if BEIRUT in dialog.list.item(row).text())
    with qtbot.waitSignal(reader.panes.entities.mention_requested) as wish:
        qtbot.mouseClick(
            dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(item).center()
        )
    assert wish.args == [f"place:{BEIRUT}", 0]
    assert dialog.view.selected == f"place:{BEIRUT}"


def test_a_place_of_the_library_leads_to_its_passages(reader, qtbot):
    reader.whole.open_map()
    dialog = reader.whole.dialog
    dialog.scope.click(LIBRARY)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=point_of(dialog.view, f"place:{BEIRUT}"))
    assert reader.whole.page.key == f"place:{BEIRUT}"
    assert "الثالث" in wait_for_rows(qtbot, reader.whole.page)


# -- in all articles


def test_the_menu_leads_to_all_articles_with_their_passages(reader, qtbot):
    reader.panes.entities.wished.emit("in_all", f"person:{SALMA}")
    page = reader.whole.page
    rows = wait_for_rows(qtbot, page)
    assert rows[:3] == ["ذُكر مع", CAIRO, BEIRUT]
    assert "في مقالين" in rows
    assert {"الأول", "الثاني"} <= set(rows)
    assert "الثالث" not in rows


def test_a_passage_opens_its_article_at_the_mention_and_the_list_stays(reader, qtbot, ids):
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    page = reader.whole.page
    wait_for_rows(qtbot, page)
    lit = []
    reader.panes.reading.light = lit.append
    click_row(qtbot, page, "عاشت")
    assert reader.current.id == ids["الثاني"]
    assert [span.of(reader.current.article.text) for span in lit] == [SALMA]
    assert page.isVisible()


def test_who_is_mentioned_beside_is_one_step_away(reader, qtbot):
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    page = reader.whole.page
    wait_for_rows(qtbot, page)
    click_row(qtbot, page, BEIRUT)
    assert page.key == f"place:{BEIRUT}"
    assert "الثالث" in wait_for_rows(qtbot, page)


def test_it_is_left_with_escape_and_what_it_covered_works_again(reader, qtbot):
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    page, pane = reader.whole.page, reader.panes.entities
    wait_for_rows(qtbot, page)
    assert not pane.view.isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.key == ""
    assert pane.view.isEnabled()


def test_the_keyboard_alone_opens_a_passage(reader, qtbot, ids):
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    page = reader.whole.page
    wait_for_rows(qtbot, page)
    page.view.setCurrentIndex(row_with(page, "عاشت"))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert reader.current.id == ids["الثاني"]


def test_it_says_how_much_was_looked_through(reader, qtbot, places, ids):
    names = Names(places.names)
    names.forget([ids["الثالث"]])
    names.close()
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    page = reader.whole.page
    wait_for_rows(qtbot, page)
    assert page._more.isVisible()
    assert "2" in page._hint.text()
    assert "3" in page._hint.text()


def test_an_answer_about_someone_else_comes_too_late(reader, qtbot, library):
    page = reader.whole.page
    page.open(f"place:{BEIRUT}", BEIRUT)
    page.show_found(library.across().appearances(f"person:{SALMA}"))
    assert titles(page) == []


@pytest.mark.parametrize("theme", ["paper", "sepia", "night", "contrast"])
def test_every_theme_reaches_the_map_and_the_passages(reader, qtbot, theme):
    reader.whole.open_map()
    reader.whole.open_across(f"person:{SALMA}", SALMA)
    wait_for_rows(qtbot, reader.whole.page)
    reader.settings.change("theme", theme)
    assert reader.whole.dialog.view._theme.name.startswith(theme)
    assert not reader.window.grab().isNull()


def test_progress_is_told_quietly_and_can_be_stopped(reader, qtbot):
    reader.whole.survey.progressed.emit(3, 12)
    assert "3" in reader.whole.progress.text
    assert "12" in reader.whole.progress.text
    qtbot.mouseClick(reader.whole.progress._stop, Qt.MouseButton.LeftButton)
    assert reader.whole.survey.is_stopped
