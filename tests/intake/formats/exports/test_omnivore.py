import io
import json
import zipfile
from pathlib import Path

from reader.articles.article import BlockKind
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entries
from reader.intake.formats.exports.omnivore import highlights_in
from reader.intake.gathering import entries_of
from reader.intake.hints import Hints
from reader.intake.making import articles_of

MARKS = """> عادت المنارة إلى العمل.

#بحر #مدن قديمة

لماذا الآن؟

وبعد كم سنة؟

> فقرة أولى
> فقرة ثانية

"""


def archive(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def item(slug: str, **more) -> dict:
    return {
        "id": slug,
        "slug": slug,
        "title": f"مقال {slug}",
        "url": f"https://example.org/{slug}",
        "state": "Active",
        "readingProgress": 0,
        "labels": [],
        "savedAt": "2024-10-29T16:30:11.000Z",
    } | more


def read(data: bytes) -> Entries:
    assert container_of(data) is Container.ARCHIVE
    return entries_of(Container.ARCHIVE, data, Hints(file="export.zip"))


def test_texts_and_highlights_find_their_articles():
    found = read(
        archive(
            {
                "metadata_0_to_20.json": json.dumps([item("a"), item("b")]),
                "metadata_20_to_40.json": json.dumps([item("c")]),
                "content/a.html": "<div><p>عادت المنارة إلى العمل.</p></div>",
                "highlights/a.md": MARKS,
                "content/c.html": "<p>نصّ</p>",
                "content/c.pdf": b"%PDF-1.4",
            }
        )
    )
    first, second, third = found.entries
    assert (first.html, len(first.highlights), first.locator) == (
        "<div><p>عادت المنارة إلى العمل.</p></div>",
        2,
        "content/a.html",
    )
    assert (second.html, second.highlights, third.html) == ("", (), "<p>نصّ</p>")
    assert found.leftovers == ("content/c.pdf",)


def test_an_article_that_is_a_pdf_has_its_text_below_the_lists_title():
    print_ = (Path(__file__).parents[3] / "data" / "papers" / "one-column.chromium.pdf").read_bytes()
    found = read(
        archive(
            {
                "metadata_0_to_20.json": json.dumps([item("a"), item("b", title="ممسوحة")]),
                "content/a.pdf": print_,
                "content/b.pdf": b"%PDF-1.4 damaged",
            }
        )
    )
    assert [entry.locator for entry in found.entries] == ["content/a.pdf", "content/b.pdf"]
    printed, damaged = articles_of(tuple(found.entries), found.importer)
    heads = [block.text for block in printed.article.blocks if block.kind is BlockKind.HEADLINE]
    assert heads == [printed.article.title] == ["مقال a"]
    assert len(printed.article.text) > 1000
    assert (damaged.article.blocks, damaged.leftovers) == ((), ("content/b.pdf",))


def test_highlights_have_their_labels_and_notes():
    first, second = highlights_in(MARKS)
    assert (first.quote, first.tags) == ("عادت المنارة إلى العمل.", ("بحر", "مدن قديمة"))
    assert first.note == "لماذا الآن؟\n\nوبعد كم سنة؟"
    assert (second.quote, second.note) == ("فقرة أولى\nفقرة ثانية", "")


def test_what_leads_back_from_a_highlight_is_no_part_of_it():
    (quoted,) = highlights_in("> عادت المنارة [⤴️](https://omnivore.app/me/a#1)  #بحر #سفن\n\nملاحظة\n")
    assert (quoted.quote, quoted.tags, quoted.note) == ("عادت المنارة", ("بحر", "سفن"), "ملاحظة")


def test_a_note_before_the_first_quotation_is_on_the_whole_article():
    note, mark = highlights_in("رأيي في المقال\n\n\n> عادت")
    assert (note.quote, note.note, mark.quote) == ("", "رأيي في المقال", "عادت")


def test_a_damaged_list_is_left_over_and_the_rest_read():
    found = read(archive({"metadata_0_to_20.json": "[{", "metadata_20_to_40.json": json.dumps([item("c"), 7])}))
    assert [entry.title for entry in found.entries] == ["مقال c"]
    assert found.leftovers == ("metadata_0_to_20.json",)


def test_an_archive_of_tables():
    table = "title,url,time_added,tags,status\nالمنارة,https://example.org/1,1600322788,,unread\n"
    found = read(archive({"part_000000.csv": table, "part_000001.csv": table, "notes.bin": b"\0\1"}))
    assert [entry.locator for entry in found.entries] == ["part_000000.csv row 1", "part_000001.csv row 1"]
    assert found.leftovers == ("notes.bin",)


def test_books_and_documents_are_no_exports():
    assert container_of(archive({"mimetype": "application/epub+zip", "a.csv": "x"})) is None
    assert container_of(archive({"[Content_Types].xml": "", "metadata_0_to_20.json": ""})) is None
    assert container_of(archive({"picture.png": "x"})) is None
