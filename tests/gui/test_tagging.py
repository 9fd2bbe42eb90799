import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reader.gui.dialogs.tags import TagsDialog
from tests.gui.conftest import article

TITLES = ("الأول", "الثاني", "الثالث")


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in TITLES]


@pytest.fixture
def reader(ids, open_window):
    return open_window(ids[0])


def tagged(reader, typed):
    """Type tags into the open editor and save them."""
    dialog = reader.list_side.tagging.dialog
    dialog.field.setText(typed)
    dialog._give()


def test_several_articles_are_tagged_at_once_and_the_message_takes_it_back(reader, library, ids):
    library.collecting.tag(ids[:1], ["قديم"])
    reader.panes.articles.view.selectAll()
    reader.actions["tags"].trigger()
    assert reader.list_side.tagging.dialog.field.text() == ""
    tagged(reader, "أدب، شعر")
    assert library.state(ids[0]).tags == ("أدب", "شعر", "قديم")
    assert library.state(ids[2]).tags == ("أدب", "شعر")
    assert reader.window.message.isVisible()
    reader.announcer.undo_requested.emit()
    assert [library.state(each).tags for each in ids] == [("قديم",), (), ()]


def test_shared_tags_stand_in_the_editor_and_go_when_they_are_removed(reader, library, ids):
    library.collecting.tag(ids, ["أدب", "شعر"])
    reader.panes.articles.view.selectAll()
    reader.actions["tags"].trigger()
    assert reader.list_side.tagging.dialog.field.text() == "أدب، شعر"
    tagged(reader, "شعر")
    assert {library.state(each).tags for each in ids} == {("شعر",)}


def test_tags_stand_in_the_row_and_under_the_headline(reader, library, ids):
    library.collecting.tag(ids[:1], ["أدب"])
    (row,) = reader.articles.rows(ids[:1])
    assert reader.articles.facts(row)[-1] == "#أدب"
    assert "#أدب" in reader.panes.reading.view.document().toPlainText()


def test_what_is_known_of_an_article_has_its_tags_and_changes_them(qtbot, reader, library, ids):
    library.collecting.tag(ids[:1], ["أدب"])
    reader.window.show_sidebar("about")
    button = next(each for each in reader.panes.about.findChildren(QPushButton) if each.text() == "تعديل الوسوم…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tagged(reader, "")
    assert library.state(ids[0]).tags == ()


def test_the_tag_that_is_typed_is_completed_and_those_before_it_stay(qtbot, arabic):
    dialog = TagsDialog([], "مقال واحد")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.complete_with(["اقتصاد", "أدب الرحلات"])
    completer = dialog.field.completer()
    completer.setCompletionPrefix("شعر، الرح")
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "شعر، أدب الرحلات"


def test_what_is_done_to_several_articles_is_told_and_can_be_taken_back(reader, library, ids):
    reader.panes.articles.view.selectAll()
    reader.actions["archive"].trigger()
    assert all(library.state(each).archived for each in ids)
    assert reader.window.message.isVisible()
    reader.announcer.undo_requested.emit()
    assert not any(library.state(each).archived for each in ids)
