"""Text for programs that cannot shape Arabic: presentation forms in visual order."""

from reader.text.direction import Direction


def visual(text: str, direction: Direction) -> str:
    """Return the text line by line as it looks, from left to right, in presentation forms."""
    from arabic_reshaper import reshape  # noqa: PLC0415 slow to load, and few need it
    from bidi import get_display  # noqa: PLC0415

    base = "R" if direction is Direction.RTL else "L"
    return "\n".join(str(get_display(reshape(line), base_dir=base)) for line in text.split("\n"))
