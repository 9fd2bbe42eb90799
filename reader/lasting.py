"""What keeps a library for years: checking it, mending it, and backups of the reader's work."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.article import HIGHLIGHTS, PART, Article, Block, BlockKind
from reader.articles.written import written
from reader.catalogue.catalogue import Catalogue
from reader.errors import ReaderError
from reader.store import record_file
from reader.store.article_file import version_of
from reader.store.backups import Backups, restoring
from reader.store.checking import Checking, Inspection, Problem, Trouble
from reader.store.conflicts import Conflicts
from reader.store.disk import Disk, write_whole
from reader.store.edit import Edit
from reader.store.emptying import EmptyingTexts
from reader.store.layout import RECORD_KINDS, is_id
from reader.store.mark_records import present
from reader.store.record_file import RecordFile
from reader.store.rescuing import save_elsewhere
from reader.store.salvage import salvage
from reader.store.state_records import STATE
from reader.store.store import Store
from reader.store.unused import Unused
from reader.text.direction import direction_of_all

if TYPE_CHECKING:
    from reader.intake.ready import Ready

Apply = Callable[[Sequence[Edit], str], None]
"""Makes edits as one step of undo, whose message key is given; with none they are no step."""

_MERGED = frozenset({Trouble.CONFLICT, Trouble.DUPLICATED})
_TEXTS = frozenset({Trouble.TEXT_MISSING, Trouble.VERSION_MISSING, Trouble.IMAGE_MISSING, Trouble.DAMAGED})
_UNTITLED = 60  # code points of a quotation that stand for a title that is lost


@dataclass(frozen=True, slots=True)
class Checked:
    """A problem that was found, and whether it was there no longer after mending."""

    problem: Problem
    is_repaired: bool = False


class Lasting:
    """Checks and mends a library and keeps its backups. Its methods are called on the library's thread."""

    def __init__(self, store: Store, apply: Apply, title_of: Callable[[str], str]) -> None:
        self._store, self._disk, self._apply, self._title_of = store, store.disk, apply, title_of
        self._conflicts = Conflicts(store.places, self._disk)
        self.backups = Backups(store.places, self._disk)

    def save_elsewhere(self, folder: Path) -> Path:
        """Write what is not yet on disk into a new folder in this one, and return that; the work stays waiting too.

        Copied over the library's folder, it is taken in there. Raises ReaderError when it cannot be written either.
        """
        return save_elsewhere(self._store.places, *self._store.waiting(), folder, Disk())

    def check(self) -> Inspection:
        """Return what is wrong with the library's files; nothing is changed. May be called on any thread."""
        return Checking(self._store.places).run()

    def empty_trash(self) -> int:
        """Take the texts of articles that were removed too long ago out of the library; return how many those were.

        Originals and pictures that no other text names go with them. May be called on any thread.
        Raises ReaderError disk.failed; what cannot be read or moved is left.
        """
        places, emptied = self._store.places, 0
        catalogue, emptying = Catalogue(places.catalogue), EmptyingTexts(places, self._disk)
        try:
            for article in catalogue.ids(trashed=True):
                with suppress(ReaderError):
                    emptied += emptying.empty(article, lambda each: catalogue.remove([each]))
        finally:
            catalogue.close()
        unused = Unused(places, self._disk)
        if emptied:
            unused.tidy()  # before what those texts name is forgotten with them, where it is long ago
        if emptying.forget():
            unused.tidy()
        return emptied

    def repair(self) -> tuple[Inspection, tuple[Checked, ...]]:
        """Mend what can be mended; return the library as it is then, and what became of each problem.

        Conflict copies are merged, damaged records taken from what is legible and from the newest backup, texts and
        pictures read again from their originals, or texts put together from what was highlighted. Nothing is deleted:
        what was replaced lies in the state folder afterwards.

        Raises ReaderError when the disk or the lock does not let anything be written.
        """
        before = self.check()
        with suppress(ReaderError):
            self.backups.make()
        for problem in before.problems:
            with suppress(ReaderError):  # it stays a problem, and is told as one
                self._mend_file(problem)
        self._store.forget()
        self._mend_texts(before.problems)
        self._store.flush()
        after = self.check()
        left = {(problem.path, problem.trouble) for problem in after.problems}
        return after, tuple(
            Checked(problem, (problem.path, problem.trouble) not in left) for problem in before.problems
        )

    def restore_backup(self, name: str) -> int:
        """Give everything the values again that it had in a backup, in one step of undo; what came since stays.

        A backup of how things are now is made before. Returns how many records changed.
        Raises ReaderError backup.missing, file.damaged, or that the backup before could not be written.
        """
        self._store.flush()
        return self.use_backup(self.read_backup(name))

    def read_backup(self, name: str) -> list[tuple[str, RecordFile]]:
        """Return kind and records of what was otherwise in a backup than it lies on disk; one of that is made before.

        May be called on any thread. Raises as `restore_backup` does.
        """
        files = list(self.backups.files(name))
        self.backups.make()
        differing = []
        for kind, file in files:
            with suppress(ReaderError):  # a damaged file is left to `repair`
                if restoring(kind, file, self._store.read_records(kind, file.article)):
                    differing.append((kind, file))
        return differing

    def use_backup(self, files: Iterable[tuple[str, RecordFile]]) -> int:
        """Give records the values again that they have in these files; return how many changed."""
        edits: list[Edit] = []
        for kind, file in files:
            with suppress(ReaderError):
                edits += restoring(kind, file, self._store.records(kind, file.article))
        self._apply(edits, "undo.backup_restored")
        return len(edits)

    def _mend_file(self, problem: Problem) -> None:
        path, trouble = problem.path, problem.trouble
        if problem.kind in RECORD_KINDS and problem.article:
            if trouble in _MERGED:
                self._conflicts.take_in(path, problem.kind, problem.article)
            elif trouble is Trouble.DAMAGED:
                self._replace(path, problem.kind, problem.article)
        elif problem.kind == "texts" and trouble in {Trouble.DAMAGED, Trouble.CONFLICT}:
            self._put_right(path)
        elif trouble is Trouble.DAMAGED and problem.kind == "images":
            self._move_out(path)
        elif trouble in {Trouble.ORIGINAL_MISSING, Trouble.IMAGE_MISSING}:
            Unused(self._store.places, self._disk).bring_back(path)

    def _replace(self, path: Path, kind: str, article: str) -> None:
        """Put what is legible of a damaged file, and what a backup holds of it, in its place."""
        found = salvage(self._disk.read(path), kind, article)
        kept = self._backed_up(kind, article)
        found = found.merged(kept) if kept else found
        with self._conflicts.locked(path):
            self._conflicts.move_out(path)
            if found.records:
                write_whole(self._disk, {path: record_file.encode(found, kind)})

    def _put_right(self, path: Path) -> None:
        """Move a text that cannot be read out of the library; a sound conflict copy takes the name it should have."""
        with self._conflicts.locked(path):
            data = self._disk.read(path)
            place = path.with_name(f"{version_of(data)}.json")
            self._conflicts.move_out(path)
            if path != place and path.name.startswith(place.stem) and not place.exists():
                write_whole(self._disk, {place: data})

    def _move_out(self, path: Path) -> None:
        with self._conflicts.locked(path):
            self._conflicts.move_out(path)

    # -- texts

    def _mend_texts(self, problems: Iterable[Problem]) -> None:
        """Give texts, pictures and states back to the articles that lack them."""
        now = self.check()
        lacking = {each.article for each in problems if each.kind in {"texts", "images"} and each.trouble in _TEXTS}
        lacking |= {each.article for each in now.problems if each.trouble in _TEXTS | {Trouble.STATE_MISSING}}
        lacking = {article for article in lacking if is_id(article) and self._lacks(article, now)}
        if not lacking:
            return
        for imported in self._from_originals(now, lacking):
            name = imported.written.facts.fingerprint
            if name in lacking:
                self._give_text(name, imported.article, imported.original, imported.images)
                lacking.discard(name)
        for article in lacking:
            with suppress(ReaderError):
                self._mend_from_here(article)

    def _lacks(self, article: str, now: Inspection) -> bool:
        return any(each.article == article and each.trouble is not Trouble.ALTERED for each in now.problems) or (
            not now.versions.get(article)
        )

    def _from_originals(self, now: Inspection, lacking: set[str]) -> Iterator["Ready"]:
        """Read again the originals of which no text is left, and those of the articles that lack something."""
        from reader.intake.importing import Importer

        own = {sha for article in lacking for sha in now.versions.get(article, {}).values()}
        folder = self._store.places.library / "originals"
        paths = sorted(path for path in folder.glob("??/*") if path.name in own or path.name not in now.origins)
        with Importer() as importer:
            for plain in (False, True):
                for outcome in importer.read_paths(paths, plain=plain):
                    yield from outcome.imported

    def _give_text(self, name: str, text: Article, original: bytes = b"", images: Sequence[bytes] = ()) -> None:
        """Put a text on disk; the article's state names it where there is none, or none of the texts that it names."""
        has_text = bool(self._store.versions(name))
        version = self._store.put(name, written(text, original), original, images)
        if not self._store.has(name):
            self._give_state(name, version)
        elif not has_text:
            self._apply([Edit("states", name, STATE, {"version": version})], "")

    def _mend_from_here(self, article: str) -> None:
        """Without an original: an article that has a text gets its state, one without gets what was highlighted."""
        there = self._store.versions(article)
        if there:
            if not self._store.has(article):
                self._give_state(article, there[0])
            return
        quoted = sorted(present(self._store.records("marks", article)), key=lambda each: each.span)
        texts = list(dict.fromkeys(text for each in quoted if (text := each.quote.replace("\n", " "))))
        if texts:
            self._give_text(article, _of_quotations(self._title_of(article) or texts[0][:_UNTITLED], texts))

    def _give_state(self, article: str, version: str) -> None:
        """Give an article the state that a backup holds, else a new one."""
        kept = self._backed_up("states", article)
        if kept:
            self._store.edit("states", {article: kept.records})
        else:
            values = {"version": version, "added": self._store.clock.moment(), "deleted": False}
            self._apply([Edit("states", article, STATE, values)], "")

    def _backed_up(self, kind: str, article: str) -> RecordFile | None:
        """Return the records of an article from the newest backup that holds them and can be read."""
        for name in self.backups.names():
            with suppress(ReaderError):
                for each, file in self.backups.files(name):
                    if (each, file.article) == (kind, article):
                        return file
        return None


def _of_quotations(title: str, texts: Sequence[str]) -> Article:
    direction = direction_of_all(texts)
    blocks = (
        Block(id=f"b{number}", kind=BlockKind.PARAGRAPH, text=text, direction=direction)
        for number, text in enumerate(texts, start=1)
    )
    return Article(title=title, blocks=tuple(blocks), direction=direction, extra={PART: HIGHLIGHTS})
