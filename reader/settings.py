"""The reader's taste on this machine. What belongs to the articles is in the library, not here."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader.annotations.highlight import COLOURS
from reader.store.disk import Disk, write_whole

THEMES = ("system", "paper", "sepia", "night", "contrast")
"""The themes to choose from: `system` is paper or night, `contrast` is light or dark, as the desktop is."""

TEXT_SIZES = (14, 40)
"""Smallest and largest size of the page's text, in px."""

SIZE_STEPS = (14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 32, 36, 40)
"""The sizes that the control + الخط − goes through, in px."""

WIDTHS = (20, 44)
"""Narrowest and widest column, in em of the text size."""

LINE_SPACINGS = (0.85, 1.3)
"""Tightest and widest line spacing, as a multiple of the font's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default.

    `language` and `theme` follow the system where they are "" and "system". `text_size` is in px, `width` in em;
    `line_spacing` multiplies the font's own distance of lines. `digits` is as_written, arabic or latin; `months` is
    auto, gregorian, levantine, maghrebi, moroccan or double; `tashkeel` is as_written or hidden. `words_a_minute` 0
    means 150 for Arabic and 230 for others. `print_notes` prints an article's notes behind it; what is put into
    `watched_folder` is added; `feeds` are addresses that the reader got, with what they are called; `shortcuts` are
    keys such as Ctrl+J by action, "" for none, where they differ from the usual ones; `hints_gone` are
    hints for new readers that are not shown any more. `unknown` holds what a newer version wrote, so that it survives.
    """

    language: str = ""
    theme: str = "system"
    arabic_font: str = "Noto Naskh Arabic"
    latin_font: str = "Source Serif 4"
    text_size: int = 20
    line_spacing: float = 1.0
    width: int = 28
    digits: str = "as_written"
    months: str = "auto"
    hijri: bool = False
    tashkeel: str = "as_written"
    words_a_minute: int = 0
    print_notes: bool = True
    paragraph_focus: bool = False
    shortcuts: Mapping[str, str] = field(default_factory=dict, hash=False)
    hints_gone: Mapping[str, bool] = field(default_factory=dict, hash=False)
    list_shown: bool = True
    sidebar_shown: bool = True
    sidebar_tab: str = "margin"
    map_folded: bool = True
    shelf_shown: bool = False
    watched_folder: str = ""
    feeds: Mapping[str, str] = field(default_factory=dict, hash=False)
    sort: str = "added"
    meaning_yellow: str = ""
    meaning_green: str = ""
    meaning_blue: str = ""
    meaning_pink: str = ""
    meaning_violet: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def colour_meanings(self) -> dict[str, str]:
        """What the reader means by each colour of highlights, where anything."""
        given = {colour: str(getattr(self, f"meaning_{colour}")).strip() for colour in COLOURS}
        return {colour: meaning for colour, meaning in given.items() if meaning}

    @property
    def count_digits(self) -> str:
        """The digits of counts outside the articles: arabic or latin; 012 where the reader has not chosen."""
        return self.digits if self.digits != "as_written" else "latin"


def stepped_size(size: int, way: int) -> int:
    """Return the next larger size for a `way` of 1, the next smaller for −1; the same at either end."""
    if way > 0:
        return next((step for step in SIZE_STEPS if step > size), size)
    return next((step for step in reversed(SIZE_STEPS) if step < size), size)


class SettingsFile:
    """Settings on disk, as one JSON object. A damaged file is set aside, never deleted, and the defaults are used."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """Return the settings of the file; the defaults where there is none or it cannot be opened.

        A value of a wrong type or range is left out.
        """
        try:
            data = json.loads(self.path.read_bytes())
        except OSError:
            return Settings()
        except ValueError:
            data = None
        if not isinstance(data, dict):
            self._set_aside()
            return Settings()
        return from_json(data)

    def save(self, settings: Settings) -> None:
        """Write the settings whole or not at all. Raises OSError when the folder cannot be written."""
        text = json.dumps(to_json(settings), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        write_whole(Disk(), {self.path: text.encode()})

    def _set_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}.damaged{self.path.suffix}")
        number = 1
        while aside.exists():
            number += 1
            aside = self.path.with_name(f"{self.path.stem}.damaged-{number}{self.path.suffix}")
        with suppress(OSError):
            self.path.replace(aside)


def to_json(settings: Settings) -> dict[str, Any]:
    """Return the settings as what JSON holds, unknown ones included."""
    known = asdict(settings)
    unknown = known.pop("unknown")
    return {**unknown, **known}


def from_json(data: Mapping[str, Any]) -> Settings:
    """Return the settings that a JSON object holds. What is not understood is left out or kept in `unknown`."""
    defaults = Settings()
    names = {each.name for each in fields(Settings)} - {"unknown"}
    known = {
        name: value
        for name, value in data.items()
        if name in names and _is_like(value, getattr(defaults, name)) and _is_in_range(name, value)
    }
    return replace(defaults, **known, unknown={name: value for name, value in data.items() if name not in names})


def _is_like(value: Any, default: Any) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _is_in_range(name: str, value: Any) -> bool:
    bounds = {"text_size": TEXT_SIZES, "width": WIDTHS, "line_spacing": LINE_SPACINGS}.get(name)
    return bounds is None or bounds[0] <= value <= bounds[1]
