"""The bundled fonts: which there are, and giving them to Qt. The facts stand in resources/fonts/fonts.json."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase

from reader import resources


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A bundled family.

    `size_factor` makes it as large to the eye as Noto Naskh at the same size; `natural_em` is the font's own line
    height, which Qt's proportional line height multiplies; `body_line` is the distance of two baselines of body text in
    em. `band_above` and `band_below` are how far a highlight reaches from the baseline, in em. `files` are keyed by
    weight, with an i for italic.
    """

    family: str
    names: Mapping[str, str]
    scripts: tuple[str, ...]
    size_factor: float
    natural_em: float
    body_line: float
    band_above: float
    band_below: float
    files: Mapping[str, str]


@cache
def families() -> Mapping[str, FontFamily]:
    """Return the bundled families by name, in the order in which they are offered."""
    data: dict[str, Any] = json.loads(resources.read_bytes("fonts/fonts.json"))
    return {
        entry["family"]: FontFamily(
            family=entry["family"],
            names=entry["names"],
            scripts=tuple(entry["scripts"]),
            size_factor=entry["size_factor"],
            natural_em=entry["natural_em"],
            body_line=entry["body_line"],
            band_above=entry["band"]["above"],
            band_below=entry["band"]["below"],
            files=entry["files"],
        )
        for entry in data["families"]
    }


def interface_families() -> tuple[str, ...]:
    """Return the interface's family and the one that has the Arabic letters it lacks."""
    return ("IBM Plex Sans Arabic", "Noto Sans Arabic")


def family(name: str, script: str) -> FontFamily:
    """Return a bundled family for a script, arabic or latin; the default one where there is none of that name."""
    chosen = families().get(name)
    if chosen is not None and script in chosen.scripts:
        return chosen
    return next(entry for entry in families().values() if script in entry.scripts)


class FontLoader:
    """Gives Qt the bundled families, each once.

    Qt gets files and not their bytes, which it would keep: of a file it has in memory what it draws, a tenth.
    """

    def __init__(self) -> None:
        self._loaded: set[str] = set()

    def load(self, names: Iterable[str]) -> None:
        """Load families by name; unknown ones are left out.

        Raises RuntimeError when Qt refuses a file, which Qt itself would only answer with −1.
        """
        for name in names:
            entry = families().get(name)
            if entry is None or name in self._loaded:
                continue
            for file in entry.files.values():
                if QFontDatabase.addApplicationFont(str(resources.locate(f"fonts/{file}"))) < 0:
                    message = f"Qt cannot read the bundled font {file}"
                    raise RuntimeError(message)
            self._loaded.add(name)


def page_font(name: str, script: str, size: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """Return a font for the page: `size` is the reader's text size in px times the role's em.

    The family's size factor is applied here. Arabic is never slanted: `italic` counts only for Latin. The other
    script's default follows in the list of families, so that no letter is ever missing. Qt takes digits and punctuation
    from the first family that has them, so Latin words inside Arabic need a font of their own.
    """
    chosen = family(name, script)
    other = family("", "latin" if script == "arabic" else "arabic")
    font = QFont()
    font.setFamilies([chosen.family, other.family, *interface_families()])
    font.setPixelSize(max(1, round(size * chosen.size_factor)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic and script == "latin")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
