"""What is wrong with the files of a library. It only reads."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reader.articles.article import Article
from reader.errors import ReaderError
from reader.store import article_file, record_file
from reader.store.conflicts import copied_records, original_name
from reader.store.disk import TEMPORARY_SUFFIX
from reader.store.layout import RECORD_KINDS, Places, is_about_all, is_digest, is_id
from reader.store.mark_records import count
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE

_FOLDERS = (*RECORD_KINDS, "texts", "originals", "images")
_OTHERS = frozenset({"desktop.ini", "Thumbs.db"})  # a system's own, as are all names that begin with a dot


class Trouble(StrEnum):
    """What can be wrong. The values are those that `check` prints, and the ends of its messages' keys."""

    CONFLICT = "conflict"
    DAMAGED = "damaged"
    ALTERED = "altered"
    NEWER = "newer"
    FOREIGN = "foreign"
    DUPLICATED = "duplicated"
    UNREADABLE = "unreadable"
    TEXT_MISSING = "text_missing"
    VERSION_MISSING = "version_missing"
    STATE_MISSING = "state_missing"
    ORIGINAL_MISSING = "original_missing"
    IMAGE_MISSING = "image_missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder with what is wrong with it, and the kind of record and the article that it is about, if any."""

    path: Path
    trouble: Trouble
    kind: str = ""
    article: str = ""


@dataclass(slots=True)
class Inspection:
    """What was found: counts of what is sound, and what is not.

    `leftovers` counts files that nothing names, as an import that was broken off leaves them: they harm nothing.
    `versions` are the sound versions by article, `origins` the originals and `pictures` the images that they name;
    `states` and `marks` are the sound records.
    """

    problems: list[Problem] = field(default_factory=list)
    leftovers: int = 0
    versions: dict[str, dict[str, str]] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    states: dict[str, Record] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles there are, those in the trash too."""
        return len(self.states)

    @property
    def highlights(self) -> int:
        """How many highlights and notes there are that are not in the trash."""
        return sum(self.marks.values())

    @property
    def origins(self) -> frozenset[str]:
        """The originals that the texts name."""
        return frozenset(origin for versions in self.versions.values() for origin in versions.values() if origin)


class Checking:
    """Looks at every file of a library. May be used on any thread."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._found = Inspection()
        self._broken: set[tuple[str, str]] = set()

    def run(self) -> Inspection:
        """Return what is wrong now."""
        self._found, self._broken = Inspection(), set()
        for path in self._strangers():
            self._add(path, Trouble.FOREIGN)
        for kind in RECORD_KINDS:
            for path in self._files(self._places.library / kind):
                self._look_at_records(kind, path)
        for path in self._files(self._places.library / "texts"):
            self._look_at_text(path)
        self._look_for_texts()
        for folder in ("originals", "images"):
            self._look_at_contents(folder)
        self._found.problems.sort(key=lambda problem: (problem.path, problem.trouble))
        return self._found

    def _strangers(self) -> Iterator[Path]:
        """Yield what lies in the library's folder beside the folders that belong there."""
        library = self._places.library
        names = sorted(os.listdir(library)) if library.is_dir() else []  # noqa: PTH208 - names are all that is wanted
        yield from (library / name for name in names if not _is_hidden(name) and name not in _FOLDERS)

    def _files(self, folder: Path) -> Iterator[Path]:
        for where, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not _is_hidden(name))
            for name in sorted(names):
                if name.endswith(TEMPORARY_SUFFIX):
                    self._found.leftovers += 1
                elif not _is_hidden(name):
                    yield Path(where, name)

    def _look_at_records(self, kind: str, path: Path) -> None:
        copied = copied_records(path, self._places)
        if copied:
            self._add(path, Trouble.CONFLICT, *copied)
            return
        named = path.stem if is_id(path.stem) and path == self._places.records(kind, path.stem) else ""
        try:
            file = record_file.decode(path.read_bytes(), kind, str(path))
        except OSError:
            self._add(path, Trouble.UNREADABLE, kind, named)
        except ReaderError as error:
            newer = error.key == "file.newer"
            trouble = Trouble.NEWER if newer else Trouble.DAMAGED if named else Trouble.FOREIGN
            self._add(path, trouble, kind, named)
        else:
            self._take_records(kind, path, file, named)
            return
        self._broken.add((kind, named))

    def _take_records(self, kind: str, path: Path, file: RecordFile, named: str) -> None:
        if file.article != named:
            trouble = Trouble.DUPLICATED if is_id(file.article) else Trouble.FOREIGN
            self._add(path, trouble, kind, file.article if trouble is Trouble.DUPLICATED else "")
        elif kind == "states":
            self._found.states[named] = file.records.get(STATE, Record())
        elif kind == "marks":
            self._found.marks[named] = count(file)

    def _look_at_text(self, path: Path) -> None:
        version, article = path.stem, path.parent.name
        if not (is_id(version) and is_id(article) and path == self._places.text(article, version)):
            is_copy = is_id(Path(original_name(path.name)).stem)
            self._add(path, Trouble.CONFLICT if is_copy else Trouble.FOREIGN, "texts", article if is_copy else "")
            return
        try:
            data = path.read_bytes()
            text = article_file.decode(data, str(path))
        except OSError:
            self._add(path, Trouble.UNREADABLE, "texts", article)
        except ReaderError as error:
            trouble = Trouble.NEWER if error.key == "file.newer" else Trouble.DAMAGED
            self._add(path, trouble, "texts", article)
        else:
            if article_file.version_of(data) != version:
                self._add(path, Trouble.ALTERED, "texts", article)
            self._take_text(article, version, text)
            return
        self._broken |= {("texts", article), ("version", version)}

    def _take_text(self, article: str, version: str, text: Article) -> None:
        origin = text.origin.sha256 if text.origin and is_digest(text.origin.sha256) else ""
        self._found.versions.setdefault(article, {})[version] = origin
        for block in text.blocks:
            if is_digest(block.image):
                self._found.pictures.setdefault(block.image, []).append(article)

    def _look_for_texts(self) -> None:
        """Find articles without their text, and highlights without their article."""
        found = self._found
        for article, state in found.states.items():
            version, there = state.value("version"), found.versions.get(article, {})
            if not there and not state.is_deleted and ("texts", article) not in self._broken:
                self._add(self._places.texts(article), Trouble.TEXT_MISSING, "texts", article)
            elif there and is_id(version) and version not in there and ("version", version) not in self._broken:
                self._add(self._places.text(article, version), Trouble.VERSION_MISSING, "texts", article)
        for article in found.marks:
            is_known = article in found.states or ("states", article) in self._broken or is_about_all(article)
            if not is_known:
                self._add(self._places.records("states", article), Trouble.STATE_MISSING, "states", article)
        found.leftovers += sum(article not in found.states and article not in found.marks for article in found.versions)

    def _look_at_contents(self, folder: str) -> None:
        """Look at files that are named by their own bytes, and for those that texts name."""
        origins = {
            origin: article for article, each in self._found.versions.items() for origin in each.values() if origin
        }
        pictures = {image: articles[0] for image, articles in self._found.pictures.items()}
        wanted = origins if folder == "originals" else pictures
        there = set()
        for path in self._files(self._places.library / folder):
            is_here = is_digest(path.name) and path.parent.name == path.name[:2]
            if not is_here:
                is_copy = is_digest(original_name(path.name))
                self._add(path, Trouble.CONFLICT if is_copy else Trouble.FOREIGN, folder)
                continue
            there.add(path.name)
            self._found.leftovers += path.name not in wanted
            if not _holds(path, path.name):
                self._add(path, Trouble.DAMAGED, folder, wanted.get(path.name, ""))
        missing = Trouble.ORIGINAL_MISSING if folder == "originals" else Trouble.IMAGE_MISSING
        for digest in sorted(wanted.keys() - there):
            self._add(self._places.library / folder / digest[:2] / digest, missing, folder, wanted[digest])

    def _add(self, path: Path, trouble: Trouble, kind: str = "", article: str = "") -> None:
        self._found.problems.append(Problem(path, trouble, kind, article))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in _OTHERS


def _holds(path: Path, digest: str) -> bool:
    """Say whether a file's bytes are those that its name says; one that may not be read is not called damaged."""
    from hashlib import sha256

    try:
        with path.open("rb") as file:
            found = sha256()
            while part := file.read(1 << 20):
                found.update(part)
    except OSError:
        return True
    return found.hexdigest() == digest
