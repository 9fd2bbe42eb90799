"""The application's own icon, drawn as the others are: Qt's plug-in for SVG takes 1.5 MB for nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from reader.gui.icons import filled_shapes

GRID = 256
SIZES = (16, 24, 32, 48, 64, 128)


def app_pixmap(size: int) -> QPixmap:
    """Return the icon's picture, `size` px wide."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    for path, colour in filled_shapes("hamish"):
        painter.fillPath(path, colour)
    painter.end()
    return picture


def app_icon() -> QIcon:
    """Return the icon in the sizes that desktops ask for."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(app_pixmap(size))
    return icon
