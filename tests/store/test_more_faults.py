"""A disk that fails while a batch is taken in, a conflict copy merged or the trash emptied: every fourth call a fault.

Four faults take turns, so that together each call fails in some way.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import emptying, record_file
from reader.store.clock import Clock, now_utc
from reader.store.disk import MANY
from reader.store.layout import Places
from reader.store.mark_records import new_id
from reader.store.record_file import RecordFile
from reader.text.spans import Span
from tests.store.faulty_disk import FAULTS, TOLD, FaultyDisk
from tests.store.test_faults import check_clean, places_in

PICTURE = b"picture"


def opened(root: Path, disk: FaultyDisk | None = None) -> Library:
    return Library(places_in(root), lambda callback: callback(), disk)


def article_of(text: Article, words: str) -> Article:
    blocks = (replace(text.blocks[0], text=f"مقال {words}"), *text.blocks[1:])
    return replace(text, title=f"مقال {words}", blocks=blocks, address=f"https://example.org/{words}")


def failing(tmp_path: Path, fault: int) -> Iterator[tuple[Path, FaultyDisk]]:
    """Yield a folder of its own and a disk for every fourth call, until a run ends before its call comes."""
    call = 1 + FAULTS.index(fault)
    while True:
        disk = FaultyDisk()
        root = tmp_path / str(call)
        yield root, disk
        if not disk.has_failed:
            assert call > 4, "nothing was asked of the disk"
            return
        call += len(FAULTS)


def flushed(library: Library) -> ReaderError | None:
    try:
        library.flush()
    except ReaderError as error:
        return error
    return None


def call_of(root: Path) -> int:
    return int(root.name)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_batch_comes_whole_once_the_disk_works(tmp_path, rich_article, fault):
    batch = [Imported(article=article_of(rich_article, str(number))) for number in range(MANY + 1)]
    for root, disk in failing(tmp_path, fault):
        with closing(opened(root, disk)) as library:
            disk.fail(call_of(root), fault)
            added = library.add(batch)
            told = flushed(library)
            assert told is None or told.key in TOLD[fault]
            check_clean(root)
            assert {each.id for each in added} == set(library.ids())
            disk.mend()
            assert flushed(library) is None
        with closing(opened(root)) as library:
            assert [library.article(each.id).title for each in added] == [each.article.title for each in batch]
        check_clean(root)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_conflict_copy_is_merged_whole_or_stays_until_the_disk_works(tmp_path, rich_article, fault):
    for root, disk in failing(tmp_path, fault):
        with closing(opened(root, disk)) as library:
            (added,) = library.add([Imported(article=rich_article)])
            library.highlighting.add(added.id, Span(0, 5), "green", "ملاحظتنا")
            library.flush()
            copy = conflict_copy(library.places, added.id)
            disk.fail(call_of(root), fault)
            with suppress(ReaderError):
                library.catch_up()
            merged = library.places.records("marks", added.id).read_text(encoding="utf-8")
            assert copy.exists() or "ملاحظتهم" in merged
            disk.mend()
            library.catch_up()
            assert len(library.highlighting.of(added.id)) == 2
        assert not copy.exists()
        with closing(opened(root)) as library:
            notes = {placed.highlight.note for placed in library.highlighting.of(added.id)}
            assert notes == {"ملاحظتنا", "ملاحظتهم"}
        check_clean(root)


def conflict_copy(places: Places, article: str) -> Path:
    """Put another device's mark beside the file of an article's marks; return where."""
    path = places.records("marks", article)
    (mark,) = record_file.decode(path.read_bytes(), "marks", str(path), article).records.values()
    theirs = mark.with_text("note", "ملاحظتهم", Clock("phone").stamp())
    copy = path.with_name(f"{article}.sync-conflict-20260302-101112-ABCDEFG.json")
    copy.write_bytes(record_file.encode(RecordFile(article, {new_id(article): theirs}), "marks"))
    return copy


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_in_the_trash_is_in_its_place_or_aside_whatever_fails(tmp_path, rich_article, monkeypatch, fault):
    later = now_utc() + timedelta(days=emptying.KEPT_DAYS + 1)
    for root, disk in failing(tmp_path, fault):
        removed = in_the_trash(root, rich_article)
        monkeypatch.setattr(emptying, "now_utc", lambda: later)
        with closing(opened(root, disk)) as library:
            disk.fail(call_of(root), fault)
            with suppress(ReaderError):
                library.annotating.empty_trash()
            with suppress(ReaderError):
                library.lasting.empty_trash()
        check_clean(root)
        disk.mend()
        with closing(opened(root, disk)) as library:
            library.annotating.empty_trash()
            library.lasting.empty_trash()
            assert library.versions(removed) == []
            library.restore([removed])
            library.flush()
        with closing(opened(root)) as library:
            assert library.article(removed).text == rich_article.text
            assert [placed.highlight.note for placed in library.highlighting.of(removed)] == ["باقية"]
            assert (library.places.image(sha256(PICTURE).hexdigest())).read_bytes() == PICTURE
        check_clean(root)
        monkeypatch.undo()


def in_the_trash(root: Path, text: Article) -> str:
    """Remove an article with a picture, a highlight, and another one that was removed before."""
    image = replace(text.blocks[-1], image=sha256(PICTURE).hexdigest())
    with closing(opened(root)) as library:
        article = replace(text, blocks=(*text.blocks[:-1], image))
        (added,) = library.add([Imported(article=article, original=b"x", images=(PICTURE,))])
        gone = library.highlighting.add(added.id, Span(0, 4), "green", "محذوفة")
        library.highlighting.add(added.id, Span(5, 9), "green", "باقية")
        library.highlighting.remove([gone.id])
        library.delete([added.id])
        library.flush()
    return added.id
