"""What stands behind a row: a wash when it is chosen or under the mouse, a frame when the keyboard is on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from reader.gui.theme import Theme
from reader.gui.widgets.row_list import RowState

RADIUS = 6
CHOSEN, HOVERED = 0.12, 0.05
"""How strong the washes are: of the accent colour, of the text's."""


def paint_row_ground(painter: QPainter, inside: QRectF, theme: Theme, state: RowState) -> None:
    """Paint a row's ground into `inside`, px. With high contrast a chosen row has a frame too."""
    if state.is_chosen or state.is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent", CHOSEN) if state.is_chosen else theme.colour("text", HOVERED))
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
    if state.is_focused or (state.is_chosen and theme.is_contrast):
        pen = painter.pen()  # the painter's own: the first frame need not wait for another class of Qt
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(theme.colour("accent"))
        pen.setWidth(2 if state.is_focused else 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
