import json

import pytest

from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entries
from reader.intake.formats.exports import documents
from reader.intake.hints import Hints

HARBOUR = "https://example.org/harbour"


def read(document: object) -> Entries:
    data = json.dumps(document, ensure_ascii=False, indent=1).encode()
    assert container_of(data) is Container.DOCUMENT
    return documents.read(data, Hints(file="export.json"))


def test_wallabag_with_content_and_annotations():
    (entry,) = read(
        [
            {
                "id": 7,
                "title": "المنارة",
                "url": HARBOUR,
                "is_archived": 1,
                "is_starred": True,
                "created_at": "2016-09-08T11:55:58+0200",
                "updated_at": "2016-09-08T11:57:16+0200",
                "content": "<p>عادت المنارة.</p>",
                "mimetype": "text/html",
                "language": "ar",
                "reading_time": 1,
                "domain_name": "example.org",
                "preview_picture": None,
                "tags": ["بحر", "مدن"],
                "published_by": ["هند المرّاكشي"],
                "published_at": "2016-09-01T00:00:00+0000",
                "annotations": [
                    {
                        "text": "لماذا؟",
                        "quote": "عادت",
                        "ranges": [{"start": "/p[1]", "startOffset": "0", "end": "/p[1]", "endOffset": "4"}],
                    }
                ],
                "mood": "طيّب",
            }
        ]
    ).entries
    assert (entry.html, entry.authors) == ("<p>عادت المنارة.</p>", ("هند المرّاكشي",))
    state = entry.state
    assert (state.reading, state.archived, state.starred, state.tags) == (Reading.READ, True, True, ("بحر", "مدن"))
    assert state.added == "2016-09-08T09:55:58.000Z"
    assert [(quoted.quote, quoted.note) for quoted in entry.highlights] == [("عادت", "لماذا؟")]
    assert entry.leftovers == ("المنارة: mood: طيّب",)


def test_omnivores_list_alone():
    first, second = read(
        [
            {
                "id": "1",
                "slug": "harbour-1",
                "title": "المنارة",
                "description": "ملخّص",
                "author": "هند المرّاكشي",
                "url": HARBOUR,
                "state": "Archived",
                "readingProgress": 0,
                "thumbnail": "",
                "labels": ["بحر"],
                "savedAt": "2024-10-29T16:30:11.000Z",
                "updatedAt": "2024-10-31T13:01:28.320Z",
                "publishedAt": "2024-10-28T16:30:11.000Z",
            },
            {
                "id": "2",
                "slug": "b",
                "title": "ثانٍ",
                "url": "https://example.org/2",
                "state": "Active",
                "readingProgress": 40,
                "labels": [],
                "savedAt": "2024-10-29T16:30:11.000Z",
            },
        ]
    ).entries
    assert (first.summary, first.published, first.locator) == ("ملخّص", "2024-10-28T16:30:11.000Z", "harbour-1")
    assert (first.state.reading, first.state.archived, first.state.tags) == (Reading.READ, True, ("بحر",))
    assert second.state.reading is Reading.READING


def test_karakeep_with_its_lists_and_notes():
    link, text = read(
        {
            "bookmarks": [
                {
                    "createdAt": 1714000000,
                    "title": None,
                    "tags": ["بحر"],
                    "lists": ["L2"],
                    "archived": True,
                    "content": {"type": "link", "url": HARBOUR},
                    "note": "رأيي",
                },
                {
                    "createdAt": 1714000001,
                    "title": "خاطرة",
                    "tags": [],
                    "lists": [],
                    "archived": False,
                    "content": {"type": "text", "text": "عادت المنارة إلى العمل."},
                    "note": None,
                },
            ],
            "lists": [
                {
                    "id": "L2",
                    "name": "أسفار",
                    "description": None,
                    "icon": "",
                    "type": "manual",
                    "query": None,
                    "parentId": "L1",
                },
                {"id": "L1", "name": "للقراءة", "type": "manual", "parentId": None},
            ],
        }
    ).entries
    assert (link.address, link.state.tags, link.state.archived) == (HARBOUR, ("بحر", "أسفار", "للقراءة"), True)
    assert (link.highlights[0].quote, link.highlights[0].note) == ("", "رأيي")
    assert (text.title, text.text, text.state.added) == ("خاطرة", "عادت المنارة إلى العمل.", "2024-04-24T23:06:41.000Z")


def test_linkwarden_with_nested_collections_and_highlights():
    (entry,) = read(
        {
            "collections": [
                {"id": 1, "name": "أسفار", "parentId": None, "links": []},
                {
                    "id": 2,
                    "name": "موانئ",
                    "parentId": 1,
                    "links": [
                        {
                            "name": "المنارة",
                            "url": HARBOUR,
                            "tags": [{"name": "بحر"}],
                            "createdAt": "2025-01-01T00:00:00.000Z",
                            "highlight": [
                                {
                                    "color": "green",
                                    "comment": "؟",
                                    "startOffset": 1,
                                    "endOffset": 5,
                                    "text": "عادت",
                                    "createdAt": "2025-01-02T00:00:00.000Z",
                                }
                            ],
                        }
                    ],
                },
            ]
        }
    ).entries
    assert entry.state.tags == ("بحر", "موانئ", "أسفار")
    (quoted,) = entry.highlights
    assert (quoted.quote, quoted.note, quoted.colour) == ("عادت", "؟", "green")


def test_collections_that_hold_each_other_end():
    collections = [
        {"id": 1, "name": "أ", "parentId": 2, "links": [{"name": "", "url": HARBOUR}]},
        {"id": 2, "name": "ب", "parentId": 1},
    ]
    assert read({"collections": collections}).entries[0].state.tags == ("أ", "ب")


def test_hypothesis():
    (entry,) = read(
        {
            "export_date": "2024-05-01",
            "export_userid": "u",
            "client_version": "1",
            "annotations": [
                {
                    "id": "a1",
                    "uri": HARBOUR,
                    "created": "2024-04-01T10:00:00+00:00",
                    "text": "لماذا؟",
                    "tags": ["بحر"],
                    "document": {"title": ["المنارة"]},
                    "target": [
                        {
                            "source": HARBOUR,
                            "selector": [
                                {"type": "RangeSelector"},
                                {"type": "TextPositionSelector", "start": 4, "end": 9},
                                {"type": "TextQuoteSelector", "exact": "عادت", "prefix": "لقد ", "suffix": " المنارة"},
                            ],
                        }
                    ],
                },
                {
                    "id": "a2",
                    "uri": HARBOUR,
                    "created": "2024-04-02T10:00:00+00:00",
                    "text": "ملاحظة على الصفحة",
                    "tags": [],
                    "target": [{"source": HARBOUR}],
                },
            ],
        }
    ).entries
    assert (entry.title, entry.address) == ("المنارة", HARBOUR)
    mark, note = entry.highlights
    assert (mark.quote, mark.prefix, mark.suffix, mark.tags) == ("عادت", "لقد ", " المنارة", ("بحر",))
    assert (note.quote, note.note) == ("", "ملاحظة على الصفحة")


@pytest.mark.parametrize("is_many", [False, True])
def test_koreader(is_many):
    book = {
        "title": "كتاب الموانئ",
        "author": "هند المرّاكشي",
        "file": "/mnt/b.epub",
        "md5sum": "00",
        "number_of_pages": 100,
        "entries": [
            {
                "sort": "highlight",
                "page": 51,
                "time": 1714000000,
                "text": "عادت المنارة",
                "note": "لماذا؟",
                "chapter": "الأول",
                "drawer": "lighten",
                "color": "purple",
                "pn_xp": "/body/p[1]",
            }
        ],
    }
    document = {"created_on": 1714000000, "version": "json/1.0.0", **({"documents": [book]} if is_many else book)}
    (entry,) = read(document).entries
    (quoted,) = entry.highlights
    assert (entry.title, entry.authors) == ("كتاب الموانئ", ("هند المرّاكشي",))
    assert (quoted.quote, quoted.note, quoted.colour, quoted.share) == ("عادت المنارة", "لماذا؟", "violet", 0.5)


def test_pinboard_readability_and_chromium():
    (pin,) = read(
        [
            {
                "href": HARBOUR,
                "description": "المنارة",
                "extended": "ملخّص",
                "meta": "0",
                "hash": "0",
                "time": "2016-10-31T15:57:56Z",
                "shared": "yes",
                "toread": "yes",
                "tags": "بحر مدن",
            }
        ]
    ).entries
    assert (pin.title, pin.summary, pin.state.tags, pin.state.reading) == (
        "المنارة",
        "ملخّص",
        ("بحر", "مدن"),
        Reading.UNREAD,
    )
    (old,) = read(
        {
            "bookmarks": [
                {
                    "article__title": "المنارة",
                    "article__url": HARBOUR,
                    "archive": True,
                    "favorite": 1,
                    "date_added": "2016-08-25T12:05:00",
                }
            ],
            "recommendations": [],
        }
    ).entries
    assert (old.address, old.state.archived, old.state.starred) == (HARBOUR, True, True)
    link = {"type": "url", "name": "المنارة", "url": HARBOUR, "date_added": "13118850929335823"}
    folder = {"type": "folder", "name": "أسفار", "children": [link]}
    (kept,) = read(
        {"checksum": "0", "roots": {"bookmark_bar": {"type": "folder", "children": [folder]}}, "version": 1}
    ).entries
    assert (kept.title, kept.state.tags, kept.state.added[:10]) == ("المنارة", ("أسفار",), "2016-09-20")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b'{"a": 1}', "import.unsupported"),
        (b"[1, 2]", "import.unsupported"),
        (b'[{"a": 1}]', "import.unsupported"),
        (b'{"bookmarks": 7}', "import.unsupported"),
        (b'[{"url": "https://example.org', "import.damaged_export"),
        (b"[" * 100_000, "import.damaged_export"),
    ],
)
def test_what_is_in_nobodys_shape_or_broken_is_told(data, key):
    with pytest.raises(ReaderError) as raised:
        documents.read(data, Hints(file="x.json"))
    assert raised.value.key == key


@pytest.mark.parametrize(
    "document",
    [
        {"bookmarks": [7, None, {"content": None}, {"content": [1], "tags": {"a": 1}}]},
        {"collections": [{"links": [{"tags": 3, "url": None}, 4]}, 5]},
        {"annotations": [{"target": [{"selector": None}], "document": 3, "tags": 1}], "export_date": 0},
        {"entries": [{"page": "x", "text": None}], "title": 4},
        {"documents": [None, {"entries": None}]},
        {"roots": {"a": 1, "b": {"children": [3, {"type": "folder"}]}}},
        [{"slug": None, "savedAt": [], "labels": "a,b", "readingProgress": "x"}],
        [{"url": {}, "is_archived": None, "annotations": [None, {}]}],
    ],
)
def test_members_of_the_wrong_kind_hurt_nobody(document):
    assert isinstance(documents.entries_in(document), Entries)
