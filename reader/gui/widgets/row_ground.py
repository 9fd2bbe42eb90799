"""What stands behind a row: a wash when it is chosen or under the mouse, a frame when the keyboard is on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.gui.theme import Theme

RADIUS = 6
CHOSEN, HOVERED = 0.12, 0.05
"""How strong the washes are: of the accent colour, of the text's."""


def paint_row_ground(
    painter: QPainter, inside: QRectF, theme: Theme, *, is_chosen: bool, is_hovered: bool, is_focused: bool
) -> None:
    """Paint a row's ground into `inside`, px. With high contrast a chosen row has a frame too."""
    if is_chosen or is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent", CHOSEN) if is_chosen else theme.colour("text", HOVERED))
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
    if is_focused or (is_chosen and theme.is_contrast):
        painter.setPen(QPen(theme.colour("accent"), 2 if is_focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
