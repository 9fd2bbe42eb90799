from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.catalogue.query import Query

pytestmark = pytest.mark.any_window

PASTED = (
    "عودة النوارس إلى الميناء\n\n"
    "عادت النوارس إلى الميناء القديم بعد غياب طويل، وقالت ليلى المرسي إنّ صيادي بيروت رأوها أولًا."
)
COPY_OF_A_PAGE = "<h1>عودة النوارس</h1><p>عادت <b>النوارس</b> إلى الميناء القديم بعد غياب طويل.</p><p>وبقيت أسبوعًا.</p>"


def drop(window, files: list[Path]) -> Qt.DropAction:
    """Drop files onto the window as a file manager does, which would rather move them; return what it is told."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    keys = (actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(window.rect().center(), *keys))
    event = QDropEvent(QPointF(window.rect().center()), *keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    return event.dropAction()


def titles(hands) -> list[str]:
    return [row.title for row in hands.library.rows(Query())]


def test_text_that_is_pasted_becomes_an_article(start):
    hands = start()
    QGuiApplication.clipboard().setText(PASTED)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for(lambda: hands.article)

    assert titles(hands) == ["عودة النوارس إلى الميناء"]
    assert "ليلى المرسي" in hands.text


def test_a_page_that_is_pasted_keeps_its_paragraphs(start):
    hands = start()
    data = QMimeData()
    data.setHtml(COPY_OF_A_PAGE)
    data.setText("عودة النوارس عادت النوارس")
    QGuiApplication.clipboard().setMimeData(data)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for(lambda: hands.article)

    assert hands.text.split("\n")[1:] == ["عادت النوارس إلى الميناء القديم بعد غياب طويل.", "وبقيت أسبوعًا."]


def test_files_that_are_dropped_are_added_and_what_cannot_be_read_is_told(start, tmp_path):
    good, empty = tmp_path / "نوارس.txt", tmp_path / "فارغ.txt"
    good.write_text(PASTED, encoding="utf-8")
    empty.touch()
    hands = start()
    told = drop(hands.window, [empty, good])
    assert told is Qt.DropAction.CopyAction  # or the file manager would delete what it moved
    hands.wait_for(lambda: hands.article)

    assert titles(hands) == ["عودة النوارس إلى الميناء"]
    hands.wait_for(hands.window.message.isVisible)


def test_a_deleted_article_comes_back_by_undo_and_stays_deleted_without(start):
    hands = start()
    QGuiApplication.clipboard().setText(PASTED)
    hands.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for(lambda: hands.article)
    article = hands.article
    hands.panes.articles.view.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert titles(hands) == []

    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(hands) == ["عودة النوارس إلى الميناء"]

    hands.program.reader.open(article)
    hands.panes.articles.view.setFocus()
    hands.press(Qt.Key.Key_Delete)
    start.stop(hands)
    again = start()
    assert titles(again) == []
    assert again.panes.welcome.isVisible()


def test_an_article_is_chosen_in_the_trash_and_restored_from_the_page(start, qtbot):
    hands = start()
    hands.open_sample()
    (article,) = hands.library.ids()
    view = hands.panes.articles.view
    view.setFocus()
    hands.press(Qt.Key.Key_Delete)
    hands.program.reader.actions["trash"].trigger()
    hands.wait_for(lambda: view.model().rowCount() == 1)
    hands.click_in(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    offered = [name for name in ("mend", "set_source", "read_again") if hands.program.reader.actions[name].isEnabled()]
    assert (hands.article, offered) == ("", [])
    named = {button.text(): button for button in hands.panes.welcome.findChildren(QAbstractButton)}
    hands.click(named["استعادة"])
    hands.wait_for(lambda: not hands.library.state(article).trashed)
    assert view.model().rowCount() == 0
    assert QApplication.focusWidget() is view


def test_beside_the_rows_there_is_no_menu(start, qtbot):
    hands = start()
    hands.open_sample()
    view = hands.panes.articles.view
    hands.wait_for(lambda: view.model().rowCount() == 1)
    row = view.visualRect(view.model().index(0, 0))
    with qtbot.assertNotEmitted(hands.panes.articles.menu_requested):
        view.customContextMenuRequested.emit(row.bottomLeft() + QPoint(20, 40))
    hands.panes.articles.menu_requested.disconnect()
    with qtbot.waitSignal(hands.panes.articles.menu_requested):
        view.customContextMenuRequested.emit(row.center())


def test_what_was_pasted_by_mistake_goes_by_undo_and_comes_back_by_redo(start):
    hands = start()
    hands.open_sample()
    control = Qt.KeyboardModifier.ControlModifier
    QGuiApplication.clipboard().setText(PASTED)
    hands.press(Qt.Key.Key_V, control)
    hands.wait_for(lambda: len(titles(hands)) == 2)
    hands.press(Qt.Key.Key_Z, control)
    assert "عودة النوارس إلى الميناء" not in titles(hands)
    assert [row.title for row in hands.library.rows(Query(trashed=True))] == ["عودة النوارس إلى الميناء"]

    hands.press(Qt.Key.Key_Z, control, Qt.KeyboardModifier.ShiftModifier)
    assert "عودة النوارس إلى الميناء" in titles(hands)


def test_a_place_in_the_sidebar_leads_from_mention_to_mention(start):
    hands = start()
    hands.open_sample()
    hands.window.show_sidebar("entities")
    view = hands.panes.entities.view
    hands.wait_for(view.isVisible)
    model = view.model()
    rows = {model.index(row, 0).data(): model.index(row, 0) for row in range(model.rowCount())}
    asked: list[int] = []
    hands.panes.entities.mention_requested.connect(lambda _key, number: asked.append(number))
    place = rows["تونس"]
    view.scrollTo(place)
    for _ in range(2):
        hands.click_in(view.viewport(), view.visualRect(place).center())

    assert asked == [0, 1]


def test_the_place_is_kept_also_by_who_leaves_at_once(start):
    hands = start(height=500)
    hands.open_sample()
    hands.page.builder.build_all()
    hands.page.verticalScrollBar().setValue(700)
    left = hands.panes.reading.position()
    assert left > 0
    start.stop(hands)
    again = start(height=500)
    again.wait_for(lambda: again.article)
    assert again.library.state(again.article).position == left
