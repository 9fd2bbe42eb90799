import pytest

from reader.errors import ReaderError
from reader.gui.jobs.annotate import Annotate
from reader.library import Library
from reader.text.spans import Span
from tests.gui.conftest import article


@pytest.fixture
def article_id(library: Library) -> str:
    return library.add([article("العودة إلى الميناء")])[0].id


@pytest.fixture
def job(library: Library) -> Annotate:
    return Annotate(library)


def test_a_highlight_is_made_and_named(library: Library, job: Annotate, article_id: str, qtbot):
    with qtbot.assertNotEmitted(job.note_wanted), qtbot.waitSignal(job.added) as added:
        job.add_highlight(article_id, Span(0, 6), "blue")
    (placed,) = library.highlighting.of(article_id)
    assert added.args == [placed.highlight.id]
    assert (placed.span, placed.highlight.colour, placed.highlight.quote) == (Span(0, 6), "blue", "العودة")


def test_a_note_is_wanted_once_its_highlight_is_there(library: Library, job: Annotate, article_id: str, qtbot):
    seen = []
    job.note_wanted.connect(lambda mark: seen.append(library.highlighting.find(mark).colour))
    job.add_highlight(article_id, Span(0, 6), "pink", with_note=True)
    assert seen == ["pink"]


def test_colour_and_note_change_in_place(library: Library, job: Annotate, article_id: str):
    mark = library.highlighting.add(article_id, Span(0, 6), "blue").id
    job.change_colour(mark, "green")
    job.write_note(mark, "  للمراجعة\n")
    (placed,) = library.highlighting.of(article_id)
    assert (placed.highlight.id, placed.highlight.colour, placed.highlight.note) == (mark, "green", "للمراجعة")
    job.write_note(mark, "")
    assert library.highlighting.of(article_id)[0].highlight.note == ""


def test_what_is_removed_can_be_brought_back(library: Library, job: Annotate, article_id: str, qtbot):
    mark = library.highlighting.add(article_id, Span(0, 6), "blue").id
    with qtbot.waitSignal(job.removed) as removed:
        job.remove([mark])
    assert removed.args == [(mark,)]
    assert library.highlighting.of(article_id) == ()
    library.undo()
    assert [placed.highlight.id for placed in library.highlighting.of(article_id)] == [mark]


def test_what_cannot_be_done_is_told_and_nothing_is_removed(job: Annotate, qtbot):
    with qtbot.assertNotEmitted(job.removed), qtbot.waitSignal(job.failed) as failed:
        job.remove(["nothing"])
    assert isinstance(failed.args[0], ReaderError)
    with qtbot.assertNotEmitted(job.removed):
        job.remove([])
