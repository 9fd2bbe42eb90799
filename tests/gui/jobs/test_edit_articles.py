import pytest

from reader.collections.state import Reading
from reader.gui.jobs.edit_articles import EditArticles
from tests.gui.conftest import article


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in ("الأول", "الثاني")]


@pytest.fixture
def edit(library):
    return EditArticles(library)


def test_states_are_set_for_several_articles_at_once(edit, library, ids):
    edit.set_reading(ids, Reading.READ)
    edit.set_starred(ids, starred=True)
    edit.set_archived(ids, archived=True)
    for each in ids:
        state = library.state(each)
        assert (state.reading, state.starred, state.archived) == (Reading.READ, True, True)


def test_deleting_tells_the_only_articles_title(qtbot, edit, ids):
    with qtbot.waitSignal(edit.deleted) as deleted:
        edit.delete([ids[0]])
    assert deleted.args == [(ids[0],), "الأول"]
    with qtbot.waitSignal(edit.deleted) as deleted:
        edit.delete(ids)
    assert deleted.args == [tuple(ids), ""]


def test_deleting_nothing_says_nothing(qtbot, edit):
    with qtbot.assertNotEmitted(edit.deleted):
        edit.delete([])


def test_what_was_deleted_is_restored(qtbot, edit, library, ids):
    edit.delete(ids)
    with qtbot.waitSignal(edit.restored):
        edit.restore(ids)
    assert not any(library.state(each).trashed for each in ids)


def test_an_article_counts_as_begun_once_its_page_is_painted(qtbot, edit, library, ids):
    edit.note_opened(ids[0], 0)
    edit.note_opened(ids[1], 3)
    assert not library.state(ids[1]).opened
    qtbot.waitUntil(lambda: bool(library.state(ids[1]).opened))
    assert library.state(ids[1]).position == 3
    assert library.state(ids[0]).reading is Reading.UNREAD


def test_what_is_still_to_be_noted_is_noted_before_the_window_closes(edit, library, ids):
    edit.note_opened(ids[0], 2)
    edit.finish_noting()
    assert library.state(ids[0]).position == 2


def test_undo_and_redo_tell_what_they_did(qtbot, edit, library, ids):
    edit.set_source(ids[0], "صحيفة الساحل")
    with qtbot.waitSignal(edit.undone) as undone:
        edit.undo()
    assert undone.args == ["undo.source_set"]
    assert library.state(ids[0]).source == ""
    with qtbot.waitSignal(edit.redone) as redone:
        edit.redo()
    assert redone.args == ["undo.source_set"]
    assert library.state(ids[0]).source == "صحيفة الساحل"


def test_with_nothing_to_undo_nothing_is_told(qtbot, edit):
    with qtbot.waitSignal(edit.undone) as undone:
        edit.undo()
    assert undone.args == [""]


def test_an_article_that_is_not_there_is_a_failure(qtbot, edit):
    with qtbot.waitSignal(edit.failed) as failed:
        edit.set_starred(["0" * 32], starred=True)
    assert failed.args[0].key == "article.missing"
