"""The highlights of an article: made, changed, removed and restored, one step of undo each."""

import json

import pytest

from reader.annotations.highlight import Status
from reader.text.spans import Span
from tests.conftest import opened
from tests.test_library import add, span_of


def test_a_highlight_with_its_note_is_there_when_the_library_is_opened_again(library, places):
    name = add(library)
    library.highlighting.add(name, span_of(library, name, "المكتبة القديمة"), "green", "للمراجعة", ["تراث"])
    library.flush()
    again = opened(places)
    (placed,) = again.highlighting.of(name)

    assert placed.status is Status.FIXED
    assert placed.span.of(again.article(name).text) == "المكتبة القديمة"
    assert (placed.highlight.colour, placed.highlight.note, placed.highlight.tags) == ("green", "للمراجعة", ("تراث",))
    again.close()


def test_a_highlight_is_changed_in_place(library):
    name = add(library)
    mark = library.highlighting.add(name, span_of(library, name, "الترميم"), "green", tags=["أ", "ب"]).id
    changed = library.highlighting.change(mark, colour="pink", note="ملاحظة", tags=["ب", "ج"])

    assert changed.id == mark
    assert (changed.colour, changed.note, changed.tags) == ("pink", "ملاحظة", ("ب", "ج"))


def test_everything_done_to_marks_can_be_undone_and_redone(library):
    name = add(library)
    mark = library.highlighting.add(name, span_of(library, name, "الترميم"), "green").id
    library.highlighting.change(mark, colour="pink", note="ملاحظة")
    library.highlighting.remove([mark])

    assert library.highlighting.of(name) == ()
    assert library.undo() == "undo.highlight_removed"
    assert library.highlighting.of(name)[0].highlight.note == "ملاحظة"
    assert library.undo() == "undo.highlight_changed"
    assert (library.highlighting.find(mark).colour, library.highlighting.find(mark).note) == ("green", "")
    assert library.undo() == "undo.highlight_added"
    assert library.highlighting.of(name) == ()
    assert library.undo() == ""
    assert [library.redo() for _ in range(2)] == ["undo.highlight_added", "undo.highlight_changed"]
    assert (library.highlighting.find(mark).colour, library.highlighting.find(mark).note) == ("pink", "ملاحظة")


def test_undoing_leaves_what_came_from_elsewhere_meanwhile(library, places):
    name = add(library)
    mark = library.highlighting.add(name, span_of(library, name, "الترميم"), "green").id
    library.highlighting.change(mark, colour="pink")
    library.flush()
    other = opened(places)
    other.highlighting.change(mark, colour="blue", note="من الجهاز الآخر")
    other.flush()
    other.close()
    library.catch_up()
    library.undo()

    assert library.highlighting.find(mark).colour == "blue"
    assert library.highlighting.find(mark).note == "من الجهاز الآخر"


def test_a_highlight_that_was_undone_still_says_where_it_was(library):
    name = add(library)
    mark = library.highlighting.add(name, span_of(library, name, "الترميم"), "pink", "ملاحظة", ["أ"]).id
    library.undo()

    assert library.highlighting.find(mark).quote == "الترميم"
    assert library.highlighting.find(mark).colour == "pink"
    library.redo()
    (placed,) = library.highlighting.of(name)
    assert (placed.highlight.note, placed.highlight.tags) == ("ملاحظة", ("أ",))


def test_undoing_a_tag_writes_that_it_is_not_there(library, places):
    name = add(library)
    mark = library.highlighting.add(name, Span(0, 5), "green").id
    library.highlighting.change(mark, tags=["أدب"])
    library.undo()
    library.flush()
    document = json.loads(places.records("marks", name).read_text(encoding="utf-8"))

    assert document["records"][mark]["fields"]["tag:أدب"]["value"] is False


def test_undoing_a_highlight_keeps_the_note_another_device_wrote_on_it_meanwhile(library, places):
    name = add(library)
    mark = library.highlighting.add(name, Span(0, 5), "green").id
    library.flush()
    other = opened(places)
    other.highlighting.change(mark, note="من الجهاز الآخر")
    other.flush()
    other.close()
    library.catch_up()
    library.undo()
    library.redo()

    assert library.highlighting.of(name)[0].highlight.note == "من الجهاز الآخر"


@pytest.mark.parametrize(
    "note", ["", " ", "سطر\nوسطر", "\ud800 وحده", "\udcff", "\x00", "ن" * 300_000, "🙂\u200d", "</script>{n}%s"]
)
def test_any_note_reads_back_as_it_was_written(library, places, note):
    name = add(library)
    mark = library.highlighting.add(name, Span(0, 5), "green", note).id
    library.flush()
    again = opened(places)

    assert again.highlighting.find(mark).note == note
    again.close()


def test_tags_keep_every_sign_but_not_the_spaces_around_them(library, places):
    name = add(library)
    tags = ["a/b:c", "وسم طويل", "tag:tag:", "#", "\udcff", "  أدب \n قديم ", "", "  ", "#"]
    mark = library.highlighting.add(name, Span(0, 5), "green", tags=tags).id
    library.flush()
    again = opened(places)

    assert again.highlighting.find(mark).tags == tuple(
        sorted(["a/b:c", "وسم طويل", "tag:tag:", "#", "\udcff", "أدب قديم"])
    )
    assert again.highlighting.change(mark, tags=[]).tags == ()
    again.flush()
    again.close()
