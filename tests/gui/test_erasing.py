"""The trash is emptied from the window, after a question."""

import pytest

from reader.catalogue.query import Query
from reader.gui.dialogs.empty_trash import EmptyTrashDialog
from reader.text.spans import Span
from tests.gui.conftest import article


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in ("الأول", "الثاني")]


@pytest.fixture
def reader(ids, open_window):
    return open_window()


def question(reader):
    reader.actions["empty_trash"].trigger()
    return reader.window.findChild(EmptyTrashDialog)


def test_an_empty_trash_is_told_of_and_nothing_is_asked(reader):
    assert question(reader) is None
    assert reader.window.message.text == "السلّة فارغة."


def test_it_is_said_what_is_lost_and_enter_loses_nothing(qtbot, reader, library, ids):
    library.highlighting.add(ids[0], Span(0, 4), "green", "ملاحظة")
    library.delete([ids[0]])
    dialog = question(reader)
    assert "المقالات: 1" in dialog.lost.words
    assert "التظليلات والملاحظات: 1" in dialog.lost.words
    qtbot.keyClick(dialog, "\r")

    assert [row.id for row in library.rows(Query(trashed=True), 0, 9)] == [ids[0]]


def test_what_is_erased_leaves_the_list_of_the_trash(qtbot, reader, library, ids):
    library.delete([ids[0]])
    reader.actions["trash"].trigger()
    qtbot.waitUntil(lambda: reader.articles.total == 1)
    question(reader).accept()
    qtbot.waitUntil(lambda: reader.window.message.text == "السلّة فارغة.")

    qtbot.waitUntil(lambda: reader.articles.total == 0)
    assert not library.rows(Query(trashed=True), 0, 9)
    assert [row.id for row in library.rows(Query(), 0, 9)] == [ids[1]]
