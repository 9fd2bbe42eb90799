"""How far the reader is in the article: a thin line at the page's foot, from the side where the article begins."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.gui.formatting import Formatter
from reader.gui.panes.reading.page_view import PageView
from reader.gui.theme import Theme
from reader.text import words
from reader.text.direction import Direction

HEIGHT = 3


class Progress(QWidget):
    """Lies over the foot of the page, so that nothing moves for it, once the reader has begun.

    Resting the mouse on it tells what is left.
    """

    def __init__(self, view: PageView, theme: Theme, formatter: Formatter) -> None:
        super().__init__(view)
        self._view, self._theme, self.formatter = view, theme, formatter
        view.moved.connect(self.follow)
        view.installEventFilter(self)
        self.follow()

    @property
    def share(self) -> float:
        """How much of the article was in sight so far, 0 to 1, by the last line that is seen."""
        displayed = self._view.page.displayed
        if displayed is None or not displayed.text:
            return 0.0
        return min(self._seen() / len(displayed.text), 1.0)

    def told(self) -> str:
        """Return in words how much is read and how long the rest takes."""
        displayed = self._view.page.displayed
        if displayed is None:
            return ""
        seen = self._seen()
        parts = [self.tr("Read: %1").replace("%1", self.formatter.percent(round(100 * self.share)))]
        left = words.count(displayed.text[seen:])
        if left:
            article = displayed.article
            time = self.formatter.reading_time(left, article.language, self.formatter.digits_beside("latin"))
            parts.append(self.tr("Left: %1").replace("%1", time))
        return self.formatter.joined(*parts)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self.update()

    def follow(self) -> None:
        """Stand at the page's foot and show how far the reader is."""
        self.setGeometry(0, self._view.height() - HEIGHT, self._view.width(), HEIGHT)
        is_moved = self._view.verticalScrollBar().value() > 0 or self._view.page.first > 0
        self.setVisible(self._view.page.displayed is not None and is_moved and not self._fits())
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell what is left."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told(), self)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of a page that changes its size."""
        if event.type() is QEvent.Type.Resize:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        displayed = self._view.page.displayed
        if displayed is None:
            return
        width = round(self.width() * self.share)
        is_rtl = displayed.article.direction is Direction.RTL
        painter = QPainter(self)
        painter.fillRect(self.width() - width if is_rtl else 0, 0, width, HEIGHT, self._theme.colour("accent", 0.5))
        painter.end()

    def _seen(self) -> int:
        """Return the canonical code point behind the last line in sight."""
        view, displayed = self._view, self._view.page.displayed
        assert displayed is not None
        foot = QPointF(0 if displayed.article.direction is Direction.RTL else view.width(), view.viewport().height())
        return displayed.to_position(view.page.place(view.hit(foot)))

    def _fits(self) -> bool:
        """Say whether all of the article is in sight at once; then there is no progress to speak of."""
        bar = self._view.verticalScrollBar()
        return self._view.page.is_complete and bar.maximum() <= self._view.viewport().height() // 2
