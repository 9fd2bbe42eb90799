"""Acknowledged means durable: the power may go between any two calls, and every sync in the code is needed."""

import random
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from reader.articles.article import Article
from reader.articles.fingerprint import fingerprint_of
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import article_file, record_file
from reader.store.checking import Checking
from reader.store.clock import Clock
from reader.store.disk import MANY
from reader.store.layout import RECORD_KINDS, Places
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.text.spans import Span
from tests.store.power_cut import RecordingDisk, cuts

OPENED = 12
"""Cuts of a run after which a whole library is opened on what is left; all others are looked at file by file."""


class Story:
    """What a reader does with a library, with a promise after everything that was said to be saved."""

    def __init__(self, root: Path, text: Article, left_out: str = "") -> None:
        self.root, self.text = root, text
        self.disk = RecordingDisk(left_out)
        self.places = Places(root / "library", root / "state", root / "cache")
        self.unsynced: Article | None = None

    def tell(self) -> None:
        self.disk.promise(self._everything_is_whole)
        library = Library(self.places, lambda call: call(), self.disk)
        (first,) = self._add(library, 1)
        mark = self._mark(library, first, "أولى")
        self._add(library, MANY)
        self._change(library, first, mark)
        self._leave_unsynced(first)
        self._merge_copy(library, first)
        library.lasting.backups.make()
        library.set_starred([first], starred=True)
        self._add_again(library)
        library.close()

    def _add(self, library: Library, count: int) -> list[str]:
        articles = [self._article(f"{count}.{number}") for number in range(count)]
        added = library.add([Imported(article=each, original=each.title.encode()) for each in articles])
        library.flush()
        names = [addition.id for addition in added]
        self.disk.promise(lambda files: self._missing_articles(files, names))
        return names

    def _article(self, words: str) -> Article:
        blocks = (replace(self.text.blocks[0], text=f"مقال {words}"), *self.text.blocks[1:])
        return replace(self.text, title=f"مقال {words}", blocks=blocks, address=f"https://example.org/{words}")

    def _mark(self, library: Library, article: str, note: str) -> str:
        mark = library.add_highlight(article, Span(0, 4), "green", note).id
        library.flush()
        self._promise_note(article, mark, {note})
        return mark

    def _promise_note(self, article: str, mark: str, notes: set[str]) -> None:
        path = self.places.records("marks", article)
        self.disk.promise(lambda files: "" if notes & _notes(files.get(path, b""), mark) else f"note {notes}")

    def _change(self, library: Library, article: str, mark: str) -> None:
        """Write another note without taking the first promise back: one of the two must be there at every moment."""
        self.disk.calls = [call for call in self.disk.calls if not (call.promise and "note" in call.promise({}))]
        self._promise_note(article, mark, {"أولى", "ثانية"})
        library.change_highlight(mark, note="ثانية")
        library.flush()
        self._promise_note(article, mark, {"ثانية"})

    def _leave_unsynced(self, article: str) -> None:
        """Put a text there as a process leaves it that was killed before it could sync it."""
        text = self._article("لم يُكمَل")
        self.unsynced = text
        name = fingerprint_of(text)
        data = article_file.encode(text)
        path = self.places.text(name, article_file.version_of(data))
        for folder in reversed([path.parent, *path.parent.parents]):
            if folder.is_relative_to(self.places.library / "texts"):
                self.disk.make_folder(folder)
        self.disk.sync_folder(path.parent.parent.parent)
        self.disk.sync_folder(path.parent.parent)
        self.disk.write(path, data)

    def _add_again(self, library: Library) -> None:
        (added,) = library.add([Imported(article=self.unsynced)])
        library.flush()
        self.disk.promise(lambda files: self._missing_articles(files, [added.id]))

    def _merge_copy(self, library: Library, article: str) -> None:
        """Merge another device's note: safe in the copy, it must be safe in the file before the copy goes."""
        path = self.places.records("marks", article)
        copy = path.with_name(f"{article}.sync-conflict-20260302-101112-ABCDEFG.json")
        note = Record().with_text("note", "من الهاتف", Clock("phone").stamp())
        arriving = copy.with_name(f".{copy.name}.hamish-tmp")
        self.disk.write(arriving, record_file.encode(RecordFile(article, {"theirs": note}), "marks"))
        self.disk.sync_file(arriving)
        self.disk.replace(arriving, copy)
        self.disk.sync_folder(copy.parent)
        self.disk.promise(
            lambda files: (
                ""
                if any("من الهاتف" in _notes(files.get(each, b""), "theirs") for each in (path, copy))
                else "the other device's note"
            )
        )
        library.catch_up()

    def _missing_articles(self, files: dict[Path, bytes], names: list[str]) -> str:
        return ", ".join(name for name in names if not self._has(files, name))

    def _has(self, files: dict[Path, bytes], name: str) -> bool:
        state = files.get(self.places.records("states", name))
        try:
            version = record_file.decode(state or b"", "states", "", name).records["state"].value("version")
            return article_file.version_of(files.get(self.places.text(name, str(version)), b"")) == version
        except ReaderError:
            return False

    def _everything_is_whole(self, files: dict[Path, bytes]) -> str:
        return next((f"broken {path}" for path, data in files.items() if not self._is_whole(path, data)), "")

    def _is_whole(self, path: Path, data: bytes) -> bool:
        if path.name.endswith(".hamish-tmp") or (self.unsynced is not None and "texts" in path.parts):
            return True  # a leftover, or what the story itself left half done
        if "originals" in path.parts:
            return sha256(data).hexdigest() == path.name
        kind = path.parent.parent.name
        if kind in RECORD_KINDS and "set aside" not in path.parts:
            try:
                return bool(record_file.decode(data, kind, "", ""))
            except ReaderError:
                return False
        return bool(data)


def _notes(data: bytes, mark: str) -> set[str]:
    try:
        records = record_file.decode(data, "marks", "").records
    except ReaderError:
        return set()
    return set(records[mark].texts("note")) if mark in records else set()


@pytest.fixture
def tell(tmp_path: Path, rich_article: Article) -> Callable[..., Story]:
    def tell(name: str, left_out: str = "") -> Story:
        story = Story(tmp_path / name, rich_article, left_out)
        (tmp_path / name).mkdir()
        story.tell()
        return story

    return tell


def test_what_was_saved_survives_the_power_going_at_any_moment(tell):
    story = tell("run")
    found = [lost for _, _, losses in cuts(story.disk.calls, story.root, 1) for lost in losses]

    assert found == []


def test_every_sync_in_the_code_is_needed(tell):
    """Leave out the syncs of one place in the code after the other: each time something must be lost."""
    sites = sorted(site for site in tell("whole").disk.sites if not site.startswith("test_"))
    assert len(sites) >= 7
    idle = []
    for number, site in enumerate(sites):
        story = tell(str(number), site)
        if not any(losses for _, _, losses in cuts(story.disk.calls, story.root, number)):
            idle.append(site)

    assert idle == []


def test_a_library_opens_on_what_is_left(tell, tmp_path):
    story = tell("run")
    left = list(cuts(story.disk.calls, story.root, 2))
    for number, (_, files, _) in enumerate(random.Random(3).sample(left, OPENED)):
        root = tmp_path / f"after {number}"
        for path, data in files.items():
            place = root / path.relative_to(story.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        places = Places(root / "library", root / "state", root / "cache")
        library = Library(places, lambda call: call())
        library.catch_up()
        for name in library.ids():
            assert library.article(name).text
            library.highlights(name)
        library.close()
        assert not [each for each in Checking(places).run().problems if each.kind in RECORD_KINDS]
