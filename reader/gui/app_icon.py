"""The application's own icon."""

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from reader import resources

SIZES = (16, 24, 32, 48, 64, 128)


def app_pixmap(size: int) -> QPixmap:
    """Return the icon's picture, `size` px wide."""
    data = QBuffer()
    data.setData(resources.read_bytes("icons/hamish.svg"))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(data, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


def app_icon() -> QIcon:
    """Return the icon in the sizes that desktops ask for."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(app_pixmap(size))
    return icon
