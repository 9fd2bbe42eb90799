"""Omnivore's archive: what it knew of each article in lists, the texts as HTML, the highlights as Markdown.

As packages/api/src/jobs/export.ts of Omnivore writes it: metadata_0_to_20.json …, content/{slug}.html or .pdf,
highlights/{slug}.md.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.annotations.quoted import Quoted
from reader.errors import ReaderError
from reader.intake.archives import Archive
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.formats.exports.keepers import omnivore

IMPORTER = "omnivore 1"
METADATA = re.compile(r"(?:^|/)metadata_\d+_to_\d+\.json$")

_LABELS = re.compile(r"#\S.*(?: #\S.*)*$")
_POINTED = re.compile(r"\s*\[[^\[\]\n]{1,8}\]\(https?://[^()\s]+\)(?P<labels>(?:\s+#\S+)*)\s*$")
_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)


def read(archive: Archive) -> Entries:
    """Return the articles of an archive.

    What cannot be read of it is left over. Raises ReaderError import.archive_too_large and import.encrypted.
    """
    leftovers: list[str] = []
    entries: list[Entry] = []
    used: set[str] = set()
    for path in archive:
        if found := METADATA.search(path):
            used.add(path)
            base = path[: found.start()]
            items = _items(archive, path, leftovers)
            entries += (_whole(archive, base, omnivore(item), used, leftovers) for item in items)
    leftovers += (path for path in archive if path not in used)
    return Entries(IMPORTER, tuple(entries), tuple(leftovers))


def _items(archive: Archive, path: str, leftovers: list[str]) -> Iterator[dict[str, Any]]:
    data = _read(archive, path, leftovers)
    try:
        items = json.loads(data, strict=False) if data else []
    except (ValueError, RecursionError):
        leftovers.append(path)
        return
    yield from (item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()


def _whole(archive: Archive, base: str, entry: Entry, used: set[str], leftovers: list[str]) -> Entry:
    """Return an article with its text and its highlights, which lie beside the lists under its name."""
    content, pdf, marks = (
        f"{base}/{path}".lstrip("/")
        for path in (
            f"content/{entry.locator}.html",
            f"content/{entry.locator}.pdf",
            f"highlights/{entry.locator}.md",
        )
    )
    html, markdown = (_text(_read(archive, path, leftovers)) for path in (content, marks))
    document = b"" if html or entry.html else _read(archive, pdf, leftovers)
    used |= {content, marks} | ({pdf} if document else set())
    return replace(
        entry,
        html=html or entry.html,
        pdf=document,
        highlights=(*entry.highlights, *highlights_in(markdown)),
        locator=content if html else pdf if document else entry.locator,
    )


def _read(archive: Archive, path: str, leftovers: list[str]) -> bytes:
    if path not in archive:
        return b""
    try:
        return archive.read(path)
    except ReaderError as error:
        if error.key != "import.archive_damaged":
            raise
        leftovers.append(path)
        return b""


def _text(data: bytes) -> str:
    try:
        return decode(data).text if data else ""
    except ReaderError:
        return ""


def highlights_in(markdown: str) -> Iterator[Quoted]:
    """Yield the highlights of one article: each a quotation, then perhaps its labels, then perhaps a note.

    A note before the first quotation is on the whole article.
    """
    quoted = Quoted(quote="")
    for part in filter(None, map(str.strip, re.split(r"\n\s*\n", markdown.replace("\r\n", "\n")))):
        if part.startswith(">"):
            if quoted.quote or quoted.note:
                yield quoted
            quote = _MARK.sub("", part).strip()
            pointed = _POINTED.search(quote)
            labels = pointed["labels"].split() if pointed else ()
            quoted = Quoted(
                quote=quote[: pointed.start()] if pointed else quote, tags=tuple(label.lstrip("#") for label in labels)
            )
        elif _LABELS.fullmatch(part) and quoted.quote and not quoted.note and not quoted.tags and "\n" not in part:
            quoted = replace(quoted, tags=tuple(label.strip() for label in f" {part}".split(" #") if label.strip()))
        else:
            quoted = replace(quoted, note=f"{quoted.note}\n\n{part}".strip())
    if quoted.quote or quoted.note:
        yield quoted
