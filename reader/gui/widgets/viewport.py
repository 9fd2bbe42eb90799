"""The viewport of a scroll area, found in the short way."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

NAME = "qt_scrollarea_viewport"
"""What Qt itself calls it (QAbstractScrollArea, since Qt 4)."""


def known_viewport(area: QAbstractScrollArea) -> QWidget:
    """Return a scroll area's viewport, to be kept as long as the area.

    When PySide6 is first asked for a plain QWidget that Qt made, it loads every kind of widget that there is, to see
    which this is; by name it is found at once, and known from then on. That is a twentieth of a bare window's start.
    """
    return area.findChild(QWidget, NAME) or area.viewport()
