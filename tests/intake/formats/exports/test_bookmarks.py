from reader.collections.state import Reading
from reader.intake.containers import Container, container_of
from reader.intake.formats.exports import bookmarks, links
from reader.intake.hints import Hints

NETSCAPE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><A HREF="https://example.org/1" ADD_DATE="1600322788" TAGS="بحر,مدن">المنارة &amp; الميناء</A>
        <DD>رأيي فيها
        <DT><H3>أسفار</H3>
        <DL><p>
            <DT><A HREF="https://example.org/2" ADD_DATE="1600322789">ثانٍ</A>
        </DL><p>
        <DT><A HREF="https://example.org/3">ثالث</A>
    </DL><p>
    <DT><A HREF="javascript:alert(1)">حيلة</A>
    <DT><A HREF="place:sort=8">أحدث</A>
</DL><p>
"""
POCKET = """<!DOCTYPE html>
<html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://example.org/1" time_added="1600322788" tags="بحر,مدن">المنارة</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://example.org/2" time_added="1600322789" tags="">https://example.org/2</a></li></ul>
</body></html>"""


def test_bookmarks_of_browsers_with_folders_tags_and_notes():
    assert container_of(NETSCAPE.encode()) is Container.BOOKMARKS
    found = bookmarks.read(NETSCAPE.encode(), Hints())
    assert [(entry.title, entry.state.tags) for entry in found.entries] == [
        ("المنارة & الميناء", ("بحر", "مدن")),
        ("ثانٍ", ("أسفار",)),
        ("ثالث", ()),
    ]
    assert found.entries[0].state.added == "2020-09-17T06:06:28.000Z"
    assert found.entries[0].highlights[0].note == "رأيي فيها"
    assert found.leftovers == ("حيلة javascript:alert(1)", "أحدث place:sort=8")


def test_pockets_old_page():
    assert container_of(POCKET.encode()) is Container.BOOKMARKS
    first, second = bookmarks.read(POCKET.encode(), Hints()).entries
    assert (first.title, first.state.reading, first.state.tags) == ("المنارة", Reading.UNREAD, ("بحر", "مدن"))
    assert (second.title, second.state.reading, second.state.archived) == ("", Reading.READ, True)


def test_addresses_line_by_line():
    data = "https://example.org/1 | المنارة | صحيفة الميناء\n\nhttps://example.org/2\n".encode()
    assert container_of(data) is Container.LINKS
    first, second = links.read(data, Hints()).entries
    assert (first.title, second.title, second.address) == ("المنارة | صحيفة الميناء", "", "https://example.org/2")


def test_a_text_with_addresses_in_it_is_no_list():
    assert container_of("خبر عن المنارة\nhttps://example.org/1\nhttps://example.org/2\n".encode()) is None
