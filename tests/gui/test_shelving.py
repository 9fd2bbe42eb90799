import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.catalogue.query import Query
from reader.collections.state import Reading
from reader.gui.dialogs.export import ExportDialog
from reader.gui.dialogs.folder_name import FolderNameDialog
from reader.gui.panes.articles.filters import Filter
from reader.gui.panes.shelf.pane import Kind
from reader.gui.widgets.dragged import dragged
from reader.settings import Settings
from tests.gui.conftest import article

TITLES = ("الأول", "الثاني", "الثالث")


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in TITLES]


@pytest.fixture
def reader(ids, open_window):
    return open_window(settings=Settings(shelf_shown=True))


@pytest.fixture
def shelving(reader):
    return reader.list_side.shelving


def shown(reader):
    model = reader.articles
    return [model.index(row).data() for row in range(model.rowCount())]


def heading(reader):
    return reader.panes.articles._title.accessibleName()


def row(shelving, name):
    return next(at for at, each in enumerate(shelving.shelf.rows) if each.name == name)


def click(shelving, name):
    shelf = shelving.shelf
    place = shelf.visualItemRect(shelf.item(row(shelving, name))).center()
    QTest.mouseClick(shelf.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def name_it(qtbot, reader, name):
    dialog = reader.window.findChild(FolderNameDialog)
    dialog.field.setText(name)
    dialog.accept()
    qtbot.waitUntil(lambda: reader.window.findChild(FolderNameDialog) is None)


def test_what_is_shown_is_kept_as_a_smart_folder_and_opened_again(qtbot, reader, shelving, library, ids):
    library.set_reading(ids[:1], Reading.READ)
    reader.panes.articles.filter_menu.choose(Filter.READ)
    reader.panes.articles.filter_menu._keep.trigger()
    name_it(qtbot, reader, "ما قرأت")
    assert heading(reader) == "ما قرأت"
    click(shelving, "المكتبة")
    assert heading(reader) == "المكتبة"
    assert len(shown(reader)) == 3
    click(shelving, "ما قرأت")
    assert shown(reader) == ["الأول"]
    qtbot.waitUntil(lambda: shelving.shelf.rows[row(shelving, "ما قرأت")].number == 1)


def test_a_smart_folder_of_words_searches_again(qtbot, reader, shelving, library, ids):
    library.flush()
    folder = library.collecting.keep_search("البحر", Query(words="الصيادون", starred=True))
    library.set_starred(ids[1:], starred=True)
    shelving.open_place(Kind.SMART, folder)
    assert reader.panes.toolbar.search.text() == "الصيادون"
    qtbot.waitUntil(lambda: reader.articles.is_searching and sorted(shown(reader)) == ["الثالث", "الثاني"])
    assert heading(reader) == "البحر"
    click(shelving, "المكتبة")
    reader.panes.toolbar.search.clear()
    assert len(shown(reader)) == 3


def test_a_folder_is_renamed_and_deleted_and_comes_back(qtbot, reader, shelving, library):
    folder = library.collecting.keep_search("قديم", Query(starred=True))
    shelving.shelf.rename_requested.emit(folder)
    name_it(qtbot, reader, "جديد")
    assert "جديد" in [each.name for each in shelving.shelf.rows]
    shelving.open_place(Kind.SMART, folder)
    shelving.shelf.setCurrentRow(row(shelving, "جديد"))
    QTest.keyClick(shelving.shelf, Qt.Key.Key_Delete)
    assert "جديد" not in [each.name for each in shelving.shelf.rows]
    assert heading(reader) == "المكتبة"
    reader.announcer.undo_requested.emit()
    assert "جديد" in [each.name for each in shelving.shelf.rows]


def test_a_project_has_a_page_of_notes_that_are_saved_as_they_are_written(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("مشروع", ids[:2])
    click(shelving, "مشروع")
    page = shelving.page
    assert page.isVisible()
    assert heading(reader) == "مشروع"
    assert sorted(shown(reader)) == ["الأول", "الثاني"]
    page.editor.setPlainText("سؤال")
    page.editor.tell()
    assert library.collecting.case_folder(folder).note == "سؤال"
    reader.open(ids[0])
    assert not page.isVisible()
    library.undo()
    assert library.collecting.case_folder(folder).note == ""
    assert page.editor.toPlainText() == ""


def test_from_a_projects_page_the_library_leads_back_to_the_article_that_was_open(reader, shelving, library, ids):
    library.collecting.new_case_folder("مشروع", ids[:2])
    reader.open(ids[1])
    click(shelving, "مشروع")
    click(shelving, "المكتبة")

    assert reader.current.id == ids[1]
    assert reader.panes.reading.isVisible()
    assert not shelving.page.isVisible()


def test_notes_that_arrive_while_one_writes_stand_below(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("مشروع")
    click(shelving, "مشروع")
    page = shelving.page
    page.editor.setPlainText("أكتب هنا")
    library.collecting.write_note(folder, "من هناك")
    assert page.editor.toPlainText() == "أكتب هنا"
    assert page.arrived == "من هناك"
    page._add.click()
    assert library.collecting.case_folder(folder).note == "أكتب هنا\n\nمن هناك"


def test_articles_are_dropped_on_a_project(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("مشروع")
    model, shelf = reader.articles, shelving.shelf
    data = model.mimeData([model.index(0), model.index(2)])
    place = QPointF(shelf.visualItemRect(shelf.item(row(shelving, "مشروع"))).center())
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    shelf.dropEvent(drop)
    assert set(library.state(ids[0]).folders) == set(library.state(ids[2]).folders) == {folder}
    assert reader.window.message.isVisible()
    library.undo()
    assert library.state(ids[0]).folders == ()


def test_what_is_dropped_beside_a_project_stays_where_it_is(qtbot, reader, shelving, library, ids):
    shelf = shelving.shelf
    place = QPointF(shelf.visualItemRect(shelf.item(row(shelving, "المكتبة"))).center())
    data = dragged(ids)
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.assertNotEmitted(shelf.dropped):
        shelf.dropEvent(drop)


def test_the_menu_lays_articles_into_projects_and_takes_them_out(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("مشروع")
    assert not reader.actions["take_out_of_folder"].isVisible()
    reader.panes.articles.show_article(ids[1])
    menu = shelving.case_menu(reader.chosen)
    menu.actions()[0].trigger()
    assert library.state(ids[1]).folders == (folder,)
    menu.actions()[-1].trigger()
    name_it(qtbot, reader, "آخر")
    assert len(library.state(ids[1]).folders) == 2
    assert heading(reader) == "آخر"
    reader.panes.articles.view.setCurrentIndex(reader.articles.index(0))
    reader.actions["take_out_of_folder"].trigger()
    assert shown(reader) == []
    assert library.state(ids[1]).folders == (folder,)


def test_a_project_deleted_elsewhere_gives_the_library_back(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("مشروع", ids[:1])
    click(shelving, "مشروع")
    library.collecting.remove(folder)
    assert heading(reader) == "المكتبة"
    assert not shelving.page.isVisible()
    assert len(shown(reader)) == 3


def test_a_command_shows_the_trash_even_where_the_list_was_folded_away(reader, library, ids):
    library.delete([ids[1]])
    reader.window.three.show_side(reader.window.list_side, shown=False)
    reader.actions["trash"].trigger()
    assert reader.panes.articles.view.isVisible()
    assert heading(reader) == "سلّة المحذوفات"
    assert shown(reader) == [library.article(ids[1]).title]


def test_the_shelfs_command_shows_it_with_the_list_where_that_was_folded_away(reader, shelving):
    reader.actions["list"].trigger()
    assert not shelving.shelf.isVisible()
    reader.actions["shelf"].trigger()
    assert shelving.shelf.isVisible()
    assert reader.panes.articles.view.isVisible()
    reader.actions["shelf"].trigger()
    assert not shelving.shelf.isVisible()


def test_the_menu_of_projects_opens_on_the_page_where_the_list_shows_no_row(qtbot, reader, shelving, ids):
    reader.open(ids[0])
    reader.actions["list"].trigger()
    reader.actions["put_in_folder"].trigger()
    menu = QApplication.activePopupWidget()
    qtbot.addWidget(menu)
    page = reader.panes.reading
    assert page.rect().contains(page.mapFromGlobal(menu.geometry().center()))
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_the_shelf_is_put_away_and_stays_so(qtbot, reader, shelving):
    reader.actions["shelf"].trigger()
    assert not shelving.shelf.isVisible()
    assert not reader.settings.settings.shelf_shown
    reader.actions["shelf"].trigger()
    assert shelving.shelf.isVisible()


def test_a_project_is_exported_with_its_notes(qtbot, reader, shelving, library, ids):
    folder = library.collecting.new_case_folder("ذاكرة الميناء", ids[:2])
    library.collecting.write_note(folder, "أسئلة")
    with qtbot.waitSignal(shelving.export_requested) as asked:
        shelving.shelf.export_requested.emit(folder)
    assert asked.args == ["ذاكرة الميناء", "أسئلة", (ids[1], ids[0])]
    reader.window.findChild(ExportDialog).reject()


def test_a_smart_folder_within_a_project_is_shown_as_itself(reader, shelving, library, ids):
    project = library.collecting.new_case_folder("مشروع", ids[:2])
    library.set_starred(ids[:1], starred=True)
    smart = library.collecting.keep_search("نجوم المشروع", Query(folder=project, starred=True))
    shelving.open_place(Kind.SMART, smart)
    assert (heading(reader), shown(reader)) == ("نجوم المشروع", ["الأول"])
    reader.panes.articles.filter_menu.choose(Filter.TRASH)
    assert heading(reader) == "سلّة المحذوفات"


def test_a_list_over_the_page_stays_while_the_reader_chooses_what_it_shows(qtbot, reader, shelving, library, ids):
    reader.open(ids[0])
    folder = library.collecting.new_case_folder("المشروع", ids[:1])
    reader.window.resize(800, 600)
    three = reader.window.three
    three.show_side(reader.window.list_side, shown=True)
    shelving.open_place(Kind.CASE, folder)
    shelving.open_place(Kind.LIBRARY, "")

    assert reader.current.id == ids[0]
    assert three.over is reader.window.list_side


def test_the_name_of_a_project_stands_where_its_lines_begin_whatever_its_letters(qtbot, reader, shelving, library, ids):
    shelving.make_case_folder((ids[0],))
    name_it(qtbot, reader, "Case")
    qtbot.waitUntil(shelving.page.isVisible)
    name = shelving.page._name
    assert name.alignment() & Qt.AlignmentFlag.AlignRight
    assert name.alignment() & Qt.AlignmentFlag.AlignAbsolute
