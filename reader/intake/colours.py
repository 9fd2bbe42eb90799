"""The colours of other programs' highlights, as ours."""

import colorsys
import re

_BY_NAME = {
    "yellow": "yellow", "orange": "yellow", "gold": "yellow", "olive": "yellow", "gray": "yellow", "grey": "yellow",
    "green": "green", "lime": "green", "teal": "green",
    "blue": "blue", "cyan": "blue", "aqua": "blue",
    "red": "pink", "pink": "pink", "magenta": "pink",
    "purple": "violet", "violet": "violet",
}  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?")
_UP_TO_DEGREES = ((20, "pink"), (70, "yellow"), (165, "green"), (255, "blue"), (290, "violet"), (360, "pink"))
_LEAST_SATURATION = 0.08


def colour_of(said: object) -> str:
    """Return our colour for a name or a #rrggbb; yellow for none that is known."""
    words = str(said or "").strip().lower()
    if words in _BY_NAME:
        return _BY_NAME[words]
    found = _HEX.fullmatch(words)
    if not found:
        return "yellow"
    hue, _, saturation = colorsys.rgb_to_hls(*(int(part, 16) / 255 for part in found.groups()))
    if saturation < _LEAST_SATURATION:
        return "yellow"
    return next(colour for most, colour in _UP_TO_DEGREES if hue * 360 <= most)
