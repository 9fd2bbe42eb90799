"""The pictures of the page: read from the library's files, never from anywhere else, scaled to where they are shown."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from reader.gui.background import Background, Task

FORMATS = frozenset({b"png", b"jpeg", b"gif", b"webp", b"bmp"})
"""What is decoded, told by the bytes alone: nothing that could hold more than pixels, such as SVG."""

MOST_MIB = 256
"""How much memory one picture may take while it is decoded; it is taken in with at most 50 million pixels."""

KEPT_BYTES = 96 << 20

LOOK_MS = 2000
"""How often what could not be shown is looked for: an article may arrive from another device before its pictures."""

PRINTED_SCALE = 3.0
"""How many pixels of a picture are printed for each px of the page: 288 an inch."""


class _Wanted(NamedTuple):
    name: str
    width: int
    height: int
    scale: float


Stamp = tuple[int, int]
"""What tells a file from the same file later: its size in bytes and when it was changed, in ns; (0, 0) for none."""


class PicturesAtOnce:
    """Gives pictures for paper, where nobody can wait and look again."""

    def __init__(self, file_of: Callable[[str], Path | None]) -> None:
        self._file_of = file_of

    def picture(self, name: str, size: QSize, _: float) -> QImage | None:
        """Return a picture of a size in px, a null one when it cannot be shown."""
        return _read(self._file_of, _Wanted(name, size.width(), size.height(), PRINTED_SCALE))[0]


class Pictures(QObject):
    """Gives pictures of a size; those that are not there yet are read in a thread, then `arrived`.

    `file_of` says where a picture lies and may be called on any thread; None says that it is not there. What cannot be
    shown is read again once its file is there or is another.
    """

    arrived = Signal()

    def __init__(self, file_of: Callable[[str], Path | None], background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._file_of = file_of
        self._background = background
        self._kept: OrderedDict[_Wanted, QImage] = OrderedDict()
        self._asked: set[_Wanted] = set()
        self._lost: dict[str, Stamp] = {}
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def at_once(self) -> PicturesAtOnce:
        """Return what gives the same pictures for paper."""
        return PicturesAtOnce(self._file_of)

    def picture(self, name: str, size: QSize, scale: float) -> QImage | None:
        """Return a picture of a size in px, a null one when it cannot be shown, None while it is read.

        `scale` is how many pixels of the screen are one px.
        """
        wanted = _Wanted(name, size.width(), size.height(), scale)
        kept = self._kept.get(wanted)
        if kept is not None:
            self._kept.move_to_end(wanted)
            return kept
        if wanted not in self._asked:
            self._asked.add(wanted)
            work = partial(_read, self._file_of, wanted)
            key = f"picture {wanted}"
            self._background.ask(key, work, partial(self._keep, wanted))
        return None

    def forget_lost(self) -> None:
        """Look no more for what could not be shown; it is read again when it is asked for."""
        self._timer.stop()
        self._forget(set(self._lost))

    def _keep(self, wanted: _Wanted, read: tuple[QImage, Stamp]) -> None:
        picture, stamp = read
        self._asked.discard(wanted)
        if picture.isNull():
            self._lost[wanted.name] = stamp
            if not self._timer.isActive():
                self._timer.start()
        self._kept[wanted] = picture
        while len(self._kept) > 1 and sum(each.sizeInBytes() for each in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _look(self) -> None:
        lost = dict(self._lost)
        self._background.ask("pictures lost", partial(_changed, self._file_of, lost), self._found)

    def _found(self, names: set[str]) -> None:
        self._forget(names)
        if names:
            self.arrived.emit()
        if self._lost:
            self._timer.start()

    def _forget(self, names: set[str]) -> None:
        """Let pictures be asked for as if they never had been."""
        for name in names:
            self._lost.pop(name, None)
        for wanted in [each for each in self._kept if each.name in names]:
            del self._kept[wanted]


def _changed(file_of: Callable[[str], Path | None], lost: Mapping[str, Stamp], _: Task) -> set[str]:
    return {name for name, stamp in lost.items() if _stamp(file_of(name)) != stamp}


def _stamp(path: Path | None) -> Stamp:
    with suppress(OSError):
        about = path.stat() if path is not None else None
        return (about.st_size, about.st_mtime_ns) if about is not None else (0, 0)
    return 0, 0


def _read(file_of: Callable[[str], Path | None], wanted: _Wanted, _: Task | None = None) -> tuple[QImage, Stamp]:
    """Return a picture scaled into what is wanted, on any thread, a null one where there is none; and its stamp."""
    path = file_of(wanted.name)
    stamp = _stamp(path)  # before it is read: what arrives meanwhile is another file
    return (_decoded(path, wanted) if path is not None else QImage()), stamp


def _decoded(path: Path, wanted: _Wanted) -> QImage:
    QImageReader.setAllocationLimit(MOST_MIB)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in FORMATS:
        return QImage()
    reader.setAutoTransform(True)  # a camera held upright writes a picture that lies, and says so
    room = QSize(round(wanted.width * wanted.scale), round(wanted.height * wanted.scale))
    lies = bool(reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room.transposed() if lies else room, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if not picture.isNull() and (picture.width() > room.width() or picture.height() > room.height()):
        picture = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    picture.setDevicePixelRatio(wanted.scale)
    return picture
