"""A disk that fails at every call in turn: it is told, nothing is half written, and all is saved when it works."""

import errno
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.checking import Checking
from reader.store.disk import Disk
from reader.store.layout import Places
from reader.text.spans import Span

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, 0)
"""What a call fails with; 0 is a write of which only a part arrives before the disk is full."""

TOLD = {
    errno.ENOSPC: {"disk.full"},
    errno.EIO: {"disk.failed"},
    errno.EACCES: {"disk.no_rights"},
    0: {"disk.full"},
}


class FaultyDisk(Disk):
    """Fails at one call, counted from when it is told to; syncs nothing, for no power goes here."""

    def __init__(self) -> None:
        self.calls = 0
        self.failing, self.fault = 0, 0

    def fail(self, call: int, fault: int) -> None:
        self.calls, self.failing, self.fault = 0, call, fault

    def mend(self) -> None:
        self.failing = 0

    @property
    def has_failed(self) -> bool:
        return 0 < self.failing <= self.calls

    def read(self, path: Path) -> bytes:
        self._count(path)
        return super().read(path)

    def write(self, path: Path, data: bytes) -> None:
        if self.calls + 1 == self.failing and not self.fault:
            super().write(path, data[: len(data) // 2])
        self._count(path)
        super().write(path, data)

    def sync_file(self, path: Path) -> None:
        self._count(path)

    def sync_folder(self, path: Path) -> None:
        self._count(path)

    def replace(self, source: Path, target: Path) -> None:
        self._count(source)
        super().replace(source, target)

    def make_folder(self, path: Path) -> None:
        self._count(path)
        super().make_folder(path)

    def names(self, path: Path) -> list[str]:
        self._count(path)
        return super().names(path)

    def remove(self, path: Path) -> None:
        self._count(path)
        super().remove(path)

    def _count(self, path: Path) -> None:
        self.calls += 1
        if self.calls == self.failing:
            code = self.fault or errno.ENOSPC
            raise OSError(code, "fault", str(path))


def places_in(root: Path) -> Places:
    return Places(root / "library", root / "state", root / "cache")


def do_everything(library: Library, text: Article) -> ReaderError | None:
    """Add an article, mark it, change the note, star it; return what went wrong while that was saved."""
    (added,) = library.add([Imported(article=text, original=b"x", images=(b"picture",))])
    mark = library.add_highlight(added.id, Span(0, 5), "green", "أولى")
    try:
        library.flush()
        library.change_highlight(mark.id, note="ثانية")
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
        assert len(library.highlights(article)) == 1
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
    (placed,) = library.highlights(article)
    assert placed.highlight.note in {"أولى", "ثانية"}
    assert library.state(article).archived
    assert library.article(article).text
    library.close()
    check_clean(root)
