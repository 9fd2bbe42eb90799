"""A text in a few lines, in its own direction, at the leading edge of the interface."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.gui.formatting import isolated
from reader.text.direction import Direction
from reader.text.spans import Utf16Map


def in_lines(text: str, font: QFont, width: float, pitch: float, most: int, *, is_rtl: bool) -> QTextLayout:
    """Return a text in `most` lines at most, `pitch` px apart; where it goes on, the last one ends with …."""
    shown, direction = isolated(" ".join(text.split()), Direction.RTL if is_rtl else Direction.LTR)
    layout = _laid(shown, font, width, pitch, most, direction, is_rtl=is_rtl)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    if last is not None and last.textStart() + last.textLength() < len(shown.encode("utf-16-le")) // 2:
        start = Utf16Map(shown).to_code_points(last.textStart())
        rest = QFontMetricsF(font).elidedText(shown[start:], Qt.TextElideMode.ElideRight, width)
        layout = _laid(shown[:start] + rest, font, width, pitch, most, direction, is_rtl=is_rtl)
    return layout


def _laid(  # noqa: PLR0917 - what in_lines gets
    text: str, font: QFont, width: float, pitch: float, most: int, direction: Direction, *, is_rtl: bool
) -> QTextLayout:
    layout = QTextLayout(text, font)
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    runs_right = direction is Direction.RTL
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_right else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * pitch + (pitch - line.height()) / 2))
    layout.endLayout()
    return layout
