import pytest

from reader.errors import ReaderError
from reader.gui.current_article import CurrentArticle
from tests.gui.conftest import article


@pytest.fixture
def ids(library):
    return [addition.id for addition in library.add([article("الأول"), article("الثاني")])]


@pytest.fixture
def current(library):
    return CurrentArticle(library)


def test_opening_gives_the_article_and_its_state(qtbot, current, ids):
    with qtbot.waitSignal(current.opened) as opened:
        current.open(ids[0])
    assert opened.args[0] == current.id == ids[0]
    assert opened.args[1].title == "الأول"
    assert current.state is opened.args[2]


def test_opening_the_open_article_again_says_nothing(qtbot, current, ids):
    current.open(ids[0])
    with qtbot.assertNotEmitted(current.opened):
        current.open(ids[0])


def test_what_was_open_stays_open_when_another_is_missing(current, ids):
    current.open(ids[0])
    with pytest.raises(ReaderError, match=r"article\.missing"):
        current.open("no such article")
    assert current.id == ids[0]


def test_a_change_of_state_is_followed(qtbot, current, library, ids):
    current.open(ids[0])
    library.set_starred(ids, starred=True)
    with qtbot.waitSignal(current.state_changed) as changed:
        current.follow(tuple(ids))
    assert changed.args[0].starred


def test_a_change_of_another_article_says_nothing(qtbot, current, library, ids):
    current.open(ids[0])
    library.set_starred([ids[1]], starred=True)
    with qtbot.assertNotEmitted(current.state_changed):
        current.follow((ids[1],))


def test_an_article_in_the_trash_is_closed(qtbot, current, library, ids):
    current.open(ids[0])
    library.delete([ids[0]])
    with qtbot.waitSignal(current.closed):
        current.follow((ids[0],))
    assert (current.id, current.article, current.state) == ("", None, None)
