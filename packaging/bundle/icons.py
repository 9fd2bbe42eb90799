"""Draw the program's icon in the sizes and forms that desktops ask for: icons.py FOLDER."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from reader.gui.app_icon import app_pixmap

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WIDEST_ICO = 256
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""The kinds of pictures in Apple's icon files that hold a PNG, by their width in px."""


def main(folder: Path) -> None:
    """Write hamish-SIZE.png, hamish.ico and hamish.icns."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    pictures = {size: png(size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"hamish-{size}.png").write_bytes(data)
    (folder / "hamish.ico").write_bytes(ico({size: data for size, data in pictures.items() if size <= WIDEST_ICO}))
    (folder / "hamish.icns").write_bytes(icns(pictures))
    application.quit()


def png(size: int) -> bytes:
    """Return the icon as a PNG file, `size` px wide."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    app_pixmap(size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file of PNGs by width; a width of 256 px is written as 0 there."""
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return head + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file of Apple's of PNGs by width."""
    parts = [(kind, pictures[size]) for size, kind in ICNS_TYPES.items()]
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
