"""A disk that fails at every call in turn: it is told, nothing is half written, and all is saved when it works."""

import errno
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.catalogue.query import Query
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.checking import Checking
from reader.store.layout import Places
from reader.text.spans import Span
from tests.store.faulty_disk import FAULTS, TOLD, FaultyDisk


def places_in(root: Path) -> Places:
    return Places(root / "library", root / "state", root / "cache")


def do_everything(library: Library, text: Article) -> ReaderError | None:
    """Add an article, mark it, change the note, star it; return what went wrong while that was saved."""
    (added,) = library.add([Imported(article=text, original=b"x", images=(b"picture",))])
    mark = library.highlighting.add(added.id, Span(0, 5), "green", "أولى")
    try:
        library.flush()
        library.highlighting.change(mark.id, note="ثانية")
        library.set_starred([added.id], starred=True)
        library.flush()
    except ReaderError as error:
        return error
    return None


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_the_work_is_kept_told_and_saved_once_the_disk_works(tmp_path, rich_article, fault):
    call = 0
    while True:
        call += 1
        root = tmp_path / str(call)
        disk = FaultyDisk()
        library = Library(places_in(root), lambda callback: callback(), disk)
        disk.fail(call, fault)
        told = do_everything(library, rich_article)
        (article,) = library.ids()
        assert told is None or told.key in TOLD[fault]
        assert len(library.highlighting.of(article)) == 1
        check_clean(root)
        if not disk.has_failed:
            break
        disk.mend()
        library.flush()
        library.set_archived([article], archived=True)
        library.flush()
        library.close()
        check_saved(root, article)
    library.close()
    assert call > 20


def check_clean(root: Path) -> None:
    """What was not written is not there by halves."""
    assert Checking(places_in(root)).run().problems == []


def check_saved(root: Path, article: str) -> None:
    """Another process sees everything, and nothing is left beside it."""
    library = Library(places_in(root), lambda callback: callback())
    (placed,) = library.highlighting.of(article)
    assert placed.highlight.note in {"أولى", "ثانية"}
    assert library.state(article).archived
    assert library.article(article).text
    library.close()
    check_clean(root)


def test_what_never_came_to_disk_is_not_listed_at_the_next_start(tmp_path, rich_article):
    disk = FaultyDisk()
    library = Library(places_in(tmp_path), lambda callback: callback(), disk)
    (added,) = library.add([Imported(article=rich_article)])
    library.flush()
    library.catch_up()
    disk.fail_from_now_on(errno.ENOSPC)
    library.delete([added.id])
    library.highlighting.add(added.id, Span(0, 5), "green", "ملاحظة")
    assert library.rows(Query()) == []
    with pytest.raises(ReaderError, match=r"disk\.full"):
        library.flush()
    library.close()

    library = Library(places_in(tmp_path), lambda callback: callback())
    library.catch_up()
    assert [(row.id, row.highlights) for row in library.rows(Query())] == [(added.id, 0)]
    library.close()
