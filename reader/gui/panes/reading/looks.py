"""How the marks of a page look in a theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from reader.gui.theme import Theme

LONG_DASHES = (10, 5)
"""Px on and off. Short dashes and dots under Arabic would be read as letters."""

_MENTION_EDGE = 0.45
_SELECTED_WASH = 0.12
_LIGHT_WASH = 0.3
HIT_WASH = 0.16
CURRENT_HIT_WASH = 0.12
"""Over the plain wash, which lies below it. Both also lie over highlights: more would leave the text no contrast."""


@dataclass(frozen=True, slots=True)
class Look:
    """A wash behind the words and an edge on the band's lower rim.

    `style` is none, solid, double, dashed or ring (all round the band); `width` is px.
    """

    wash: QColor | None = None
    edge: QColor | None = None
    style: str = "none"
    width: int = 0


def highlight(theme: Theme, colour: str) -> Look:
    """Return the look of a highlight in one of COLOURS."""
    mark = theme.mark(colour)
    return Look(QColor(mark.wash), QColor(mark.edge), mark.style, mark.width)


def mention(theme: Theme, *, is_selected: bool) -> Look:
    """Return the look of a person's or a place's name: a thin line, and a wash once it is the selected one."""
    if is_selected:
        return Look(theme.colour("accent", _SELECTED_WASH), theme.colour("accent"), "solid", 2)
    return Look(None, theme.colour("edge", _MENTION_EDGE), "solid", 1)


def link(theme: Theme) -> Look:
    """Return the look of a link: a thin line below the deepest ink; an underline would cross the letters' dots."""
    return Look(None, theme.colour("link", 0.6), "solid", 1)


def hit(theme: Theme, *, is_current: bool) -> Look:
    """Return the look of a place that was found: a wash; the one that the reader is at has a line below it too."""
    if is_current:
        return Look(theme.colour("accent", CURRENT_HIT_WASH), theme.colour("accent"), "solid", 2)
    return Look(theme.colour("accent", HIT_WASH))


def selection(theme: Theme) -> Look:
    """Return the look of the selected text."""
    return Look(theme.colour("selection"))


def light(theme: Theme, strength: float) -> Look:
    """Return the wash on a passage that was just reached; `strength` fades from 1 to 0."""
    return Look(theme.colour("accent", _LIGHT_WASH * strength))


def ring(theme: Theme) -> Look:
    """Return the look of the highlight that is worked on: its band with a line round it."""
    return Look(None, theme.colour("accent"), "ring", 1)
