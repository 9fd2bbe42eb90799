"""A button that shows a highlight's colour, with its edge, so that hue alone never tells it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.gui.theme import Theme

SIZE = 32
PATCH = 20


class Swatch(QAbstractButton):
    """A patch of 20 px on a button of 32; a ring of accent when it has the focus or is the colour that is there."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the button's size in px."""
        return QSize(SIZE, SIZE)

    def nextCheckState(self) -> None:
        """Stay as it is: the library says what colour a highlight has."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the patch as the colour looks under words: wash and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        patch = QRectF((SIZE - PATCH) / 2, (SIZE - PATCH) / 2, PATCH, PATCH)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("text", 0.07))
            painter.drawRoundedRect(self.rect(), 6, 6)
        _paint_patch(painter, patch, self._theme, self.colour)
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(patch.adjusted(-4, -4, 4, 4), 8, 8)
        painter.end()


def patch_icon(theme: Theme, colour: str, size: int) -> QIcon:
    """Return the patch of a colour as an icon of so many px."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / PATCH, size / PATCH)
    _paint_patch(painter, QRectF(0, 0, PATCH, PATCH), theme, colour)
    painter.end()
    return QIcon(picture)


def _paint_patch(painter: QPainter, patch: QRectF, theme: Theme, colour: str) -> None:
    mark = theme.mark(colour)
    shape = QPainterPath()
    shape.addRoundedRect(patch, 5, 5)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(patch, QColor(mark.wash))
    _paint_edge(painter, patch, theme, colour)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(mark.edge), 1))
    painter.drawRoundedRect(patch.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)


def _paint_edge(painter: QPainter, patch: QRectF, theme: Theme, colour: str) -> None:
    mark = theme.mark(colour)
    edge = QColor(mark.edge)
    top = patch.bottom() - mark.width - 1
    if mark.style == "double":
        painter.fillRect(QRectF(patch.left(), top, patch.width(), 1), edge)
        painter.fillRect(QRectF(patch.left(), top + 2, patch.width(), 1), edge)
    elif mark.style == "dashed":
        for start in (2, 12):
            painter.fillRect(QRectF(patch.left() + start, top, 6, mark.width), edge)
    elif mark.style == "solid":
        painter.fillRect(QRectF(patch.left(), top, patch.width(), mark.width), edge)
