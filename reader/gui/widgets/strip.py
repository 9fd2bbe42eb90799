"""A strip that shows where in a text something stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

HEIGHT = 6
TICK = 2.0
"""px: the width of one place. Narrower ones vanish beside each other."""


def paint_strip(
    painter: QPainter, rect: QRectF, places: Sequence[float], mark: QColor, line: QColor, *, begins_right: bool
) -> None:
    """Draw a hairline with a mark at each place, 0 to 1 of the text; it begins at the side where the text begins."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line)
    painter.drawRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1))
    painter.setBrush(mark)
    for place in places:
        along = (rect.width() - TICK) * min(max(place, 0.0), 1.0)
        left = rect.right() - TICK - along if begins_right else rect.left() + along
        painter.drawRect(QRectF(left, rect.top(), TICK, rect.height() - 1))
