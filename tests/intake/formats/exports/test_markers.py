import json

import pytest

from reader.intake.containers import Container, container_of
from reader.intake.entries import Entries
from reader.intake.formats.exports import documents
from reader.intake.hints import Hints

WHEN = "2024-03-05T10:00:00.000Z"


def read(document: object) -> Entries:
    data = json.dumps(document, ensure_ascii=False).encode()
    assert container_of(data) is Container.DOCUMENT
    return documents.read(data, Hints(file="/books/كتاب الموانئ.calibre_highlights"))


READEST = {
    "$format": "readest-annotations",
    "version": 1,
    "exportedAt": 1709632800000,
    "book": {"title": "كتاب الموانئ", "author": "هند المرّاكشي", "hash": "h", "metaHash": "m", "format": "EPUB"},
    "progress": [3, 20],
    "location": "epubcfi(/6/4)",
    "annotations": [
        {
            "id": "a",
            "type": "annotation",
            "cfi": "epubcfi(/6/4!/4)",
            "text": "عادت المنارة",
            "style": "highlight",
            "color": "blue",
            "note": "لماذا؟",
            "createdAt": 1709632800000,
            "updatedAt": 1709632800000,
        },
        {"id": "b", "type": "bookmark", "cfi": "epubcfi(/6/8)", "text": "", "note": "", "createdAt": 1709632800000},
    ],
}
FOLIATE = {
    "lastLocation": "epubcfi(/6/4)",
    "annotations": [
        {"value": "epubcfi(/6/4)", "text": "عادت المنارة", "color": "blue", "note": "لماذا؟", "created": WHEN}
    ],
    "bookmarks": ["epubcfi(/6/8)"],
    "metadata": {"title": "كتاب الموانئ", "creator": "هند المرّاكشي"},
}
CALIBRE = {
    "version": 1,
    "type": "calibre_highlights",
    "highlights": [
        {
            "type": "highlight",
            "uuid": "u1",
            "highlighted_text": "عادت المنارة",
            "notes": "لماذا؟",
            "style": {"kind": "color", "type": "builtin", "which": "blue"},
            "timestamp": WHEN,
            "spine_index": 2,
        },
        {"type": "highlight", "uuid": "u2", "removed": True, "timestamp": WHEN},
    ],
}
THORIUM = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:uuid:1",
    "type": "AnnotationSet",
    "generated": WHEN,
    "title": "كتاب الموانئ",
    "about": {"dc:title": "كتاب الموانئ", "dc:creator": ["هند المرّاكشي"]},
    "items": [
        {
            "id": "urn:uuid:2",
            "created": WHEN,
            "type": "Annotation",
            "body": {
                "type": "TextualBody",
                "value": "لماذا؟",
                "format": "text/plain",
                "textDirection": "rtl",
                "language": "ar",
                "tag": "بحر",
                "color": "#0000ff",
                "highlight": "solid",
            },
            "target": {
                "source": "OEBPS/one.xhtml",
                "selector": [{"type": "TextQuoteSelector", "exact": "عادت المنارة", "prefix": "لقد ", "suffix": "."}],
            },
        }
    ],
}


@pytest.mark.parametrize(
    ("document", "left"), [(READEST, ("epubcfi(/6/8)",)), (FOLIATE, ()), (CALIBRE, ()), (THORIUM, ())]
)
def test_what_readers_of_e_books_write_is_gathered_by_book(document, left):
    found = read(document)
    (book,) = found.entries
    (quoted,) = book.highlights
    assert (book.title, book.address) == ("كتاب الموانئ", "")
    assert book.authors == (() if document is CALIBRE else ("هند المرّاكشي",))
    assert (quoted.quote, quoted.note, quoted.colour) == ("عادت المنارة", "لماذا؟", "blue")
    assert (quoted.created, quoted.tags) == (WHEN, ("بحر",) if document is THORIUM else ())
    assert found.leftovers == left
