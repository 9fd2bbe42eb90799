"""A wash that fades on a passage that was just reached."""

from PySide6.QtCore import QObject, QVariantAnimation

from reader.gui.panes.reading import looks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_view import PageView
from reader.gui.theme import Theme
from reader.text.spans import Span

LIGHT_MS = 600


class Light(QObject):
    """One passage at a time is lit for 600 ms; none under reduced motion, where the style's animations last 0 ms."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None
        self._span = Span(0, 0)
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(LIGHT_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._show)
        self._fading.finished.connect(self.put_out)

    def light(self, span: Span, theme: Theme) -> None:
        """Light a passage in a theme's colours."""
        from PySide6.QtWidgets import QStyle  # its many enumerations are made when it is first named

        self._theme = theme
        self.put_out()
        if self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view) > 0:
            self._span = span
            self._fading.start()

    def put_out(self) -> None:
        """Light nothing any more."""
        self._fading.stop()
        self._view.show_marks(Layer.LIGHT, ())

    def _show(self, strength: float) -> None:
        if self._theme is not None:
            self._view.show_marks(Layer.LIGHT, [Mark("light", self._span, looks.light(self._theme, strength))])
