"""Where everything of a library lies on disk."""

import os
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from reader.store.user_folders import user_folder

RECORD_KINDS = ("marks", "states", "decisions", "collections")
HEX = frozenset("0123456789abcdef")
ID_LENGTH = 32
"""Hexadecimal digits of an id: 128 bits, so that chance never gives one id to two texts."""
DIGEST_LENGTH = 64
"""Hexadecimal digits of a SHA-256."""
SHARDS = tuple(f"{number:02x}" for number in range(256))
ABOUT_ALL = tuple(shard.ljust(ID_LENGTH, "0") for shard in SHARDS)
"""What stands in an article's place for records that are about all articles: a name for each shard, so that one
decision more does not write all others again. No text has such an id."""

_ABOUT_ALL = frozenset(ABOUT_ALL)


def is_id(name: object) -> bool:
    """Say whether something is the id of an article or of a version, and so may stand in a path."""
    return isinstance(name, str) and len(name) == ID_LENGTH and HEX.issuperset(name)


def is_about_all(name: str) -> bool:
    """Say whether records under this name are about all articles and not about one."""
    return name in _ABOUT_ALL


def is_digest(name: object) -> bool:
    """Say whether something is a SHA-256, and so may stand in a path."""
    return isinstance(name, str) and len(name) == DIGEST_LENGTH and HEX.issuperset(name)


def names_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder; none when it cannot be looked into."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - Path.iterdir takes four times as long, and folders hold hundreds
    except OSError:
        return []


def stems(folder: Path) -> list[str]:
    """Return the names of the JSON files in a folder without their ending; none when it cannot be looked into."""
    return [name.removesuffix(".json") for name in names_in(folder) if name.endswith(".json")]


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one library.

    `library` holds what is the reader's and may be synced between devices. `state` and `cache` belong to this
    machine: locks and the device's name there, what can be made again here.
    """

    library: Path
    state: Path
    cache: Path

    @property
    def name(self) -> str:
        """A short name of the library for this machine's folders.

        Two checksums serve: a cryptographic one would load OpenSSL, 4 ms and 4 MB before the first frame (measured).
        """
        path = os.fsencode(self.library.resolve())
        return f"{crc32(path):08x}{crc32(path[::-1]):08x}"

    @property
    def lock(self) -> Path:
        """The file that is locked while one process writes."""
        return self.state / "locks" / f"{self.name}.lock"

    @property
    def set_aside(self) -> Path:
        """Where files go that were taken out of the library: conflict copies, and what was damaged and is mended."""
        return self.state / "set aside" / self.name

    def has_files(self) -> bool:
        """Say whether anything of a library is where it belongs: not where its disk is away, or its folder emptied."""
        return any((self.library / folder).is_dir() for folder in ("texts", *RECORD_KINDS))

    @property
    def backups(self) -> Path:
        """Where the dated backups of the reader's own work lie."""
        return self.state / "backups" / self.name

    @property
    def device(self) -> Path:
        """The file with this device's name."""
        return self.state / "device"

    @property
    def feeds(self) -> Path:
        """The file that says which versions of feeds the library has taken in."""
        return self.state / "feeds" / f"{self.name}.json"

    @property
    def catalogue(self) -> Path:
        """The index of articles."""
        return self.cache / self.name / "catalogue.sqlite"

    @property
    def names(self) -> Path:
        """The index of who and what all articles are about."""
        return self.cache / self.name / "names.sqlite"

    @property
    def words(self) -> Path:
        """The index of the words of all articles."""
        return self.cache / self.name / "words.sqlite"

    def mentions(self, article: str, version: str) -> Path:
        """Return where the tagger's raw output lies for one version of an article."""
        return self.cache / self.name / "mentions" / article[:2] / f"{article}-{version}.json"

    def records(self, kind: str, article: str) -> Path:
        """Return the file of records of one kind about an article."""
        return Path(self.name_of_records(kind, article))

    def name_of_records(self, kind: str, article: str) -> str:
        """Return the same in a fifth of the time: each article that is added is looked for."""
        return f"{self.library}{os.sep}{kind}{os.sep}{article[:2]}{os.sep}{article}.json"

    def texts(self, article: str) -> Path:
        """Return the folder of an article's versions."""
        return self.library.joinpath("texts", article[:2], article)

    def text(self, article: str, version: str) -> Path:
        """Return the file of one version of an article."""
        return Path(self.name_of_text(article, version))

    def name_of_text(self, article: str, version: str) -> str:
        """Return the same in a fifth of the time."""
        return f"{self.library}{os.sep}texts{os.sep}{article[:2]}{os.sep}{article}{os.sep}{version}.json"

    def original(self, sha: str) -> Path:
        """Return the file that an article was read from."""
        return self.library / "originals" / sha[:2] / sha

    def image(self, sha: str) -> Path:
        """Return the file of a picture."""
        return self.library / "images" / sha[:2] / sha

    def shards(self) -> list[tuple[str, str, str]]:
        """Return kind, shard and folder of everything that is watched for changes from outside.

        The folders' names are there for as long as the window is, a thousand of them: as paths they are 0.3 MB more.
        """
        folders = [(kind, f"{self.library}{os.sep}{kind}{os.sep}") for kind in RECORD_KINDS]
        return [(kind, shard, folder + shard) for kind, folder in folders for shard in SHARDS]


def places_of(library: Path | None = None) -> Places:
    """Return the folders of a library, by default the one chosen last, else one where the system keeps such things."""
    state = user_folder("state")
    if library is None and (state / "libraries.json").exists():
        from reader.store.libraries import recent

        library = next(iter(recent(state)), None)
    return Places(library or user_folder("data") / "library", state, user_folder("cache"))
