"""What a reader does with a library on a disk that remembers, with a promise after all that was said to be saved."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from reader.articles.article import Article
from reader.articles.fingerprint import fingerprint_of
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import article_file, record_file
from reader.store.clock import Clock
from reader.store.disk import MANY, TEMPORARY_SUFFIX, write_whole
from reader.store.layout import RECORD_KINDS, Places
from reader.store.moving import LibraryCopy
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.text.spans import Span
from tests.store.power_cut import RecordingDisk


class Story:
    """What a reader does with a library, with a promise after everything that was said to be saved."""

    def __init__(self, root: Path, text: Article, disk: RecordingDisk) -> None:
        self.root, self.text, self.disk = root, text, disk
        self.places = Places(root / "library", root / "state", root / "cache")
        self.unsynced = self._article("لم يُكمَل")
        self.unsynced_path = Path()

    def tell(self) -> None:
        self.disk.promise(self._everything_is_whole)
        library = self._open()
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
        self._upgrade()
        self._empty_trash()
        self._move()

    def _open(self) -> Library:
        return Library(self.places, lambda call: call(), self.disk)

    def _add(self, library: Library, count: int, words: str = "") -> list[str]:
        articles = [self._article(f"{words}{count}.{number}") for number in range(count)]
        added = library.add([Imported(article=each, original=each.title.encode()) for each in articles])
        library.flush()
        names = [addition.id for addition in added]
        self.disk.promise(lambda files: self._missing_articles(files, names))
        return names

    def _article(self, words: str) -> Article:
        blocks = (replace(self.text.blocks[0], text=f"مقال {words}"), *self.text.blocks[1:])
        return replace(self.text, title=f"مقال {words}", blocks=blocks, address=f"https://example.org/{words}")

    def _mark(self, library: Library, article: str, note: str) -> str:
        mark = library.highlighting.add(article, Span(0, 4), "green", note).id
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
        library.highlighting.change(mark, note="ثانية")
        library.flush()
        self._promise_note(article, mark, {"ثانية"})

    def _leave_unsynced(self, article: str) -> None:
        """Put a text there as a process leaves it that was killed before it could sync it."""
        name = fingerprint_of(self.unsynced)
        data = article_file.encode(self.unsynced)
        path = self.unsynced_path = self.places.text(name, _version_of(data))
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

    def _upgrade(self) -> None:
        """Change records that lie there in an older format: what they say is there in that format or in today's."""
        library = self._open()
        (article,) = self._add(library, 1, "قديم")
        old, new = (library.highlighting.add(article, Span(at, at + 2), "green", "أولى").id for at in (0, 3))
        library.flush()
        library.close()
        path = self.places.records("marks", article)
        data = path.read_bytes().replace(b'"format": 2', b'"format": 1')
        assert data != path.read_bytes()
        write_whole(self.disk, {path: data})
        for mark in (old, new):
            self._promise_note(article, mark, {"أولى", "ثانية"})
        library = self._open()
        library.highlighting.change(new, note="ثانية")
        library.flush()
        library.close()
        assert b'"format": 2' in path.read_bytes()
        self._promise_note(article, new, {"ثانية"})

    def _empty_trash(self) -> None:
        """Put a text aside with what only it names, and take it back: at every moment it is in one place or both."""
        library = self._open()
        original, picture = "أصل".encode(), b"picture"
        text = self._article("في السلّة")
        image = replace(text.blocks[-1], image=sha256(picture).hexdigest())
        text = replace(text, blocks=(*text.blocks[:-1], image))
        (added,) = library.add([Imported(article=text, original=original, images=(picture,))])
        library.flush()
        self.disk.promise(lambda files: self._missing_everywhere(files, added.id, original, picture))
        gone = library.highlighting.add(added.id, Span(0, 4), "green", "محذوفة").id
        kept = self._mark(library, added.id, "باقية")
        library.highlighting.remove([gone])
        library.delete([added.id])
        library.flush()
        library.close()
        library = self._open()
        library.annotating.empty_trash()
        assert library.lasting.empty_trash() == 1
        assert library.versions(added.id) == []
        library.restore([added.id])
        library.flush()
        library.close()
        library = self._open()
        assert library.article(added.id).title == text.title
        assert library.highlighting.find(kept).note == "باقية"
        library.close()
        self.disk.promise(lambda files: self._missing_articles(files, [added.id]))

    def _missing_everywhere(self, files: dict[Path, bytes], name: str, *contents: bytes) -> str:
        texts = ((path, data) for path, data in files.items() if path.parent.name == name)
        is_there = any(_version_of(data) == path.stem for path, data in texts)
        return "" if is_there and all(each in files.values() for each in contents) else f"{name} or what it names"

    def _move(self) -> None:
        """Copy the library: what is said to be copied is there as it was."""
        target = self.root / "elsewhere" / "library"
        assert LibraryCopy(self.places, target, self.disk).make()
        copied = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
        assert len(copied) > MANY
        self.disk.promise(lambda files: "" if copied.items() <= files.items() else "a copied file")

    def _missing_articles(self, files: dict[Path, bytes], names: list[str]) -> str:
        return ", ".join(name for name in names if not self._has(files, name))

    def _has(self, files: dict[Path, bytes], name: str) -> bool:
        state = _records(files.get(self.places.records("states", name), b""), "states")
        version = state["state"].value("version") if state else ""
        return bool(version) and _version_of(files.get(self.places.text(name, str(version)), b"")) == version

    def _everything_is_whole(self, files: dict[Path, bytes]) -> str:
        return next((f"broken {path}" for path, data in files.items() if not self._is_whole(path, data)), "")

    def _is_whole(self, path: Path, data: bytes) -> bool:
        if path.name.endswith(TEMPORARY_SUFFIX) or path == self.unsynced_path:
            return True  # a leftover, or what the story itself left half done
        return _is_sound(path, data)


@cache
def _is_sound(path: Path, data: bytes) -> bool:
    """Say whether a file holds what its name and place say; each is asked for at hundreds of cuts."""
    if {"originals", "images"} & {*path.parts}:
        return sha256(data).hexdigest() == path.name
    if "texts" in path.parts:
        return _version_of(data) == path.stem
    kind = path.parent.parent.name
    return bool(_records(data, kind)) if kind in RECORD_KINDS else bool(data)


_version_of = cache(article_file.version_of)


@cache
def _records(data: bytes, kind: str) -> Mapping[str, Record]:
    """Return the records in a file's bytes, none for what is not whole."""
    try:
        return record_file.decode(data, kind, "").records
    except ReaderError:
        return {}


def _notes(data: bytes, mark: str) -> set[str]:
    records = _records(data, "marks")
    return set(records[mark].texts("note")) if mark in records else set()
