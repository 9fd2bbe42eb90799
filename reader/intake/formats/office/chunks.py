"""Documents of other formats that a Word file holds whole: what programs write that make Word files of web pages.

Source: ECMA-376, part 1, 17.17.2.1 (altChunk).
"""

import re
from collections.abc import Iterator

from reader.intake.archives import Archive, resolved

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION = re.compile(rb"<Relationship\b[^>]{1,4000}>")
_KIND = re.compile(rb"\sType=[\"'][^\"']*/aFChunk[\"']")
_TARGET = re.compile(rb"\sTarget=[\"'](?P<target>[^\"']+)[\"']")
_MOST = 20


def chunks_of(data: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    """Yield the documents inside a Word file, each with its name there.

    Raises ReaderError import.archive_damaged, import.archive_too_large and import.encrypted.
    """
    archive = Archive(data, file)
    relations = _RELATION.findall(archive.find(_RELATIONS) or b"")
    targets = (_TARGET.search(relation) for relation in relations if _KIND.search(relation))
    names = [found["target"].decode("utf-8", "replace") for found in targets if found]
    for name in names[:_MOST]:
        path = resolved(name, _DOCUMENT)
        if path in archive:
            yield path, archive.read(path)
