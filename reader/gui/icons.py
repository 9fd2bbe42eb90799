"""The icons: line drawings on a grid of 20 px, tinted by the theme.

They are SVG files of a narrow kind (paths of M L H V C Q Z in absolute numbers, circles, rectangles), drawn by
QPainter here: loading Qt's SVG plug-in costs the first frame 5 ms, reading ten of these 1 ms. A file whose root has
class="mirrored" is turned round in a right-to-left window.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPainterPath, QPen, QPixmap

from reader import resources
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

GRID = 20
STROKE = 1.5

_SHAPE = re.compile(r"<(path|circle|rect)\s([^>]*)/>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_STEP = re.compile(r"([MLHVCQZ])([^MLHVCQZ]*)")


def icon(name: str, theme: Theme, *, rtl: bool, size: int = GRID, checkable: bool = False) -> "QIcon":
    """Return an icon in the theme's colours: quiet, and accent when a checkable one is on. `size` is in px.

    Raises FileNotFoundError for an unknown name.
    """
    from PySide6.QtGui import QIcon

    made = QIcon(pixmap(name, theme.colour("quiet"), rtl=rtl, size=size))
    if checkable:
        on = pixmap(name, theme.colour("accent"), rtl=rtl, size=size)
        made.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, colour: QColor, *, rtl: bool, size: int = GRID) -> QPixmap:
    """Return an icon's picture in one colour, `size` px wide and as sharp as the sharpest screen."""
    path, is_mirrored = drawing(name)
    ratio = ceil(QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
    picture = QPixmap(size * ratio, size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    if rtl and is_mirrored:
        painter.translate(GRID, 0)
        painter.scale(-1, 1)
    width = STROKE * min(1.0, GRID / size * 1.5)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return picture


def letters(text: str, font: QFont, colour: QColor, size: int = GRID) -> QPixmap:
    """Return letters drawn as an icon, in the middle of `size` px."""
    path = QPainterPath()
    path.addText(0, 0, font, text)
    ratio = ceil(QGuiApplication.instance().devicePixelRatio())  # type: ignore[union-attr]
    picture = QPixmap(size * ratio, size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QRectF(0, 0, size, size).center() - path.boundingRect().center())
    painter.fillPath(path, colour)
    painter.end()
    return picture


@cache
def drawing(name: str) -> tuple[QPainterPath, bool]:
    """Return an icon's lines on the grid, and whether a right-to-left window mirrors it.

    Raises FileNotFoundError for an unknown name.
    """
    text = resources.read_text(f"icons/{name}.svg")
    path = QPainterPath()
    for shape, written in _SHAPE.findall(text):
        _add_shape(path, shape, dict(_ATTRIBUTE.findall(written)))
    return path, 'class="mirrored"' in text


def filled_shapes(name: str) -> Iterator[tuple[QPainterPath, QColor]]:
    """Yield the shapes of a drawing in colours, each filled with one. Raises FileNotFoundError for an unknown name."""
    for shape, written in _SHAPE.findall(resources.read_text(f"icons/{name}.svg")):
        values = dict(_ATTRIBUTE.findall(written))
        path = QPainterPath()
        _add_shape(path, shape, values)
        yield path, QColor(values["fill"])


def _add_shape(path: QPainterPath, shape: str, values: dict[str, str]) -> None:
    if shape == "path":
        _add_path(path, values["d"])
    elif shape == "circle":
        radius = float(values["r"])
        x, y = float(values["cx"]) - radius, float(values["cy"]) - radius
        path.addEllipse(QRectF(x, y, 2 * radius, 2 * radius))
    else:
        rectangle = QRectF(*(float(values[key]) for key in ("x", "y", "width", "height")))
        path.addRoundedRect(rectangle, float(values["rx"]), float(values["rx"]))


def _add_path(path: QPainterPath, steps: str) -> None:
    x = y = 0.0
    for letter, written in _STEP.findall(steps):
        numbers = [float(number) for number in written.split()]
        match letter:
            case "M":
                path.moveTo(*numbers)
            case "L":
                for at in range(0, len(numbers), 2):
                    path.lineTo(*numbers[at : at + 2])
            case "H":
                path.lineTo(numbers[0], y)
            case "V":
                path.lineTo(x, numbers[0])
            case "C":
                path.cubicTo(*numbers)
            case "Q":
                path.quadTo(*numbers)
            case _:
                path.closeSubpath()
        x, y = path.currentPosition().toTuple()
