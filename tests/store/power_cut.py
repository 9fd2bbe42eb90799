"""A disk that remembers every call, and what could be left of it when the power goes between any two of them.

Nothing is taken for granted but what was synced: bytes of a file by `sync_file`, names in a folder by `sync_folder`,
all of both by `sync_file_system`. Of everything else any part may be there and any part not.
"""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.store.disk import Disk, StrPath


@dataclass(frozen=True, slots=True)
class Call:
    """One call, by name: write, sync_file, sync_folder, sync_file_system, replace, make_folder, remove or promise."""

    name: str
    path: Path
    data: bytes = b""
    target: Path = Path()
    promise: Callable[[dict[Path, bytes]], str] | None = None


class RecordingDisk(Disk):
    """Does what a disk does, but for syncing, and remembers it. Syncs of one place in the code can be left out.

    `syncs_all` says whether the system can sync a whole file system at once: only Linux can.
    """

    def __init__(self, left_out: str = "", *, syncs_all: bool = True) -> None:
        self.syncs_all = syncs_all
        self.calls: list[Call] = []
        self.sites: set[str] = set()
        self._left_out = left_out

    def promise(self, holds: Callable[[dict[Path, bytes]], str]) -> None:
        """From now on, `holds` must return nothing when it is asked what is lost of the files that are left."""
        self.calls.append(Call("promise", Path(), promise=holds))

    def write(self, path: StrPath, data: bytes) -> None:
        super().write(path, data)
        self.calls.append(Call("write", Path(path), data))

    def replace(self, source: StrPath, target: StrPath) -> None:
        super().replace(source, target)
        self.calls.append(Call("replace", Path(source), target=Path(target)))

    def make_folder(self, path: StrPath) -> bool:
        is_new = super().make_folder(path)
        if is_new:
            self.calls.append(Call("make_folder", Path(path)))
        return is_new

    def remove(self, path: StrPath) -> None:
        super().remove(path)
        self.calls.append(Call("remove", Path(path)))

    def sync_file(self, path: StrPath) -> None:
        self._sync("sync_file", path)

    def sync_folder(self, path: StrPath) -> None:
        self._sync("sync_folder", path)

    def sync_file_system(self, path: StrPath) -> bool:
        if self.syncs_all:
            self._sync("sync_file_system", path)
        return self.syncs_all

    def _sync(self, name: str, path: StrPath) -> None:
        frame = sys._getframe(2)
        site = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {name}"
        self.sites.add(site)
        if site != self._left_out:
            self.calls.append(Call(name, Path(path)))


@dataclass(eq=False, slots=True)
class _File:
    data: bytes
    synced: bytes | None = None


@dataclass(eq=False, slots=True)
class _Folder:
    names: dict[str, "_File | _Folder"] = field(default_factory=dict)
    synced: dict[str, "_File | _Folder"] = field(default_factory=dict)
    changes: list[dict[str, "_File | _Folder | None"]] = field(default_factory=list)

    def change(self, names: "dict[str, _File | _Folder | None]") -> None:
        """Give and take names, all of them or none when the power goes."""
        self.changes.append(names)
        _apply(self.names, names)

    def sync(self) -> None:
        self.synced, self.changes = dict(self.names), []


def _apply(there: "dict[str, _File | _Folder]", names: "dict[str, _File | _Folder | None]") -> None:
    for name, node in names.items():
        if node is None:
            there.pop(name, None)
        else:
            there[name] = node


class Model:
    """A disk in memory, to which calls are given one after the other."""

    def __init__(self, root: Path) -> None:
        self._root, self._top = root, _Folder()

    def take(self, call: Call) -> None:
        """Do what a call did."""
        match call.name:
            case "write":
                self._folder(call.path.parent).change({call.path.name: _File(call.data)})
            case "replace":
                folder = self._folder(call.path.parent)
                node = folder.names[call.path.name]
                if call.target.parent == call.path.parent:
                    folder.change({call.path.name: None, call.target.name: node})
                else:
                    folder.change({call.path.name: None})
                    self._folder(call.target.parent).change({call.target.name: node})
            case "make_folder":
                parent = self._folder(call.path.parent)
                if call.path.name not in parent.names:
                    parent.change({call.path.name: _Folder()})
            case "remove":
                self._folder(call.path.parent).change({call.path.name: None})
            case "sync_file":
                node = self._folder(call.path.parent).names[call.path.name]
                assert isinstance(node, _File)
                node.synced = node.data
            case "sync_folder":
                self._folder(call.path).sync()
            case "sync_file_system":
                self._sync_all(self._top)

    def left(self, chance: random.Random, share: float) -> dict[Path, bytes]:
        """Return the files after a power cut; `share` is how likely what was not synced is there all the same."""
        return dict(self._left_in(self._top, self._root, chance, share))

    def _left_in(
        self, folder: _Folder, path: Path, chance: random.Random, share: float
    ) -> Iterator[tuple[Path, bytes]]:
        names = dict(folder.synced)
        for change in folder.changes:
            if chance.random() < share:
                _apply(names, change)
        for name, node in names.items():
            if isinstance(node, _Folder):
                yield from self._left_in(node, path / name, chance, share)
            elif node.synced == node.data:
                yield path / name, node.data
            else:  # the name is there and the bytes are not, or not all of them
                yield path / name, node.data[: chance.randrange(len(node.data) + 1) // 2]

    def _folder(self, path: Path) -> _Folder:
        folder = self._top
        for part in path.relative_to(self._root).parts:
            node = folder.names.setdefault(part, _Folder())
            assert isinstance(node, _Folder)
            folder = node
        return folder

    def _sync_all(self, folder: _Folder) -> None:
        folder.sync()
        for node in folder.names.values():
            if isinstance(node, _Folder):
                self._sync_all(node)
            else:
                node.synced = node.data


SHARES = (0.0, 1.0, 0.5, 0.85)
"""How much of what was not synced is there: nothing, everything, a half, most."""


def cuts(calls: list[Call], root: Path, seed: int) -> Iterator[tuple[int, dict[Path, bytes], list[str]]]:
    """Yield, for the power going after each call, in several ways, the files that are left and what of them is lost."""
    chance = random.Random(seed)
    model = Model(root)
    promises: list[Callable[[dict[Path, bytes]], str]] = []
    for number, call in enumerate(calls):
        if call.promise:
            promises.append(call.promise)
        else:
            model.take(call)
        for share in SHARES:
            files = model.left(chance, share)
            yield number, files, [lost for holds in promises if (lost := holds(files))]
