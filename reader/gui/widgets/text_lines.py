"""A text in a few lines, in its own direction, at the leading edge of the interface."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.gui.formatting import isolated
from reader.text.direction import Direction
from reader.text.spans import Utf16Map


def in_lines(  # noqa: PLR0917 - a text, how it is set, and where it is cut
    text: str, font: QFont, width: float, pitch: float, most: int, fallback: Direction, *, is_rtl: bool
) -> QTextLayout:
    """Return a text in `most` lines at most, `pitch` px apart; what does not fit ends with … in its direction.

    The text runs in its own direction, `fallback` where it has none, and stands at the leading edge of the interface,
    so that a list has one edge.
    """
    shown, direction = isolated(" ".join(text.split()), fallback)
    layout = _laid(shown, font, width, pitch, most, direction, is_rtl=is_rtl)
    last = layout.lineAt(layout.lineCount() - 1)
    if layout.lineCount() and last.textStart() + last.textLength() < len(shown.encode("utf-16-le")) // 2:
        start = Utf16Map(shown).to_code_points(last.textStart())
        rest = elided(shown[start:], font, width)
        layout = _laid(shown[:start] + rest, font, width, pitch, most, direction, is_rtl=is_rtl)
    return layout


def in_one_line(text: str, font: QFont, width: float, pitch: float, *, is_rtl: bool) -> QTextLayout:
    """Return a text of the interface in one line as high as `pitch` px, in the interface's direction, cut with …."""
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    direction = Direction.RTL if is_rtl else Direction.LTR
    return _laid(cut, font, width, pitch, 1, direction, is_rtl=is_rtl, wraps=False)


def elided(text: str, font: QFont, width: float) -> str:
    """Return as many whole words as fit `width` px with … after them; a single word that is too long is cut."""
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    if not cut.endswith("…"):
        return cut
    kept = cut.removesuffix("…").removesuffix("\u200d")  # Qt joins the last letter to nothing, to keep its shape
    is_in_word = len(kept) < len(text) and not text[len(kept)].isspace()
    whole, space, _ = kept.rpartition(" ") if is_in_word else (kept, " ", "")
    return (whole.rstrip() if space and whole.strip() else kept) + "…"


def leading(*, is_rtl: bool) -> Qt.AlignmentFlag:
    """Return the alignment to the edge at which the interface's lines begin, whatever the text's own direction."""
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _laid(  # noqa: PLR0917 - what in_lines gets
    text: str,
    font: QFont,
    width: float,
    pitch: float,
    most: int,
    direction: Direction,
    *,
    is_rtl: bool,
    wraps: bool = True,
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(leading(is_rtl=is_rtl))
    runs_right_to_left = direction is Direction.RTL
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_right_to_left else Qt.LayoutDirection.LeftToRight)
    wrapping = QTextOption.WrapMode
    option.setWrapMode(wrapping.WrapAtWordBoundaryOrAnywhere if wraps else wrapping.NoWrap)
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
