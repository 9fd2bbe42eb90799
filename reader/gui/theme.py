"""How the window looks: colours by role, highlights, type. Every number stands in resources/themes."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader import resources
from reader.gui.fonts import interface_families
from reader.settings import Settings

DRAWN = ("paper", "sepia", "night", "contrast", "contrast-night")
"""Every theme that can be drawn. The reader chooses among THEMES."""

ARGUMENTS = ("hamish", "-style", "Fusion")
"""What to make the application with: to set the style later would load all of QStyle before the first frame."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a highlight's colour is drawn: a wash under the words and an edge on the band's lower rim.

    `style` is none, solid, double (two lines of 1 px, 1 px apart) or dashed (10 px on, 5 px off); `width` is the edge's
    whole height in px.
    """

    wash: str
    edge: str
    style: str
    width: int


@dataclass(frozen=True, slots=True)
class TypeRole:
    """How a kind of text is set. `em` is a multiple of the page's text size, `px` a fixed size; one of them is 0.

    `line` is the distance of two baselines as a multiple of the size; `above` and `below` are the space round a block,
    in em. `colour` names a colour role.
    """

    line: float
    weight: int
    colour: str
    em: float = 0.0
    px: int = 0
    above: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme.

    Its colours are asked for by role: page, pane, raised, text, quiet, faint, accent, on_accent, link, danger, ok,
    edge, line, selection. `shadow` is the opacity of the one shadow, which floating things have.
    """

    name: str
    dark: bool
    shadow: float
    colours: Mapping[str, str]
    marks: Mapping[str, Mark]
    page_type: Mapping[str, TypeRole]
    interface_type: Mapping[str, TypeRole]

    @property
    def is_contrast(self) -> bool:
        """Whether washes are too faint for this theme's readers, so that a line has to say the same."""
        return self.colours["line"] == self.colours["text"]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return a role's colour, with an opacity from 0 to 1. Raises KeyError for an unknown role."""
        colour = QColor(self.colours[role])
        colour.setAlphaF(alpha)
        return colour

    def mark(self, colour: str) -> Mark:
        """Return how one of reader.annotations.highlight.COLOURS is drawn."""
        return self.marks[colour]

    def font(self, role: str) -> QFont:
        """Return the interface's font for a role of the type table, such as list_title or count."""
        kind = self.interface_type[role]
        font = QFont()
        font.setFamilies(list(interface_families()))
        font.setPixelSize(kind.px)
        font.setWeight(QFont.Weight(kind.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def palette(self) -> QPalette:
        """Return the palette for what the stylesheet leaves to the style."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def stylesheet(self) -> str:
        """Return resources/themes/style.qss with its placeholders filled in.

        `$role` stands for a colour, `$role_40` for the same at 40 % opacity.
        """
        return _PLACEHOLDER.sub(self._fill, resources.read_text("themes/style.qss"))

    def _fill(self, placeholder: re.Match[str]) -> str:
        colour = QColor(self.colours[placeholder["role"]])
        percent = placeholder["percent"]
        if percent is None:
            return colour.name()
        return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {percent}%)"


_PLACEHOLDER = re.compile(r"\$(?P<role>[a-z]+(?:_[a-z]+)*)(?:_(?P<percent>\d+))?")

_PALETTE = {
    QPalette.ColorRole.Window: "pane",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "pane",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "text",
}


def resolve(choice: str, *, dark: bool) -> str:
    """Return the theme that a choice means on a desktop that is dark or not. An unknown choice is taken as `system`."""
    if choice == "contrast":
        return "contrast-night" if dark else "contrast"
    if choice in DRAWN:
        return choice
    return "night" if dark else "paper"


def theme_names() -> dict[str, str]:
    """Return the names of THEMES in the interface's language."""
    return {
        "system": QCoreApplication.translate("Theme", "As the system"),
        "paper": QCoreApplication.translate("Theme", "Paper"),
        "sepia": QCoreApplication.translate("Theme", "Sepia"),
        "night": QCoreApplication.translate("Theme", "Night"),
        "contrast": QCoreApplication.translate("Theme", "High contrast"),
    }


def load_theme(name: str) -> Theme:
    """Read one of DRAWN. Raises FileNotFoundError for an unknown name."""
    data: dict[str, Any] = json.loads(resources.read_bytes(f"themes/{name}.json"))
    roles: dict[str, Any] = json.loads(resources.read_bytes("themes/type.json"))
    return Theme(
        name=name,
        dark=data["dark"],
        shadow=data["shadow"],
        colours=data["colours"],
        marks={colour: Mark(**mark) for colour, mark in data["marks"].items()},
        page_type={role: TypeRole(**kind) for role, kind in roles["page"].items()},
        interface_type={role: TypeRole(**kind) for role, kind in roles["interface"].items()},
    )


def apply_theme(application: QApplication, theme: Theme, *top: QWidget) -> None:
    """Give the application a theme's palette and font, and its top-level widgets the stylesheet.

    The stylesheet goes to the windows, not to the application: there every widget costs more.
    """
    application.setPalette(theme.palette())
    application.setFont(theme.font("control"))
    sheet = theme.stylesheet()
    for widget in top:
        widget.setStyleSheet(sheet)


def prepare(application: QApplication) -> None:
    """Make drawing the same everywhere: the Fusion style, whatever the desktop's own style is.

    An application made with ARGUMENTS is prepared already.
    """
    application.setStyle("Fusion")


def theme_of(settings: Settings, application: QApplication) -> Theme:
    """Return the theme that is set, or that the desktop has."""
    return load_theme(resolve(settings.theme, dark=application.styleHints().colorScheme() is Qt.ColorScheme.Dark))


def fonts_of(settings: Settings) -> tuple[str, ...]:
    """Return the families that a window needs from its first frame."""
    return (interface_families()[0], settings.arabic_font, settings.latin_font)
