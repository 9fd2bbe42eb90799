"""The reading settings: type, measure, theme and writing of the page. The page itself is the preview."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.fonts import families, page_font
from reader.gui.formatting import Formatter
from reader.gui.theme import Theme, theme_names
from reader.gui.widgets.choice import Choice
from reader.gui.widgets.segmented import Segmented
from reader.gui.widgets.stepper import Stepper
from reader.gui.widgets.switch import Switch
from reader.settings import LINE_SPACINGS, TEXT_SIZES, THEMES, WIDTHS, Settings

ENTRY_SIZE = 17


class ReadingSettings(QWidget):
    """One row a setting. `changed` names a field of Settings and its new value, at once."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reading settings"))
        self._formatter = formatter
        self._controls: dict[str, Choice | Segmented | Stepper | Switch] = {
            "text_size": Stepper(self.tr("Text size"), TEXT_SIZES, 1, self._whole),
            "line_spacing": Stepper(self.tr("Line spacing"), LINE_SPACINGS, 0.05, self._percent),
            "width": Stepper(self.tr("Column width"), WIDTHS, 2, self._whole),
            "arabic_font": self._font_choice("arabic", self.tr("Arabic font"), theme),
            "latin_font": self._font_choice("latin", self.tr("Latin font"), theme),
            "theme": Choice([(each, theme_names()[each]) for each in THEMES], self.tr("Theme"), theme),
            "tashkeel": Segmented(
                (("as_written", self.tr("As written", "tashkeel")), ("hidden", self.tr("Hidden", "tashkeel"))),
                self.tr("Tashkeel"),
            ),
            "digits": Segmented(
                (("as_written", self.tr("As written", "digits")), ("arabic", "٠١٢٣"), ("latin", "0123")),
                self.tr("Digits"),
            ),
            "months": Choice(self._months(), self.tr("Month names"), theme),
            "hijri": Switch(self.tr("Show the Hijri date"), theme),
        }
        self._lay_out()
        self.set_theme(theme)
        self.show_settings(settings)
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without saying so."""
        for name, control in self._controls.items():
            value = getattr(settings, name)
            if isinstance(control, Switch):
                control.setChecked(value)
            else:
                control.show_value(value)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        for control in self._controls.values():
            if isinstance(control, Stepper):
                control.set_theme(theme)
            elif isinstance(control, Choice | Switch):
                control.theme = theme
                control.update()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write numbers another way."""
        self._formatter = formatter

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = QLabel(self.tr("Reading settings"), self)
        title.setObjectName("pane_title")
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        names = {
            "text_size": self.tr("Text size"),
            "line_spacing": self.tr("Line spacing"),
            "width": self.tr("Column width"),
            "arabic_font": self.tr("Arabic font"),
            "latin_font": self.tr("Latin font"),
            "theme": self.tr("Theme"),
            "tashkeel": self.tr("Tashkeel"),
            "digits": self.tr("Digits"),
            "months": self.tr("Month names"),
            "hijri": self.tr("Show the Hijri date"),
        }
        for row, (name, control) in enumerate(self._controls.items()):
            label = QLabel(names[name], self)
            label.setBuddy(control)
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1)
        column.addLayout(grid)

    def _connect(self) -> None:
        for name, control in self._controls.items():
            if isinstance(control, Switch):
                control.toggled.connect(lambda value, name=name: self.changed.emit(name, value))
            elif isinstance(control, Stepper):
                control.chosen.connect(lambda value, name=name: self.changed.emit(name, _plain(name, value)))
            else:
                control.chosen.connect(lambda value, name=name: self.changed.emit(name, value))

    def _font_choice(self, script: str, name: str, theme: Theme) -> Choice:
        offered = [each for each in families().values() if script in each.scripts]
        language = "ar" if self._formatter.is_rtl else "en"
        choice = Choice([(each.family, each.names[language]) for each in offered], name, theme)
        for each in offered:
            choice.set_entry_font(each.family, page_font(each.family, script, ENTRY_SIZE))
        return choice

    def _months(self) -> tuple[tuple[str, str], ...]:
        return (
            ("auto", self.tr("Automatic", "month names")),
            ("gregorian", "يناير"),
            ("levantine", "كانون الثاني"),
            ("maghrebi", "جانفي"),
            ("moroccan", "يناير/غشت"),
            ("double", self.tr("Double", "month names")),
        )

    def _whole(self, value: float) -> str:
        return self._formatter.number(int(value))

    def _percent(self, value: float) -> str:
        return self._formatter.percent(round(value * 100))


def _plain(name: str, value: float) -> Any:
    return value if name == "line_spacing" else int(value)
