"""A file that holds many articles, taken apart. This runs in a process of its own; formats are imported when needed."""

from dataclasses import replace

from reader.errors import ReaderError
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints


def entries_of(kind: Container, data: bytes, hints: Hints) -> Entries:
    """Return what a file of a known kind holds.

    Raises ReaderError import.empty, import.binary, import.damaged_export, and import.unsupported for what is in
    nobody's shape.
    """
    if kind in (Container.FEED, Container.WEBLOG, Container.BOOKMARKS):
        return _of_markup(kind, data, hints)
    if kind is Container.JSON_FEED:
        from reader.intake.formats.feeds import json_feed

        return json_feed.read(data, hints)
    if kind is Container.TABLE:
        from reader.intake.formats.exports import tables

        return tables.read(data, hints)
    if kind is Container.ARCHIVE:
        return _of_archive(data, hints)
    return _of_text(kind, data, hints)


def _of_markup(kind: Container, data: bytes, hints: Hints) -> Entries:
    if kind is Container.FEED:
        from reader.intake.formats.feeds import syndicated

        return syndicated.read(data, hints)
    if kind is Container.WEBLOG:
        from reader.intake.formats.exports import weblogs

        return weblogs.read(data, hints)
    from reader.intake.formats.exports import bookmarks

    return bookmarks.read(data, hints)


def _of_archive(data: bytes, hints: Hints) -> Entries:
    """Return what the files of an archive hold that hold many articles themselves; those of some belong together."""
    from reader.intake.archives import Archive
    from reader.intake.formats.exports import newsletters, omnivore

    archive = Archive(data, hints.file)
    if any(omnivore.METADATA.search(path) for path in archive):
        return omnivore.read(archive)
    if newsletters.is_substacks(archive.paths) or newsletters.is_mediums(archive.paths):
        return newsletters.read(archive, hints.file)
    gathered: list[Entry] = []
    leftovers: list[str] = []
    for path in archive:
        content = archive.read(path)
        kind = container_of(content)
        try:
            found = entries_of(kind, content, hints) if kind and kind is not Container.ARCHIVE else None
        except ReaderError:
            found = None
        if found is None:
            leftovers.append(path)
            continue
        gathered += (replace(entry, locator=f"{path} {entry.locator}".strip()) for entry in found.entries)
        leftovers += found.leftovers
    return Entries("archives 1", tuple(gathered), tuple(leftovers))


def _of_text(kind: Container, data: bytes, hints: Hints) -> Entries:
    if kind is Container.CLIPPINGS:
        from reader.intake.formats.exports import clippings

        return clippings.read(data, hints)
    if kind is Container.LINKS:
        from reader.intake.formats.exports import links

        return links.read(data, hints)
    if kind is Container.NOTES:
        from reader.intake.formats.exports import notes

        return notes.read(data, hints)
    from reader.intake.formats.exports import documents

    return documents.read(data, hints)
