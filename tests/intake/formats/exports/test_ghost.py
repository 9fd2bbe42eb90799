import json

from reader.intake.entries import Entries
from reader.intake.formats.exports import documents
from reader.intake.hints import Hints

TABLES = {
    "posts": [
        {
            "id": "p1",
            "title": "حديقة على السطح",
            "slug": "roof",
            "html": '<p>زرعنا النعناع. <a href="__GHOST_URL__/mint/">النعناع</a></p>',
            "plaintext": "زرعنا النعناع.",
            "type": "post",
            "status": "published",
            "featured": 1,
            "custom_excerpt": "كيف صار السطح حديقة",
            "published_at": "2024-03-05T10:00:00.000Z",
            "updated_at": "2024-03-06T10:00:00.000Z",
        },
        {"id": "p2", "title": "مسودة", "html": None, "plaintext": "لم تكتمل بعد.", "status": "draft"},
    ],
    "tags": [{"id": "1", "name": "حدائق"}, {"id": "2", "name": "#hidden"}],
    "posts_tags": [{"post_id": "p1", "tag_id": "1"}, {"post_id": "p1", "tag_id": "2"}],
    "users": [{"id": "1", "name": "هند المرّاكشي"}],
    "posts_authors": [{"post_id": "p1", "author_id": "1", "sort_order": 0}],
    "settings": [{"key": "title", "value": "دفتر الحديقة"}],
}


def read(document: object) -> Entries:
    return documents.read(json.dumps(document).encode(), Hints(file="ghost.json"))


def test_a_site_of_ghost():
    for document in ({"db": [{"meta": {"version": "5.0.0"}, "data": TABLES}]}, {"meta": {}, "data": TABLES}):
        post, draft = read(document).entries
        assert (post.title, post.source, post.authors) == ("حديقة على السطح", "دفتر الحديقة", ("هند المرّاكشي",))
        assert (post.state.tags, post.state.starred) == (("حدائق",), True)
        assert post.html == '<p>زرعنا النعناع. <a href="/mint/">النعناع</a></p>'
        assert post.published == "2024-03-05T10:00:00.000Z"
        assert (draft.text, draft.published, draft.leftovers) == ("لم تكتمل بعد.", "", ("مسودة: draft",))
