"""The order in which Tab goes through controls: that in which they are laid out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_for_tab(regions: tuple[QWidget, ...]) -> None:
    """Let Tab go through these parts of a window one after the other, each in the order it is laid out in."""
    ordered = list(dict.fromkeys(widget for region in regions for widget in _as_laid_out(region)))
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    proxy = widget.focusProxy()
    if widget.isAncestorOf(proxy) if proxy is not None else widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget  # one that hands the keyboard on inwards comes before what it hands it to, or Tab turns back there
    layout = widget.layout()
    laid_out = list(_widgets_in(layout)) if layout is not None else []
    inner = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in dict.fromkeys((*laid_out, *inner)):
        if not child.isWindow():
            yield from _as_laid_out(child)


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_in(inner)
