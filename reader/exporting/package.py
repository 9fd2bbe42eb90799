"""An article as one file that another Hamish takes in whole: a zip of its text, original, pictures and highlights.

`mimetype` stands first and unpacked, as in an e-book, so that the file's type can be told from its first bytes. Every
time in the archive is the same: the same article makes the same bytes.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.articles.as_plain import to_plain
from reader.exporting import annotations
from reader.exporting.exported import Content, Exported

MEDIA_TYPE = "application/vnd.hamish.article+zip"
FORMAT = 1
_TIME = (1980, 1, 1, 0, 0, 0)


def make(exported: Sequence[Exported], content: Content) -> bytes:
    """Return a package with one article; without its highlights when only the article is wanted."""
    (one,) = exported
    files = {
        "mimetype": MEDIA_TYPE.encode(),
        "hamish.json": _json(_about(one)),
        "article.json": _json(to_plain(one.article)),
    }
    if one.highlights and content is not Content.ARTICLE:
        files["highlights.jsonld"] = annotations.make(exported, content).encode("utf-8", "backslashreplace")
    if one.original:
        files["original"] = _bytes_of(one.original)
    files |= {f"images/{name}": _bytes_of(path) for name, path in one.images.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()


def _about(exported: Exported) -> dict[str, Any]:
    state = exported.state
    members = {
        "reading": state.reading.value,
        "starred": state.starred,
        "archived": state.archived,
        "position": state.position,
        "tags": list(state.tags),
        "added": state.added,
        "source": state.source,
        "direction": state.direction,
    }
    return {"format": FORMAT, "id": exported.id, "state": {name: value for name, value in members.items() if value}}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"


def _bytes_of(path: Path) -> bytes:
    """Return a file's bytes. Raises OSError: a package that lacks something is not whole."""
    return path.read_bytes()
